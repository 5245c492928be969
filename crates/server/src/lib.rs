//! The `interleave` command: one binary that has the page, the CORS proxy and a demo movie site.
//!
//! The command itself is `main.rs`; the work of its subcommands is here, so that tests and other
//! subcommands can do parts of it. [`list`] prints the lessons, in a reader's [`language`], and
//! [`run`] runs one without a browser, and
//! [`embed`] writes the HTML that shows one in an article. [`serve`] puts [`site`], the proxy and [`demo`] on three
//! [`origins`], since a browser must see them as three.

pub mod language;

pub mod list;

pub mod run;

pub mod embed;

pub mod demo;
pub mod origins;
pub mod serve;
pub mod site;
