//! The CORS proxy: what a page may not read by itself, read for it under a policy.
//!
//! A browser lets a page read another site only where that site agrees. The crawl lessons read
//! sites that never heard of them, so the page asks this proxy. A machine that fetches what
//! strangers name is a machine strangers will point at its own neighbours, so the policy is the
//! greater part of it: which page may ask, which URL may be asked for, which address may be
//! dialled, how much and how long.
//!
//! The way of a request, and the order to read in:
//! 1. [`server`] takes `GET /fetch?url=…`, and turns away pages that are not on the list.
//! 2. [`Fetcher`] follows redirects, one hop at a time, under one deadline.
//! 3. For each hop, [`Target`] reads the URL: scheme, host, port, names that stay at home.
//! 4. The connector resolves the name once, clears **every** address in the table of
//!    [`address`], dials what it cleared, and speaks TLS: all in one function, so that no
//!    second look-up can slip in between.
//! 5. The exchange sends one request that carries nothing of the reader's, and keeps a body up
//!    to the cap.
//!
//! The host's two seams are the traits [`Resolve`] and [`Dial`]; both have a twin in memory.
//! Nothing here knows what a lesson is, and nothing below [`server`] knows axum: the native crawl
//! uses the same [`Fetcher`].

pub mod address;
mod connector;
mod dialer;
mod exchange;
mod fetcher;
mod policy;
mod refusal;
mod resolver;
pub mod server;
mod target;
mod timing;

pub use connector::Network;
pub use dialer::{Dial, RecordingDialer, Stream, TcpDialer};
pub use fetcher::{Fetched, Fetcher, Hop};
pub use policy::Policy;
pub use refusal::{Reason, Refusal};
pub use resolver::{Resolve, ResolveError, ScriptedResolver, SystemResolver};
pub use rustls::Error as TlsError;
pub use target::Target;
pub use timing::Timing;

use std::pin::Pin;

/// A future behind a pointer, as the dyn-compatible seams return it.
pub type Pending<'a, T> = Pin<Box<dyn Future<Output = T> + Send + 'a>>;
