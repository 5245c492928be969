"""The real crawl, one request at a time: the list page, then each movie's page."""

import asyncio

# Fetches a page and reads it. `interleave run` has this module; for plain Python, save interleave.py
# from the page beside this file, and `pip install beautifulsoup4`.
from interleave import fetch

SITE = "http://127.0.0.1:8082/"  # parameter
LIMIT = 12  # parameter


async def main():
    movies = await fetch(SITE)
    for item in movies.all("#showing-soon .item")[:LIMIT]:
        link = item.nth("a", 1)
        date = item.first("li").text()

        movie = await fetch(link.address("href"))
        poster = movie.first("img").address("src")
        print(f"{link.text()} {date} {poster}")


asyncio.run(main())
