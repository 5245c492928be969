//! A lesson to be run, with its checked values.

use std::rc::Rc;

use interleave::crawl::Replay;
use interleave::lessons::{Arguments, Lesson, Network, find};
use interleave::runtime::{Program, Run, RunOptions};
use interleave::trace::TraceRecorder;

use super::command_error::CommandError;
use super::finished_run::FinishedRun;
use super::html_parser::ScraperHtml;

/// A lesson with the values that it runs with.
#[derive(Debug, Clone)]
pub struct LessonRequest {
    lesson: &'static Lesson,
    arguments: Arguments,
    /// Whether a value for the site was given.
    names_site: bool,
}

impl LessonRequest {
    /// Finds a lesson and checks the values that are given for its parameters.
    ///
    /// # Errors
    /// [`CommandError`] if there is no such lesson, or with every invalid value.
    ///
    /// # Examples
    /// ```
    /// use interleave_server::run::{LessonRequest, simulated};
    ///
    /// let request = LessonRequest::new("gather", [("urls", "url_1,url_2.5")])?;
    /// assert_eq!(simulated(&request).summary.seconds, 2.5);
    /// # Ok::<(), interleave_server::run::CommandError>(())
    /// ```
    pub fn new<'a>(
        lesson: &str,
        given: impl IntoIterator<Item = (&'a str, &'a str)>,
    ) -> Result<Self, CommandError> {
        let lesson = find(lesson)?;
        let given: Vec<_> = given.into_iter().collect();
        let names_site = given.iter().any(|(name, _)| *name == "site");
        let arguments =
            Arguments::new(lesson.parameters, given).map_err(CommandError::Parameters)?;
        Ok(Self {
            lesson,
            arguments,
            names_site,
        })
    }

    /// Returns the lesson.
    pub fn lesson(&self) -> &'static Lesson {
        self.lesson
    }

    /// Returns the values that differ from the lesson's defaults.
    pub(super) fn changed(&self) -> impl Iterator<Item = (&'static str, &str)> {
        self.arguments.changed()
    }

    /// Returns the site that the lesson crawls, if it crawls one.
    pub(super) fn site(&self) -> Option<&str> {
        let mut values = self.arguments.iter();
        values
            .find(|(name, _)| *name == "site")
            .map(|(_, site)| site)
    }

    /// Says whether the lesson fetches, and no site was given.
    pub(super) fn needs_demo_site(&self) -> bool {
        self.lesson.network == Network::Fetches && !self.names_site
    }

    /// Returns the same request for another site.
    /// Errors: [`CommandError::Parameters`] if the text is no address.
    pub(super) fn with_site(&self, address: &str) -> Result<Self, CommandError> {
        let values = self.arguments.iter().map(|(name, value)| match name {
            "site" => (name, address),
            _ => (name, value),
        });
        let arguments =
            Arguments::new(self.lesson.parameters, values).map_err(CommandError::Parameters)?;
        Ok(Self {
            arguments,
            ..self.clone()
        })
    }

    pub(super) fn program(&self) -> Program {
        self.lesson.program(&self.arguments, Rc::new(ScraperHtml))
    }
}

/// Plays a lesson at once.
///
/// A lesson that fetches gets the replay of the demo site, whatever its site is.
pub fn simulated(request: &LessonRequest) -> FinishedRun {
    let recorder = TraceRecorder::default();
    let options = RunOptions {
        fetch: Rc::new(Replay::of_demo_site(request.site().unwrap_or(""))),
        observer: Box::new(recorder.clone()),
        ..RunOptions::default()
    };
    let run = Run::new(request.program(), options);
    run.turns();
    let (name, outcome) = (request.lesson().slug, run.outcome());
    FinishedRun::of(name, &run, recorder, run.now(), outcome)
}
