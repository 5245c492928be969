"""What a site allows, cookies, and status codes."""

import time
from http import HTTPMethod, HTTPStatus
from http.cookies import SimpleCookie
from urllib.robotparser import RobotFileParser

# A robots.txt that was read at the moment zero counts as never read.
time.sleep(1)
robots = RobotFileParser()
robots.parse("""User-agent: *
Disallow: /private/
Crawl-delay: 2
Request-rate: 3/15

User-agent: BadBot
Disallow: /

Sitemap: http://h/sitemap.xml
""".splitlines())
for agent, url in (("me", "http://h/"), ("me", "http://h/private/x"), ("BadBot/1.0", "http://h/")):
    print(agent, url, robots.can_fetch(agent, url))
print(robots.crawl_delay("me"), robots.request_rate("me"), robots.site_maps(), robots.crawl_delay("BadBot"))
cookies = SimpleCookie()
cookies["session"] = "abc"
cookies["session"]["path"] = "/"
cookies["session"]["max-age"] = 60
cookies["session"]["httponly"] = True
print(cookies.output(), cookies["session"].value, cookies["session"].key)
read = SimpleCookie("a=1; b=\"x y\"")
print({name: morsel.value for name, morsel in read.items()})
print(HTTPStatus(404).phrase, HTTPStatus.OK, repr(HTTPStatus.OK), HTTPStatus.NOT_FOUND == 404, HTTPStatus(204).is_success, HTTPMethod.GET)
