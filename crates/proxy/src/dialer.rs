//! Connects to a cleared address: the proxy's second seam to the network.

use std::{io, net::SocketAddr, sync::Mutex};

use tokio::{
    io::{AsyncRead, AsyncWrite, DuplexStream},
    net::TcpStream,
};

use crate::{Pending, address::Cleared, resolver::lock};

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

/// A dialer in memory, for tests, that records every address it dials.
///
/// A function of the test gets the address and returns the near end of a pipe, or `None` if no host
/// ever accepts.
pub struct RecordingDialer {
    accept: Box<Accept>,
    dialled: Mutex<Vec<SocketAddr>>,
}

type Accept = dyn Fn(SocketAddr) -> io::Result<Option<DuplexStream>> + Send + Sync;

impl RecordingDialer {
    /// Makes a dialer over a network in memory.
    pub fn new(
        accept: impl Fn(SocketAddr) -> io::Result<Option<DuplexStream>> + Send + Sync + 'static,
    ) -> Self {
        Self {
            accept: Box::new(accept),
            dialled: Mutex::default(),
        }
    }

    /// Makes a dialer over a network where no port is open.
    pub fn refusing() -> Self {
        Self::new(|_| Err(io::ErrorKind::ConnectionRefused.into()))
    }

    /// Returns the addresses that were dialled, in order.
    pub fn dialled(&self) -> Vec<SocketAddr> {
        lock(&self.dialled).clone()
    }
}

impl Dial for RecordingDialer {
    fn dial(&self, address: Cleared) -> Pending<'_, io::Result<Box<dyn Stream>>> {
        lock(&self.dialled).push(address.socket());
        let accepted = (self.accept)(address.socket());
        Box::pin(async move {
            match accepted? {
                Some(stream) => Ok(Box::new(stream) as Box<dyn Stream>),
                None => std::future::pending().await,
            }
        })
    }
}
