//! What is under the pointer: the facts of a span, as a page shows them.

use crate::runtime::{Cause, SourceLocation, Wait};
use crate::story::{Phrase, Span, State, StoryView};

use crate::timeline::picture::Picture;

/// The facts of a span.
#[derive(Clone, Debug, PartialEq)]
pub struct Facts {
    /// The span's lane.
    pub lane: usize,
    /// The span's number in its lane.
    pub span: usize,
    /// The name of the task, or of the thread.
    pub task: String,
    /// What the task does meanwhile.
    pub state: Phrase,
    /// What is known of it besides.
    pub more: Vec<Phrase>,
    /// When the span begins, in seconds.
    pub from_s: f64,
    /// When the span ends, in seconds; none while it goes on.
    pub to_s: Option<f64>,
    /// The line of the program.
    pub location: Option<SourceLocation>,
    /// Where the span begins in the picture.
    pub from_px: f64,
    /// Where the span ends in the picture.
    pub to_px: f64,
}

/// A pointer may miss a narrow span by this much.
const SLACK_PX: f64 = 4.0;

/// Returns the facts of the span at a position in a picture, if one is there.
pub fn hit(story: StoryView<'_>, picture: &Picture, x_px: f64, y_px: f64) -> Option<Facts> {
    let lane = picture.rows.lane_from_y(y_px)?;
    let row = story.row(lane)?;
    let distance = |span: &Span| {
        let from_px = picture.scale.x_from_point(span.from);
        let to_px = picture.scale.x_from_point(span.to.unwrap_or(story.end()));
        (from_px - x_px).max(x_px - to_px).max(0.0)
    };
    let slack = |px: f64| picture.scale.point_from_x(story.builder(), x_px + px);
    let (before, after) = (slack(-SLACK_PX), slack(SLACK_PX));
    let spans = row.spans_since(story.events_by(before));
    let near = spans.take_while(|span| span.from <= after);
    // Of spans that are equally near the later is on top, so that one is seen.
    let span = near.min_by(|one, other| {
        let nearer = distance(one).total_cmp(&distance(other));
        nearer.then(other.number.cmp(&one.number))
    })?;
    if distance(&span) > SLACK_PX {
        return None;
    }
    facts_of(story, picture, (lane, span.number))
}

/// Returns the facts of a span by its row and its number in the row.
pub fn facts_of(
    story: StoryView<'_>,
    picture: &Picture,
    (lane, number): (usize, usize),
) -> Option<Facts> {
    let row = story.row(lane)?;
    let span = row.span(number)?;
    let to = span.to.unwrap_or(story.end());
    Some(Facts {
        lane,
        span: number,
        task: row.name().to_string(),
        state: state_phrase(story, span.state),
        more: match span.state {
            State::Waits(Wait::Fetch(fetch)) => story.measures(fetch),
            _ => Vec::new(),
        },
        from_s: span.from.time.seconds(),
        to_s: span.to.map(|to| to.time.seconds()),
        location: row.location(&span).filter(|location| location.line > 0),
        from_px: picture.scale.x_from_point(span.from),
        to_px: picture.scale.x_from_point(to),
    })
}

/// Returns what a task does in a state, as a sentence's key with its arguments.
pub fn state_phrase(story: StoryView<'_>, state: State) -> Phrase {
    let (key, argument) = match state {
        State::Ready(Cause::Task(by)) => ("state-ready-by", Some(("by", story.task_word(by)))),
        State::Ready(_) => ("state-ready", None),
        State::Running => ("state-running", None),
        State::Blocking => ("state-blocking", None),
        State::Sleeping(_) => ("state-sleeping", None),
        State::Working(None) => ("state-working-alone", None),
        State::Working(Some(task)) => ("state-working", Some(("task", story.task_word(task)))),
        State::Idle => ("state-idle", None),
        State::Waits(wait) => (wait.state_key(), story.subject_of(wait)),
    };
    Phrase::new(key, Vec::from_iter(argument))
}
