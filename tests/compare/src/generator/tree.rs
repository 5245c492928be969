//! The syntax tree of a generated program: functions and statements; expressions are text.
//!
//! As deep as the generator needs: it nests statements and moves them about, but it never looks
//! into an expression again.

/// One statement.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Statement {
    /// What fits on a line: an assignment, a call, `raise`, `return`.
    Simple(String),
    /// Clauses that belong together: `try` with its `except` and `finally`, or one `for`.
    Compound(Vec<Clause>),
}

/// The head of a block, without its colon, and what is indented below.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Clause {
    pub(super) head: String,
    pub(super) body: Vec<Statement>,
}

/// A function or class at the top of the program.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Definition {
    pub(super) decorator: Option<&'static str>,
    pub(super) clause: Clause,
}

/// A whole program.
#[derive(Clone, Debug)]
pub(super) struct Program {
    pub(super) title: String,
    pub(super) imports: Vec<String>,
    pub(super) globals: Vec<String>,
    pub(super) definitions: Vec<Definition>,
    pub(super) last: Vec<Statement>,
}

/// A statement of one line.
pub(super) fn simple(text: impl Into<String>) -> Statement {
    Statement::Simple(text.into())
}

/// A statement of one clause.
pub(super) fn block(head: impl Into<String>, body: Vec<Statement>) -> Statement {
    Statement::Compound(vec![clause(head, body)])
}

/// A clause.
pub(super) fn clause(head: impl Into<String>, body: Vec<Statement>) -> Clause {
    Clause {
        head: head.into(),
        body,
    }
}

/// `try` with its handlers.
pub(super) fn attempt(body: Vec<Statement>, handlers: Vec<Clause>) -> Statement {
    let mut clauses = vec![clause("try", body)];
    clauses.extend(handlers);
    Statement::Compound(clauses)
}

/// A function or class without decorator.
pub(super) fn define(head: impl Into<String>, body: Vec<Statement>) -> Definition {
    Definition {
        decorator: None,
        clause: clause(head, body),
    }
}
