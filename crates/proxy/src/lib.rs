//! The CORS proxy: it fetches sites for a page that a browser does not let read them.
//!
//! A browser lets a page read another site only if that site agrees. The crawl lessons read sites
//! that know nothing of Interleave, so the page sends its requests to this proxy. Strangers can use
//! a machine that fetches any URL to reach the machine's own network. So most of this crate is the
//! policy: which page may use the proxy, which URL may be fetched, which address may be dialled, how
//! much and how long.
//!
//! The way of a request, and the order to read in:
//! 1. [`server`] takes `GET /fetch?url=…`, and refuses pages that are not on the list.
//! 2. [`Fetcher`] follows redirects, one hop at a time, under one deadline.
//! 3. For each hop, [`Target`] checks the URL: scheme, host, port, names of private networks.
//! 4. The connector resolves the name once, clears **every** address in the table of
//!    [`address`], dials a cleared address, and speaks TLS: all in one function, so that there is
//!    no second look-up in between.
//! 5. The exchange sends one request that carries no data of the reader (the command's may carry what its
//!    program sends), and reads a body up to the limit.
//!
//! The two seams to the network are the traits [`Resolve`] and [`Dial`], which the tests implement in
//! memory. This crate must not know lessons, and only [`server`] knows axum: the command's own crawl
//! uses the same [`Fetcher`].

pub mod address;
mod connector;
mod exchange;
mod fetcher;
mod network;
mod outgoing;
mod policy;
mod refusal;
pub mod server;
mod target;
mod timing;

pub use fetcher::{Fetched, Fetcher, Hop};
pub use network::{Dial, Network, Resolve, Stream, SystemResolver, TcpDialer};
pub use outgoing::{Outgoing, Redirects};
pub use policy::Policy;
pub use refusal::{Reason, Refusal};
pub use rustls::Error as TlsError;
pub use target::Target;
pub use timing::Timing;

use std::pin::Pin;

/// A boxed future, as the dyn-compatible traits return it.
pub type Pending<'a, T> = Pin<Box<dyn Future<Output = T> + Send + 'a>>;
