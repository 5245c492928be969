//! What is to be run: a lesson and its values, all of them checked.

use std::rc::Rc;

use interleave::{
    lessons::{Arguments, Lesson, Network, find},
    runtime::Program,
};

use super::{failure::Failure, html::Scraped};

/// A lesson with the values that it runs with.
#[derive(Debug, Clone)]
pub struct Request {
    lesson: &'static Lesson,
    arguments: Arguments,
    /// Whether it is the asker who chose the site.
    names_site: bool,
}

impl Request {
    /// Finds a lesson and checks the values that are given for its parameters.
    ///
    /// # Errors
    /// [`Failure`] if there is no such lesson, or with every value that makes no sense.
    ///
    /// # Examples
    /// ```
    /// use interleave_server::run::{Request, simulated};
    ///
    /// let request = Request::new("gather", [("urls", "url_1,url_2.5")])?;
    /// assert_eq!(simulated(&request).summary.seconds, 2.5);
    /// # Ok::<(), interleave_server::run::Failure>(())
    /// ```
    pub fn new<'a>(
        lesson: &str,
        given: impl IntoIterator<Item = (&'a str, &'a str)>,
    ) -> Result<Self, Failure> {
        let lesson = find(lesson)?;
        let given: Vec<_> = given.into_iter().collect();
        let names_site = given.iter().any(|(name, _)| *name == "site");
        let arguments = Arguments::new(lesson.parameters, given).map_err(Failure::Parameters)?;
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

    /// Returns the values that differ from the lesson's own.
    pub(super) fn changed(&self) -> impl Iterator<Item = (&'static str, &str)> {
        self.arguments.changed()
    }

    /// Returns the site that is crawled, if the lesson crawls one.
    pub(super) fn site(&self) -> Option<&str> {
        let mut values = self.arguments.iter();
        values
            .find(|(name, _)| *name == "site")
            .map(|(_, site)| site)
    }

    /// Tells whether the lesson fetches, and nobody chose what.
    pub(super) fn wants_a_site(&self) -> bool {
        self.lesson.network == Network::Fetches && !self.names_site
    }

    /// Returns the same request for another site.
    ///
    /// # Errors
    /// [`Failure::Parameters`] if it is no address.
    pub(super) fn with_site(&self, address: &str) -> Result<Self, Failure> {
        let values = self.arguments.iter().map(|(name, value)| match name {
            "site" => (name, address),
            _ => (name, value),
        });
        let arguments =
            Arguments::new(self.lesson.parameters, values).map_err(Failure::Parameters)?;
        Ok(Self {
            arguments,
            ..self.clone()
        })
    }

    /// Makes the program.
    pub(super) fn program(&self) -> Program {
        self.lesson.program(&self.arguments, Rc::new(Scraped))
    }
}
