//! Whether a module awaits at its top level, and which statement is wrong at any top level.

use ruff_python_ast::visitor::{self, Visitor};
use ruff_python_ast::{Comprehension, Expr, ModModule, Stmt, StmtExpr};
use ruff_text_size::Ranged;

/// What was found at a module's top level.
#[derive(Default)]
pub(super) struct TopLevelScan {
    pub(super) awaits: bool,
    /// The first statement that is allowed in a function only.
    pub(super) function_only: Option<Stmt>,
}

impl TopLevelScan {
    pub(super) fn of(module: &ModModule) -> Self {
        let mut found = Self::default();
        found.visit_body(&module.body);
        found
    }

    fn scan_generators(&mut self, generators: &[Comprehension]) {
        self.awaits |= generators.iter().any(|generator| generator.is_async);
    }
}

impl<'a> Visitor<'a> for TopLevelScan {
    fn visit_stmt(&mut self, stmt: &'a Stmt) {
        match stmt {
            Stmt::FunctionDef(function) => {
                for decorator in &function.decorator_list {
                    self.visit_decorator(decorator);
                }
                self.visit_parameters(&function.parameters);
            }
            Stmt::ClassDef(class) => {
                for decorator in &class.decorator_list {
                    self.visit_decorator(decorator);
                }
                if let Some(arguments) = &class.arguments {
                    self.visit_arguments(arguments);
                }
            }
            Stmt::Return(_) => {
                self.function_only.get_or_insert_with(|| stmt.clone());
            }
            Stmt::For(each) => {
                self.awaits |= each.is_async;
                visitor::walk_stmt(self, stmt);
            }
            Stmt::With(with) => {
                self.awaits |= with.is_async;
                visitor::walk_stmt(self, stmt);
            }
            _ => visitor::walk_stmt(self, stmt),
        }
    }

    /// Annotations are not run at the module's top level.
    fn visit_annotation(&mut self, _: &'a Expr) {}

    fn visit_expr(&mut self, expr: &'a Expr) {
        match expr {
            Expr::Await(_) => self.awaits = true,
            Expr::Yield(_) | Expr::YieldFrom(_) => {
                let range = expr.range();
                self.function_only.get_or_insert_with(|| {
                    Stmt::Expr(StmtExpr {
                        node_index: Default::default(),
                        range,
                        value: Box::new(expr.clone()),
                    })
                });
            }
            Expr::ListComp(list) => self.scan_generators(&list.generators),
            Expr::SetComp(set) => self.scan_generators(&set.generators),
            Expr::DictComp(dict) => self.scan_generators(&dict.generators),
            Expr::Lambda(lambda) => {
                if let Some(parameters) = &lambda.parameters {
                    self.visit_parameters(parameters);
                }
                return;
            }
            // A generator is code of its own, except for its first iterable.
            Expr::Generator(generator) => {
                if let Some(first) = generator.generators.first() {
                    self.visit_expr(&first.iter);
                }
                return;
            }
            _ => {}
        }
        visitor::walk_expr(self, expr);
    }
}

#[cfg(test)]
mod tests {
    use ruff_python_parser::parse_module;

    use super::TopLevelScan;

    fn scan(source: &str) -> TopLevelScan {
        TopLevelScan::of(parse_module(source).expect(source).syntax())
    }

    #[test]
    fn only_the_top_level_counts() {
        for source in [
            "await f()",
            "if a:\n    x = [await f()]",
            "async for x in y: pass",
            "async with x: pass",
            "x = [y async for y in z]",
            "@(await f())\ndef g(): pass",
            "def g(x=await f()): pass",
            "(x for x in await f())",
        ] {
            assert!(scan(source).awaits, "{source}");
        }
        for source in [
            "async def f():\n    await g()",
            "class A:\n    x = await f()",
            "f = lambda: await g()",
            "(await x for x in y)",
            "def f():\n    return [x async for x in y]",
        ] {
            assert!(!scan(source).awaits, "{source}");
        }
    }

    #[test]
    fn a_statement_for_functions_only_is_found() {
        assert!(scan("await f()\nreturn 1").function_only.is_some());
        assert!(
            scan("await f()\nif a:\n    x = yield 1")
                .function_only
                .is_some()
        );
        assert!(
            scan("await f()\ndef g():\n    yield 1")
                .function_only
                .is_none()
        );
    }
}
