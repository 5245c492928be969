"""The trees that the three parsers make of pages that are not as they should be."""

from bs4 import BeautifulSoup


def show(markup):
    for parser in ("html.parser", "lxml", "html5lib"):
        print(parser, BeautifulSoup(markup, parser))


#: text alone
show("a")
#: nothing
show("")
#: an end tag without a begin
show("<a></p>")
#: paragraphs without an end
show("<p>one<p>two<p>three")
#: items without an end
show("<ul><li>a<li>b<ul><li>c</ul><li>d</ul>")
#: cells without an end
show("<table><tr><td>1<td>2<tr><td>3<td>4</table>after")
#: a cell outside of a table
show("<td>x</td>")
#: text in a table
show("<table><p>x</p><tr><td>y</td></tr></table>")
#: crossed tags
show("<b><i>x</b>y</i>z")
#: a block in an inline element
show("<b><div>x</b>y</div>z")
#: a title and text
show("<title>t</title>hello")
#: a script first
show("<script>if (a < b) { go('</p>') }</script><p>x")
#: a whole page
show("<!DOCTYPE html>\n<html>\n<head>\n<title>x</title>\n</head>\n<body>\n<p>a</p>\n</body>\n</html>\n")
#: text after the end
show("<html><body><p>a</p></body></html>\ntail<p>b")
#: two bodies
show("<body class=a>x<body class=b id=c>y")
#: definition list
show("<dl><dt>a<dd>b<dt>c<dd>d</dl>")
#: options
show("<select><option>a<option value=2 selected>b</select>")
#: form in form
show("<form><input name=a><form><input name=b></form>x</form>")
#: link in link
show("<a href=1>one<a href=2>two</a>")
#: heading in heading
show("<h1>a<h2>b</h2>")
#: empty elements
show("<p>a<br>b<br/>c<hr>d<img src=x>e</p>")
#: an end of an empty element
show("a</br>b")
#: a tag that closes itself
show("<div/>x<p/>y")
#: comments
show("<!-- a --><p>x<!-- b -->y</p><!-- c -->")
#: a comment before and after the document
show("<!--1--><html><!--2--><head></head><!--3--><body><!--4--></body><!--5--></html><!--6-->")
#: characters by number and by name
show("<p>a &amp; b &lt;c&gt; &copy; &#169; &#xA9; &eacute; &nbsp;|</p>")
#: ampersands that are none
show("<p>AT&T R&D a&b; &foo; & &#; x&y=1</p>")
#: an address with ampersands
show('<a href="?a=1&b=2&amp;c=3">q</a>')
#: attributes without quotes
show("<a href=/x/y?z=1 class=one id=two>t</a>")
#: attributes without values
show("<input disabled checked value>")
#: attributes twice
show("<p id=a id=b class=x class=y>t</p>")
#: capitals
show("<DIV CLASS=Big ID=One>X<P>Y</DIV>")
#: unknown elements
show("<my-card><foo:bar>x</foo:bar></my-card>")
#: white space between
show("<div>\n  <p>a</p>  <p>b</p>\n\n</div>\n")
#: preformatted text
show("<pre>\n  a\n    b\n</pre><textarea>\n x </textarea>")
#: style and title hold no tags
show("<style>p > a { }</style><title>a <b> c</title>")
#: noscript
show("<noscript><p>turn it on</p></noscript>")
#: an iframe
show("<iframe src=x>old <b>page</b></iframe>y")
#: vector graphics
show('<svg viewBox="0 0 1 1"><path d="M0"/><text>t</text></svg><p>x')
#: elements of HTML 5
show("<main><article><header>h</header><section>s</section></article></main><footer>f</footer>")
#: a paragraph around a block
show("<p><div>a</div>b</p>c")
#: a paragraph in a span
show("<span><p>a</span>b</p>")
#: nested tables
show("<table><tr><td><table><tr><td>in</table></td><td>out</td></tr></table>")
#: headers of a table
show("<table><caption>c</caption><thead><tr><th>a</thead><tbody><tr><td>b</tbody><tfoot><tr><td>c</table>")
#: columns
show("<table><colgroup><col><col></colgroup><tr><td>a</table>")
#: less than
show("<p>1 < 2 and 3 > 2</p>")
#: an unfinished tag
show("<p>a</p><a href='x'>b</a")
#: a document type of old
show('<!DOCTYPE html PUBLIC "-//W3C//DTD HTML 4.01//EN" "http://www.w3.org/TR/html4/strict.dtd"><p>x')
#: instructions
show("<?xml version='1.0'?><p>x</p>")
#: head after body
show("<p>x</p><head><title>t</title></head>")
#: meta and link in the body
show("<div><meta name=a content=b><link rel=stylesheet href=c>x</div>")
#: frames
show("<frameset cols=2><frame src=a><frame src=b></frameset>")
#: bold that goes on
show("<p><b>a<p>b</b>c")
#: Chinese text
show("<div id='showing-soon'><div class='item'>即将<li>11月28日</div></div>")
#: a list in a paragraph
show("<p>a<ul><li>b</ul>c</p>d")
#: a button in a button
show("<button>a<button>b</button>c</button>")
#: ruby
show("<ruby>漢<rp>(</rp><rt>kan</rt><rp>)</rp></ruby>")
#: a template
show("<template><td>x</td></template>y")
#: line ends
show("<p>a\r\nb\rc</p>")
#: the null character
show("<p>a\0b</p>")
#: script in the body with a comment
show("<body><script><!-- x --></script><p>y</p></body>")
#: a quote that never ends
show("<p title='a>b</p><p>c</p>")
