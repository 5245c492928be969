//! The list of lessons: what each is called, what may be changed in it, and how it is started.

use std::rc::Rc;

use super::arguments::Arguments;
use super::parameter::Parameter;
use super::{questions, tutorial};
use crate::crawl::Html;
use crate::runtime::Program;

/// A small asynchronous program that ships with Interleave.
#[derive(Clone, Copy)]
pub struct Lesson {
    /// Its name in addresses, attributes and commands.
    pub slug: &'static str,
    /// What the reader may change.
    pub parameters: &'static [Parameter],
    /// Whether it fetches.
    pub network: Network,
    /// The file that runs, as the trace's places have it. Whoever shows it reads it: the module of
    /// a page would hold the texts of all lessons for the one that is shown.
    pub file: &'static str,
    /// The parameter that says how many tasks it makes, if it may make many.
    tasks: Option<&'static str>,
    make: fn(&Arguments, Rc<dyn Html>) -> Program,
}

/// Whether a lesson fetches pages.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Network {
    /// It only sleeps.
    None,
    /// It fetches on a live clock, and plays back a recorded crawl on a simulated one.
    Fetches,
}

/// No lesson has this name.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("there is no lesson '{slug}'; the lessons are {}", slugs().join(", "))]
pub struct LessonError {
    /// The name that was given.
    pub slug: String,
}

impl Lesson {
    /// Makes the program that runs with these values. `html` reads the pages that it fetches.
    #[must_use]
    pub fn program(&self, arguments: &Arguments, html: Rc<dyn Html>) -> Program {
        (self.make)(arguments, html)
    }

    /// Returns how many tasks it makes with these values, about; 0 if it never makes many.
    #[must_use]
    pub fn task_count(&self, arguments: &Arguments) -> u64 {
        self.tasks.map_or(0, |name| arguments.count(name))
    }

    /// Says that a parameter tells how many tasks the lesson makes.
    pub(super) const fn with_tasks(self, parameter: &'static str) -> Lesson {
        Lesson {
            tasks: Some(parameter),
            ..self
        }
    }
}

impl std::fmt::Debug for Lesson {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Lesson")
            .field("slug", &self.slug)
            .finish_non_exhaustive()
    }
}

/// Returns all lessons, in the order in which they teach.
#[must_use]
pub fn catalogue() -> &'static [Lesson] {
    &LESSONS
}

/// Returns the lesson with a name.
///
/// # Errors
/// [`LessonError`], which lists the names that there are.
pub fn find(slug: &str) -> Result<&'static Lesson, LessonError> {
    let found = LESSONS.iter().find(|lesson| lesson.slug == slug);
    found.ok_or_else(|| LessonError {
        slug: slug.to_string(),
    })
}

fn slugs() -> Vec<&'static str> {
    LESSONS.iter().map(|lesson| lesson.slug).collect()
}

/// Makes a lesson of its parts.
pub(super) const fn lesson(
    slug: &'static str,
    parameters: &'static [Parameter],
    network: Network,
    file: &'static str,
    make: fn(&Arguments, Rc<dyn Html>) -> Program,
) -> Lesson {
    Lesson {
        slug,
        parameters,
        network,
        file,
        tasks: None,
        make,
    }
}

const PARTS: [&[Lesson]; 3] = [tutorial::LESSONS, questions::LESSONS, tutorial::CRAWLS];

static LESSONS: [Lesson; PARTS[0].len() + PARTS[1].len() + PARTS[2].len()] = {
    let mut lessons = [PARTS[0][0]; _];
    let (mut part, mut index, mut count) = (0, 0, 0);
    while part < PARTS.len() {
        if index < PARTS[part].len() {
            lessons[count] = PARTS[part][index];
            (index, count) = (index + 1, count + 1);
        } else {
            (part, index) = (part + 1, 0);
        }
    }
    lessons
};
