"""Ways through a tree."""

from bs4 import BeautifulSoup, Comment, NavigableString, Tag

PAGE = """<html><head><title>Three crows</title></head>
<body>
<p class="title"><b>Three crows</b></p>
<p class="story">On a wall sat three crows:
<a href="http://example.com/ada" class="crow" id="link1">Ada</a>,
<a href="http://example.com/bo" class="crow" id="link2">Bo</a> and
<a href="http://example.com/cy" class="crow" id="link3">Cy</a>;
and one flew.</p>
<p class="story">...</p>
</body></html>
"""
soup = BeautifulSoup(PAGE, "html.parser")

#: by name
print(soup.title, soup.title.name, soup.title.string, soup.title.parent.name)
print(soup.p, soup.p["class"], soup.a)
#: what is not there
print(soup.nothing, soup.find("nothing"), soup.find_all("nothing"))
try:
    soup.nothing.text
except AttributeError as error:
    print(error)
#: contents and children
print(soup.body.contents[1], len(soup.body.contents), len(soup.body))
print([child.name for child in soup.body.children])
print([type(child).__name__ for child in soup.head])
#: descendants
print([node.name or str(node) for node in soup.head.descendants])
print(len(list(soup.descendants)))
#: parents
print([parent.name for parent in soup.a.parents])
print(soup.parent, soup.html.parent.name)
#: siblings
link = soup.a
print(repr(link.next_sibling), link.next_sibling.next_sibling)
print(repr(link.previous_sibling))
print([str(node) for node in link.next_siblings])
print([str(node) for node in soup.find(id="link3").previous_siblings])
#: elements one after the other
last = soup.find("a", id="link3")
print(repr(last.next_element), repr(last.next_sibling), repr(last.next_element.next_element))
print(repr(last.previous_element))
print([str(node)[:12] for node in last.next_elements])
#: string
print(repr(soup.title.string), repr(soup.head.string), repr(soup.body.string))
#: strings
print(list(soup.strings)[:6])
print(list(soup.stripped_strings))
#: classes
print(type(soup), type(soup.p), type(soup.title.string), isinstance(soup.p, Tag))
print(isinstance(soup.title.string, NavigableString), isinstance(soup, Tag))
#: kinds of strings
page = BeautifulSoup("<p><!--hidden-->shown</p><script>x</script>", "html.parser")
for node in page.descendants:
    if not node.name:
        print(type(node).__name__, repr(node), isinstance(node, Comment))
#: first and last
print(soup.body.contents[0] == "\n", soup.body.contents[-1] == "\n")
print(soup.find_all("p")[-1].get_text())
#: truth and length
print(bool(soup.b), len(soup.b), bool(BeautifulSoup("<p></p>", "html.parser").p))
#: equality
page = BeautifulSoup("<p>a</p><p>a</p><p>b</p>", "html.parser")
first, second, third = page.find_all("p")
print(first == second, first is second, first == third, first != third, first in page.contents)
#: lines of the source
print([(tag.name, tag.sourceline, tag.sourcepos) for tag in soup.find_all(["p", "a"])])
#: copies
import copy

copied = copy.copy(soup.b)
print(copied, copied == soup.b, copied is soup.b, copied.parent)
#: the name of the page
print(soup.name, soup.body.name)
#: find_next and the like
print(soup.p.find_next("a"), soup.p.find_next_sibling("p")["class"])
print([tag["id"] for tag in soup.p.find_all_next("a", limit=2)])
print(soup.find(id="link2").find_previous("a")["id"], soup.find(id="link2").find_previous_sibling("a")["id"])
print([tag["id"] for tag in soup.find(id="link3").find_previous_siblings("a")])
print([tag["id"] for tag in soup.a.find_next_siblings("a")])
print(soup.a.find_parent("p")["class"], [tag.name for tag in soup.a.find_parents()])
print([tag.name for tag in soup.a.find_all_previous(True)])
print(repr(soup.a.find_next(string=True)), repr(soup.a.find_next_sibling(string=lambda text: "and" in text)))
#: hasattr and getattr
print(hasattr(soup, "title"), hasattr(soup.title, "__nothing__"), getattr(soup, "b"))
#: iteration over a page
for row in BeautifulSoup("<table><tr><td>1</td><td>2</td></tr><tr><td>3</td></tr></table>", "lxml").table:
    print(row.name, [cell.text for cell in row])
#: an index
print(soup.body.index(soup.p), [soup.body.contents[i].name for i in (1, 3, 5)])
