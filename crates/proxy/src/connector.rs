//! Makes a connection to a target: resolving, checking, dialling and TLS, in one place.
//!
//! The order matters. A name is resolved once; all of its addresses are cleared before the first is
//! dialled; only cleared addresses are dialled. There is no pool: a connection that outlived its
//! check would need another check, and a lesson's few pages do not need a pool.

use std::{net::IpAddr, sync::Arc, time::Duration};

use rustls::pki_types::ServerName;
use rustls::{ClientConfig, crypto::ring};
use tokio::time::{Instant, timeout};
use tokio_rustls::TlsConnector;
use url::Host;

use crate::{Network, Policy, Reason, Stream, Target, Timing, address::Cleared, timing::spend};

pub(crate) struct Connector {
    network: Network,
    tls: TlsConnector,
}

impl Connector {
    /// Makes a connector on a network.
    /// Errors: [`rustls::Error`] if the TLS library lacks the usual protocol versions.
    pub(crate) fn new(network: Network) -> Result<Self, rustls::Error> {
        let config = ClientConfig::builder_with_provider(Arc::new(ring::default_provider()))
            .with_safe_default_protocol_versions()?
            .with_root_certificates(network.roots.clone())
            .with_no_client_auth();
        Ok(Self {
            network,
            tls: TlsConnector::from(Arc::new(config)),
        })
    }

    /// Connects to a target: resolves its name, clears every address, dials, and speaks TLS if
    /// the URL says https.
    /// Errors: `DnsFailed`, `DnsTimeout`, `BlockedAddress` (before anything is dialled),
    /// `ConnectFailed`, `ConnectTimeout` or `TlsFailed`.
    pub(crate) async fn connect(
        &self,
        target: &Target,
        policy: &Policy,
        timing: &mut Timing,
    ) -> Result<Box<dyn Stream>, Reason> {
        let addresses = self.addresses(target, policy, timing).await?;
        // One private address refuses the whole name: if the public ones of a mixed list were
        // dialled, the name server would make the choice.
        let cleared = addresses
            .into_iter()
            .map(|address| target.clear(address))
            .collect::<Result<Vec<_>, _>>()?;
        let started = Instant::now();
        let dialling = async {
            let stream = self.dial(target, &cleared).await?;
            self.secure(target, stream).await
        };
        let stream = timeout(Duration::from_secs(policy.connect_s), dialling)
            .await
            .unwrap_or_else(|_| {
                Err(Reason::ConnectTimeout(
                    target.host().to_string(),
                    policy.connect_s,
                ))
            })?;
        spend(&mut timing.connect, started.elapsed());
        Ok(stream)
    }

    async fn addresses(
        &self,
        target: &Target,
        policy: &Policy,
        timing: &mut Timing,
    ) -> Result<Vec<IpAddr>, Reason> {
        let name = match target.host() {
            // Addresses never reach the resolver, so a check in the resolver would not be enough.
            Host::Ipv4(address) => return Ok(vec![(*address).into()]),
            Host::Ipv6(address) => return Ok(vec![(*address).into()]),
            Host::Domain(name) => name,
        };
        let host = || name.clone();
        let started = Instant::now();
        let resolving = self.network.resolver.resolve(name);
        let found = timeout(Duration::from_secs(policy.dns_s), resolving)
            .await
            .map_err(|_| Reason::DnsTimeout(host(), policy.dns_s))?;
        spend(&mut timing.dns, started.elapsed());
        if found.is_empty() {
            return Err(Reason::DnsFailed(host()));
        }
        Ok(found)
    }

    /// Dials the addresses in turn until a host accepts.
    async fn dial(&self, target: &Target, cleared: &[Cleared]) -> Result<Box<dyn Stream>, Reason> {
        for address in cleared {
            if let Ok(stream) = self.network.dialer.dial(*address).await {
                return Ok(stream);
            }
        }
        Err(Reason::ConnectFailed(target.host().to_string()))
    }

    async fn secure(
        &self,
        target: &Target,
        stream: Box<dyn Stream>,
    ) -> Result<Box<dyn Stream>, Reason> {
        if target.url().scheme() != "https" {
            return Ok(stream);
        }
        let failed = || Reason::TlsFailed(target.host().to_string());
        let name = server_name(target.host()).ok_or_else(failed)?;
        let stream = self.tls.connect(name, stream).await;
        Ok(Box::new(stream.map_err(|_| failed())?))
    }
}

/// Returns the name for which the certificate must be valid.
fn server_name(host: &Host<String>) -> Option<ServerName<'static>> {
    match host {
        Host::Domain(name) => ServerName::try_from(name.clone()).ok(),
        Host::Ipv4(address) => Some(IpAddr::from(*address).into()),
        Host::Ipv6(address) => Some(IpAddr::from(*address).into()),
    }
}
