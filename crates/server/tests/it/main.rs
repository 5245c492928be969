//! What the `interleave` command does, one file per subject; `command` and `web` are shared.
//!
//! All files are one crate, since each crate that has the interpreter in it takes seconds to link.
#![allow(clippy::unwrap_used)]

mod bounds;
mod command;
mod connections;
mod crawlers;
mod debugging;
mod web;

mod demo;
mod embed;
mod endings;
mod faults;
mod files;
mod formats;
mod html;
mod list;
mod listings;
mod live;
mod moments;
mod mutated;
mod notebooks;
mod origins;
mod python;
mod recorded;
mod recording;
mod run;
mod serve;
mod site;
mod threads;
mod trace_hashes;
