//! Parts of errors: what fails, in what order it is handled, chains, notes, groups.

use super::{Part, part, with};

pub(super) const PARTS: &[Part] = &[
    part(
        r#"
for action in (lambda: $x, lambda: $x, lambda: $x, lambda: $x):
    try:
        print("ok", action())
    except Exception as error:
        print(type(error).__name__, isinstance(error, LookupError), error.args == ())
"#,
    ),
    part(
        r#"
def flow(n):
    try:
        print("try", n)
        if n == 0:
            $[return "early"|raise $q("zero")|1 / 0|$x]$
        if n == 1:
            $[return "one"|raise $q("one")|[][1]|{}["k"]]$
    except $q as error:
        print("first", type(error).__name__)
        $[return "handled"|pass|raise]$
    except ($q, $q, $q) as error:
        print("second", type(error).__name__)
        $[return "handled too"|raise RuntimeError("new")|raise RuntimeError("new") from error|pass]$
    else:
        print("else")
    finally:
        print("finally")
    return "end"


for n in range(3):
    try:
        print(flow(n))
    except Exception as error:
        print("out", type(error).__name__, type(error.__cause__).__name__, type(error.__context__).__name__)
"#,
    ),
    part(
        r#"
class AppError($q):
    def __init__(self, code, message="app"):
        super().__init__($[message|code, message|]$)
        self.code = code

    $?def __str__(self): return f"[{self.code}] {self.args}"


class Special(AppError):
    pass


try:
    try:
        raise $[AppError|Special]$($u)
    except AppError as error:
        error.add_note("note " + $s)
        $?error.add_note("second")
        raise Special(2, $s) from $[error|None]$
except AppError as error:
    print(repr(error), error, error.args, error.code, error.__cause__, error.__suppress_context__, error.__context__.__notes__, type(error).__mro__[1].__name__)
"#,
    ),
    part(
        r#"
group = ExceptionGroup($s or "g", [$q($s), $q($i), ExceptionGroup("inner", [$q("x"), ValueError($u)])$[|, TypeError()]$])
print(group, repr(group), group.subgroup($q), group.split(ValueError), len(group.exceptions))
try:
    try:
        raise group
    except* $[ValueError|KeyError|LookupError]$ as some:
        print("some", some.exceptions)
    except* ($q, OSError) as others:
        print("others", others.exceptions)
    $?except* Exception as rest: print("rest", rest.exceptions)
    finally:
        print("finally")
except BaseException as left:
    print("left", repr(left))
"#,
    ),
    with(
        "import traceback",
        r#"
def deep(n):
    if n == 0:
        $[raise $q("deep")|$x|return 1 / 0]$
    return deep(n - 1)


try:
    deep($k)
except Exception as error:
    frames = traceback.extract_tb(error.__traceback__)
    print([frame.name for frame in frames], traceback.format_exc().splitlines()[0], type(error).__name__)
    print(len(traceback.format_exception(error)) > 1, traceback.format_exception_only($q($s))[0])
"#,
    ),
    with(
        "import warnings",
        r#"
def old(n):
    warnings.warn(f"old {n}", $[DeprecationWarning|UserWarning|RuntimeWarning]$, stacklevel=$[1|2]$)
    return n


with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("$[always|default|ignore]$")
    for n in $l[:3]:
        old(n)
    print([(w.category.__name__, str(w.message)) for w in caught])
with warnings.catch_warnings():
    warnings.simplefilter("error")
    try:
        old($i)
    except Warning as error:
        print("raised", repr(error))
"#,
    ),
    part(
        r#"
def attempts(action, times):
    for n in range(1, times + 1):
        try:
            return action(n)
        except ($q, ZeroDivisionError) as error:
            print(f"try {n}: {error!r}")
            last = error
    raise RuntimeError(f"gave up after {times}") from last


def flaky(n):
    if n < $k:
        raise $[ZeroDivisionError("z")|ValueError(n)|KeyError("k")]$
    return f"worked at {n}"


try:
    print(attempts(flaky, $k))
except Exception as error:
    print(type(error).__name__, error, repr(error.__cause__))
"#,
    ),
    part(
        r#"
def f():
    for n in range(3):
        try:
            if n == $n:
                $[continue|break|return n]$
            print("body", n)
        finally:
            print("finally", n)
            $?print("still")
    else:
        return "else"
    return "after"


print(f())


def g():
    try:
        yield 1
        yield 2
    finally:
        print("g ends")


for x in g():
    print(x)
    $[break|continue|pass]$
assert $l == $l or True, "never"
try:
    assert $i $o $i, $s
    print("asserted")
except AssertionError as error:
    print("assertion", error)
"#,
    ),
];
