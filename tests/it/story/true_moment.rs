//! What a stop shows is true to its moment: a step is shown while its task runs, a wait of the loop
//! from where it begins.

use crate::support::messages::Messages;
use crate::support::{GIVEN, Played};
use interleave::lessons::catalogue;
use interleave::runtime::{Event, Nanos, Observer};
use interleave::story::{
    Actor, LoopState, Party, Point, State, Stop, StopKind, StoryBuilder, StoryView, loop_state,
    phrases,
};
use interleave::trace::Trace;

/// Plays every lesson, and some with other values, and looks at each story.
fn everywhere(look: impl Fn(&str, StoryView<'_>)) {
    for lesson in catalogue() {
        Played::of(lesson).look(|story| look(lesson.slug, story));
    }
    for (slug, given) in GIVEN {
        Played::simulated(slug, given).look(|story| look(&format!("{slug} {given:?}"), story));
    }
}

fn state(story: StoryView<'_>, stop: &Stop) -> LoopState {
    loop_state(story.trace(), stop.shown)
}

/// Returns whether the lane of a task runs at a point, and not only up to it or from it on.
fn is_within_run(story: StoryView<'_>, stop: &Stop) -> bool {
    let task = stop.task.unwrap();
    let mut spans = story.lane(task).unwrap().spans().collect::<Vec<_>>();
    spans.retain(|span| {
        let to = span.to.unwrap_or(story.end());
        span.from < stop.at && (stop.at < to || (stop.at <= to && stop.shown == stop.end))
    });
    let runs = |state| matches!(state, State::Running | State::Blocking);
    // Where a blocking call begins, both spans have the point.
    spans.iter().any(|span| runs(span.state))
}

#[test]
fn the_task_of_a_step_runs_and_its_sentence_is_about_it() {
    let languages = ["en", "zh-Hans"].map(Messages::of);
    everywhere(|name, story| {
        for (number, stop) in story.stops().enumerate() {
            let at = format!("{name}, stop {number}: {stop:?}");
            let state = state(story, &stop);
            assert_eq!(stop.task.is_some(), stop.kind == StopKind::Step, "{at}");
            let Some(task) = stop.task else {
                let calls = matches!(state.running, Some(Actor::Callback(_)));
                assert_eq!(calls, stop.kind == StopKind::Call, "{at}");
                continue;
            };
            assert_eq!(state.running, Some(Actor::Task(task)), "{at}");
            assert!(is_within_run(story, &stop), "{at}");
            assert!(!state.ready.contains(&Actor::Task(task)), "{at}");
            let said = phrases(story, &stop);
            for messages in &languages {
                let first = messages.sentence(&said[0]);
                assert!(first.contains(story.name(task)), "{at}: {first}");
            }
        }
    });
}

/// The lines that a step's own events name, in order.
fn lines_of_step(story: StoryView<'_>, stop: &Stop) -> Vec<u32> {
    let first = story.stops().find(|other| other.end > stop.first);
    let first = first.map_or(0, |other| other.first);
    let events = story.trace().events_from(first).take(stop.end - first);
    let lines = events.filter_map(|(_, event)| match event {
        Event::TaskCreated { location, .. }
        | Event::Printed { location, .. }
        | Event::Blocked { location, .. } => Some(location.line),
        Event::StepEnded { location, .. } => Some(location?.line),
        _ => None,
    });
    lines.collect()
}

#[test]
fn the_lit_line_is_that_of_the_step() {
    everywhere(|name, story| {
        for stop in story.stops() {
            if stop.kind != StopKind::Step {
                continue;
            }
            let lit = stop.location.map(|location| location.line);
            // A step that names no line is that of the await from which it goes on.
            let resumed = stop.resumed.map(|location| location.line);
            let wanted = lines_of_step(story, &stop).last().copied().or(resumed);
            assert_eq!(lit, wanted, "{name}: {stop:?}");
            // Only a task that ends in its first step, and does nothing there, has come to no line.
            let begins = phrases(story, &stop)[0].key;
            let is_idle = matches!(begins, "step-first" | "cancelled-before");
            assert!(lit.is_some() || is_idle, "{name}: {stop:?}");
        }
    });
}

/// Between two moments the loop waits, or a task blocks it, and the sentence of that lasts as long.
#[test]
fn a_wait_is_a_stop_from_where_it_begins() {
    everywhere(|name, story| {
        let stops: Vec<_> = story.stops().collect();
        for (number, pair) in stops.windows(2).enumerate() {
            let (stop, next) = (pair[0], pair[1]);
            let at = format!("{name}, stop {number}: {stop:?}");
            assert!(stop.at <= next.at, "{at}");
            let said = phrases(story, &stop);
            assert!(!said.is_empty(), "{at}");
            let keys: Vec<_> = said.iter().map(|phrase| phrase.key).collect();
            assert_eq!(
                stop.kind == StopKind::Waiting,
                keys.iter().any(|key| key.starts_with("waits-")),
                "{at}: {keys:?}"
            );
            if stop.at.time == next.at.time {
                continue;
            }
            let state = state(story, &stop);
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
    });
}

/// The run starts with its main task in the ready queue, and closes with nothing left.
#[test]
fn a_run_starts_and_closes() {
    everywhere(|name, story| {
        let (first, last) = (story.stop(0).unwrap(), story.stops().last().unwrap());
        assert_eq!(first.kind, StopKind::Start, "{name}");
        assert_eq!(story.stop_number(Point::default()), 0, "{name}");
        let begin = state(story, &first);
        assert_eq!((begin.running, begin.ready.len()), (None, 1), "{name}");
        assert_eq!(last.at, story.end(), "{name}");
        let key = phrases(story, &last).last().unwrap().key;
        if key == "limit-reached" {
            return;
        }
        assert_eq!(key, "run-ends", "{name}");
        let end = state(story, &last);
        assert_eq!(end.running, None, "{name}");
        assert!(end.ready.is_empty() && end.timers.is_empty() && end.waiting.is_empty());
    });
}

/// Each line of the console is in the sentence of one stop, at whose point it is printed.
#[test]
fn a_line_is_quoted_where_it_is_printed() {
    let english = Messages::of("en");
    everywhere(|name, story| {
        let mut lines = story.lines().enumerate().peekable();
        for stop in story.stops() {
            let said = english.say(&phrases(story, &stop));
            let printed = story.lines_before(stop.end);
            let many = said.contains(" lines, from ");
            while let Some((_, line)) = lines.next_if(|(number, _)| *number < printed) {
                assert!(many || said.contains(line.text), "{name}: {said}");
                assert!(line.at <= stop.at, "{name}: {said}");
                if let Some(Party::Task(task)) = line.by {
                    assert_eq!(stop.task, Some(task), "{name}: {said}");
                }
            }
        }
        assert!(lines.next().is_none(), "{name}");
    });
}

/// While a run waits its trace does not say yet how the wait ends: the stop of the wait is there, and
/// keeps its number.
#[test]
fn a_wait_that_goes_on_is_the_stop_that_it_will_be() {
    everywhere(|name, story| {
        let (mut cut, mut builder) = (Trace::new(), StoryBuilder::default());
        let stops: Vec<_> = story.stops().collect();
        let waits: Vec<_> = (0..stops.len())
            .filter(|number| stops[*number].kind == StopKind::Waiting)
            .collect();
        let events: Vec<_> = story.trace().events().collect();
        for number in waits {
            let stop = stops[number];
            for (at, event) in &events[cut.len()..stop.end] {
                cut.observe(*at, *event);
            }
            while builder.read_some(&cut, 7) {}
            let known = builder.with(&cut);
            assert_eq!(known.stop_count(), number + 1, "{name}");
            assert_eq!(known.stop(number), Some(stop), "{name}");
            assert_eq!(known.stop_number(known.end()), number, "{name}");
        }
    });
}
