//! What surrounds an await: handlers, time limits, nothing.

use super::maker::Maker;
use super::scope::Scope;
use super::tree::{Clause, Statement, attempt, block, clause, simple};

impl Maker {
    /// Awaits an expression and says what it gave, with or without handlers around it.
    pub(super) fn awaited(&mut self, scope: &mut Scope, expression: &str) -> Vec<Statement> {
        let what = self.word();
        let report = simple(format!("say({what}, repr(await {expression}))"));
        self.guarded(scope, vec![report])
    }

    /// The same for what may wait for ever: a time limit lies around it most of the time.
    pub(super) fn limited(&mut self, scope: &mut Scope, expression: &str) -> Vec<Statement> {
        match self.random.below(10) {
            0 => self.awaited(scope, expression),
            1..5 => {
                let pause = self.pause();
                self.awaited(scope, &format!("asyncio.wait_for({expression}, {pause})"))
            }
            _ => {
                let report = vec![simple(format!("say(repr(await {expression}))"))];
                let limit = self.time_limit(report);
                self.guarded(scope, vec![limit])
            }
        }
    }

    /// Puts a time limit around statements.
    pub(super) fn time_limit(&mut self, body: Vec<Statement>) -> Statement {
        let pause = self.pause();
        let head = if self.random.chance(75) {
            format!("async with asyncio.timeout({pause})")
        } else {
            format!("async with asyncio.timeout_at(asyncio.get_running_loop().time() + {pause})")
        };
        block(head, body)
    }

    /// Puts handlers around statements, or leaves them bare: then errors go further up.
    pub(super) fn guarded(&mut self, scope: &mut Scope, body: Vec<Statement>) -> Vec<Statement> {
        // An error that is not caught ends main, and with it a program that was about more.
        let bare = if scope.level == 0 { 5 } else { 35 };
        if self.random.chance(bare) {
            return body;
        }
        let mut handlers = vec![self.handler(scope)];
        if self.random.chance(25) {
            handlers.insert(0, self.on_cancel(scope));
        }
        if self.random.chance(10) {
            handlers.push(clause("else", vec![self.say("no error")]));
        }
        if self.random.chance(20) {
            handlers.push(self.clean_up());
        }
        vec![attempt(body, handlers)]
    }

    fn handler(&mut self, scope: &Scope) -> Clause {
        let report = simple("say(\"caught\", repr(error))");
        if scope.level == 0 && self.random.chance(70) {
            let all = "except (Exception, asyncio.CancelledError) as error";
            return clause(all, vec![report]);
        }
        match self.random.below(10) {
            0..6 => clause("except Exception as error", vec![report]),
            6 => clause(
                "except (TimeoutError, ValueError, LookupError) as error",
                vec![simple("say(\"caught\", type(error).__name__, error)")],
            ),
            7 => clause(
                "except Exception as error",
                vec![
                    simple("say(\"caught\", repr(error), repr(error.__context__))"),
                    simple("say(\"cause\", repr(error.__cause__))"),
                ],
            ),
            _ => clause("except BaseException as error", vec![report]),
        }
    }

    fn on_cancel(&mut self, scope: &mut Scope) -> Clause {
        let mut body = vec![simple("say(\"cancelled\", repr(error))")];
        match self.random.below(4) {
            0 => body.push(simple("asyncio.current_task().uncancel()")),
            1 if scope.level > 0 => body.push(simple("return \"gave up\"")),
            2 if scope.level > 0 => body.push(simple("raise")),
            _ => {}
        }
        clause("except asyncio.CancelledError as error", body)
    }

    fn clean_up(&mut self) -> Clause {
        let mut body = vec![self.say("clean-up")];
        if self.random.chance(60) {
            let delay = self.delay();
            body.push(simple(format!("await asyncio.sleep({delay})")));
            body.push(self.say("cleaned up"));
        }
        clause("finally", body)
    }
}
