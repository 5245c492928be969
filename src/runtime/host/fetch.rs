//! Fetching a page: the await at which a task waits for the network.

use std::cell::RefCell;
use std::rc::Rc;

use crate::runtime::core::current;
use crate::runtime::{
    Answer, Completion, DoneFuture, Event, EventLoop, FetchError, FetchId, FetchMeasure, Future,
    Nanos, Request, Response, Result, SourceLocation, Wait, Waited,
};

/// Why a fetch failed, kept for those who ask for it.
type Why = Rc<RefCell<Option<FetchError>>>;

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
    let location = SourceLocation::caller();
    sent(Request::get(url), Why::default(), location)
}

/// Sends a request: [`fetch`] with a method, headers and a body, for a caller that looks at the
/// reason if there is no answer.
///
/// # Errors
/// The cancellation of the wait.
///
/// # Cancel safety
/// A cancelled request ends its transfer.
#[track_caller]
pub fn send(request: Request) -> impl std::future::Future<Output = Result<Answer>> + use<> {
    let (location, why) = (SourceLocation::caller(), Why::default());
    async move {
        match sent(request, why.clone(), location).await {
            Ok(response) => Ok(Ok(response)),
            Err(error) if error.is_cancelled() => Err(error),
            Err(error) => why.take().map(Err).ok_or(error),
        }
    }
}

/// Sends a request and blocks the loop until the answer is there: no task runs and no timer fires. In a
/// thread it blocks that thread alone. `limit` is the longest wait.
///
/// # Errors
/// Why there is no answer; [`FetchError::TimedOut`] if the limit was reached.
#[track_caller]
pub fn send_blocking(request: &Request, limit: Option<Nanos>) -> Answer {
    let (event_loop, location) = (current::event_loop(), SourceLocation::caller());
    let (fetch, task) = (event_loop.next_fetch(), event_loop.current_task());
    let url = &*request.url;
    event_loop.emit(Event::FetchBegan { fetch, task, url });
    let began = event_loop.clock_time();
    let waited = event_loop.fetch.wait(request, limit);
    match waited.simulated {
        Some(length) if !event_loop.block_thread(length) => event_loop.block(length, location),
        Some(_) => {}
        None => event_loop.was_blocked(event_loop.clock_time().since(began), location),
    }
    measure(
        &event_loop,
        fetch,
        &waited.answer,
        waited.simulated.is_none(),
    );
    waited.answer
}

impl EventLoop {
    /// Records that a thread sends a request, whose answer the thread waits for by itself.
    pub fn begin_fetch(&self, url: &str) -> FetchId {
        let (fetch, task) = (self.next_fetch(), None);
        self.emit(Event::FetchBegan { fetch, task, url });
        fetch
    }

    /// Returns the answer of a request, and how long a thread has to wait for it.
    pub fn answer_at_once(&self, request: &Request, limit: Option<Nanos>) -> Waited {
        self.fetch.wait(request, limit)
    }

    /// Records that a thread has the answer of a request.
    pub fn end_fetch(&self, fetch: FetchId, waited: &Waited) {
        measure(self, fetch, &waited.answer, waited.simulated.is_none());
    }
}

async fn sent(request: Request, why: Why, location: SourceLocation) -> Result<Response> {
    let event_loop = current::event_loop();
    let fetch = event_loop.next_fetch();
    let (task, url) = (event_loop.current_task(), &*request.url);
    event_loop.emit(Event::FetchBegan { fetch, task, url });
    event_loop.begin_outside();
    let future = Future::new();
    let (weak, pending) = (Rc::downgrade(&event_loop), future.clone());
    let take = move |answer: Answer, latency: Option<Nanos>| {
        why.replace(answer.as_ref().err().cloned());
        match (weak.upgrade(), latency) {
            (None, _) => {}
            (Some(event_loop), None) => complete(&event_loop, fetch, &pending, (answer, true)),
            (Some(event_loop), Some(latency)) => {
                // It takes its time on the clock alone: nothing is transferred that could be measured.
                let take = move |event_loop: &Rc<EventLoop>| {
                    complete(event_loop, fetch, &pending, (answer, false));
                };
                event_loop.call_later(latency, take);
            }
        }
    };
    let completion = Completion(Box::new(take));
    let transfer = event_loop.fetch.start(&request, completion);
    let result = future.wait_as(Wait::Fetch(fetch), location).await;
    drop(transfer);
    // If the answer came before the cancellation, the fetch is over already.
    if result.is_err() && future.core().is_cancelled() {
        event_loop.end_outside(fetch, || {});
        event_loop.emit(Event::FetchEnded { fetch, status: 0 });
    }
    result
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
        measure(event_loop, fetch, &answer, was_transferred);
        future.set(event_loop, answer.map_err(Into::into));
    });
}

/// Emits what is measured of an answer, and its end.
fn measure(event_loop: &EventLoop, fetch: FetchId, answer: &Answer, was_transferred: bool) {
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
}
