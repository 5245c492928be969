//! Origins on this machine's loopback: what a browser takes for one site each.
//!
//! The page, the proxy and the demo site are one program, but a browser must see three origins,
//! or the proxy would have nothing to overcome.

use std::{
    io,
    net::{Ipv4Addr, SocketAddr},
    time::Duration,
};

use axum::Router;
use interleave_proxy::{Fetcher, Network, Policy, TlsError, server};
use thiserror::Error;
use tokio::{net::TcpListener, sync::oneshot, task::JoinHandle, time::timeout};
use url::Host;

use crate::{
    demo,
    site::{self, Neighbours, Site},
};

/// How long a stop waits for answers under way.
const FAREWELL: Duration = Duration::from_millis(500);

/// An origin that could not be started.
#[derive(Debug, Error)]
pub enum OriginError {
    /// Another program has the port.
    #[error(
        "port {port} is taken by another program; choose another with --port, or free ones with --port 0"
    )]
    PortTaken {
        /// The port.
        port: u16,
    },
    /// The ports after the first would pass the last one there is.
    #[error("three ports from {port} on pass 65535; choose at most 65533 with --port")]
    PortTooHigh {
        /// The first port.
        port: u16,
    },
    /// The system does not let this program listen.
    #[error("this program may not listen on port {port} ({error}); choose another with --port")]
    NotAllowed {
        /// The port.
        port: u16,
        /// What the system says.
        error: io::Error,
    },
    /// The proxy's TLS could not be set up.
    #[error("TLS could not be set up ({0}); build the command again")]
    Tls(#[from] TlsError),
}

/// One origin that answers, until it is stopped or dropped.
#[must_use = "an origin stops answering when it is dropped"]
#[derive(Debug)]
pub struct Origin {
    address: SocketAddr,
    stopping: oneshot::Sender<()>,
    serving: JoinHandle<io::Result<()>>,
}

impl Origin {
    /// Starts a site alone on a port of the loopback; port 0 is a free one.
    ///
    /// # Errors
    /// [`OriginError`] if the port cannot be had.
    pub async fn start(port: u16, router: Router) -> Result<Self, OriginError> {
        Ok(Self::on(Door::open(port).await?, router))
    }

    /// Starts the demo movie site alone on a free port.
    ///
    /// # Errors
    /// [`OriginError`] if there is no free port.
    pub async fn start_demo() -> Result<Self, OriginError> {
        Self::start(0, demo::router()).await
    }

    /// Returns the address that it answers on.
    pub fn address(&self) -> SocketAddr {
        self.address
    }

    /// Returns the origin as the web writes it, `http://127.0.0.1:8080`.
    pub fn text(&self) -> String {
        origin_text(self.address)
    }

    /// Stops taking requests and gives answers under way half a second.
    pub async fn stop(self) {
        // Whoever serves may have ended already.
        let _ = self.stopping.send(());
        let _ = timeout(FAREWELL, self.serving).await;
    }

    fn on(door: Door, router: Router) -> Self {
        let (stopping, stopped) = oneshot::channel();
        // Dropping the origin drops the sender, which ends the wait as a message does.
        let stopped = async {
            let _ = stopped.await;
        };
        let serving = axum::serve(door.listener, router).with_graceful_shutdown(stopped);
        Self {
            address: door.address,
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
    /// The CORS proxy, for the page alone, which may also fetch the demo site.
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
    /// [`OriginError`] if a port cannot be had, and then none is kept.
    pub async fn start(port: u16) -> Result<Self, OriginError> {
        let [page, proxy, demo] = ports(port)?;
        let page = Door::open(page).await?;
        let proxy = Door::open(proxy).await?;
        let demo = Door::open(demo).await?;
        let policy = Policy {
            page_origins: page.spellings(),
            allowed_targets: vec![demo.origin()],
            ..Policy::default()
        };
        let neighbours = Neighbours {
            proxy: origin_text(proxy.address),
            demo: origin_text(demo.address),
        };
        let fetcher = Fetcher::new(policy, Network::system())?;
        Ok(Self {
            page: Origin::on(page, site::router::<Site>(neighbours)),
            proxy: Origin::on(proxy, server::router(fetcher)),
            demo: Origin::on(demo, demo::router()),
        })
    }

    /// Stops all three, as [`Origin::stop`] does.
    pub async fn stop(self) {
        tokio::join!(self.page.stop(), self.proxy.stop(), self.demo.stop());
    }
}

/// A port that is held but not answered yet: the three must know each other's before they start.
struct Door {
    listener: TcpListener,
    address: SocketAddr,
}

impl Door {
    async fn open(port: u16) -> Result<Self, OriginError> {
        let refused = |error: io::Error| match error.kind() {
            io::ErrorKind::AddrInUse => OriginError::PortTaken { port },
            _ => OriginError::NotAllowed { port, error },
        };
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, port))
            .await
            .map_err(refused)?;
        let address = listener.local_addr().map_err(refused)?;
        Ok(Self { listener, address })
    }

    /// Returns the origin as the web compares it.
    fn origin(&self) -> url::Origin {
        self.named(Host::Ipv4(Ipv4Addr::LOCALHOST))
    }

    /// Returns the origins by which a browser on this machine may call it.
    fn spellings(&self) -> Vec<url::Origin> {
        vec![
            self.origin(),
            self.named(Host::Domain("localhost".to_owned())),
        ]
    }

    fn named(&self, host: Host) -> url::Origin {
        url::Origin::Tuple("http".to_owned(), host, self.address.port())
    }
}

fn ports(first: u16) -> Result<[u16; 3], OriginError> {
    match first {
        0 => Ok([0; 3]),
        1..=65533 => Ok([first, first + 1, first + 2]),
        port => Err(OriginError::PortTooHigh { port }),
    }
}

fn origin_text(address: SocketAddr) -> String {
    format!("http://{address}")
}
