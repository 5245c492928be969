//! Finds the addresses of a name: the proxy's first seam to the network.
//!
//! The resolver of the system asks only the DNS. A hosts file or a search domain would give names of
//! the machine's own network, which must not be fetched.

use std::net::IpAddr;

use hickory_resolver::TokioResolver;
use hickory_resolver::config::{LookupIpStrategy, ResolveHosts};
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
