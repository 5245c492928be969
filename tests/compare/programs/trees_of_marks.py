"""XML: trees read, searched, changed and written."""

import xml.etree.ElementTree as ET
from xml.dom import minidom
from xml.sax.saxutils import escape

root = ET.fromstring("""<library city="Bonn">
  <book id="1" lang="en"><title>One</title><price>9.50</price></book>
  <book id="2"><title>Two &amp; a half</title><price>12</price><!-- note --></book>
  <shelf><book id="3"><title/></book></shelf>tail
</library>""")
print(root.tag, root.attrib, len(root), root[0].get("lang"), root[1].get("lang", "?"))
for book in root.iter("book"):
    print(book.attrib["id"], book.findtext("title"), book.find("price") is None)
print([b.get("id") for b in root.findall("book")], root.find("./book[@id='2']/title").text, [b.get("id") for b in root.findall(".//book")])
print(root.findall("book[title='One']")[0].get("id"), root.find("nope"), root.findtext("nope", "none"))
new = ET.SubElement(root, "book", id="4")
ET.SubElement(new, "title").text = "<Four>"
root.remove(root[0])
root[0].set("seen", "yes")
print(ET.tostring(root, encoding="unicode"))
ET.indent(root)
print(ET.tostring(root).decode())
print("".join(root.itertext()).split(), [child.tag for child in root])
spaces = ET.fromstring('<a xmlns="urn:x" xmlns:y="urn:y"><b y:k="v"/></a>')
print(spaces.tag, spaces[0].attrib, spaces.find("x:b", {"x": "urn:x"}) is not None, ET.tostring(spaces))
try:
    ET.fromstring("<a><b></a>")
except ET.ParseError as error:
    print(error, error.position, error.code)
parser = ET.XMLPullParser(["start", "end"])
parser.feed("<r><x>1</x>")
parser.feed("</r>")
print([(event, element.tag) for event, element in parser.read_events()])
print(ET.tostring(ET.Element("e", {"q": 'a"<b'}), short_empty_elements=False), ET.iselement(root))
print(escape("a<b&c"))
document = minidom.parseString("<r><i n='1'>x</i><i n='2'/></r>")
for item in document.getElementsByTagName("i"):
    print(item.getAttribute("n"), item.firstChild and item.firstChild.data)
print(document.documentElement.toxml())
print(document.toprettyxml(indent=" "))
