//! Producers and consumers with a queue between them.

use std::cell::RefCell;
use std::rc::Rc;

use crate::runtime::{Naming, Queue, Random, Result, create_task, gather, println, sleep};

async fn consumer(name: String, queue: Queue<i64>, pause: f64) -> Result<()> {
    loop {
        let value = queue.get().await?;
        println!("{name} get a val: {value}");
        sleep(pause).await?;
    }
}

async fn producer(
    name: String,
    queue: Queue<i64>,
    items: usize,
    pause: f64,
    random: Rc<RefCell<Random>>,
) -> Result<()> {
    for _ in 0..items {
        let value = random.borrow_mut().randint(1, 10);
        queue.put(value).await?;
        println!("{name} put a val: {value}");
        sleep(pause).await?;
    }
    Ok(())
}

pub struct Plan {
    pub producers: usize,
    pub consumers: usize,
    pub items: usize,
    pub produce_pause: f64,
    pub consume_pause: f64,
    pub maxsize: usize,
    pub stop_after: f64,
    pub seed: u64,
}

pub async fn main(plan: Plan) -> Result<()> {
    let queue = Queue::new(plan.maxsize);
    let random = Rc::new(RefCell::new(Random::new(plan.seed)));
    let mut consumers = Vec::new();
    for i in 1..=plan.consumers {
        let name = format!("consumer_{i}");
        let consumer = consumer(name.clone(), queue.clone(), plan.consume_pause);
        consumers.push(create_task(consumer.named(name)));
    }
    let mut producers = Vec::new();
    for i in 1..=plan.producers {
        let name = format!("producer_{i}");
        let (queue, random) = (queue.clone(), random.clone());
        let producer = producer(name.clone(), queue, plan.items, plan.produce_pause, random);
        producers.push(create_task(producer.named(name)));
    }

    sleep(plan.stop_after).await?;
    for consumer in &consumers {
        consumer.cancel();
    }
    gather(consumers.into_iter().chain(producers))
        .return_exceptions()
        .await?;
    Ok(())
}
