//! What is said at a stop of the run, and the inside of the loop there.

use super::shown_run::ShownRun;
use crate::browser::border::{Chip, LoopView, MomentView};
use crate::story::{
    Actor, Entry, Job, LoopState, Phrase, State, Stop, StopKind, StoryView, Timer, TimerKind,
    phrases, waits_now,
};
use crate::timeline::state_phrase;

/// The most tasks that are looked at as ready, as sleeping or as waiting: what a live run waits for
/// is found among them, and no lesson that fetches has as many.
const LOOKED_AT_MAX: usize = 256;

/// How many events are read, and tasks looked at, at a time, to see the inside of the loop.
const LOOKED_AT_ONCE: usize = 50_000;

/// The most tasks that are listed as ready, as sleeping or as waiting.
const LISTED_MAX: usize = 24;

/// Returns what is said at a stop, by its number; none if there is no such stop.
pub(in crate::browser) fn moment_at(run: &ShownRun, number: usize) -> Option<MomentView> {
    run.look(|story| {
        let stop = story.stop(number)?;
        let state = state_at(run, story, &stop);
        let waits = waits_at(story, &stop, state.as_ref());
        let phrases = waits.map_or_else(|| phrases(story, &stop), |waits| vec![waits]);
        // An error may be made in the code that a lesson calls.
        let locations = [stop.location, stop.resumed].into_iter().flatten();
        let mut locations = locations.filter(|location| run.is_in_file(location));
        Some(MomentView {
            phrases: phrases.into_iter().map(Into::into).collect(),
            line: locations.next().map(|location| location.line),
            returns: stop.returns,
            task: stop.task.map(|task| story.name(task).to_string()),
            tasks: story.lane_count(),
            states: story.state_kinds().iter().map(|kind| kind.name()).collect(),
            signs: story.sign_kinds().iter().map(|kind| kind.name()).collect(),
            selected: None,
            loop_view: state.map(|state| loop_view(story, &state)),
        })
    })
}

/// Returns the state of the loop at a stop; none while it is not worked out.
fn state_at(run: &ShownRun, story: StoryView<'_>, stop: &Stop) -> Option<LoopState> {
    let mut cursor = run.loop_state.borrow_mut();
    cursor.read_some(story.trace(), stop.shown, LOOKED_AT_MAX, LOOKED_AT_ONCE)
}

/// Returns what a live run waits for at a stop, if the run waits there: no event says it yet.
fn waits_at(story: StoryView<'_>, stop: &Stop, state: Option<&LoopState>) -> Option<Phrase> {
    let is_open = stop.kind == StopKind::Waiting && stop.end == story.trace().len();
    waits_now(story, state.filter(|_| is_open)?)
}

/// Returns what is said at an entry of the transcript.
pub(in crate::browser) fn said_at(
    run: &ShownRun,
    story: StoryView<'_>,
    entry: Entry,
) -> Vec<Phrase> {
    if entry.stop.end == story.trace().len() {
        let state = state_at(run, story, &entry.stop);
        if let Some(waits) = waits_at(story, &entry.stop, state.as_ref()) {
            return vec![waits];
        }
    }
    entry.phrases
}

/// Returns how the loop looks from inside, as far as it is listed.
fn loop_view(story: StoryView<'_>, state: &LoopState) -> LoopView {
    let name = |task| story.name(task).to_string();
    let of = |key, word| Chip::Other(Phrase::new(key, [("task", word)]).into());
    let other = |key, task| of(key, story.task_word(task));
    let actor = |actor: Actor| match actor {
        Actor::Task(task) => Chip::Task(name(task)),
        Actor::Callback(task) => other("loop-callback", task),
        Actor::Gather(task) => other("loop-gather", task),
        Actor::Thread(thread) => of("loop-callback", story.thread_word(thread)),
    };
    let timer = |timer: &Timer| match timer.kind {
        TimerKind::Sleep => Chip::Task(name(timer.task)),
        TimerKind::Deadline => other("loop-deadline", timer.task),
    };
    let timers = state.timers.iter().take(LISTED_MAX);
    let waiting = state.waiting.iter().take(LISTED_MAX);
    let ready = state.ready.iter().take(LISTED_MAX);
    let threads = story.threads().zip(&state.threads);
    let threads = threads.map(|(thread, job)| {
        let task = match job {
            Job::None => None,
            Job::Of(task) => Some(task.map_or(String::new(), name)),
        };
        (thread.name().to_string(), task)
    });
    LoopView {
        running: state.running.map(actor),
        ready: ready.map(|entry| actor(*entry)).collect(),
        timers: timers
            .map(|entry| (entry.until.seconds(), timer(entry)))
            .collect(),
        waiting: waiting
            .map(|(task, wait)| (name(*task), state_phrase(story, State::Waits(*wait)).into()))
            .collect(),
        queues: state.queues.clone(),
        threads: threads.collect(),
    }
}
