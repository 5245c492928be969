//! Connects to a cleared address: the proxy's second seam to the network.

use std::io;

use tokio::io::{AsyncRead, AsyncWrite};
use tokio::net::TcpStream;

use crate::{Pending, address::Cleared};

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
