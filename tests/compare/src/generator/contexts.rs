//! Context variables: set in one task, not seen in another.

use super::maker::Maker;
use super::scope::Scope;
use super::subjects::Make;
use super::tree::{Statement, attempt, clause, simple};

pub(super) const STATEMENTS: &[(usize, Make)] =
    &[(3, set), (3, get), (1, for_a_while), (1, of_callback)];

fn variable(maker: &mut Maker) -> String {
    maker.imports.insert("import contextvars");
    maker.shared(
        "request",
        1,
        "contextvars.ContextVar(\"request\", default=\"none\")".to_owned(),
    )
}

fn set(maker: &mut Maker, _: &mut Scope) -> Vec<Statement> {
    let (name, word) = (variable(maker), maker.word());
    vec![simple(format!("{name}.set({word})"))]
}

fn get(maker: &mut Maker, _: &mut Scope) -> Vec<Statement> {
    let name = variable(maker);
    vec![simple(format!("say(\"request\", {name}.get())"))]
}

fn for_a_while(maker: &mut Maker, scope: &mut Scope) -> Vec<Statement> {
    let (name, word) = (variable(maker), maker.word());
    let token = maker.fresh("token");
    let body = maker.inner(scope);
    vec![
        simple(format!("{token} = {name}.set({word})")),
        attempt(
            body,
            vec![clause(
                "finally",
                vec![
                    simple(format!("{name}.reset({token})")),
                    simple(format!("say(\"request\", {name}.get())")),
                ],
            )],
        ),
    ]
}

fn of_callback(maker: &mut Maker, _: &mut Scope) -> Vec<Statement> {
    let (name, word) = (variable(maker), maker.word());
    maker.define_once("tell", || {
        super::tree::define(
            "def tell(label)",
            vec![simple("say(label, request_1.get())")],
        )
    });
    let delay = maker.delay();
    vec![
        simple(format!(
            "asyncio.get_running_loop().call_later({delay}, tell, \"before\")"
        )),
        simple(format!("{name}.set({word})")),
        simple("asyncio.get_running_loop().call_soon(tell, \"after\")"),
    ]
}
