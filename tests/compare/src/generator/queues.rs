//! Queues of the three kinds: bounded or not, joined, shut down, with workers.

use super::maker::Maker;
use super::scope::Scope;
use super::subjects::Make;
use super::tree::{Definition, Statement, attempt, block, clause, define, simple};

pub(super) const STATEMENTS: &[(usize, Make)] = &[
    (3, put),
    (3, get),
    (2, without_wait),
    (1, look),
    (1, join),
    (1, shutdown),
    (3, crew),
];

fn queue(maker: &mut Maker) -> String {
    let kind = ["Queue", "Queue", "Queue", "LifoQueue", "PriorityQueue"];
    let kind = kind[maker.random.below(kind.len())];
    let size = ["", "1", "2", "maxsize=3"][maker.random.below(4)];
    maker.shared("queue", 2, format!("asyncio.{kind}({size})"))
}

/// Returns an item: numbers, since a priority queue compares them.
fn item(maker: &mut Maker) -> usize {
    maker.random.between(1, 9)
}

fn put(maker: &mut Maker, scope: &mut Scope) -> Vec<Statement> {
    let (queue, item) = (queue(maker), item(maker));
    maker.limited(scope, &format!("{queue}.put({item})"))
}

fn get(maker: &mut Maker, scope: &mut Scope) -> Vec<Statement> {
    let queue = queue(maker);
    maker.limited(scope, &format!("{queue}.get()"))
}

fn without_wait(maker: &mut Maker, _: &mut Scope) -> Vec<Statement> {
    let (queue, item) = (queue(maker), item(maker));
    let (action, errors) = match maker.random.below(3) {
        0 => (format!("{queue}.put_nowait({item})"), "asyncio.QueueFull"),
        1 => (format!("say({queue}.get_nowait())"), "asyncio.QueueEmpty"),
        _ => (format!("{queue}.task_done()"), "ValueError"),
    };
    let handler = clause(
        format!("except ({errors}, asyncio.QueueShutDown) as error"),
        vec![simple("say(repr(error))")],
    );
    vec![attempt(vec![simple(action)], vec![handler])]
}

fn look(maker: &mut Maker, _: &mut Scope) -> Vec<Statement> {
    let queue = queue(maker);
    vec![simple(format!(
        "say({queue}.qsize(), {queue}.empty(), {queue}.full(), {queue}.maxsize)"
    ))]
}

fn join(maker: &mut Maker, scope: &mut Scope) -> Vec<Statement> {
    let queue = queue(maker);
    maker.limited(scope, &format!("{queue}.join()"))
}

fn shutdown(maker: &mut Maker, _: &mut Scope) -> Vec<Statement> {
    if maker.random.chance(50) {
        return Vec::new();
    }
    let queue = queue(maker);
    let how = ["", "immediate=True"][maker.random.below(2)];
    let line = if maker.random.chance(50) {
        format!("{queue}.shutdown({how})")
    } else {
        let (delay, comma) = (maker.delay(), if how.is_empty() { "" } else { "True" });
        format!(
            "asyncio.get_running_loop().call_later({delay}, {queue}.shutdown, {})",
            if comma.is_empty() { "False" } else { comma }
        )
    };
    vec![simple(line), simple("say(\"shut down\")")]
}

fn producer() -> Definition {
    define(
        "async def produce(queue, items, delay)",
        vec![
            block(
                "for item in items",
                vec![
                    simple("await queue.put(item)"),
                    simple("say(\"put\", item, queue.qsize())"),
                    simple("await asyncio.sleep(delay)"),
                ],
            ),
            simple("return len(items)"),
        ],
    )
}

fn consumer() -> Definition {
    let work = attempt(
        vec![
            simple("say(\"got\", item)"),
            simple("await asyncio.sleep(delay)"),
        ],
        vec![clause("finally", vec![simple("queue.task_done()")])],
    );
    define(
        "async def consume(queue, delay)",
        vec![attempt(
            vec![block(
                "while True",
                vec![simple("item = await queue.get()"), work],
            )],
            vec![clause(
                "except (asyncio.CancelledError, asyncio.QueueShutDown) as error",
                vec![simple("say(\"stops\", repr(error))"), simple("raise")],
            )],
        )],
    )
}

/// Producers and consumers, then the end: join and cancel, or a shutdown.
fn crew(maker: &mut Maker, scope: &mut Scope) -> Vec<Statement> {
    maker.define_once("produce", producer);
    maker.define_once("consume", consumer);
    let kind = ["Queue", "LifoQueue", "PriorityQueue"][maker.random.below(3)];
    let size = ["", "1", "2", "3"][maker.random.below(4)];
    let (store, crew) = (maker.fresh("store"), maker.fresh("crew"));
    let mut body = vec![simple(format!("{store} = asyncio.{kind}({size})"))];
    let consumers: Vec<_> = (0..maker.random.between(1, 3))
        .map(|_| format!("asyncio.create_task(consume({store}, {}))", maker.delay()))
        .collect();
    body.push(simple(format!("{crew} = [{}]", consumers.join(", "))));
    let producers: Vec<_> = (0..maker.random.between(1, 2))
        .map(|_| {
            let items: Vec<_> = (0..maker.random.between(2, 4))
                .map(|_| item(maker).to_string())
                .collect();
            format!(
                "produce({store}, [{}], {})",
                items.join(", "),
                maker.delay()
            )
        })
        .collect();
    let made = format!("asyncio.gather({})", producers.join(", "));
    body.extend(maker.awaited(scope, &made));
    let joined = maker.limited(scope, &format!("{store}.join()"));
    body.extend(joined);
    if maker.random.chance(60) {
        body.push(block(
            format!("for task in {crew}"),
            vec![simple("task.cancel()")],
        ));
    } else {
        let how = ["", "immediate=True"][maker.random.below(2)];
        body.push(simple(format!("{store}.shutdown({how})")));
    }
    let ended = format!("asyncio.gather(*{crew}, return_exceptions=True)");
    body.extend(maker.awaited(scope, &ended));
    body
}
