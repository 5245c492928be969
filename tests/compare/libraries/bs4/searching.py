"""Searches by name, attribute, text and function."""

import re

from bs4 import BeautifulSoup, SoupStrainer

PAGE = """<div id="list" class="box wide">
<a class="item first" href="/a" data-id="1">Alpha</a>
<a class="item" href="/b" data-id="2">Beta <b>bold</b></a>
<a class="other" href="https://example.com/c">Gamma</a>
<span class="item">Delta</span><p>Alpha</p><p id="last">Omega<!-- note --></p>
<img src="a.png"><img src="b.jpg" alt="B"><input name="q" type="text">
</div>"""
soup = BeautifulSoup(PAGE, "html.parser")


def texts(tags):
    print([tag.get_text() for tag in tags])


#: by name
texts(soup.find_all("a"))
texts(soup("a"))
#: by several names
texts(soup.find_all(["b", "span"]))
#: all tags
print([tag.name for tag in soup.find_all(True)])
print(len(soup.find_all()), len(soup.find_all(string=True)))
#: by class
texts(soup.find_all(class_="item"))
texts(soup.find_all("a", class_="item"))
texts(soup.find_all("a", "item"))
#: by two classes
texts(soup.find_all(class_="item first"))
texts(soup.find_all(class_="first item"))
texts(soup.find_all(class_=["first", "other"]))
#: by attributes in a dict
texts(soup.find_all("a", {"class": "item", "data-id": "2"}))
texts(soup.find_all(attrs={"data-id": True}))
texts(soup.find_all(attrs={"data-id": ["1", "2"]}))
#: by id
print(soup.find(id="last"), soup.find("p", id="list"))
#: by regular expression
texts(soup.find_all(href=re.compile("^https")))
print([tag.name for tag in soup.find_all(re.compile("^[bi]"))])
texts(soup.find_all(class_=re.compile("^(fi|ot)")))
#: by function of a tag
texts(soup.find_all(lambda tag: tag.has_attr("class") and not tag.has_attr("href")))
texts(soup.find_all(lambda tag: len(tag.attrs) == 3))
#: by function of a value
texts(soup.find_all(href=lambda href: href and href.startswith("/")))
texts(soup.find_all(class_=lambda css: css is not None and len(css) == 5))
#: an attribute that is there, or not
print([tag["src"] for tag in soup.find_all("img", alt=True)], [tag["src"] for tag in soup.find_all("img", alt=None)])
#: by text
print(soup.find_all(string="Alpha"), soup.find_all(string=["Alpha", "Gamma"]))
print(soup.find_all(string=re.compile("mm")), soup.find(string=re.compile("zeta")))
#: text and name
print(soup.find_all("a", string="Alpha"), soup.find_all("p", string=re.compile("a$")))
print(soup.find("a", string=re.compile("Beta")))
#: comments
from bs4 import Comment

print(soup.find_all(string=lambda text: isinstance(text, Comment)))
#: limit
texts(soup.find_all("a", limit=2))
#: not recursive
page = BeautifulSoup("<div><p>1</p><div><p>2</p></div></div>", "html.parser")
print(page.div.find_all("p", recursive=False), page.find("p", recursive=False))
#: chains
print(soup.find("div").find("a").find_next_sibling("a").b.text)
print(soup.find("div", class_="wide").find_all("a")[1].find("b").parent["href"])
#: links of a page
for link in soup.find_all("a", href=True):
    print(link["href"], link.get("data-id"), link.text.strip())
#: numbers as values
print(soup.find(attrs={"data-id": 2}))
#: attribute called name
print(soup.find_all(attrs={"name": "q"}), soup.find("input", {"name": "q"})["type"])
#: nothing found
print(soup.find("video"), soup.find_all("video"), soup.find(id="nothing"))
try:
    soup.find("video")["src"]
except TypeError as error:
    print(error)
#: results are no element
for name in ("text", "find_all"):
    try:
        getattr(soup.find_all("a"), name)
    except AttributeError as error:
        print(error)
#: result sets
found = soup.find_all("a")
print(type(found).__name__, isinstance(found, list), len(found), found[-1]["href"], [a["href"] for a in found[:2]])
#: strainer in a search
texts(soup.find_all(SoupStrainer("a", class_="item")))
#: parse only
print(BeautifulSoup(PAGE, "html.parser", parse_only=SoupStrainer("a")))
print(BeautifulSoup(PAGE, "lxml", parse_only=SoupStrainer("a", href=re.compile("^/b"))))
print(BeautifulSoup(PAGE, "html.parser", parse_only=SoupStrainer(id="last")).get_text())
print(repr(str(BeautifulSoup(PAGE, "html.parser", parse_only=SoupStrainer(string=re.compile("Al"))))))
#: list with expressions
print([tag.name for tag in soup.find_all(["a", re.compile("^im")])])
#: the old names
import warnings

with warnings.catch_warnings():
    warnings.simplefilter("ignore")
    print(soup.findAll("b"), soup.find_all("p", text="Alpha"), soup.find("b").findParent("a")["href"])
#: the names of old warn
import warnings

with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")
    soup.findAll("b")
    soup.find_all("p", text="Alpha")
    soup.find("a").findNextSibling("a")
for warning in caught:
    print(warning.category.__name__, warning.message)
