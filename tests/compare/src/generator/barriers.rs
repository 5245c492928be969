//! Barriers: reached by a crowd, broken, reset.

use super::maker::Maker;
use super::scope::Scope;
use super::subjects::Make;
use super::tree::{Statement, attempt, block, clause, define, simple};

pub(super) const STATEMENTS: &[(usize, Make)] = &[(3, crowd), (2, wait), (1, control), (1, look)];

fn barrier(maker: &mut Maker) -> String {
    let parties = maker.random.between(1, 3);
    maker.shared("barrier", 1, format!("asyncio.Barrier({parties})"))
}

fn wait(maker: &mut Maker, scope: &mut Scope) -> Vec<Statement> {
    let barrier = barrier(maker);
    if maker.random.chance(70) {
        return maker.limited(scope, &format!("{barrier}.wait()"));
    }
    let position = maker.fresh("position");
    let body = vec![simple(format!("say(\"passed\", {position})"))];
    let whole = block(format!("async with {barrier} as {position}"), body);
    let limited = maker.time_limit(vec![whole]);
    maker.guarded(scope, vec![limited])
}

fn control(maker: &mut Maker, scope: &mut Scope) -> Vec<Statement> {
    let barrier = barrier(maker);
    let action = ["abort", "reset"][maker.random.below(2)];
    maker.awaited(scope, &format!("{barrier}.{action}()"))
}

fn look(maker: &mut Maker, _: &mut Scope) -> Vec<Statement> {
    let name = barrier(maker);
    vec![simple(format!(
        "say({name}.parties, {name}.n_waiting, {name}.broken)"
    ))]
}

/// Several tasks at a barrier of their own, some cancelled while they wait there.
fn crowd(maker: &mut Maker, scope: &mut Scope) -> Vec<Statement> {
    maker.define_once("meet", || {
        let meeting = vec![
            simple("await asyncio.sleep(delay)"),
            simple("say(\"arrives\", barrier.n_waiting)"),
            simple("say(\"passes\", await barrier.wait())"),
        ];
        let broken = clause(
            "except asyncio.BrokenBarrierError as error",
            vec![simple("say(\"broken\", repr(error))")],
        );
        define(
            "async def meet(barrier, delay)",
            vec![attempt(meeting, vec![broken])],
        )
    });
    let (parties, people) = (maker.random.between(2, 3), maker.random.between(2, 4));
    let (name, crowd) = (maker.fresh("meeting"), maker.fresh("crowd"));
    let calls: Vec<_> = (0..people)
        .map(|_| format!("meet({name}, {})", maker.delay()))
        .collect();
    let mut body = vec![
        simple(format!("{name} = asyncio.Barrier({parties})")),
        simple(format!(
            "{crowd} = [asyncio.create_task(call) for call in ({},)]",
            calls.join(", ")
        )),
    ];
    if maker.random.chance(40) {
        let delay = maker.delay();
        body.push(simple(format!("await asyncio.sleep({delay})")));
        let last = maker.random.below(people);
        body.push(simple(format!("say({crowd}[{last}].cancel())")));
    }
    if maker.random.chance(40) {
        let action = ["abort", "reset"][maker.random.below(2)];
        body.extend(maker.inner(scope));
        body.push(simple(format!("await {name}.{action}()")));
    }
    let pause = maker.pause();
    body.push(simple(format!(
        "done, pending = await asyncio.wait({crowd}, timeout={pause})"
    )));
    body.push(simple(format!(
        "say(len(done), len(pending), {name}.n_waiting, {name}.broken)"
    )));
    body
}
