//! The list of lessons, and how one is found in it.

use super::lesson::Lesson;
use super::manifest::LESSONS;

/// No lesson has this name.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("there is no lesson '{slug}'; the lessons are {}", slugs().join(", "))]
pub struct LessonError {
    /// The name that was given.
    pub slug: String,
}

/// Returns all lessons, in the order in which they teach.
pub fn catalogue() -> &'static [Lesson] {
    LESSONS
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
