"""Attributes, and changes of the tree."""

from bs4 import BeautifulSoup, Comment, NavigableString

#: attributes
tag = BeautifulSoup('<a href="/x" class="a b" id=one rel="me you" data-n="3" hidden>t</a>', "html.parser").a
print(tag.attrs, tag["href"], tag["class"], tag.get("id"), tag.get("none"), tag.get("none", "default"))
print(tag["rel"], tag["hidden"] == "", tag["data-n"], tag.has_attr("id"), tag.has_attr("name"))
#: an attribute that is not there
tag = BeautifulSoup("<a>t</a>", "html.parser").a
try:
    tag["href"]
except KeyError as error:
    print(repr(error))
#: attributes that are set and deleted
tag = BeautifulSoup('<b id="one">t</b>', "html.parser").b
tag["id"] = "two"
tag["class"] = ["x", "y"]
tag["n"] = 5
print(tag, tag.attrs)
del tag["id"]
del tag["none"]
print(tag, tag.get("id"), "id" in tag.attrs)
#: several values
page = BeautifulSoup('<p class="a b"></p><p class="a"></p><p class=""></p><p id="a b"></p>', "html.parser")
print([p.get("class") for p in page("p")], page("p")[3]["id"], page.p.get_attribute_list("id"), page.p.get_attribute_list("class"))
#: several values are one
page = BeautifulSoup('<p class="a b">x</p>', "html.parser", multi_valued_attributes=None)
print(page.p["class"], page.p)
#: attributes twice
print(BeautifulSoup("<a id=1 id=2>", "html.parser", on_duplicate_attribute="ignore").a["id"])
#: name
tag = BeautifulSoup("<b>t</b>", "html.parser").b
tag.name = "blockquote"
print(tag)
#: string
tag = BeautifulSoup("<p>a <b>c</b></p>", "html.parser").p
tag.string = "new & old"
print(tag, tag.contents)
tag.string.replace_with("last")
print(tag)
#: append
page = BeautifulSoup("<p>a</p>", "html.parser")
page.p.append("b")
page.p.append(NavigableString(" c"))
new = page.new_tag("a", href="http://example.com")
new.string = "link"
page.p.append(new)
page.p.append(Comment(" note "))
print(page, page.p.contents)
#: new tags
page = BeautifulSoup("", "html.parser")
print(page.new_tag("img", src="a.png"), page.new_tag("p", attrs={"class": "x y", "data-n": "1"}), page.new_tag("b", string="t"))
#: extend
page = BeautifulSoup("<ul></ul>", "html.parser")
page.ul.extend(["a", page.new_tag("li"), "b"])
print(page)
#: insert
page = BeautifulSoup("<p>a<b>c</b></p>", "html.parser")
page.p.insert(1, "b")
page.p.insert(0, page.new_tag("i"))
page.p.insert(99, "end")
print(page, page.p.contents)
#: before and after
page = BeautifulSoup("<p>a<b>c</b></p>", "html.parser")
page.b.insert_before("before ")
page.b.insert_after(" after", page.new_tag("hr"))
print(page, page.b.next_sibling, repr(page.b.previous_sibling))
#: clear
page = BeautifulSoup("<p>a<b>c</b></p>", "html.parser")
page.p.clear()
print(page, page.p.contents)
#: extract
page = BeautifulSoup("<p>a<b>c</b>d</p>", "html.parser")
taken = page.b.extract()
print(page, taken, taken.parent, taken.next_sibling, page.p.contents)
text = page.p.contents[0].extract()
print(repr(text), page, text.parent)
#: decompose
page = BeautifulSoup("<p>a<b>c<i>d</i></b></p>", "html.parser")
bold, italic = page.b, page.i
bold.decompose()
print(page, bold.decomposed, italic.decomposed, page.p.decomposed, page.find("i"))
#: decompose in a loop
page = BeautifulSoup("<div><script>1</script><p>a</p><script>2</script><style>x</style></div>", "html.parser")
for tag in page.find_all(["script", "style"]):
    tag.decompose()
print(page)
#: replace
page = BeautifulSoup("<p>a<b>c</b></p>", "html.parser")
old = page.b.replace_with("x", page.new_tag("i"))
print(page, old, old.parent)
#: wrap and unwrap
page = BeautifulSoup("<p>text <b>bold</b></p>", "html.parser")
print(page.p.contents[0].wrap(page.new_tag("i")), page.p.wrap(page.new_tag("div")))
page.b.unwrap()
print(page)
page.i.unwrap()
page.p.smooth()
print(page.p.contents)
#: move
page = BeautifulSoup("<ul><li>a</li><li>b</li><li>c</li></ul>", "html.parser")
page.ul.append(page.li)
page.ul.insert(0, page("li")[1])
print(page, [str(li.next_sibling) for li in page("li")])
#: comments away
page = BeautifulSoup("<p>a<!-- b -->c</p>", "html.parser")
for comment in page.find_all(string=lambda text: isinstance(text, Comment)):
    comment.extract()
print(page, page.p.contents)
#: links made absolute
from urllib.parse import urljoin

page = BeautifulSoup('<a href="b.html">1</a><a href="/c">2</a><a>3</a>', "html.parser")
for link in page.find_all("a", href=True):
    link["href"] = urljoin("http://example.com/a/", link["href"])
print(page)
#: images replaced by their texts
page = BeautifulSoup('<p>see <img alt="a cat" src="c"> and <img src="d"></p>', "html.parser")
for image in page("img"):
    image.replace_with(image.get("alt", "?"))
print(page, page.p.get_text())
#: what cannot be done
page = BeautifulSoup("<p>a</p>", "html.parser")
for change in (
    lambda: page.p.insert_before(page.p),
    lambda: page.new_tag("b").insert_after("x"),
    lambda: page.new_tag("b").replace_with("x"),
    lambda: page.p.append(page.p),
    lambda: page.p.index("a"),
    lambda: BeautifulSoup("<p>", "no-such-parser"),
    lambda: BeautifulSoup(5, "html.parser"),
):
    try:
        change()
    except Exception as error:
        print(type(error).__name__, error)
#: a page that is built
page = BeautifulSoup("<html><body></body></html>", "html.parser")
table = page.new_tag("table", border="1")
for row in ([1, 2], [3, 4]):
    line = page.new_tag("tr")
    for value in row:
        cell = page.new_tag("td")
        cell.string = str(value)
        line.append(cell)
    table.append(line)
page.body.append(table)
print(page.prettify())
#: texts changed
page = BeautifulSoup("<p>old <b>old</b></p>", "html.parser")
for text in page.find_all(string=lambda text: "old" in text):
    text.replace_with(text.replace("old", "new"))
print(page)
#: hash and set
page = BeautifulSoup("<p>a</p><p>a</p><p>b</p>", "html.parser")
print(len(set(page("p"))), sorted({p.text for p in page("p")}))
#: guessed parser
import warnings

with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")
    print(BeautifulSoup("<p>a"))
print([warning.category.__name__ for warning in caught])
#: an address is no page
import warnings

with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")
    print(BeautifulSoup("http://example.com/a", "html.parser"))
print([warning.category.__name__ for warning in caught])
