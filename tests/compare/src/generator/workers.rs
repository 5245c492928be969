//! The coroutine functions of a program, and calls of them.

use super::errors;
use super::maker::Maker;
use super::scope::Scope;
use super::tree::{Statement, attempt, block, clause, define, simple};

/// A coroutine function that may be called: `async def brew_1(delay, value)`.
#[derive(Clone, Debug)]
pub(super) struct Worker {
    name: String,
    level: usize,
}

/// No more functions than a reader keeps in mind.
const MOST: usize = 5;

impl Maker {
    /// Returns a call of a coroutine function, an old one or one made for it.
    pub(super) fn call(&mut self, scope: &Scope) -> String {
        let worker = self.worker(scope.level);
        let (delay, value) = (self.delay(), self.word());
        format!("{}({delay}, {value})", worker.name)
    }

    /// Returns several calls, one after the other.
    pub(super) fn calls(&mut self, scope: &Scope, low: usize, high: usize) -> Vec<String> {
        let count = self.random.between(low, high);
        (0..count).map(|_| self.call(scope)).collect()
    }

    fn worker(&mut self, above: usize) -> Worker {
        let deeper: Vec<_> = self.workers.iter().filter(|it| it.level > above).collect();
        let enough = self.workers.len() >= MOST || self.random.chance(65);
        if !deeper.is_empty() && enough {
            return deeper[self.random.below(deeper.len())].clone();
        }
        let stem = ["brew", "fetch", "pack", "sort", "mix"];
        let stem = stem[self.random.below(stem.len())];
        let worker = Worker {
            name: self.fresh(stem),
            level: above + 1,
        };
        let body = self.worker_body(above + 1);
        let head = format!("async def {}(delay, value)", worker.name);
        self.definitions.push(define(head, body));
        self.workers.push(worker.clone());
        worker
    }

    fn worker_body(&mut self, level: usize) -> Vec<Statement> {
        let mut scope = Scope::of_function(level);
        scope.delays.push("delay".to_owned());
        let sleep = simple("await asyncio.sleep(delay)");
        match self.random.below(if level < 3 { 7 } else { 5 }) {
            0 => self.plain(sleep),
            1 => self.careful(sleep),
            2 => {
                let fails = vec![sleep, simple("say(\"fails\", value)"), self.raise()];
                self.leaving(fails)
            }
            3 => self.steps(),
            4 => self.stubborn(),
            _ => {
                let size = self.random.between(2, 4);
                let mut body = vec![simple("say(\"start\", value, delay)")];
                body.extend(self.body(&mut scope, size));
                if self.random.chance(60) {
                    body.push(simple("return value"));
                }
                body
            }
        }
    }

    fn plain(&mut self, sleep: Statement) -> Vec<Statement> {
        let mut body = vec![simple("say(\"start\", value)"), sleep];
        // A step without length, after which others of the same moment come first.
        if self.random.chance(40) {
            body.push(simple("say(\"middle\", value)"));
            body.push(simple("await asyncio.sleep(0)"));
        }
        body.push(simple("say(\"end\", value)"));
        body.push(simple("return value"));
        self.leaving(body)
    }

    /// Says when the function is left, however that is, in half of the cases.
    fn leaving(&mut self, body: Vec<Statement>) -> Vec<Statement> {
        if self.random.chance(50) {
            return body;
        }
        let end = vec![simple("say(\"leaves\", value)")];
        vec![attempt(body, vec![clause("finally", end)])]
    }

    /// A worker that does something about its cancellation.
    fn careful(&mut self, sleep: Statement) -> Vec<Statement> {
        let mut refuse = vec![simple("say(\"cancelled\", value, repr(error))")];
        if self.random.chance(50) {
            let delay = self.delay();
            refuse.push(simple(format!("await asyncio.sleep({delay})")));
            refuse.push(simple("say(\"cleaned up\", value)"));
        }
        match self.random.below(5) {
            0 | 1 => refuse.push(simple("raise")),
            2 => refuse.push(simple("return \"refused\"")),
            3 => refuse.push(self.raise()),
            _ => refuse.push(simple(
                "say(asyncio.current_task().cancelling(), asyncio.current_task().uncancel())",
            )),
        }
        let mut handlers = vec![clause("except asyncio.CancelledError as error", refuse)];
        if self.random.chance(50) {
            let mut body = vec![simple("say(\"finally\", value)")];
            if self.random.chance(50) {
                let delay = self.delay();
                body.push(simple(format!("await asyncio.sleep({delay})")));
                body.push(simple("say(\"finally done\", value)"));
            }
            handlers.push(clause("finally", body));
        }
        vec![
            simple("say(\"start\", value)"),
            attempt(vec![sleep, simple("say(\"slept\", value)")], handlers),
            simple("return value * 2"),
        ]
    }

    fn steps(&mut self) -> Vec<Statement> {
        let count = self.random.between(2, 4);
        let pause = ["delay", "delay", "0"][self.random.below(3)];
        let mut body = vec![
            simple("say(value, step)"),
            simple(format!("await asyncio.sleep({pause})")),
        ];
        if self.random.chance(30) {
            let last = count - 1;
            body.push(block(format!("if step == {last}"), vec![self.raise()]));
        }
        let steps = block(format!("for step in range({count})"), body);
        self.leaving(vec![steps, simple("return value")])
    }

    /// A worker that refuses to be cancelled a few times, then lets it happen.
    fn stubborn(&mut self) -> Vec<Statement> {
        let count = self.random.between(1, 2);
        let handler = clause(
            "except asyncio.CancelledError as error",
            vec![simple("say(\"refuses\", refusal, repr(error))")],
        );
        let sleep = simple("await asyncio.sleep(delay)");
        vec![
            block(
                format!("for refusal in range({count})"),
                vec![attempt(vec![sleep.clone()], vec![handler])],
            ),
            sleep,
            simple("return value"),
        ]
    }

    /// A statement that raises an error.
    pub(super) fn raise(&mut self) -> Statement {
        errors::raise(self)
    }
}
