//! A network that answers by hand, and runs that a test drives turn by turn.

use std::cell::{Cell, RefCell};
use std::collections::BTreeMap;
use std::rc::Rc;

use interleave::runtime::{
    Completion, Fetch, Nanos, Program, Request, Response, Result, Run, RunOptions, Transfer, fetch,
    println,
};
use interleave::trace::TraceRecorder;

pub fn program<F>(main: impl FnOnce() -> F + 'static) -> Program
where
    F: Future<Output = Result<()>> + 'static,
{
    Box::new(|| Box::pin(main()))
}

/// Begins a run that is recorded.
pub fn begin(program: Program, fetch: Rc<dyn Fetch>) -> (Run, TraceRecorder) {
    let recorder = TraceRecorder::default();
    let observer = Box::new(recorder.clone());
    let options = RunOptions {
        fetch,
        observer,
        ..RunOptions::default()
    };
    (Run::new(program, options), recorder)
}

/// Counts how often it is dropped.
#[derive(Clone, Default)]
pub struct Drops(Rc<Cell<u32>>);

pub struct Guard(Drops);

impl Drops {
    pub fn guard(&self) -> Guard {
        Guard(self.clone())
    }

    pub fn count(&self) -> u32 {
        self.0.get()
    }
}

impl Drop for Guard {
    fn drop(&mut self) {
        self.0.0.set(self.0.0.get() + 1);
    }
}

impl Transfer for Guard {}

/// A network whose answers come when a test gives them.
#[derive(Default)]
pub struct ByHand {
    pub open: RefCell<BTreeMap<String, Completion>>,
    pub ended: Drops,
}

impl ByHand {
    /// Answers with the address as the body.
    pub fn answer(&self, url: &str) {
        self.completion(url).complete(Ok(response(url)));
    }

    /// As [`ByHand::answer`], when some time has passed on the run's clock.
    pub fn answer_after(&self, url: &str, latency: Nanos) {
        self.completion(url)
            .complete_after(latency, Ok(response(url)));
    }

    fn completion(&self, url: &str) -> Completion {
        self.open.borrow_mut().remove(url).unwrap()
    }
}

fn response(url: &str) -> Response {
    Response {
        url: url.into(),
        status: 200,
        content_type: "text/plain".into(),
        headers: Vec::new(),
        body: url.as_bytes().into(),
    }
}

impl Fetch for ByHand {
    fn start(&self, request: &Request, completion: Completion) -> Box<dyn Transfer> {
        let url = request.url.clone();
        self.open.borrow_mut().insert(url, completion);
        Box::new(self.ended.guard())
    }
}

pub async fn fetches(url: &'static str) -> Result<()> {
    let response = fetch(url).await?;
    println!("{url} answered {}", response.status);
    Ok(())
}
