"""Text of elements, and how trees are written."""

from bs4 import BeautifulSoup, CData, Comment, NavigableString, Script

PAGE = """<html><head><title> Page </title><style>p { }</style></head><body>
<h1>Head  line</h1>
<p>One <b>bold</b>, <i>two</i>.<br/>three</p>
<script>var x = 1;</script><!-- hidden -->
<ul><li> a </li><li>b</li></ul>
</body></html>"""
soup = BeautifulSoup(PAGE, "html.parser")

#: all text
print(repr(soup.get_text()))
print(repr(soup.text == soup.get_text()))
#: separator
print(repr(soup.p.get_text("|")), repr(soup.p.get_text("|", strip=True)), repr(soup.ul.get_text(",", strip=True)))
print(repr(soup.get_text(separator="\n", strip=True)))
#: strip
print(repr(soup.title.text), repr(soup.title.get_text(strip=True)), repr(soup.title.text.strip()))
#: strings of several
print(list(soup.p.strings), list(soup.p.stripped_strings), "".join(soup.ul.stripped_strings))
#: string of script and style
print(repr(soup.script.string), repr(soup.style.string), repr(soup.script.get_text()), repr(soup.style.text))
#: text without scripts
for tag in soup(["script", "style"]):
    tag.decompose()
print(repr(soup.get_text()))
print("\n".join(line.strip() for line in soup.get_text().splitlines() if line.strip()))
#: text of strings
print(repr(soup.h1.string.get_text()), repr(soup.h1.string.strip()), repr(soup.h1.contents[0].text))
print(list(soup.li.string.stripped_strings), list(soup.li.string.strings))
#: kinds of text
print(repr(soup.get_text(types=Comment)), repr(soup.get_text(types=(Script,))), len(soup.get_text(types=None)))
#: strings are strings
text = soup.h1.string
print(text.upper(), text + "!", text.split(), len(text), text == "Head  line", f"{text:>12}", type(text.strip()).__name__)
print(isinstance(str(text), str), type(str(text)).__name__, text.name, text.string is text)
#: prettify
print(soup.prettify())
#: prettify an element
print(soup.p.prettify())
print(soup.ul.prettify(formatter="html"))
#: written
print(str(soup.p), repr(soup.p), f"{soup.b}", soup.br)
print(soup.ul.decode_contents(), soup.ul.decode(), soup.ul.encode(), soup.h1.encode_contents())
#: prettify keeps preformatted text
print(BeautifulSoup("<div><pre> a\n  b </pre><p><textarea> x\n</textarea></p></div>", "html.parser").prettify())
#: prettify a page that is not whole
print(BeautifulSoup("<p>a<b>b</b> c</p><!-- d -->e", "lxml").prettify())
#: prettify inline and empty
print(BeautifulSoup('<div><p></p><br><img src="a"><a href="b"></a></div>', "html5lib").prettify())
#: prettify nested lists
print(BeautifulSoup("<ul><li>a<ul><li>b</li></ul></li></ul>", "html.parser").prettify())
#: entities
page = BeautifulSoup("<p title='\"a\" & b'>1 < 2 &amp;&amp; 3 &gt; 2 © é \"q\" 'r'</p>", "html.parser")
for formatter in ("minimal", "html", "html5", None):
    print(formatter, page.decode(formatter=formatter))
print(page.decode(formatter=lambda text: text.upper()))
#: quotes in attributes
page = BeautifulSoup("<p>x</p>", "html.parser")
for value in ("a'b", 'a"b', "a'\"b", "<a>", "a&b"):
    page.p["title"] = value
    print(page)
#: empty elements by formatter
page = BeautifulSoup("<p>a<br>b<input disabled value=''></p>", "html.parser")
print(page.decode(formatter="html5"), page.decode(formatter="minimal"))
#: indented by hand
from bs4.formatter import HTMLFormatter

print(BeautifulSoup("<ul><li>a</li></ul>", "html.parser").prettify(formatter=HTMLFormatter(indent=4)))
#: encodings
page = BeautifulSoup("<meta charset='gbk'><p>é 你</p>", "html.parser")
print(page, page.encode("ascii"), page.p.encode("utf-8"), page.encode("gbk"))
#: kinds of strings are written in brackets
page = BeautifulSoup("<p></p>", "html.parser")
for kind in (Comment, CData, NavigableString):
    page.p.append(kind("a < b"))
print(page, page.p.contents, page.get_text())
#: document type
page = BeautifulSoup("<!DOCTYPE html><p>x</p>", "html.parser")
print(page.contents, type(page.contents[0]).__name__, str(page))
#: bytes
for parser in ("html.parser", "lxml", "html5lib"):
    page = BeautifulSoup("<meta charset='gbk'><p>你好</p>".encode("gbk"), parser)
    print(parser, page.p.text, page.original_encoding, page.declared_html_encoding)
#: bytes of UTF-8
page = BeautifulSoup("<p>Ünï 你</p>".encode(), "html.parser")
print(page.p.string, page.original_encoding)
#: bytes with an encoding given
print(BeautifulSoup("<p>é</p>".encode("latin-1"), "html.parser", from_encoding="latin-1").p.text)
#: a mark of the byte order
print(repr(BeautifulSoup("\ufeff<p>é</p>".encode(), "html.parser").text))
#: a file
import io

print(BeautifulSoup(io.StringIO("<p>from a file</p>"), "html.parser").p.text)
#: white space
page = BeautifulSoup("<p>  a  </p>   <p>\n\n</p><p>&nbsp; b</p>", "html.parser")
print([p.text for p in page("p")], [p.get_text(strip=True) for p in page("p")], page.contents)
