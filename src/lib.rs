//! Asynchronous code that shows itself.
//!
//! A program runs on an event loop with the order of events of CPython's asyncio. The loop emits an
//! event for everything that happens, a trace keeps the events, a story finds out what they mean to a
//! person, and the timeline draws the story:
//!
//! ```
//! use interleave::export::svg;
//! use interleave::runtime::{Nanos, Outcome, Run, RunOptions, Turn, create_task, println, sleep};
//! use interleave::story::StoryBuilder;
//! use interleave::timeline::{Axis, LabelTexts, Palette, Theme, still};
//! use interleave::trace::TraceRecorder;
//!
//! // The program, which is the main task: a second task prints half a second after its creation.
//! async fn program() -> interleave::runtime::Result<()> {
//!     let worker = create_task(async {
//!         sleep(0.5).await?;
//!         println!("worker is done");
//!         Ok(())
//!     });
//!     println!("main waits");
//!     worker.await
//! }
//!
//! // The run, whose events go into a trace. On the simulated clock a sleep costs no time.
//! let recorder = TraceRecorder::default();
//! let options = RunOptions { observer: Box::new(recorder.clone()), ..RunOptions::default() };
//! let run = Run::new(Box::new(|| Box::pin(program())), options);
//! assert_eq!(run.turns(), Turn::Over);
//! assert_eq!(run.outcome(), Some(Outcome::Finished));
//! assert_eq!(run.now(), Nanos::from_seconds(0.5));
//!
//! recorder.read(|trace| {
//!     // The story: the lanes of main and of the worker, and what they printed.
//!     let builder = StoryBuilder::of(trace);
//!     let story = builder.with(trace);
//!     let lines: Vec<_> = story.lines().map(|line| line.text).collect();
//!     assert_eq!(lines, ["main waits", "worker is done"]);
//!
//!     // The picture: the story as shapes, and the shapes as SVG. The labels come from the messages
//!     // of a language; here each label is the key of its message.
//!     let labels = LabelTexts::from_messages(str::to_string);
//!     let picture = still(story, 600.0, Axis::Auto, &labels);
//!     let file = svg(&picture, 600.0, &Palette::new(Theme::Light), "A task that sleeps");
//!     assert!(file.starts_with("<svg "));
//!     assert!(file.contains(">Task-2</text>"));
//! });
//! ```
//!
//! The rooms, from the ground up; each knows only rooms above it in this list:
//!
//! - [`runtime`]: an event loop with the order of events of CPython's asyncio.
//! - [`trace`]: the record of a run.
//! - [`story`]: what a trace means to a person.
//! - [`crawl`]: pages, and what lessons read out of them.
//! - [`lessons`]: the programs that run, and whose files the page shows.
//! - [`timeline`]: the picture of a story, as shapes.
//! - [`export`]: a run as files that other programs read; the page has it in a module of its own.
//! - `browser`: everything that names a browser; it exists on wasm32 alone.

pub mod runtime;
pub mod trace;

pub mod story;

pub mod crawl;

pub mod lessons;

pub mod timeline;

pub mod export;

#[cfg(all(target_arch = "wasm32", feature = "page"))]
pub mod browser;
