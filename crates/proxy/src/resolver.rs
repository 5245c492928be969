//! Finds the addresses of a name: the proxy's first seam to the network.
//!
//! The resolver of the system asks only the DNS. A hosts file or a search domain would give names of
//! the machine's own network, which must not be fetched.

use std::{
    collections::{BTreeMap, VecDeque},
    net::IpAddr,
    sync::{Mutex, PoisonError},
};

use hickory_resolver::{
    TokioResolver,
    config::{LookupIpStrategy, ResolveHosts},
};
use thiserror::Error;

use crate::Pending;

/// Finds the addresses of a name.
pub trait Resolve: Send + Sync {
    /// Returns every address of the name, IPv4 and IPv6, in the order to try them.
    ///
    /// The proxy calls this once per hop, and never for a host that is an address already.
    ///
    /// # Errors
    /// [`ResolveError`] if the name has no address or no name server responds.
    fn resolve<'a>(&'a self, name: &'a str) -> Pending<'a, Result<Vec<IpAddr>, ResolveError>>;
}

/// A name whose addresses were not found.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[error("no address was found for `{name}`; check its spelling and the machine's name servers")]
pub struct ResolveError {
    /// The name.
    pub name: String,
}

/// Asks the machine's name servers.
pub struct SystemResolver {
    /// None if the machine has no usable settings: hosts that are addresses can still be fetched.
    inner: Option<TokioResolver>,
}

impl SystemResolver {
    /// Reads the machine's settings (`/etc/resolv.conf`, or what the system has in its place).
    pub fn new() -> Self {
        let inner = TokioResolver::builder_tokio().and_then(|mut builder| {
            let options = builder.options_mut();
            options.use_hosts_file = ResolveHosts::Never;
            // Both kinds of addresses are looked up, since all of them have to be checked.
            options.ip_strategy = LookupIpStrategy::Ipv4AndIpv6;
            builder.build()
        });
        Self { inner: inner.ok() }
    }
}

impl Default for SystemResolver {
    fn default() -> Self {
        Self::new()
    }
}

impl Resolve for SystemResolver {
    fn resolve<'a>(&'a self, name: &'a str) -> Pending<'a, Result<Vec<IpAddr>, ResolveError>> {
        Box::pin(async move {
            let missing = || ResolveError {
                name: name.to_owned(),
            };
            let resolver = self.inner.as_ref().ok_or_else(missing)?;
            // The final dot excludes search domains.
            let rooted = format!("{}.", name.trim_end_matches('.'));
            let found = resolver.lookup_ip(rooted).await.map_err(|_| missing())?;
            Ok(found.iter().collect())
        })
    }
}

/// A resolver in memory, for tests, that follows a script and records the names.
///
/// The answers for a name are given one after the other, and the last one from then on, so that a
/// name can get another address between two look-ups. A name without a script has no address; for
/// a name with an empty script no answer ever comes.
#[derive(Debug, Default)]
pub struct ScriptedResolver {
    scripts: Mutex<BTreeMap<String, VecDeque<Vec<IpAddr>>>>,
    asked: Mutex<Vec<String>>,
}

impl ScriptedResolver {
    /// Adds a name with its answers in order.
    pub fn with(self, name: &str, answers: impl IntoIterator<Item = Vec<IpAddr>>) -> Self {
        lock(&self.scripts).insert(name.to_owned(), answers.into_iter().collect());
        self
    }

    /// Returns the names that were looked up, in order.
    pub fn asked(&self) -> Vec<String> {
        lock(&self.asked).clone()
    }

    fn answer(&self, name: &str) -> Script {
        let mut scripts = lock(&self.scripts);
        let Some(answers) = scripts.get_mut(name) else {
            return Script::Missing;
        };
        match answers.len() {
            0 => Script::Silent,
            1 => Script::Answer(answers[0].clone()),
            _ => Script::Answer(answers.pop_front().unwrap_or_default()),
        }
    }
}

enum Script {
    Missing,
    Silent,
    Answer(Vec<IpAddr>),
}

impl Resolve for ScriptedResolver {
    fn resolve<'a>(&'a self, name: &'a str) -> Pending<'a, Result<Vec<IpAddr>, ResolveError>> {
        lock(&self.asked).push(name.to_owned());
        Box::pin(async move {
            match self.answer(name) {
                Script::Answer(addresses) => Ok(addresses),
                Script::Silent => std::future::pending().await,
                Script::Missing => Err(ResolveError {
                    name: name.to_owned(),
                }),
            }
        })
    }
}

/// Locks the record of a test's resolver or dialer, even after a panic in another thread.
pub(crate) fn lock<T>(mutex: &Mutex<T>) -> std::sync::MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
