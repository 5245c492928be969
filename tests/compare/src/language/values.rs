//! Parts of plain values: operations, slices, sorting, comprehensions, unpacking, matching.

use super::{Part, part, with};

pub(super) const PARTS: &[Part] = &[
    part(
        r#"
print($e, $e)
print($i, $f, repr($s))
$?print($b, $l, $d)
print(repr($e), str($e), type($e).__name__)
"#,
    ),
    part(
        r#"
values = $l
print(values, values[$n:], values[:-$k], values[::-$k], values[-$k::$k])
values.append($i)
$?values.insert($n, $i)
$?values.extend($l)
values[$n:$n] = $l
$?del values[:$k]
$?values *= $k
values.sort($[|reverse=True|key=lambda x: (x % 3, x)|key=abs]$)
$?values.reverse()
print(values, len(values), sum(values), values.count($i), $i in values)
print(values.pop(), values.$[copy()|pop(0)|count(1)]$)
"#,
    ),
    part(
        r#"
table = $d
table.update($d)
table[$s] = $i
$?table.setdefault($s, $i)
$?print(table.pop($s, $i))
for key, value in $[table.items()|sorted(table.items())|sorted(table.items(), key=lambda item: item[1])]$:
    print(f"{key:$S}|{value:$I}")
print(table, list(table), $s in table, table.get($s, "none"), table == $d, {v: k for k, v in table.items()})
"#,
    ),
    part(
        r#"
first, *rest = $l
print(first, rest)
$?(a, b), *c = ($i, $f), *$l
$?head, *middle, last = $s
a, b = b, a = $i, $i
print(a, b, [*rest, a], {**$d, "z": a}, (lambda *args, **kwargs: (args, kwargs))(*rest, **$d))
"#,
    ),
    part(
        r#"
for number, word in enumerate($w, $i):
    if len(word) $o $k:
        continue
    print(number, word)
    if number > $i:
        break
else:
    print("through")
n = $k
while n < 20:
    n = n * 2 $[+|+ 1 +]$ 1
    if n == 7:
        print("seven")
        break
    $?n += 1
else:
    print("no seven", n)
"#,
    ),
    part(
        r#"
print([[x $m y for y in range($k)] for x in $l])
print({x: [y for y in $l if y > x] for x in $l[:3]})
print(sorted({x % $k for x in $l}), sum(x * x for x in $l if x $o $i))
print([w for line in $s.splitlines() for w in line.split()], max((len(w), w) for w in [*$w, ""]))
$?print(any(x > $i for x in $l), all(w for w in $w), [x for x in $l if x if x > 1])
"#,
    ),
    part(
        r#"
def told(value):
    match value:
        case $[0|1|7|-17|True|'spam'|2.5]$:
            return "that number"
        case bool() | None:
            return f"constant {value}"
        case int(n) if n $o $k * 10:
            return f"number {n:$I}"
        case float():
            return "float"
        case str() as text if len(text) $o $k:
            return f"text {text:$S}"
        case [x]:
            return f"only {x}"
        case [x, y] | [x, y, _]:
            return f"two {x} {y}"
        case [x, *rest]:
            return f"many {x} {len(rest)}"
        case {"a": a, **rest}:
            return f"mapping {a} {rest}"
        case {}:
            return f"mapping of {len(value)}"
        case _:
            return type(value).__name__


for value in ($e, $e, $i, $s, $l, $d, $t, {"a": $u, "c": 1}, $f):
    print(told(value))
"#,
    ),
    part(
        r#"
rows = [{"name": w, "n": len(w), "k": $k} for w in $w] + [{"name": $s, "n": $i, "k": $k}]
rows.sort(key=lambda row: ($[row["n"], row["name"]|-row["n"], row["name"]|row["name"].lower(), row["n"]|row["k"], row["name"]]$))
for row in rows:
    print(f"{row['name']!r:<14}{row['n']:>8}{row['k']:^5}|")
print(sum(row["n"] for row in rows), max(rows, key=lambda row: row["n"])["name"], {row["k"] for row in rows if row["k"] == 1})
"#,
    ),
    part(
        r#"
data = $y
print(data, bytes(data).hex(), list(data)[:4], data + b"z", data.decode("utf-8", "$[replace|ignore|backslashreplace]$"), len(data))
print($s.encode("$[utf-8|utf-16-le|ascii]$", "$[replace|ignore|xmlcharrefreplace]$"), int.from_bytes(bytes(data), "$[big|little]$"), data[::-1], data[$n:], b"b" in data)
print(($i % 256).to_bytes(2, "$[big|little]$"), data.upper(), data.find(b"b"), data.split(b"b"))
"#,
    ),
    with(
        "import operator",
        r#"
total = $i
total += $i
total $m= $k
$?total //= $k
$?total **= 2
print(total, f"{total:$I}", bool(total), total == $i, -total, +total)
values = $l
alias = values
values += $l
print(alias is values, alias, operator.add($i, $i), operator.mul($s, $k), operator.itemgetter(0)($t), operator.contains($l, $i))
x = y = $i
x, y = y + 1, x
print(x, y, x if x > y else y, x and y, x or y, not x, x < y < 10, 0 < x <= 5)
"#,
    ),
];
