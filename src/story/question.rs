//! A question about a run, with answers to choose from: the right one is what the run did.

use crate::runtime::{Nanos, TaskId};

use super::{Ending, Line, Phrase, Span, State, StoryView};

/// What is asked about a run before a reader sees it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Question {
    /// How long the run takes.
    WallTime,
    /// Which line is printed at this place, from 1. Asked of what prints fewer lines as the last one.
    Line(usize),
    /// Which line is printed last.
    LastLine,
    /// When the last line is printed.
    LastLineTime,
    /// How the task of this number ends; main is 0.
    Ending(u32),
}

/// A question with its answers.
#[derive(Clone, Debug, PartialEq)]
pub struct AskedQuestion {
    /// The question.
    pub prompt: Phrase,
    /// The answers to choose from, two to four; they differ.
    pub options: Vec<Phrase>,
    /// Which of them is right.
    pub right: usize,
}

/// The most answers to choose from.
const OPTIONS_MAX: usize = 4;

/// The most lines and spans that wrong answers are looked for in.
const LOOKED_AT_MAX: usize = 1000;

impl Question {
    /// Asks about a run that is over. None if there is nothing to choose from: a run that takes no time
    /// and prints nothing.
    ///
    /// Wrong answers are near: times that the run would have taken otherwise, lines that it prints at
    /// another place, ways in which tasks end.
    #[must_use]
    pub fn ask(self, story: StoryView<'_>) -> Option<AskedQuestion> {
        match self {
            Question::WallTime => wall_time(story),
            Question::Line(number) => line(story, Some(number)).or_else(|| wall_time(story)),
            Question::LastLine => line(story, None).or_else(|| wall_time(story)),
            Question::LastLineTime => last_line_time(story).or_else(|| wall_time(story)),
            Question::Ending(task) => ending(story, TaskId(task)).or_else(|| wall_time(story)),
        }
    }
}

fn wall_time(story: StoryView<'_>) -> Option<AskedQuestion> {
    let prompt = Phrase::new("question-wall-time", []);
    times(prompt, story.end().time, story)
}

fn last_line_time(story: StoryView<'_>) -> Option<AskedQuestion> {
    let line = last_lines(story).into_iter().next_back()?;
    let prompt = Phrase::new("question-last-line-time", [("text", line.text.into())]);
    times(prompt, line.at.time, story)
}

/// Asks for a time. What is offered besides are the times that readers work out when they forget that
/// waits overlap, or that they do not: the longest wait alone, and all waits one after the other.
fn times(prompt: Phrase, right: Nanos, story: StoryView<'_>) -> Option<AskedQuestion> {
    let lanes = story.lanes().take(LOOKED_AT_MAX);
    let waits = lanes.flat_map(|lane| {
        let spans = lane.spans().take(LOOKED_AT_MAX);
        let is_wait = |state| matches!(state, State::Sleeping(_) | State::Blocking);
        let lengths = spans.filter(|span| is_wait(span.state));
        let length = |span: Span| Some(span.to?.time.since(span.from.time));
        lengths.filter_map(length).collect::<Vec<_>>()
    });
    let waits: Vec<Nanos> = waits.take(LOOKED_AT_MAX).collect();
    let sum = waits
        .iter()
        .fold(0_u64, |sum, wait| sum.saturating_add(wait.0));
    let longest = waits.iter().copied().max().unwrap_or_default();
    let others = [
        Nanos(sum),
        longest,
        story.end().time,
        Nanos(right.0.saturating_mul(2)),
        Nanos(right.0 / 2),
    ];
    let mut options = vec![right];
    for other in others {
        if options.len() < OPTIONS_MAX - 1 && other.0 > 0 && !options.contains(&other) {
            let at = options.partition_point(|option| *option < other);
            options.insert(at, other);
        }
    }
    let found = options.iter().position(|option| *option == right)?;
    let said = |time: Nanos| Phrase::new("answer-seconds", [("time", time.into())]);
    asked(prompt, options.into_iter().map(said).collect(), found)
}

/// Asks for the line of a number, or for the last one.
fn line(story: StoryView<'_>, number: Option<usize>) -> Option<AskedQuestion> {
    let first: Vec<_> = printed(story, 0).take(LOOKED_AT_MAX).collect();
    let number = number.filter(|number| *number < first.len());
    let (lines, at) = match number {
        Some(number) => (first, number.checked_sub(1)?),
        None => {
            let last = last_lines(story);
            let at = last.len().checked_sub(1)?;
            (last, at)
        }
    };
    let right = lines[at].text;
    let mut options = vec![right];
    // Lines that are printed near it: one that begins otherwise, and then any.
    let begins = |text: &str| text.split(' ').next().map(str::to_string);
    for (most, is_any) in [(2, false), (OPTIONS_MAX, true)] {
        let near = (1..lines.len()).flat_map(|by| [Some(at + by), at.checked_sub(by)]);
        for text in near.filter_map(|other| Some(lines.get(other?)?.text)) {
            let fits = is_any || begins(text) != begins(right);
            if fits && options.len() < most && !options.contains(&text) {
                // In an order that says nothing about the right one.
                let place = options.partition_point(|option| *option < text);
                options.insert(place, text);
            }
        }
    }
    let found = options.iter().position(|option| *option == right)?;
    let prompt = match number {
        Some(number) => Phrase::new("question-line", [("number", number.into())]),
        None => Phrase::new("question-last-line", []),
    };
    let said = |text: &str| Phrase::new("answer-text", [("text", text.into())]);
    asked(prompt, options.into_iter().map(said).collect(), found)
}

/// Returns the lines that the program printed, from one on.
fn printed(story: StoryView<'_>, first: usize) -> impl Iterator<Item = Line<'_>> {
    story.lines_from(first).filter(|line| !line.is_log)
}

fn last_lines(story: StoryView<'_>) -> Vec<Line<'_>> {
    let count = story.lines_before(usize::MAX);
    printed(story, count.saturating_sub(LOOKED_AT_MAX)).collect()
}

fn ending(story: StoryView<'_>, task: TaskId) -> Option<AskedQuestion> {
    let lane = story.lane(task)?;
    let right = match lane.ending()?.1 {
        Ending::Returned(_) => 0,
        Ending::Raised(_) => 1,
        Ending::Cancelled => 2,
    };
    let keys = ["answer-returned", "answer-raised", "answer-cancelled"];
    let options = keys.map(|key| Phrase::new(key, []));
    let prompt = Phrase::new("question-ending", [("task", story.task_word(task))]);
    asked(prompt, options.into(), right)
}

fn asked(prompt: Phrase, options: Vec<Phrase>, right: usize) -> Option<AskedQuestion> {
    (options.len() > 1).then_some(AskedQuestion {
        prompt,
        options,
        right,
    })
}
