//! How main ends, and what starts it.

use super::maker::Maker;
use super::scope::Scope;
use super::tree::{Statement, attempt, block, clause, simple};

impl Maker {
    /// Makes the last statements of main.
    pub(super) fn farewell(&mut self, scope: &mut Scope) -> Vec<Statement> {
        let mut body = Vec::new();
        if !scope.tasks.is_empty() && self.random.chance(35) {
            let all = scope.tasks.join(", ");
            let gathered = format!("asyncio.gather({all}, return_exceptions=True)");
            let pause = self.pause();
            let line = simple(format!(
                "say(await asyncio.wait_for({gathered}, {pause} * 4))"
            ));
            body.push(attempt(
                vec![line],
                vec![clause(
                    "except TimeoutError",
                    vec![simple("say(\"some never end\")")],
                )],
            ));
        }
        body.push(simple("say(\"main ends\")"));
        match self.random.below(20) {
            0 => body.push(self.raise()),
            1 => {
                self.imports.insert("import sys");
                let code = self.random.between(0, 3);
                body.push(simple(format!("sys.exit({code})")));
            }
            2 => body.push(simple("asyncio.current_task().cancel()")),
            3 => body.push(simple("raise KeyboardInterrupt")),
            4..8 => body.push(simple("return \"done\"")),
            _ => {}
        }
        body
    }

    /// Makes the statements at the end of the program, which run main.
    pub(super) fn start(&mut self) -> Vec<Statement> {
        let printed = simple("print(asyncio.run(main()))");
        match self.random.below(12) {
            0 => vec![
                attempt(
                    vec![printed],
                    vec![clause(
                        "except Exception as error",
                        vec![simple("print(\"main raised\", repr(error))")],
                    )],
                ),
                simple("print(\"over\")"),
            ],
            1 => vec![block(
                "with asyncio.Runner() as runner",
                vec![
                    simple("print(runner.run(main()))"),
                    simple("runner.run(asyncio.sleep(1))"),
                    simple("print(runner.get_loop().time() >= 1)"),
                ],
            )],
            2 => vec![attempt(
                vec![printed],
                vec![clause("finally", vec![simple("print(\"over\")")])],
            )],
            3..6 => vec![printed],
            _ => vec![simple("asyncio.run(main())")],
        }
    }
}
