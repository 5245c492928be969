//! A long tick is run in parts, so that a host may read its clock; a program sees no difference.

use interleave::runtime::{Event, Run, RunOptions, TaskId, Turn, gather, sleep};
use interleave::trace::TraceRecorder;

/// How many tasks there are: their first steps are one tick.
const TASKS: u32 = 5_000;

fn run() -> (Run, TraceRecorder) {
    let recorder = TraceRecorder::default();
    let options = RunOptions {
        observer: Box::new(recorder.clone()),
        ..RunOptions::default()
    };
    let main = async {
        gather((0..TASKS).map(|_| sleep(1.0))).await?;
        Ok(())
    };
    (Run::new(Box::new(|| Box::pin(main)), options), recorder)
}

#[test]
fn a_turn_takes_a_bounded_number_of_steps() {
    let (run, _) = run();
    let (mut turns, mut steps, mut most) = (0, 0, 0);
    while run.turn() != Turn::Over {
        turns += 1;
        most = most.max(run.counts().0 - steps);
        steps = run.counts().0;
        // A host may let time catch up at any moment.
        run.catch_up();
    }
    assert_eq!(steps, u64::from(TASKS) * 2 + 2);
    assert!(most <= 256, "{most} steps in one turn");
    assert!(turns > 40, "{turns}");
}

#[test]
fn all_that_was_ready_is_one_tick() {
    let (run, recorder) = run();
    run.turns();
    recorder.read(|trace| {
        let events: Vec<_> = trace.events().map(|(_, event)| event).collect();
        let ticks = events.split(|event| *event == Event::TickBegan);
        let steps = ticks.map(|tick| {
            let began = |event: &Event<'_>| match event {
                Event::StepBegan { task } => Some(*task),
                _ => None,
            };
            tick.iter().filter_map(began).collect::<Vec<_>>()
        });
        let steps: Vec<_> = steps.filter(|steps| !steps.is_empty()).collect();
        let all: Vec<_> = (1..=TASKS).map(TaskId).collect();
        let main = vec![TaskId(0)];
        assert_eq!(steps, [main.clone(), all.clone(), all, main]);
    });
}

#[test]
fn a_run_can_be_stopped_in_the_middle_of_a_tick() {
    let (run, _) = run();
    for _ in 0..5 {
        assert_eq!(run.turn(), Turn::Busy);
    }
    run.stop();
    assert_eq!(run.turn(), Turn::Over);
}
