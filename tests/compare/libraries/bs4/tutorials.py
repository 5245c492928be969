"""What tutorials do with pages."""

import json
import re

from bs4 import BeautifulSoup

#: movies
PAGE = """<div id="showing-soon"><div class="item mod odd"><a class="thumb" href="/m/1"><img src="/p/1.jpg"></a>
<div class="intro"><h3><a href="/m/1">海边的灯 A Lamp</a></h3><ul><li class="dt">11月28日</li><li>剧情</li></ul></div></div>
<div class="item mod"><a class="thumb" href="/m/2"><img src="/p/2.jpg"></a>
<div class="intro"><h3><a href="/m/2">Two</a></h3><ul><li class="dt">12月01日</li></ul></div></div></div>"""
for parser in ("html.parser", "lxml", "html5lib"):
    soup = BeautifulSoup(PAGE, parser)
    all_movies = soup.find("div", id="showing-soon")
    for each_movie in all_movies.find_all("div", class_="item"):
        all_a_tag = each_movie.find_all("a")
        all_li_tag = each_movie.find_all("li")
        print("{} {} {}".format(all_a_tag[1].text, all_a_tag[1]["href"], all_li_tag[0].text))
        print(each_movie.find("img")["src"])
#: quotes
PAGE = """<div class="quote"><span class="text">“One.”</span><span>by <small class="author">Ada</small></span>
<div class="tags"><a class="tag">a</a><a class="tag">b</a></div></div><div class="quote"><span class="text">“Two.”</span>
<span>by <small class="author">Bo</small></span><div class="tags"></div></div><li class="next"><a href="/page/2/">Next</a></li>"""
soup = BeautifulSoup(PAGE, "html.parser")
for quote in soup.select("div.quote"):
    print(quote.find("span", class_="text").text, quote.select_one("small.author").get_text(), [t.text for t in quote.select(".tags .tag")])
print(soup.select_one("li.next > a")["href"])
#: books
PAGE = """<ol class="row"><li><article class="product_pod"><p class="star-rating Three"></p><h3><a href="a_1/index.html" title="A Light in the Attic">A Light in ...</a></h3>
<div class="product_price"><p class="price_color">£51.77</p><p class="instock availability"><i class="icon-ok"></i>

    In stock

</p></div></article></li></ol>"""
soup = BeautifulSoup(PAGE, "html.parser")
for book in soup.find_all("article", class_="product_pod"):
    print(book.h3.a["title"], float(book.find("p", class_="price_color").text[1:]), book.find("p", class_="star-rating")["class"][1])
    print(book.find("p", class_="instock").text.strip())
#: table to rows
PAGE = "<table><tr><th>Name<th>Age</tr><tr><td>Ada<td>36</tr><tr><td>Bo<td>41</tr></table>"
soup = BeautifulSoup(PAGE, "lxml")
rows = soup.find("table").find_all("tr")
head = [cell.text for cell in rows[0].find_all("th")]
print([dict(zip(head, [cell.text for cell in row.find_all("td")])) for row in rows[1:]])
#: links
PAGE = '<nav><a href="/">Home</a><a href="/about">About</a><a href="https://x.example">Out</a><a>none</a></nav>'
soup = BeautifulSoup(PAGE, "html.parser")
print([a["href"] for a in soup.find_all("a", href=True)])
print([a.get("href") for a in soup.find_all("a")])
print(sorted({a["href"] for a in soup.select('a[href^="/"]')}))
#: metadata
PAGE = """<html lang="en"><head><meta charset="utf-8"><title>T</title><meta name="description" content="D">
<meta property="og:title" content="O"><link rel="canonical" href="https://x.example/a"><script type="application/ld+json">{"@type": "Movie", "name": "N"}</script></head><body></body></html>"""
soup = BeautifulSoup(PAGE, "html.parser")
print(soup.title.string, soup.html["lang"], soup.find("meta", attrs={"name": "description"})["content"])
print(soup.find("meta", property="og:title")["content"], soup.find("link", rel="canonical")["href"])
print(json.loads(soup.find("script", type="application/ld+json").string)["name"])
#: numbers in text
soup = BeautifulSoup("<span id='n'>1,234 views</span><b>Price: $5.50</b>", "html.parser")
print(int(re.sub(r"\D", "", soup.find(id="n").text)), re.search(r"[\d.]+", soup.b.text).group())
#: forms
PAGE = "<form action='/go' method=post><input type=hidden name=token value=abc><input name=user><textarea name=t>x</textarea></form>"
soup = BeautifulSoup(PAGE, "html5lib")
form = soup.form
print(form["action"], form["method"], {field["name"]: field.get("value", "") for field in form.find_all("input")}, form.textarea.text)
#: outline
PAGE = "<h1>A</h1><p>1</p><h2>B</h2><p>2</p><p>3</p><h2>C</h2><p>4</p>"
soup = BeautifulSoup(PAGE, "lxml")
for heading in soup.find_all(re.compile("^h[1-6]$")):
    texts = []
    for sibling in heading.find_next_siblings():
        if sibling.name.startswith("h"):
            break
        texts.append(sibling.text)
    print(int(heading.name[1]), heading.text, texts)
#: definition list
soup = BeautifulSoup("<dl><dt>Director</dt><dd>Ada</dd><dt>Cast</dt><dd>Bo</dd><dd>Cy</dd></dl>", "html.parser")
print({dt.text: dt.find_next_sibling("dd").text for dt in soup.find_all("dt")})
#: text after a label
soup = BeautifulSoup("<p><b>Year:</b> 1999 <b>Country:</b> France</p>", "html.parser")
print([label.next_sibling.strip() for label in soup.find_all("b")], soup.find("b", string="Country:").next_sibling)
#: a feed by the wrong parser
soup = BeautifulSoup("<rss><item><title>A</title><link>http://x</link></item></rss>", "html.parser")
print([(item.title.text, item.link) for item in soup.find_all("item")])
#: try and except
soup = BeautifulSoup("<div class='p'><h2>A</h2><span class='price'>5</span></div><div class='p'><h2>B</h2></div>", "html.parser")
for product in soup.find_all("div", class_="p"):
    try:
        price = product.find("span", class_="price").text
    except AttributeError as error:
        price = f"none ({error})"
    print(product.h2.text, price)
#: words
from collections import Counter

soup = BeautifulSoup("<p>a b a</p><p>b <i>a</i> c</p>", "html.parser")
print(Counter(soup.get_text(" ").split()).most_common())
#: count of tags
print(Counter(tag.name for tag in BeautifulSoup("<ul><li>a<li>b</ul><p>c", "html5lib").find_all()).most_common())
#: depth
def depth(tag):
    return 1 + max((depth(child) for child in tag.find_all(recursive=False)), default=0)


print(depth(BeautifulSoup("<div><p><b>x</b></p><i></i></div>", "html.parser").div))
#: nested dictionary
def as_dict(tag):
    return {tag.name: [as_dict(child) if child.name else str(child) for child in tag.children]}


print(json.dumps(as_dict(BeautifulSoup("<ul><li>a</li><li><b>b</b></li></ul>", "html.parser").ul)))
#: pages in turn
PAGES = {"/1": "<h1>One</h1><a rel=next href=/2>", "/2": "<h1>Two</h1><a rel=next href=/3>", "/3": "<h1>Three</h1>"}
url = "/1"
while url:
    soup = BeautifulSoup(PAGES[url], "html.parser")
    print(soup.h1.text)
    following = soup.find("a", rel="next")
    url = following["href"] if following else None
