//! What a stop shows is true to its moment: a step is shown while its task runs, a wait of the loop
//! from where it begins.
//!
//! It is a file of its own, and knows nothing of the other tests, because the tests of the command
//! include it for programs in Python, too.

use interleave::runtime::{Event, Nanos};
use interleave::story::{
    Actor, LoopState, Party, Point, State, Stop, StopKind, StoryView, loop_state, phrases,
};

/// Claims that all stops of a story are true to their moments.
pub fn check(name: &str, story: StoryView<'_>) {
    let stops: Vec<_> = story.stops().collect();
    for (number, stop) in stops.iter().enumerate() {
        let at = format!("{name}, stop {number}: {stop:?}");
        assert!(!phrases(story, stop).is_empty(), "{at}");
        check_control(story, stop, &at);
        check_line(story, stop, &at);
        if let Some(next) = stops.get(number + 1) {
            assert!(stop.at <= next.at, "{at}");
            check_time(story, number, (stop, next), &at);
        }
    }
}

fn state(story: StoryView<'_>, stop: &Stop) -> LoopState {
    loop_state(story.trace(), stop.shown)
}

/// The task of a step runs, and at no other stop a task does.
fn check_control(story: StoryView<'_>, stop: &Stop, at: &str) {
    let state = state(story, stop);
    assert_eq!(stop.task.is_some(), stop.kind == StopKind::Step, "{at}");
    let Some(task) = stop.task else {
        let is_task = matches!(state.running, Some(Actor::Task(_)));
        assert!(!is_task, "{at}: {state:?}");
        return;
    };
    assert_eq!(state.running, Some(Actor::Task(task)), "{at}");
    assert!(!state.ready.contains(&Actor::Task(task)), "{at}: {state:?}");
    assert!(is_within_run(story, stop), "{at}");
}

/// Returns whether the lane of a task runs at a point, and not only up to it.
fn is_within_run(story: StoryView<'_>, stop: &Stop) -> bool {
    let lane = story.lane(stop.task.unwrap()).unwrap();
    let mut spans = lane.spans().filter(|span| {
        let to = span.to.unwrap_or(story.end());
        // Where a blocking call begins, both spans have the point.
        span.from < stop.at && (stop.at < to || (stop.at <= to && stop.shown == stop.end))
    });
    spans.any(|span| matches!(span.state, State::Running | State::Blocking))
}

/// The line of a step that is lit is the last that the step came to, or the one from which it went on.
fn check_line(story: StoryView<'_>, stop: &Stop, at: &str) {
    if stop.kind != StopKind::Step {
        return;
    }
    let lit = stop.location.map(|location| location.line);
    let resumed = stop.resumed.map(|location| location.line);
    let wanted = lines_of_step(story, stop).last().copied().or(resumed);
    assert_eq!(lit, wanted, "{at}");
    // Only a task that ends in its first step, and does nothing there, has come to no line.
    let begins = phrases(story, stop)[0].key;
    let is_idle = matches!(begins, "step-first" | "cancelled-before");
    assert!(lit.is_some() || is_idle, "{at}");
}

/// Returns the lines that a step's own events name up to a stop, in order.
fn lines_of_step(story: StoryView<'_>, stop: &Stop) -> Vec<u32> {
    let trace = story.trace();
    let is_start = |number: &usize| matches!(trace.get(*number), Some(Event::StepBegan { .. }));
    let began = (0..stop.end).rev().find(is_start).unwrap();
    let events = trace.events_from(began).take(stop.end - began);
    let lines = events.filter_map(|(_, event)| match event {
        Event::TaskCreated { location, .. }
        | Event::Printed { location, .. }
        | Event::Warned { location, .. }
        | Event::Blocked { location, .. } => Some(location.line),
        Event::StepEnded { location, .. } => Some(location?.line),
        _ => None,
    });
    lines.filter(|line| *line > 0).collect()
}

/// Returns whether no loop runs at a stop: one was closed, and none has begun a turn since.
fn is_closed(story: StoryView<'_>, stop: &Stop) -> bool {
    let mut events = (0..stop.end)
        .rev()
        .filter_map(|number| story.trace().get(number));
    let turns = |event: &Event<'_>| matches!(event, Event::TickBegan | Event::LoopClosed);
    events.find(turns) == Some(Event::LoopClosed)
}

/// Each line of the console is in the sentence of the stop at which it is printed.
pub fn check_lines(name: &str, story: StoryView<'_>) {
    let mut printed = 0;
    for stop in story.stops() {
        let lines = story.lines_before(stop.end);
        let said = format!("{:?}", phrases(story, &stop));
        let many = said.contains("prints-many");
        for line in story.lines_from(printed).take(lines - printed) {
            let text = format!("{:?}", line.text);
            let text = &text[1..text.len() - 1];
            assert!(
                many || said.contains(text),
                "{name}: {text} is not in {said}"
            );
            assert!(line.at <= stop.at, "{name}: {text} at {stop:?}");
            // What the loop logs of a task is no task's doing.
            if let Some(Party::Task(task)) = line.by.filter(|_| !line.is_log) {
                assert_eq!(stop.task, Some(task), "{name}: {text}");
            }
        }
        printed = lines;
    }
    if story.stops().next().is_none() {
        // A program without a loop has no stops.
        return;
    }
    assert_eq!(
        printed,
        story.lines().count(),
        "{name}: lines are printed at no stop"
    );
}

/// Between two moments the loop waits, or a task blocks it, and the sentence of that lasts as long.
fn check_time(story: StoryView<'_>, number: usize, (stop, next): (&Stop, &Stop), at: &str) {
    let said = phrases(story, stop);
    let keys: Vec<_> = said.iter().map(|phrase| phrase.key).collect();
    let waits = keys.iter().any(|key| key.starts_with("waits-"));
    assert_eq!(stop.kind == StopKind::Waiting, waits, "{at}: {keys:?}");
    // Between two loops of a program time may pass, and no loop waits.
    if stop.at.time == next.at.time || is_closed(story, stop) {
        return;
    }
    let state = state(story, stop);
    if stop.kind == StopKind::Waiting {
        assert_eq!(keys.len(), 1, "{at}: {keys:?}");
        assert!(state.running.is_none() && state.ready.is_empty(), "{at}");
    } else {
        assert_eq!(keys.last(), Some(&"blocks"), "{at}: {keys:?}");
        assert!(state.running.is_some(), "{at}");
    }
    let middle = (stop.at.time.0 + next.at.time.0) / 2;
    let (time, order) = (Nanos(middle), stop.at.order);
    assert_eq!(story.stop_number(Point { time, order }), number, "{at}");
}
