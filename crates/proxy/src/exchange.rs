//! One request and its response, on a connection of its own.
//!
//! A request of the proxy carries no data of the reader: its headers are the six written here. A program
//! under the command may add others. The response's size is limited, and the request asks for an uncompressed body: the unpacked size of a compressed
//! body would need a limit too.

use bytes::Bytes;
use http::{HeaderMap, HeaderValue, Request, Response, header};
use http_body_util::{BodyExt, Full, LengthLimitError, Limited};
use hyper::body::{Body, Incoming};
use hyper::client::conn::http1;
use hyper_util::rt::TokioIo;
use tokio::{task::JoinSet, time::Instant};
use url::Position;

use crate::{Outgoing, Policy, Reason, Stream, Target, Timing, timing::spend};

/// The types of text that a crawl reads, and then any other type: the size limit applies to all.
const ACCEPT: &str = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8";

/// The name of the proxy in the request (RFC 9110, section 7.6.3).
const VIA: &str = "1.1 interleave";

/// A response whose head was received, with the connection on which its body is received.
pub(crate) struct Exchange {
    pub(crate) response: Response<Incoming>,
    host: String,
    /// Drives the connection. Dropping the set closes the connection, so that a request that is
    /// dropped frees its connection.
    _driver: JoinSet<()>,
}

impl Exchange {
    /// Sends a request and waits for the head of its response.
    /// Errors: `UpstreamBroke` if the response is not HTTP or its head is over the limit, `BadUrl`
    /// if the path is not allowed in a request.
    pub(crate) async fn send(
        stream: Box<dyn Stream>,
        target: &Target,
        outgoing: &Outgoing,
        policy: &Policy,
        timing: &mut Timing,
    ) -> Result<Self, Reason> {
        let host = target.host().to_string();
        let broke = |_| Reason::UpstreamBroke(host.clone());
        let request = request(target, outgoing, policy)?;
        let started = Instant::now();
        let (mut sender, connection) = http1::Builder::new()
            .max_buf_size(policy.head_bytes_max)
            .handshake(TokioIo::new(stream))
            .await
            .map_err(broke)?;
        let mut driver = JoinSet::new();
        driver.spawn(async move {
            // An error of the connection also ends the request or the body, which reports it.
            let _ = connection.await;
        });
        let response = sender.send_request(request).await.map_err(broke)?;
        spend(&mut timing.first_byte, started.elapsed());
        if response.status().is_informational() {
            return Err(Reason::UpstreamBroke(host));
        }
        Ok(Self {
            response,
            host,
            _driver: driver,
        })
    }

    /// Reads the body to its end.
    /// Errors: `BadEncoding` for a compressed body, `TooLarge` for a body over the limit (no byte
    /// is read if the response declares such a length), `UpstreamBroke` if the connection ends
    /// before the body.
    pub(crate) async fn finish(
        self,
        policy: &Policy,
        timing: &mut Timing,
    ) -> Result<(HeaderMap, Bytes), Reason> {
        let Self {
            response,
            host,
            _driver,
        } = self;
        let (head, body) = response.into_parts();
        check_encoding(&head.headers, &host)?;
        let limit_bytes = policy.body_bytes_max;
        if body.size_hint().lower() > limit_bytes as u64 {
            return Err(Reason::TooLarge(limit_bytes));
        }
        let started = Instant::now();
        let body = Limited::new(body, limit_bytes)
            .collect()
            .await
            .map_err(|error| match error.is::<LengthLimitError>() {
                true => Reason::TooLarge(limit_bytes),
                false => Reason::UpstreamBroke(host),
            })?;
        spend(&mut timing.download, started.elapsed());
        Ok((head.headers, body.to_bytes()))
    }
}

fn request(
    target: &Target,
    outgoing: &Outgoing,
    policy: &Policy,
) -> Result<Request<Full<Bytes>>, Reason> {
    let url = target.url();
    let unfit = |error: http::Error| Reason::BadUrl(url.to_string(), error.to_string());
    let accept = outgoing.headers.get(header::ACCEPT).cloned();
    let accept = accept.unwrap_or(HeaderValue::from_static(ACCEPT));
    let mut request = Request::builder()
        .method(&outgoing.method)
        .uri(&url[Position::BeforePath..Position::AfterQuery])
        .header(
            header::HOST,
            &url[Position::BeforeHost..Position::AfterPort],
        )
        .header(header::USER_AGENT, outgoing.user_agent(policy))
        .header(header::ACCEPT, accept)
        .header(header::ACCEPT_ENCODING, "identity")
        .header(header::VIA, VIA)
        .header(header::CONNECTION, "close");
    for (name, value) in outgoing.others() {
        request = request.header(name, value);
    }
    request
        .body(Full::new(outgoing.body.clone()))
        .map_err(unfit)
}

fn check_encoding(headers: &HeaderMap, host: &str) -> Result<(), Reason> {
    let encoding = headers.get(header::CONTENT_ENCODING);
    let text = encoding.map_or("identity".into(), text_of);
    match text.trim().to_ascii_lowercase().as_str() {
        "" | "identity" => Ok(()),
        encoding => Err(Reason::BadEncoding(host.to_owned(), encoding.to_owned())),
    }
}

/// Returns a header's value as text; bytes that are not UTF-8 are replaced.
pub(crate) fn text_of(value: &HeaderValue) -> std::borrow::Cow<'_, str> {
    String::from_utf8_lossy(value.as_bytes())
}
