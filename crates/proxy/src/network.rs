//! The two seams to the network: the resolver, which finds the addresses of a name, and the dialer,
//! which connects to a cleared address.
//!
//! The resolver of the system asks only the DNS. A hosts file or a search domain would give names of
//! the machine's own network, which must not be fetched.

use std::io;
use std::net::IpAddr;
use std::sync::Arc;

use hickory_resolver::TokioResolver;
use hickory_resolver::config::{LookupIpStrategy, ResolveHosts};
use rustls::RootCertStore;
use tokio::io::{AsyncRead, AsyncWrite};
use tokio::net::TcpStream;

use crate::Pending;
use crate::address::Cleared;

/// The proxy's network: the resolver of names, the dialer, and the trusted authorities.
#[derive(Clone)]
pub struct Network {
    /// Finds the addresses of names.
    pub resolver: Arc<dyn Resolve>,
    /// Connects to addresses.
    pub dialer: Arc<dyn Dial>,
    /// The authorities that a site's certificate must lead to.
    pub roots: Arc<RootCertStore>,
}

impl Network {
    /// Returns the machine's network, with the authorities that Mozilla trusts.
    pub fn system() -> Self {
        let roots = webpki_roots::TLS_SERVER_ROOTS.iter().cloned().collect();
        Self {
            resolver: Arc::new(SystemResolver::default()),
            dialer: Arc::new(TcpDialer),
            roots: Arc::new(roots),
        }
    }
}

/// Bytes both ways, over TCP, TLS or memory.
pub trait Stream: AsyncRead + AsyncWrite + Send + Unpin {}

impl<T: AsyncRead + AsyncWrite + Send + Unpin> Stream for T {}

/// Connects to an address.
pub trait Dial: Send + Sync {
    /// Connects to an address that passed its check.
    ///
    /// # Errors
    /// The system's error. The reader learns only that no connection was made.
    fn dial(&self, address: Cleared) -> Pending<'_, io::Result<Box<dyn Stream>>>;
}

/// Dials over TCP. Environment variables that name a proxy are not read.
#[derive(Debug, Default)]
pub struct TcpDialer;

impl Dial for TcpDialer {
    fn dial(&self, address: Cleared) -> Pending<'_, io::Result<Box<dyn Stream>>> {
        Box::pin(async move {
            let stream = TcpStream::connect(address.socket()).await?;
            // For one small request and one response, waiting to fill a packet only costs time.
            stream.set_nodelay(true)?;
            Ok(Box::new(stream) as Box<dyn Stream>)
        })
    }
}

/// Finds the addresses of a name.
pub trait Resolve: Send + Sync {
    /// Returns every address of the name, IPv4 and IPv6, in the order to try them; none if the name
    /// has no address or no name server responds.
    ///
    /// The proxy calls this once per hop, and never for a host that is an address already.
    fn resolve<'a>(&'a self, name: &'a str) -> Pending<'a, Vec<IpAddr>>;
}

/// Asks the machine's name servers.
pub struct SystemResolver {
    /// None if the machine has no usable settings: hosts that are addresses can still be fetched.
    inner: Option<TokioResolver>,
}

impl Default for SystemResolver {
    /// Reads the machine's settings (`/etc/resolv.conf`, or what the system has in its place).
    fn default() -> Self {
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

impl Resolve for SystemResolver {
    fn resolve<'a>(&'a self, name: &'a str) -> Pending<'a, Vec<IpAddr>> {
        Box::pin(async move {
            let Some(resolver) = &self.inner else {
                return Vec::new();
            };
            // The final dot excludes search domains.
            let rooted = format!("{}.", name.trim_end_matches('.'));
            let found = resolver.lookup_ip(rooted).await;
            found.map_or_else(|_| Vec::new(), |found| found.iter().collect())
        })
    }
}
