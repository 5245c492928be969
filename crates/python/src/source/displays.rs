//! Sets of constants, and values behind a star, as calls of two functions of the interpreter's builtins.
//!
//! The compiler hands both to instructions that read a set in the order in which its elements were put in.

use std::cell::Cell;

use ruff_python_ast::name::Name;
use ruff_python_ast::visitor::transformer::{Transformer, walk_expr, walk_stmt};
use ruff_python_ast::{CmpOp, Expr, ExprContext, ModModule, Stmt, UnaryOp, relocate};
use ruff_python_parser::parse_expression;
use ruff_text_size::Ranged;

use crate::mended::{CONSTANTS, IN_ORDER};

/// The number of constants from which on CPython's compiler makes a frozen set of them.
const MANY: usize = 3;

/// Rewrites the displays of a module, and says whether there are any.
pub(super) fn rewrite(module: &mut ModModule) -> bool {
    let rewriter = Rewriter::default();
    for stmt in &mut module.body {
        rewriter.visit_stmt(stmt);
    }
    rewriter.has_rewritten.get()
}

#[derive(Default)]
struct Rewriter {
    has_rewritten: Cell<bool>,
}

impl Transformer for Rewriter {
    fn visit_stmt(&self, stmt: &mut Stmt) {
        match stmt {
            // A loop over constants reads the frozen set itself.
            Stmt::For(loop_) if is_set_of_constants(&loop_.iter) => {
                self.visit_expr(&mut loop_.target);
                for stmt in loop_.body.iter_mut().chain(loop_.orelse.iter_mut()) {
                    self.visit_stmt(stmt);
                }
            }
            Stmt::Assign(assign)
                if assign.targets.iter().any(has_star) && may_be_set(&assign.value) =>
            {
                walk_stmt(self, stmt);
                if let Stmt::Assign(assign) = stmt {
                    let value = (*assign.value).clone();
                    self.call(IN_ORDER, vec![value], &mut assign.value);
                }
            }
            _ => walk_stmt(self, stmt),
        }
    }

    fn visit_expr(&self, expr: &mut Expr) {
        match expr {
            Expr::Compare(compare) if is_membership(&compare.ops) => {
                self.visit_expr(&mut compare.left);
                for right in &mut compare.comparators {
                    if !is_set_of_constants(right) {
                        self.visit_expr(right);
                    }
                }
                return;
            }
            _ => walk_expr(self, expr),
        }
        match expr {
            Expr::Set(set) if set.elts.len() >= MANY && set.elts.iter().all(is_number) => {
                let elements = set.elts.to_vec();
                self.call(CONSTANTS, elements, expr);
            }
            Expr::Starred(starred)
                if starred.ctx == ExprContext::Load && may_be_set(&starred.value) =>
            {
                let value = (*starred.value).clone();
                self.call(IN_ORDER, vec![value], &mut starred.value);
            }
            // The interpreter has an instruction of its own for such a call.
            Expr::Call(call) if is_tuple(&call.func) && call.arguments.keywords.is_empty() => {
                if let [set] = &mut call.arguments.args[..]
                    && may_be_set(set)
                {
                    let value = set.clone();
                    self.call(IN_ORDER, vec![value], set);
                }
            }
            _ => {}
        }
    }
}

impl Rewriter {
    /// Puts a call of a function in the place of an expression.
    fn call(&self, name: &'static str, arguments: Vec<Expr>, expr: &mut Expr) {
        let Ok(call) = parse_expression("function()") else {
            return;
        };
        let mut call = *call.into_syntax().body;
        relocate::relocate_expr(&mut call, expr.range());
        if let Expr::Call(call) = &mut call {
            if let Expr::Name(function) = &mut *call.func {
                function.id = Name::new_static(name);
            }
            call.arguments.args = arguments.into();
        }
        *expr = call;
        self.has_rewritten.set(true);
    }
}

fn is_membership(operators: &[CmpOp]) -> bool {
    matches!(operators, [CmpOp::In | CmpOp::NotIn])
}

fn is_set_of_constants(expr: &Expr) -> bool {
    matches!(expr, Expr::Set(set) if set.elts.len() >= MANY && set.elts.iter().all(is_number))
}

/// Says whether an expression is a number, or a tuple of numbers, that CPython's compiler knows.
fn is_number(expr: &Expr) -> bool {
    match expr {
        Expr::NumberLiteral(_) | Expr::BooleanLiteral(_) | Expr::NoneLiteral(_) => true,
        Expr::UnaryOp(unary) => {
            matches!(unary.op, UnaryOp::USub | UnaryOp::UAdd) && is_number(&unary.operand)
        }
        Expr::BinOp(operation) => is_number(&operation.left) && is_number(&operation.right),
        Expr::Tuple(tuple) => tuple.elts.iter().all(is_number),
        _ => false,
    }
}

/// Says whether a target takes what others leave: `first, *rest`.
fn has_star(target: &Expr) -> bool {
    let elements = match target {
        Expr::Tuple(tuple) => &tuple.elts,
        Expr::List(list) => &list.elts,
        _ => return false,
    };
    elements.iter().any(Expr::is_starred_expr)
}

fn is_tuple(function: &Expr) -> bool {
    matches!(function, Expr::Name(name) if name.id == "tuple")
}

/// Says whether a value may be a set: names, calls and the like.
fn may_be_set(expr: &Expr) -> bool {
    matches!(
        expr,
        Expr::Name(_)
            | Expr::Call(_)
            | Expr::Attribute(_)
            | Expr::Subscript(_)
            | Expr::BinOp(_)
            | Expr::If(_)
            | Expr::Set(_)
            | Expr::SetComp(_)
            | Expr::Await(_)
    )
}
