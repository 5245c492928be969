//! Fetching a page: the await at which a task waits for the network.

use std::rc::Rc;

use crate::runtime::core::current;
use crate::runtime::host::network::Answer;
use crate::runtime::{
    Completion, DoneFuture, Event, EventLoop, FetchId, FetchMeasure, Future, Nanos, Response,
    Result, SourceLocation, Wait,
};

/// Fetches a page: a GET of `url`.
///
/// # Errors
/// The [`FetchError`](crate::runtime::FetchError), raised by the name of its variant, and the
/// cancellation of the wait. An answer with a status of 400 or more is an answer, not an error.
///
/// # Cancel safety
/// A cancelled fetch ends its transfer.
#[track_caller]
pub fn fetch(url: &str) -> impl std::future::Future<Output = Result<Response>> + use<> {
    let (url, location) = (url.to_string(), SourceLocation::caller());
    async move {
        let event_loop = current::event_loop();
        let fetch = event_loop.next_fetch();
        let (task, url) = (event_loop.current_task(), &*url);
        event_loop.emit(Event::FetchBegan { fetch, task, url });
        event_loop.begin_outside();
        let future = Future::new();
        let (weak, pending) = (Rc::downgrade(&event_loop), future.clone());
        let take = move |answer, latency: Option<Nanos>| match (weak.upgrade(), latency) {
            (None, _) => {}
            (Some(event_loop), None) => complete(&event_loop, fetch, &pending, (answer, true)),
            (Some(event_loop), Some(latency)) => {
                // It takes its time on the clock alone: nothing is transferred that could be measured.
                let take = move |event_loop: &Rc<EventLoop>| {
                    complete(event_loop, fetch, &pending, (answer, false));
                };
                event_loop.call_later(latency, take);
            }
        };
        let completion = Completion(Box::new(take));
        let transfer = event_loop.fetch.start(url, completion);
        let result = future.wait_as(Wait::Fetch(fetch), location).await;
        drop(transfer);
        // If the answer came before the cancellation, the fetch is over already.
        if result.is_err() && future.core().is_cancelled() {
            event_loop.end_outside(fetch, || {});
            event_loop.emit(Event::FetchEnded { fetch, status: 0 });
        }
        result
    }
}

fn complete(
    event_loop: &Rc<EventLoop>,
    fetch: FetchId,
    future: &Future<Response>,
    (answer, was_transferred): (Answer, bool),
) {
    // A cancelled fetch was counted as over when it was cancelled.
    if future.core().is_done() {
        return;
    }
    event_loop.end_outside(fetch, || {
        let measured = answer.as_ref().ok().filter(|_| was_transferred);
        for (measure, value) in measured.into_iter().flat_map(FetchMeasure::all_of) {
            event_loop.emit(Event::FetchMeasured {
                fetch,
                measure,
                value,
            });
        }
        let status = answer.as_ref().map_or(0, |response| response.status);
        event_loop.emit(Event::FetchEnded { fetch, status });
        future.set(event_loop, answer.map_err(Into::into));
    });
}
