//! Origins on this machine's loopback, each of which is a site of its own for a browser.
//!
//! The page, the proxy and the demo site are one program, but a browser must see three origins:
//! between pages of one origin no proxy is needed.

use std::net::{Ipv4Addr, SocketAddr};
use std::{io, time::Duration};

use axum::Router;
use interleave_proxy::{Fetcher, Network, Policy, TlsError, server};
use thiserror::Error;
use tokio::{net::TcpListener, sync::oneshot, task::JoinHandle, time::timeout};
use url::Host;

use crate::demo;
use crate::site::{self, SiblingOrigins, Site};

/// How long a stop waits for responses that are being sent.
const STOP_GRACE: Duration = Duration::from_millis(500);

/// An origin that could not be started.
#[derive(Debug, Error)]
pub enum OriginError {
    /// Another program has the port.
    #[error(
        "port {0} is taken by another program; choose another with --port, or free ones with --port 0"
    )]
    PortTaken(u16),
    /// The ports after the first would pass the last one there is.
    #[error("three ports from {0} on pass 65535; choose at most 65533 with --port")]
    PortTooHigh(u16),
    /// The system does not let this program listen.
    #[error("this program may not listen on port {0} ({1}); choose another with --port")]
    NotAllowed(u16, io::Error),
    /// The proxy's TLS could not be set up.
    #[error("TLS could not be set up ({0}); build the command again")]
    Tls(#[from] TlsError),
}

/// One origin that answers requests, until it is stopped or dropped.
#[must_use = "an origin stops answering when it is dropped"]
#[derive(Debug)]
pub struct Origin {
    address: SocketAddr,
    stopping: oneshot::Sender<()>,
    serving: JoinHandle<io::Result<()>>,
}

impl Origin {
    /// Starts the demo movie site on a free port.
    ///
    /// # Errors
    /// [`OriginError`] if there is no free port.
    pub async fn start_demo() -> Result<Self, OriginError> {
        Ok(Self::on(BoundPort::open(0).await?, demo::router()))
    }

    /// Returns the address of the origin.
    pub fn address(&self) -> SocketAddr {
        self.address
    }

    /// Returns the origin as the web writes it, `http://127.0.0.1:8080`.
    pub fn text(&self) -> String {
        origin_text(self.address)
    }

    /// Stops accepting requests, and gives responses that are being sent half a second.
    pub async fn stop(self) {
        // The server may have ended already.
        let _ = self.stopping.send(());
        let _ = timeout(STOP_GRACE, self.serving).await;
    }

    fn on(port: BoundPort, router: Router) -> Self {
        let (stopping, stopped) = oneshot::channel();
        // Dropping the origin drops the sender, which stops the server as a message does.
        let stopped = async {
            let _ = stopped.await;
        };
        let serving = axum::serve(port.listener, router).with_graceful_shutdown(stopped);
        Self {
            address: port.address,
            stopping,
            serving: tokio::spawn(serving.into_future()),
        }
    }
}

/// The three origins of `serve`.
#[derive(Debug)]
pub struct Origins {
    /// The built site.
    pub page: Origin,
    /// The CORS proxy: for this page only, and with the demo site as an allowed target.
    pub proxy: Origin,
    /// The demo movie site.
    pub demo: Origin,
}

impl Origins {
    /// Starts the page on a port, the proxy on the next and the demo site on the one after; with
    /// port 0 on three free ones.
    ///
    /// All three answer when this returns.
    ///
    /// # Errors
    /// [`OriginError`] if a port cannot be bound; then no port stays bound.
    pub async fn start(port: u16) -> Result<Self, OriginError> {
        let [page, proxy, demo] = ports(port)?;
        let page = BoundPort::open(page).await?;
        let proxy = BoundPort::open(proxy).await?;
        let demo = BoundPort::open(demo).await?;
        let policy = Policy {
            page_origins: page.browser_origins(),
            allowed_targets: vec![demo.origin()],
            ..Policy::default()
        };
        let siblings = SiblingOrigins {
            proxy: origin_text(proxy.address),
            demo: origin_text(demo.address),
        };
        let fetcher = Fetcher::new(policy, Network::system())?;
        Ok(Self {
            page: Origin::on(page, site::router::<Site>(siblings)),
            proxy: Origin::on(proxy, server::router(fetcher)),
            demo: Origin::on(demo, demo::router()),
        })
    }

    /// Stops all three, as [`Origin::stop`] does.
    pub async fn stop(self) {
        tokio::join!(self.page.stop(), self.proxy.stop(), self.demo.stop());
    }
}

/// A port that is bound but not served yet: each origin must know the others' ports before it
/// starts.
struct BoundPort {
    listener: TcpListener,
    address: SocketAddr,
}

impl BoundPort {
    async fn open(port: u16) -> Result<Self, OriginError> {
        let refused = |error: io::Error| match error.kind() {
            io::ErrorKind::AddrInUse => OriginError::PortTaken(port),
            _ => OriginError::NotAllowed(port, error),
        };
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, port))
            .await
            .map_err(refused)?;
        let address = listener.local_addr().map_err(refused)?;
        Ok(Self { listener, address })
    }

    /// Returns the origin in the form that a browser compares.
    fn origin(&self) -> url::Origin {
        self.with_host(Host::Ipv4(Ipv4Addr::LOCALHOST))
    }

    /// Returns the origins that a browser on this machine may have for this port.
    fn browser_origins(&self) -> Vec<url::Origin> {
        vec![
            self.origin(),
            self.with_host(Host::Domain("localhost".to_owned())),
        ]
    }

    fn with_host(&self, host: Host) -> url::Origin {
        url::Origin::Tuple("http".to_owned(), host, self.address.port())
    }
}

fn ports(first: u16) -> Result<[u16; 3], OriginError> {
    match first {
        0 => Ok([0; 3]),
        1..=65533 => Ok([first, first + 1, first + 2]),
        port => Err(OriginError::PortTooHigh(port)),
    }
}

fn origin_text(address: SocketAddr) -> String {
    format!("http://{address}")
}
