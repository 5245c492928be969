//! Fetching through the proxy with the browser's own `fetch`.

use std::cell::Cell;
use std::future::poll_fn;
use std::pin::pin;
use std::rc::Rc;
use std::task::Poll;

use gloo_timers::future::TimeoutFuture;
use js_sys::{JSON, Reflect, Uint8Array, encode_uri_component};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{AbortController, RequestInit};

use crate::runtime::{Completion, Fetch, FetchError, Request, Response, Transfer};

/// The longest that a transfer may take. The proxy gives up after 20 s and says why.
const TIMEOUT_MS: u32 = 30_000;

/// The proxy as a network.
pub(in crate::browser) struct Proxied {
    /// The proxy's address, without a slash at its end.
    proxy: Rc<str>,
}

impl Proxied {
    /// Fetches through the proxy at an address.
    pub(in crate::browser) fn through(proxy: &str) -> Proxied {
        Proxied {
            proxy: proxy.trim_end_matches('/').into(),
        }
    }
}

/// A transfer of the browser; dropping it aborts it.
struct Aborting {
    controller: Option<AbortController>,
    is_done: Rc<Cell<bool>>,
}

impl Transfer for Aborting {}

impl Drop for Aborting {
    fn drop(&mut self) {
        if let (Some(controller), false) = (&self.controller, self.is_done.get()) {
            controller.abort();
        }
    }
}

impl Fetch for Proxied {
    fn start(&self, request: &Request, completion: Completion) -> Box<dyn Transfer> {
        if !request.is_plain() {
            let why =
                "the proxy sends nothing but GET; run the program with `interleave run --live`";
            completion.complete(Err(FetchError::ProxyRefused(why.into())));
            return Box::new(());
        }
        let controller = AbortController::new().ok();
        let is_done = Rc::new(Cell::new(false));
        let signal = controller.as_ref().map(AbortController::signal);
        let (proxy, url, done) = (self.proxy.clone(), request.url.clone(), is_done.clone());
        spawn_local(async move {
            let mut transfer = pin!(transfer(&proxy, &url, signal.as_ref()));
            let mut timeout = pin!(TimeoutFuture::new(TIMEOUT_MS));
            let result = poll_fn(|cx| {
                if let Poll::Ready(result) = transfer.as_mut().poll(cx) {
                    return Poll::Ready(result);
                }
                let late = || Err(FetchError::ProxyUnreachable(proxy.to_string()));
                timeout.as_mut().poll(cx).map(|()| late())
            })
            .await;
            done.set(true);
            completion.complete(result);
        });
        Box::new(Aborting {
            controller,
            is_done,
        })
    }
}

async fn transfer(
    proxy: &str,
    url: &str,
    signal: Option<&web_sys::AbortSignal>,
) -> Result<Response, FetchError> {
    let unreachable = |_: JsValue| FetchError::ProxyUnreachable(proxy.to_string());
    let init = RequestInit::new();
    init.set_signal(signal);
    let address = format!(
        "{proxy}/fetch?url={}",
        String::from(encode_uri_component(url))
    );
    let window = web_sys::window().ok_or_else(|| unreachable(JsValue::NULL))?;
    let response = JsFuture::from(window.fetch_with_str_and_init(&address, &init))
        .await
        .map_err(unreachable)?
        .dyn_into::<web_sys::Response>()
        .map_err(unreachable)?;
    let header = |name: &str| response.headers().get(name).ok().flatten();
    let body = response.array_buffer().map_err(unreachable)?;
    let body = Uint8Array::new(&JsFuture::from(body).await.map_err(unreachable)?).to_vec();
    if header("X-Proxy-Error").is_some() {
        return Err(FetchError::ProxyRefused(message_of(&body)));
    }
    if header("X-Proxy").is_none() {
        return Err(FetchError::ProxyUnreachable(proxy.to_string()));
    }
    Ok(Response {
        url: header("X-Final-Url").unwrap_or_else(|| url.to_string()),
        status: response.status(),
        headers: [
            "content-type",
            "content-length",
            "last-modified",
            "retry-after",
        ]
        .into_iter()
        .filter_map(|name| Some((name.to_string(), header(name)?)))
        .collect(),
        content_type: header("Content-Type").unwrap_or_default(),
        body: body.into(),
    })
}

/// Reads the sentence out of an answer of the proxy's own.
fn message_of(body: &[u8]) -> String {
    let text = String::from_utf8_lossy(body).into_owned();
    let message = JSON::parse(&text)
        .ok()
        .and_then(|answer| Reflect::get(&answer, &"message".into()).ok())
        .and_then(|message| message.as_string());
    message.unwrap_or(text)
}
