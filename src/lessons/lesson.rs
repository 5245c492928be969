//! A lesson: what it is called, what may be changed in it, and how it is started; and the macro that
//! makes one of each entry of the manifest.

use std::rc::Rc;

use super::arguments::Arguments;
use super::parameter::Parameter;
use crate::crawl::Html;
use crate::runtime::{Program, Result};
use crate::story::Question;

/// A small asynchronous program that ships with Interleave.
#[derive(Clone, Copy, Debug)]
pub struct Lesson {
    /// Its name in addresses, attributes and commands.
    pub slug: &'static str,
    /// The group in which readers find it. The message `group-NAME` is the group's title.
    pub group: &'static str,
    /// Where Python's documentation explains what the lesson is about: a path and an anchor below
    /// `https://docs.python.org/3/`.
    pub docs: &'static str,
    /// What a reader is asked before it runs.
    pub question: Question,
    /// What the reader may change.
    pub parameters: &'static [Parameter],
    /// Whether it fetches.
    pub network: Network,
    /// The file that runs, as the trace's locations have it. The text is not here: the module of a page
    /// would hold the texts of all lessons for the one that is shown.
    pub file: &'static str,
    /// The parameter that says how many tasks it makes, if it may make many.
    pub(super) tasks: Option<&'static str>,
    pub(super) make: fn(&Arguments, Rc<dyn Html>) -> Program,
}

/// Whether a lesson fetches pages.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Network {
    /// It only sleeps.
    None,
    /// It fetches on a live clock, and plays back a recorded crawl on a simulated one.
    Fetches,
}

impl Lesson {
    /// Makes the program that runs with these values. `html` reads the pages that it fetches.
    pub fn program(&self, arguments: &Arguments, html: Rc<dyn Html>) -> Program {
        (self.make)(arguments, html)
    }

    /// Says whether a page loads its code when it is opened, and not before: that of the lessons that
    /// readers meet first is there at once, and so is what a worker runs.
    pub fn is_late(&self) -> bool {
        !["first", "workers"].contains(&self.group) && self.tasks.is_none()
    }

    /// Returns how many tasks it makes with these values, about; 0 if it never makes many.
    pub fn task_count(&self, arguments: &Arguments) -> u64 {
        self.tasks.map_or(0, |name| arguments.count(name))
    }
}

/// Starts a lesson's `main` with a reader's values, and makes a program of it. Nothing of `main`
/// runs before the program does: a coroutine that is only called runs nothing.
pub(super) fn started<Main: Future<Output = Result<()>> + 'static>(
    start: impl FnOnce(&Arguments, Rc<dyn Html>) -> Main,
    arguments: &Arguments,
    html: Rc<dyn Html>,
) -> Program {
    program(Box::pin(start(arguments, html)))
}

/// Makes a program of a coroutine: compiled once, and not once for each lesson.
fn program(main: std::pin::Pin<Box<dyn Future<Output = Result<()>>>>) -> Program {
    Box::new(|| main)
}

/// Makes a slug of the name of a lesson's files: `-` for `_`.
pub(super) const fn dashed<const N: usize>(name: &str) -> [u8; N] {
    let mut slug = [0; N];
    let mut number = 0;
    while number < N {
        let letter = name.as_bytes()[number];
        slug[number] = if letter == b'_' { b'-' } else { letter };
        number += 1;
    }
    slug
}

/// Makes of the manifest's entries the modules of the programs, the list `LESSONS`, and
/// `listing_text`, which returns the Python listing that a slug names.
///
/// Each entry begins with the name of its two files in `programs`, of which its slug is made. `tasks` and `network` may be left
/// out. The listings' texts are apart from the list, so that the module of a page is without them.
macro_rules! lessons {
    ($($name:ident {
        group: $group:literal,
        docs: $docs:literal,
        $(question: $question:expr,)?
        parameters: [$($parameter:expr),* $(,)?],
        $(tasks: $tasks:literal,)?
        $(network: $network:expr,)?
        start: $start:expr $(,)?
    }),* $(,)?) => {
        /// The lessons' programs: one file per lesson, and its Python listing beside it. The page
        /// shows these files as they are.
        #[path = "programs"]
        mod programs {
            use crate::lessons::run_in_a_loop_of_its_own;

            $(pub(super) mod $name;)*
        }

        use programs::{$($name),*};

        /// The lessons, in the order in which they teach.
        pub(super) static LESSONS: &[$crate::lessons::Lesson] = &[$(
            $crate::lessons::Lesson {
                slug: {
                    const NAME: [u8; stringify!($name).len()] =
                        $crate::lessons::lesson::dashed(stringify!($name));
                    match std::str::from_utf8(&NAME) {
                        Ok(slug) => slug,
                        Err(_) => "",
                    }
                },
                group: $group,
                docs: $docs,
                question: [$($question,)? $crate::story::Question::WallTime][0],
                parameters: &[$($parameter),*],
                file: concat!("src/lessons/programs/", stringify!($name), ".rs"),
                // What an entry leaves out is what comes last.
                tasks: [$(Some($tasks),)? None][0],
                network: [$($network,)? $crate::lessons::Network::None][0],
                make: |values, html| $crate::lessons::lesson::started($start, values, html),
            },
        )*];

        /// Returns the Python listing of a lesson; nothing if there is no such lesson.
        pub(super) fn listing_text(slug: &str) -> &'static str {
            const TEXTS: &[&str] = &[
                $(include_str!(concat!("programs/", stringify!($name), ".py")),)*
            ];
            let found = LESSONS.iter().position(|lesson| lesson.slug == slug);
            found.map_or("", |number| TEXTS[number])
        }
    };
}

pub(super) use lessons;
