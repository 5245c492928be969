//! What holds for any program: small ones at random, with ties, cancels, locks and groups.
#![cfg(not(target_arch = "wasm32"))]

use std::cell::RefCell;
use std::collections::VecDeque;
use std::rc::Rc;

use crate::support::Played;
use crate::support::trace_events::TraceEvents;
use interleave::export::chrome_trace;
use interleave::runtime::{
    Event, Lock, Naming, Nanos, Queue, Result, StepEnd, Task, TaskId, Until, blocking_sleep,
    create_task, gather, shield, sleep, task_group, timeout, to_thread, wait,
};
use interleave::story::Span;
use interleave::trace::{Trace, codec};
use proptest::prelude::*;

/// One thing that a task does.
#[derive(Clone, Debug)]
enum Act {
    /// Sleeps for tenths of a second; zero is a turn of the others.
    Sleep(u32),
    /// Stops the loop for tenths of a second.
    Block(u32),
    /// Asks the task with this number, of those that there are, to stop.
    Cancel(usize),
    /// Waits for a task that was created before.
    Await(usize),
    /// Gathers tasks that sleep for so long.
    Gather(Vec<u32>),
    /// Holds the lock that all share for so long.
    Hold(u32),
    /// Takes from the queue that all share, for at most so long.
    Get(u32),
    /// Puts into the queue that all share, for at most so long.
    Put(u32),
    /// Waits for a task that was created before, through a shield, for at most so long.
    Shield(usize, u32),
    /// Waits for tasks that sleep for so long in a group, the first of which fails if it says so.
    Group(Vec<u32>, bool),
    /// Waits for a thread that blocks for so long.
    Thread(u32),
}

/// What the tasks of a program share.
#[derive(Clone)]
struct Shared {
    tasks: Tasks,
    lock: Lock,
    queue: Queue<u32>,
    /// How many callbacks of done tasks were added, and how many were called.
    callbacks: Rc<RefCell<(usize, usize)>>,
}

/// A task: what it does, and whether it goes on when it is cancelled.
#[derive(Clone, Debug)]
struct Plan {
    acts: Vec<Act>,
    refuses: bool,
}

type Tasks = Rc<RefCell<Vec<Task<()>>>>;

async fn tenths(length: u32) -> Result<()> {
    sleep(f64::from(length) / 10.0).await
}

async fn act(act: Act, number: usize, shared: &Shared) -> Result<()> {
    let tasks = &shared.tasks;
    match act {
        Act::Hold(length) => {
            let _held = shared.lock.acquire().await?;
            tenths(length).await
        }
        Act::Get(length) => within(length, shared.queue.get()).await,
        Act::Put(length) => within(length, shared.queue.put(length)).await,
        Act::Shield(index, length) if number > 0 => {
            let earlier = tasks.borrow()[index % number].clone();
            let timeout = Some(f64::from(length) / 10.0);
            wait([earlier.clone()], timeout, Until::FirstCompleted).await?;
            shield(earlier).await
        }
        Act::Shield(..) => Ok(()),
        Act::Group(lengths, fails) => {
            let grouped = task_group(async |group| {
                for (index, length) in lengths.into_iter().enumerate() {
                    let member = async move {
                        tenths(length).await?;
                        let is_wrong = fails && index == 0;
                        if is_wrong {
                            Err(interleave::runtime::Error::zero_division())
                        } else {
                            Ok(())
                        }
                    };
                    group.create_task(member)?;
                }
                Ok(())
            });
            grouped.await
        }
        Act::Thread(length) => {
            to_thread(move || {
                blocking_sleep(f64::from(length) / 10.0);
                Ok(())
            })
            .await
        }
        Act::Sleep(length) => tenths(length).await,
        Act::Block(length) => {
            blocking_sleep(f64::from(length) / 10.0);
            Ok(())
        }
        Act::Cancel(index) => {
            let tasks = tasks.borrow();
            tasks[index % tasks.len()].cancel();
            Ok(())
        }
        // Only a task that was created before this one, so that no tasks wait in a ring.
        Act::Await(index) if number > 0 => {
            let earlier = tasks.borrow()[index % number].clone();
            earlier.await
        }
        Act::Await(_) => Ok(()),
        Act::Gather(lengths) => gather(lengths.into_iter().map(tenths)).await.map(drop),
    }
}

/// Waits at most so long; that the time is over is no error.
async fn within<T>(length: u32, waits: impl Future<Output = Result<T>>) -> Result<()> {
    match timeout(f64::from(length) / 10.0, waits).await {
        Err(error) if error.is_cancelled() => Err(error),
        _ => Ok(()),
    }
}

async fn runs(plan: Plan, number: usize, shared: Shared) -> Result<()> {
    for next in plan.acts {
        let done = act(next, number, &shared).await;
        if !plan.refuses {
            done?;
        }
    }
    Ok(())
}

/// Plays tasks beside a main that does something itself and then ends, whatever is left.
fn play(plans: Vec<Plan>, main: Plan) -> Played {
    let callbacks = Rc::new(RefCell::new((0, 0)));
    let counted = callbacks.clone();
    let played = Played::main(move || async move {
        let shared = Shared {
            tasks: Tasks::default(),
            lock: Lock::new(),
            queue: Queue::new(1),
            callbacks: counted,
        };
        let (tasks, callbacks) = (&shared.tasks, &shared.callbacks);
        for (number, plan) in plans.into_iter().enumerate() {
            let task = runs(plan, number, shared.clone()).named(format!("task {number}"));
            let task = create_task(task);
            callbacks.borrow_mut().0 += 1;
            let called = callbacks.clone();
            task.add_done_callback(move |_| {
                called.borrow_mut().1 += 1;
                Ok(())
            });
            tasks.borrow_mut().push(task);
        }
        let number = tasks.borrow().len();
        runs(main, number, shared.clone()).await
    });
    let (added, called) = *callbacks.borrow();
    assert_eq!(added, called, "every callback is called once");
    played
}

fn acts() -> impl Strategy<Value = Vec<Act>> {
    let act = prop_oneof![
        5 => (0..4_u32).prop_map(Act::Sleep),
        1 => (0..3_u32).prop_map(Act::Block),
        2 => (0..8_usize).prop_map(Act::Cancel),
        2 => (0..8_usize).prop_map(Act::Await),
        1 => prop::collection::vec(0..4_u32, 0..3).prop_map(Act::Gather),
        2 => (0..3_u32).prop_map(Act::Hold),
        1 => (0..3_u32).prop_map(Act::Get),
        1 => (0..3_u32).prop_map(Act::Put),
        1 => (0..8_usize, 0..3_u32).prop_map(|(index, length)| Act::Shield(index, length)),
        1 => (prop::collection::vec(0..4_u32, 0..3), prop::bool::ANY)
            .prop_map(|(lengths, fails)| Act::Group(lengths, fails)),
        1 => (0..3_u32).prop_map(Act::Thread),
    ];
    prop::collection::vec(act, 0..5)
}

fn plan() -> impl Strategy<Value = Plan> {
    (acts(), prop::bool::weighted(0.3)).prop_map(|(acts, refuses)| Plan { acts, refuses })
}

/// A tick runs exactly the steps that were in the ready queue when it began, in their order.
fn check_ticks(trace: &Trace) {
    let (mut ready, mut present) = (VecDeque::new(), VecDeque::new());
    for (_, event) in trace.events() {
        match event {
            Event::TickBegan => {
                assert_eq!(present, VecDeque::<TaskId>::new(), "a step was not taken");
                present = std::mem::take(&mut ready);
            }
            Event::Scheduled { task, .. } => ready.push_back(task),
            Event::StepBegan { task } => assert_eq!(present.pop_front(), Some(task)),
            _ => {}
        }
    }
    assert_eq!(present, VecDeque::new());
}

/// Every task that was created ends exactly once, and no event of it follows.
fn check_ends(trace: &Trace) {
    let mut alive = std::collections::BTreeSet::new();
    for (_, event) in trace.events() {
        match event {
            Event::TaskCreated { task, .. } => assert!(alive.insert(task)),
            Event::Scheduled { task, .. } | Event::StepBegan { task } => {
                assert!(alive.contains(&task));
            }
            Event::StepEnded {
                task,
                end: StepEnd::Returned(_) | StepEnd::Raised(_) | StepEnd::Cancelled,
                ..
            } => assert!(alive.remove(&task)),
            _ => {}
        }
    }
    assert!(alive.is_empty(), "{alive:?} never ended");
}

/// Steps do not overlap, each ends as the task's that it began as, and time never goes back.
fn check_steps(trace: &Trace) {
    let (mut running, mut last) = (None, Nanos::ZERO);
    for (at, event) in trace.events() {
        assert!(at >= last);
        last = at;
        match event {
            Event::StepBegan { task } => assert_eq!(running.replace(task), None),
            Event::StepEnded { task, .. } => assert_eq!(running.take(), Some(task)),
            Event::TickBegan => assert_eq!(running, None),
            _ => {}
        }
    }
    assert_eq!(running, None);
}

/// No task is lost, and a lane's spans add up to its life.
fn check_lanes(played: &Played) {
    played.look(|story| {
        for lane in story.lanes() {
            let (end, _) = lane.ending().unwrap();
            let spans: Vec<_> = lane.spans().collect();
            let length = |span: &Span| span.to.unwrap().time.since(span.from.time).0;
            let born = spans[0].from;
            let lengths = spans.iter().map(length);
            assert_eq!(lengths.sum::<u64>(), end.time.since(born.time).0);
            for pair in spans.windows(2) {
                assert_eq!(pair[0].to, Some(pair[1].from));
                assert!(pair[0].from <= pair[1].from);
            }
            assert_eq!(spans.last().unwrap().to, Some(end));
            // However a span is looked for, it is the same.
            for span in spans {
                assert_eq!(lane.span(span.number), Some(span));
                let found = lane
                    .spans_since(story.events_by(span.from))
                    .find(|found| found.to > Some(span.from));
                assert!(
                    span.to == Some(span.from) || found == Some(span),
                    "{span:?} {found:?}"
                );
            }
        }
    });
}

proptest! {
    #![proptest_config(ProptestConfig {
        cases: 1000,
        failure_persistence: None,
        ..ProptestConfig::default()
    })]

    #[test]
    fn any_program_keeps_the_rules(
        plans in prop::collection::vec(plan(), 1..6),
        main in plan(),
    ) {
        let played = play(plans.clone(), main.clone());
        played.recorder.read(|trace| {
            check_ticks(trace);
            check_steps(trace);
            check_ends(trace);
            let read = codec::decode(&codec::encode(trace), &[file!(), ""]).unwrap();
            assert!(trace.events().eq(read.events()));
        });
        check_lanes(&played);
        TraceEvents::of("any program", &played.look(chrome_trace));
        assert_eq!(play(plans, main).bytes(), played.bytes());
    }
}
