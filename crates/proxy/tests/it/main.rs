//! What the proxy fetches and what it refuses, one file per subject; `network` is shared.
#![allow(clippy::unwrap_used)]

mod network;

mod limits;
mod names;
mod pages;
mod redirects;
mod requests;
mod tls;
mod urls;
