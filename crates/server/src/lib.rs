//! The `interleave` command: one binary that has the page, the CORS proxy and a demo movie site.
//!
//! The command itself is `main.rs`; what its subcommands do is here, so that tests and other
//! subcommands can do parts of it. [`list`] tells which lessons there are, in a reader's
//! [`language`], and [`run`] runs one without a browser. [`serve`] puts [`site`], the proxy and
//! [`demo`] on three [`origins`], since a browser must see them as three.

pub mod language;

pub mod list;

pub mod run;

pub mod demo;
pub mod origins;
pub mod serve;
pub mod site;
