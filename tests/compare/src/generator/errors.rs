//! Errors of several kinds: raised, caught, chained, in groups.

use super::maker::Maker;
use super::scope::Scope;
use super::subjects::Make;
use super::tree::{Statement, attempt, block, clause, define, simple};

pub(super) const STATEMENTS: &[(usize, Make)] = &[
    (2, raise_and_catch),
    (2, chain),
    (1, raise_if),
    (1, group),
    (1, returned_in_finally),
];

/// Returns an expression that makes an error, some of a class of the program's own.
pub(super) fn error(maker: &mut Maker) -> String {
    let word = maker.word();
    match maker.random.below(14) {
        0..4 => format!("ValueError({word})"),
        4 | 5 => format!("RuntimeError({word})"),
        6 => format!("KeyError({word})"),
        7 => format!("OSError({word})"),
        8 => format!("TimeoutError({word})"),
        9 => "ZeroDivisionError(\"division by zero\")".to_owned(),
        10 | 11 => {
            maker.define_once("Spoiled", || define("class Spoiled(Exception)", Vec::new()));
            format!("Spoiled({word})")
        }
        12 => {
            maker.define_once("Missing", missing);
            let count = maker.random.between(1, 9);
            format!("Missing({word}, {count})")
        }
        _ => format!("asyncio.CancelledError({word})"),
    }
}

fn missing() -> super::tree::Definition {
    let start = block(
        "def __init__(self, what, count)",
        vec![
            simple("super().__init__(what, count)"),
            simple("self.what = what"),
            simple("self.count = count"),
        ],
    );
    let text = block(
        "def __str__(self)",
        vec![simple("return f\"{self.count} of {self.what} missing\"")],
    );
    define("class Missing(LookupError)", vec![start, text])
}

/// A statement that raises an error.
pub(super) fn raise(maker: &mut Maker) -> Statement {
    if maker.random.chance(5) {
        return simple("raise StopIteration(\"early\")");
    }
    if maker.random.chance(8) {
        return simple("say(1 / 0)");
    }
    let error = error(maker);
    simple(format!("raise {error}"))
}

fn raise_and_catch(maker: &mut Maker, scope: &mut Scope) -> Vec<Statement> {
    let mut body = scope.within(|scope| maker.inner(scope));
    body.push(raise(maker));
    maker.guarded(scope, body)
}

fn chain(maker: &mut Maker, scope: &mut Scope) -> Vec<Statement> {
    let body = maker.inner(scope);
    let new = error(maker);
    let how = if maker.random.chance(50) {
        format!("raise {new} from error")
    } else {
        format!("raise {new}")
    };
    let handler = clause(
        "except (ValueError, TimeoutError) as error",
        vec![simple(how)],
    );
    let inner = attempt(body, vec![handler]);
    maker.guarded(scope, vec![inner])
}

fn raise_if(maker: &mut Maker, scope: &mut Scope) -> Vec<Statement> {
    if scope.level == 0 {
        return Vec::new();
    }
    let late = maker.pause();
    let head = format!("if asyncio.get_running_loop().time() - START >= {late}");
    vec![block(head, vec![raise(maker)])]
}

fn group(maker: &mut Maker, scope: &mut Scope) -> Vec<Statement> {
    let (one, two) = (error(maker), error(maker));
    if (one.clone() + &two).contains("Cancelled") {
        return Vec::new();
    }
    let mut body = maker.inner(scope);
    body.push(simple(format!(
        "raise ExceptionGroup(\"both\", [{one}, {two}])"
    )));
    vec![super::groups::split(maker, body)]
}

/// A `return` in the clean-up: it swallows the cancellation.
fn returned_in_finally(maker: &mut Maker, scope: &mut Scope) -> Vec<Statement> {
    if scope.level == 0 || maker.random.chance(50) {
        return Vec::new();
    }
    let body = maker.inner(scope);
    let end = clause(
        "finally",
        vec![simple("say(\"ends here\")"), simple("return value")],
    );
    vec![attempt(body, vec![end])]
}
