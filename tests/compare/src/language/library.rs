//! Parts of the library.

use super::{Part, with};

pub(super) const PARTS: &[Part] = &[
    with(
        "import json",
        r#"
data = {"i": $i, "f": $f, "s": $s, "l": $l, "d": $d, "n": None, "b": $b, "w": $w}
text = json.dumps(data$[|, indent=2|, sort_keys=True|, ensure_ascii=False|, separators=(",", ":")]$)
print(text)
print(json.loads(text) == data, json.loads('{"a": [1, 2.5, "x", null, true]}'), json.dumps($e, default=str))
for wrong in ('[1,]', '{"a" 1}', "nul", "[1 2]", '{"k": $n', "$n $n", "'x'"):
    try:
        print(json.loads(wrong))
    except ValueError as error:
        print(error)
"#,
    ),
    with(
        "import collections",
        r#"
counts = collections.Counter($s + "hello")
counts.update($w)
print(counts.most_common(3), counts["l"], sum(counts.values()), counts - collections.Counter("hello"), +counts == counts)
groups = collections.defaultdict($[list|set|int]$)
queue = collections.deque($l, maxlen=$[None|3|5]$)
queue.append($i)
queue.appendleft($i)
queue.rotate($[1|-1|2]$)
print(groups.default_factory.__name__, queue, list(queue)[:2], queue.pop())
Point = collections.namedtuple("Point", "x y", defaults=($u,))
p = Point($e)
print(p, p._replace(y=$u), p._asdict(), p.x, p == (p.x, p.y), Point._fields)
chain = collections.ChainMap($d, $d)
print(dict(chain), len(chain.maps), chain.get("a"))
ordered = collections.OrderedDict($d)
ordered["z"] = $i
ordered.move_to_end("z", last=$b)
print(ordered, list(ordered.items())[:2])
"#,
    ),
    with(
        "import datetime",
        r#"
when = datetime.datetime(2024, $k, $k * 7, $k, $k * 12, $n, $n * 1000)
gap = datetime.timedelta(days=$i % 400, hours=$k, minutes=$i % 60, seconds=$f % 50)
print(when, when + gap, gap, repr(gap), (when - gap).date(), gap * $k, gap // 3, gap.total_seconds())
print(when.strftime("%Y-%m-%d %H:%M:%S %a %b %j %p %I %y"), when.isoformat(), when.weekday(), when.isocalendar().week, f"{when:%d/%m/%y}", when.replace(month=12).ctime())
print(datetime.datetime.strptime("2024-0$k-1$n", "%Y-%m-%d"), datetime.date.fromisoformat("2023-1$[0|1|2]$-0$k"), datetime.date(2024, 2, 28) + datetime.timedelta($k), sorted([when, when - gap, when + gap])[0] == when - gap)
zone = datetime.timezone(datetime.timedelta(hours=$n, minutes=30))
print(when.replace(tzinfo=zone).astimezone(datetime.UTC), zone, when.replace(tzinfo=zone).isoformat())
"#,
    ),
    with(
        "import decimal;import fractions",
        r#"
a, b = decimal.Decimal($[str(round($f, 3))|"1.10"|"2.675"|$i]$), decimal.Decimal("$k.$k5")
print(a, a + b, a * b, a - b, a / b, a // b, a % b, -a, abs(a), a == b, a < b, repr(b))
print(b.quantize(decimal.Decimal("0.1"), decimal.$[ROUND_HALF_UP|ROUND_HALF_EVEN|ROUND_DOWN|ROUND_CEILING]$), round(b, 1), int(b), float(b), f"{b:.3f}", f"{a:,}", b.as_tuple().exponent, b.sqrt(), b ** 2)
x, y = fractions.Fraction($i % 100, $k), fractions.Fraction("$k/7")
print(x, y, x + y, x * y, x - y, x / y, x ** 2, float(y), y.limit_denominator(3), x > y, repr(x), round(y, 2), x.numerator)
"#,
    ),
    with(
        "import math;import statistics",
        r#"
values = [*$l, $k, $n + 1]
print(statistics.mean(values), statistics.median(values), statistics.pstdev(values), statistics.mode(values), statistics.fmean(values), statistics.quantiles(values, n=4))
x = abs($i) % 1000
print(math.sqrt(x), math.floor($f), math.ceil($f), math.factorial($n), math.comb(9, $n), math.gcd(x, 12), math.isqrt(x), math.hypot(3, $k), math.isclose($f, $f), math.prod(values), math.fsum(values), math.trunc($f), math.copysign(1, $f), math.log2(x + 1), math.lcm($k, 6))
"#,
    ),
    with(
        "import random",
        r#"
random.seed($i)
print(random.random(), random.randint(1, 100), random.choice($w + ["z"]), random.sample(range(30), $k), random.uniform(0, $k), random.choices("abc", k=$n))
deck = $l
random.shuffle(deck)
print(deck, random.gauss(0, 1), random.randrange(0, 50, $k), random.getrandbits(16))
mine = random.Random($s)
print(mine.random(), mine.randint(0, 9), mine.expovariate(1), mine.triangular(0, 1))
"#,
    ),
    with(
        "import logging;import sys",
        r#"
handler = logging.StreamHandler(sys.stdout)
handler.setFormatter(logging.Formatter("$[%(levelname)s:%(name)s:%(message)s|%(name)-8s [%(levelname)-7s] %(message)s|%(levelno)d %(funcName)s %(message)s]$"))
log = logging.getLogger("app.$[db|web|x.y]$")
log.setLevel(logging.$[DEBUG|INFO|WARNING|ERROR]$)
log.propagate = False
log.handlers = [handler]
$?handler.addFilter(lambda record: "a" in record.getMessage())
$?handler.setLevel(logging.WARNING)
log.debug("debug %s", $e)
log.info("a info %d of %s", $i, $s)
log.warning("warning %(k)s", {"k": $u})
log.error("a error %r", $s)
$?log.critical("critical", extra={"x": 1})
print(log.name, log.parent.name, log.level, log.isEnabledFor(20), logging.getLevelName(log.getEffectiveLevel()))
log.handlers.clear()
"#,
    ),
    with(
        "import csv;import io",
        r#"
out = io.StringIO()
writer = csv.writer(out, lineterminator="\n"$[|, delimiter=";"|, quoting=csv.QUOTE_ALL|, quotechar="'"]$)
writer.writerow([$s, $i, $f, None, $e])
writer.writerows([$l, $w])
print(out.getvalue())
print(list(csv.reader(io.StringIO(out.getvalue())))[:3], list(csv.DictReader(io.StringIO("a,b\n1,2\n3\n4,5,6\n"))))
"#,
    ),
    with(
        "import heapq;import bisect",
        r#"
heap = $l
heapq.heapify(heap)
heapq.heappush(heap, $i)
print(heap, heapq.heappop(heap), heapq.nlargest($k, heap), heapq.nsmallest(2, heap, key=lambda x: -x), heapq.heappushpop(heap, $i), list(heapq.merge(sorted($l), sorted($l))))
scores = sorted($l)
bisect.insort(scores, $i)
print(scores, bisect.bisect_left(scores, $i), bisect.bisect(scores, 2), [heapq.heappop(heap) for _ in range(len(heap))])
"#,
    ),
    with(
        "import pprint",
        r#"
pprint.pprint({"name": $s, "items": $l * 4, "deep": {"d": $d, "t": $t, "w": $w * 3}}, width=$[40|60|80]$$[|, compact=True|, sort_dicts=False|, indent=2|, depth=1]$)
print(pprint.pformat([$e, $e]))
"#,
    ),
    with(
        "import argparse",
        r#"
parser = argparse.ArgumentParser(prog="p", description=$s, exit_on_error=False)
parser.add_argument("names", nargs="$[*|?]$")
parser.add_argument("-n", "--number", type=int, default=$i, help="a number")
parser.add_argument("--flag", action="store_$[true|false]$")
$?parser.add_argument("--word", choices=["a", "b"], default="a")
$?parser.add_argument("-v", action="count", default=0)
for line in ("", "x", "-n 5", "--number=7 --flag", "x --flag", "-n x", "--word b", "-vv"):
    try:
        print(parser.parse_known_args(line.split()))
    except argparse.ArgumentError as error:
        print(error)
print(parser.format_usage())
"#,
    ),
    with(
        "import hashlib;import base64;import urllib.parse",
        r#"
data = $s.encode() + bytes($y)
print(hashlib.$[md5|sha1|sha256|sha512|blake2b]$(data).hexdigest()[:20], base64.b64encode(data), base64.$[urlsafe_b64encode|b32encode|b16encode]$(data), base64.b64decode(base64.b64encode(data)) == data)
print(urllib.parse.quote($s), urllib.parse.urlencode({"q": $s, "n": $i}), urllib.parse.parse_qs("a=$k&b=x&a=$n"), urllib.parse.urljoin("http://h/a/b", "$[../c|/d|e?f=1|#g|http://o/]$"), urllib.parse.unquote(urllib.parse.quote_plus($s)))
print(urllib.parse.urlsplit("http://user@h:80$n/p/a?q=$k#f"))
"#,
    ),
    with(
        "import copy;import types",
        r#"
data = {"l": $l, "d": $d, "n": [$w, [$e]]}
shallow, deep = copy.copy(data), copy.deepcopy(data)
data["l"].append($u)
data["n"][1].append("new")
print(shallow == data, deep == data, shallow["l"] is data["l"], deep["n"], len(deep["l"]))
space = types.SimpleNamespace(a=$e, b=$u)
space.c = $i
print(space, space == types.SimpleNamespace(**vars(space)), types.MappingProxyType($d)["a"])
"#,
    ),
    with(
        "import pathlib;import shlex;import fnmatch",
        r#"
path = pathlib.PurePosixPath("$[/srv/data|a/b|.|/]$") / "$[x.tar.gz|file.txt|dir|.hidden]$"
print(path, path.name, path.stem, path.suffix, path.suffixes, path.parent, path.parts, path.is_absolute(), repr(path), path / ".." / "y", list(path.parents))
print(path.with_name("new.md"), path.match("*.txt"), sorted([path, path.parent]), fnmatch.fnmatch(path.name, "*.$[txt|gz]$"), shlex.split("run 'a b' $k \"c\""), shlex.quote($s))
"#,
    ),
    with(
        "import struct;import array;import zlib",
        r#"
print(struct.pack("$[>|<]$$[IhB|HHb]$", $k, $n, $k), struct.unpack("<hI", struct.pack("<hI", -$k, $i % 1000)), struct.calcsize("$[<|>]$IhB"))
numbers = array.array("$[i|q]$", [x % 100 for x in $l])
numbers.append($k)
print(numbers, numbers.tolist(), sum(numbers), numbers[::-1], numbers.itemsize, zlib.crc32($s.encode()), zlib.decompress(zlib.compress($s.encode())))
view = memoryview(bytearray(b"abcdef"))
view[$k:$k + 1] = b"X"
print(bytes(view), view[::2].tolist(), len(view[$n:]))
"#,
    ),
    with(
        "import xml.etree.ElementTree as ET;import html",
        r#"
root = ET.Element("root", {"a": $s, "n": str($i)})
for word in $w[:3]:
    ET.SubElement(root, "item", k=word[:3]).text = $s
text = ET.tostring(root, encoding="unicode")
print(text, html.escape($s), html.unescape("&lt;$k&gt; &amp;"))
print([(item.get("k"), item.text) for item in ET.fromstring(text).findall("item")], ET.fromstring(text).attrib)
try:
    ET.fromstring("<a>$[<b></a>|</b>|<b/>|x|&no;]$</a>")
    print("well formed")
except ET.ParseError as error:
    print(error)
"#,
    ),
];
