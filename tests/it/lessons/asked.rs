//! What readers are asked before a lesson runs: each answer is what the run did.

use crate::support::Played;
use interleave::lessons::catalogue;
use interleave::story::{AskedQuestion, Phrase, Question, Word};

fn asked(played: &Played, question: Question) -> Option<AskedQuestion> {
    played.look(|story| question.ask(story))
}

/// Returns an answer as a reader sees it: its text, its seconds, or its key.
fn said(answer: &Phrase) -> String {
    match answer.arguments.first() {
        Some((_, Word::Text(text))) => text.clone(),
        Some((_, Word::Seconds(seconds))) => format!("{seconds:.2}"),
        _ => answer.key.to_string(),
    }
}

#[test]
fn every_lesson_asks_something_and_each_answer_differs() {
    for lesson in catalogue() {
        let question = asked(&Played::of(lesson), lesson.question);
        let question = question.unwrap_or_else(|| panic!("{}", lesson.slug));
        let mut answers: Vec<_> = question.options.iter().map(said).collect();
        assert!((2..=4).contains(&answers.len()), "{}", lesson.slug);
        assert!(question.right < answers.len(), "{}", lesson.slug);
        answers.sort();
        answers.dedup();
        assert_eq!(answers.len(), question.options.len(), "{}", lesson.slug);
    }
}

#[test]
fn the_right_answer_is_that_of_the_values() {
    for (given, seconds) in [("url_1,url_2", "2.00"), ("url_1,url_2.5,url_0.5", "2.50")] {
        let played = Played::simulated("gather", &[("urls", given)]);
        let question = asked(&played, Question::WallTime).unwrap();
        assert_eq!(said(&question.options[question.right]), seconds);
    }
    let played = Played::simulated("workers-as-tasks", &[("worker_1", "3")]);
    let lines: Vec<_> = played
        .summary
        .console
        .iter()
        .map(|line| line.text.clone())
        .collect();
    for number in 1..=lines.len() {
        let question = asked(&played, Question::Line(number)).unwrap();
        assert_eq!(said(&question.options[question.right]), lines[number - 1]);
    }
    let beyond = asked(&played, Question::Line(100)).unwrap();
    assert_eq!(beyond.prompt.key, "question-last-line");
    let last = asked(&played, Question::LastLineTime).unwrap();
    assert_eq!(said(&last.options[last.right]), "3.00");
}

#[test]
fn a_task_ends_as_it_ended() {
    let played = Played::simulated("cancel-and-errors", &[]);
    let ends = (1..=3).map(|task| {
        let question = asked(&played, Question::Ending(task)).unwrap();
        said(&question.options[question.right])
    });
    let ends: Vec<_> = ends.collect();
    assert_eq!(
        ends,
        ["answer-returned", "answer-raised", "answer-cancelled"]
    );
}

/// A run that takes no time and prints nothing leaves nothing to ask; one of many is asked in no time.
#[test]
fn nothing_and_very_much_are_asked_about() {
    let many = Played::simulated("ten-thousand", &[]);
    assert!(asked(&many, Question::WallTime).is_some());
    assert!(asked(&many, Question::LastLine).is_some());
    let none = Played::simulated("producer-consumer", &[("items", "0"), ("stop_after", "0")]);
    assert_eq!(asked(&none, Question::WallTime), None);
    assert_eq!(asked(&none, Question::Line(1)), None);
}
