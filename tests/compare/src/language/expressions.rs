//! The expressions of each kind, between bars or on lines of their own: those without holes, and those with.

type Kinds = (&'static str, &'static str);

/// Returns the expressions of the kind that a letter stands for.
pub(super) fn of_kind(letter: char) -> Kinds {
    match letter {
        'i' => (INTS, INTS_OF),
        'f' => (FLOATS, FLOATS_OF),
        's' => (TEXTS, TEXTS_OF),
        'l' => (LISTS, LISTS_OF),
        'w' => (WORDS, WORDS_OF),
        'd' => (DICTS, DICTS_OF),
        't' => (TUPLES, TUPLES_OF),
        'b' => (BOOLS, BOOLS_OF),
        'e' => (ANY, ANY),
        'u' => (ITEMS, ""),
        'n' => (SMALL, ""),
        'k' => (COUNTS, ""),
        'o' => (COMPARISONS, ""),
        'm' => (OPERATORS, ""),
        'x' => (FAILING, FAILING),
        'I' => (INT_FORMATS, ""),
        'F' => (FLOAT_FORMATS, ""),
        'S' => (TEXT_FORMATS, ""),
        'q' => (ERRORS, ""),
        'r' => (PATTERNS, ""),
        'y' => (BYTES, ""),
        _ => ("None", ""),
    }
}

const INTS: &str = r#"
0 ¦ 1 ¦ -1 ¦ 2 ¦ 3 ¦ 7 ¦ 10 ¦ 42 ¦ 255 ¦ -17 ¦ 1000 ¦ 2**31 ¦ 10**18 ¦ True
"#;
const INTS_OF: &str = r#"
($i + $i) ¦ ($i - $i) ¦ ($i * $i) ¦ ($i // ($i or 1)) ¦ ($i % ($i or 3)) ¦ abs($i) ¦ len($s) ¦ sum($l) ¦ -$i
max($i, $i) ¦ min($l, default=$i) ¦ int($f) ¦ ($i if $b else $i) ¦ ($i).bit_length() ¦ $l[$n] ¦ round($f)
divmod($i, $i or 1)[$[0|1]$] ¦ ($i) ** $n ¦ $s.count($s) ¦ $s.find($s) ¦ len($l) ¦ len($d) ¦ ($i & $i)
($i | $i) ¦ ($i ^ $i) ¦ (~$i) ¦ ($i << $n) ¦ ($i >> $n) ¦ $d.get($s, $i) ¦ sum(len(w) for w in $w)
int(str($i)) ¦ hash($i) ¦ next(iter($l), $i) ¦ bool($e) ¦ int($b) ¦ $t[$n]
(lambda x, y=$i: x + y)($i) ¦ len(set($l)) ¦ round($i, -$n) ¦ pow($i, $n, 97) ¦ ord($s[$n])
"#;

const FLOATS: &str = r#"
0.5 ¦ 1.5 ¦ -2.25 ¦ 3.14159 ¦ 1e10 ¦ 1e-7 ¦ 100.0 ¦ 0.1 ¦ -0.0 ¦ 2.5 ¦ 1e22 ¦ 123456.789
"#;
const FLOATS_OF: &str = r#"
($f + $f) ¦ ($f - $f) ¦ ($f * $f) ¦ ($f / ($f or 1)) ¦ ($i / ($i or 1)) ¦ round($f, $n) ¦ float($i % 1000)
abs($f) ¦ sum([$f, $f, $f]) ¦ ($f // ($f or 2)) ¦ ($f % ($f or 2)) ¦ max($f, $f) ¦ float(str($f))
($f if $b else $f) ¦ -$f ¦ (($i % 50) ** 0.5 if $b else $f)
"#;

const TEXTS: &str = r#"
'spam' ¦ 'Hello World' ¦ '' ¦ 'a,b,c' ¦ '  pad ' ¦ 'éß' ¦ '123' ¦ 'x' ¦ 'The quick brown fox' ¦ "its"
'tab\tend' ¦ 'UPPER lower' ¦ 'line\nbreak' ¦ 'aaa' ¦ '€uro'
"#;
const TEXTS_OF: &str = r#"
$s.upper() ¦ $s.lower() ¦ $s.title() ¦ $s.strip() ¦ $s.replace($s, $s, $n) ¦ $s[::-1] ¦ $s[$n:] ¦ $s[:$n]
$s[$n:-$k] ¦ $s.join($w) ¦ str($i) ¦ str($f) ¦ repr($e) ¦ $s.center($k * 4, '*') ¦ $s.zfill($k * 3)
$s.ljust($k * 3, '.') ¦ ($s * $n) ¦ ($s + $s) ¦ $s.capitalize() ¦ $s.swapcase() ¦ $s.removeprefix($s)
$s.partition($s or ' ')[$[0|1|2]$] ¦ f'{ $i}' ¦ f'{ $i:$I}' ¦ f'{ $f:$F}' ¦ f'{ $s:$S}' ¦ f'{ $s!r:$S}'
'%s-%d' % ($s, $i) ¦ '%5.2f|%-8s|%x' % ($f, $s, abs($i)) ¦ '{}:{}'.format($i, $s) ¦ '{1} {0!r}'.format($s, $f)
$s.expandtabs($k) ¦ $s.casefold() ¦ ($s if $b else $s) ¦ ''.join(sorted($s)) ¦ $w[$n] ¦ chr(65 + $n) ¦ hex($i)
bin($i % 64) ¦ $s.rjust($k * 3) ¦ $s.strip('ax ') ¦ ' '.join(reversed($s.split())) ¦ format($f, '$F')
str($l) ¦ str($d) ¦ ascii($s) ¦ str($t) ¦ $s.translate(str.maketrans('ae', 'AE', 'o'))
$s.rpartition($s or ' ')[-1] ¦ $s.lstrip('Tax').rstrip('nx') ¦ str($b) ¦ oct(abs($i))
"#;

const LISTS: &str = r#"
[1, 2, 3] ¦ [] ¦ [5, 3, 8, 1] ¦ list(range(6)) ¦ [0] ¦ [-1, 1, -1] ¦ [10, 20, 30, 40] ¦ [2, 2, 1]
"#;
const LISTS_OF: &str = r#"
[$i, $i, $i] ¦ [x for x in $l if x $o $i] ¦ [x $m $k for x in $l] ¦ sorted($l) ¦ sorted($l, reverse=$b)
sorted($l, key=lambda x: -x) ¦ ($l + $l) ¦ $l[$n:] ¦ $l[::-1] ¦ $l[::$k] ¦ $l * $n ¦ list(map(abs, $l))
list(filter(None, $l)) ¦ list(reversed($l)) ¦ [x * y for x in $l for y in $l if x < y][:6] ¦ sorted(set($l))
[len(w) for w in $w] ¦ list($d.values()) ¦ [*$l, $i, *$l] ¦ list(range($n, $i % 20, $k))
[i for i, x in enumerate($l) if x] ¦ [a + b for a, b in zip($l, $l)] ¦ [int(c) for c in str(abs($i))]
$l[$n:$n] + $l[-$k:] ¦ [ord(c) for c in $s[:3]] ¦ list(dict.fromkeys($l))
[x if x $o $k else -x for x in $l]
"#;

const WORDS: &str = r#"
['a', 'b'] ¦ 'one two three'.split() ¦ [] ¦ list('hello') ¦ ['Zed', 'amy', 'Bob'] ¦ ['x', 'yy', 'zzz']
"#;
const WORDS_OF: &str = r#"
$s.split() ¦ $s.split(',') ¦ sorted($w) ¦ sorted($w, key=len) ¦ sorted($w, key=str.lower, reverse=True)
[w.upper() for w in $w] ¦ [w[::-1] for w in $w if w] ¦ ($w + $w) ¦ $w[$n:] ¦ list(map(str, $l)) ¦ list($s)[:5]
[str(x) * $k for x in $l][:3] ¦ sorted({*$w}) ¦ list($d) ¦ [f'{w:$S}' for w in $w] ¦ $s.splitlines()
$s.rsplit(maxsplit=$n) ¦ [a + b for a, b in zip($w, $w)] ¦ [w for w in $w if w > $s]
"#;

const DICTS: &str = r#"
{'a': 1, 'b': 2} ¦ {} ¦ dict(x=10, y=20) ¦ {'k': 0, 'm': -5, 'n': 7}
"#;
const DICTS_OF: &str = r#"
{w: len(w) for w in $w} ¦ dict(zip($w, $l)) ¦ ($d | $d) ¦ {**$d, $s: $i} ¦ {k: v $m $k for k, v in $d.items()}
{c: $s.count(c) for c in $s[:4]} ¦ dict(sorted($d.items(), reverse=True))
{k: v for k, v in $d.items() if v $o $i} ¦ dict.fromkeys($w, $i) ¦ {str(i): x for i, x in enumerate($l)}
{k.upper(): v for k, v in $d.items()} ¦ dict(list($d.items())[:$n])
"#;

const TUPLES: &str = r#"
(1, 2, 3) ¦ (7,) ¦ (0, -1) ¦ (5, 5, 5, 5)
"#;
const TUPLES_OF: &str = r#"
($i, $i) ¦ tuple($l) ¦ ($t + $t) ¦ $t[::-1] ¦ $t[$n:] ¦ tuple(x $m 2 for x in $t) ¦ ($i, *$t)
tuple(sorted($t)) ¦ $t * $n ¦ divmod($i, $i or 5)
"#;

const BOOLS: &str = r#"
True ¦ False
"#;
const BOOLS_OF: &str = r#"
($i $o $i) ¦ ($f $o $f) ¦ ($s $o $s) ¦ ($i in $l) ¦ ($s in $s) ¦ (not $b) ¦ ($b and $b) ¦ ($b or $b) ¦ all($l)
any($l) ¦ $s.startswith($s) ¦ $s.isalpha() ¦ $s.isdigit()
isinstance($e, $[int|str|list|(int, float)|dict|tuple|bool]$) ¦ ($l $o $l) ¦ ($l == $l) ¦ ($s in $d)
bool($e) ¦ ($i $o $i $o $i) ¦ ($t $o $t) ¦ ($e is None) ¦ ({*$l} <= {*$l}) ¦ $s.islower() ¦ ($e == $e)
($e != $e) ¦ $s.isidentifier() ¦ callable($[len|$i|str]$) ¦ $s.isspace() ¦ $s.endswith(('x', 'd'))
({*$w} & {*$w} == set())
"#;

const ANY: &str = r#"
$i ¦ $f ¦ $s ¦ $l ¦ $d ¦ $t ¦ $b ¦ None ¦ $w ¦ [$s, $i] ¦ { $s: $l} ¦ ($s, $f) ¦ $y
"#;
const ITEMS: &str = r#"
1 ¦ 'a' ¦ 2.5 ¦ None ¦ True ¦ (1, 2) ¦ [1] ¦ {'k': 1} ¦ -3 ¦ '' ¦ b'x'
"#;
const SMALL: &str = r#"
0 ¦ 1 ¦ 2 ¦ 3 ¦ 5
"#;
const COUNTS: &str = r#"
1 ¦ 2 ¦ 3 ¦ 4
"#;
const COMPARISONS: &str = r#"
< ¦ <= ¦ == ¦ != ¦ > ¦ >=
"#;
const OPERATORS: &str = r#"
+ ¦ - ¦ *
"#;
const BYTES: &str = r#"
b'abc' ¦ b'' ¦ b'\x00\xff' ¦ bytearray(b'xy') ¦ 'é'.encode()
"#;

const FAILING: &str = r#"
1 / 0 ¦ [][$n] ¦ {}[$s] ¦ int($s) ¦ $s + 1 ¦ None.missing ¦ [1, 2].index(99) ¦ $i.missing ¦ len($i) ¦ $l['a']
undefined_name ¦ next(iter([])) ¦ float('x' + $s) ¦ $s.missing() ¦ $t[99] ¦ $d[$s] ¦ [] + () ¦ 'a' * 'b'
-'a' ¦ $l < 3 ¦ sorted([1, 'a']) ¦ max([]) ¦ (lambda a: a)() ¦ (lambda: 1)(2) ¦ list(5) ¦ dict.nope ¦ iter(3)
$s.index('zzz') ¦ [].pop() ¦ {}.popitem() ¦ ord('ab') ¦ chr(-1) ¦ range(1, 2, 0) ¦ 'abc'.join([1])
isinstance(1, 2) ¦ object().x ¦ $i() ¦ '{}'.format() ¦ '%d' % 'x' ¦ int('9', 5)
bytes([999]) ¦ {1}.remove(2) ¦ setattr(1, 'a', 2) ¦ 'é'.encode('ascii') ¦ 'x'.nope ¦ divmod(1, 'a') ¦ abs('a')
round('a') ¦ sum(['a']) ¦ type('A', (1,), {}) ¦ ''.join(5) ¦ [1, 2, 3][::0] ¦ 'a'.split('') ¦ int(None)
str(1, 2) ¦ zip(1) ¦ memoryview(1) ¦ print(1, nope=2)
"#;

const INT_FORMATS: &str = r#"
d ¦ >8 ¦ <8 ¦ ^9 ¦ 08d ¦ +d ¦ , ¦ _ ¦ x ¦ #x ¦ b ¦ o ¦ #010b ¦ =+8d ¦ *^11 ¦ e ¦ 5d ¦ -d ¦  d ¦ .2f ¦ X ¦ c<5
"#;
const FLOAT_FORMATS: &str = r#"
.2f ¦ 10.3f ¦ <10.1f ¦ +.1e ¦ ,.2f ¦ g ¦ .3g ¦ % ¦ .1% ¦ 010.2f ¦ ^12.2f ¦ _.1f ¦ e ¦ *>12.4f ¦  ¦ n ¦ .0f
G ¦ .10g
"#;
const TEXT_FORMATS: &str = r#"
>10 ¦ <10 ¦ ^10 ¦ *^12 ¦ .3 ¦ 10.2 ¦  ¦ s ¦ ->6 ¦ _<7.4
"#;
const ERRORS: &str = r#"
ValueError ¦ KeyError ¦ TypeError ¦ IndexError ¦ RuntimeError ¦ ZeroDivisionError ¦ LookupError
ArithmeticError ¦ OSError
"#;
const PATTERNS: &str = r#"
\d+ ¦ \w+ ¦ [aeiou] ¦ (\w)(\w) ¦ ^. ¦ \s+ ¦ [A-Z]\w* ¦ (?P<first>\w)\w* ¦ .$ ¦ a|b|c ¦ \b\w ¦ (.)\1 ¦ [^a-z]+
o(?= ) ¦ (?i)the ¦ l{1,2} ¦ \W
"#;
