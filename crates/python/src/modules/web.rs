//! The native half of the libraries that read pages: `_fetch` sends requests, `_html` parses pages.

pub(crate) use fetch_module::module_def as fetch_module_def;
pub(crate) use html_module::module_def as html_module_def;

#[rustpython_vm::pymodule(name = "_fetch")]
mod fetch_module {
    use interleave::runtime::{Answer, Nanos, Redirects, Request, send, send_blocking};
    use rustpython_vm::builtins::{PyBytesRef, PyStrRef};
    use rustpython_vm::convert::ToPyObject;
    use rustpython_vm::function::ArgIterable;
    use rustpython_vm::{PyObjectRef, PyResult, VirtualMachine};

    use crate::asyncio::{PyAwait, coroutine, running};
    use crate::session::{self, check_limits};
    use crate::threads;

    /// What every request has: its method, its address, the names and values of its headers, its body.
    type Parts = (PyStrRef, PyStrRef, ArgIterable<PyStrRef>, PyBytesRef);

    /// An answer as Python gets it: `(status, url, headers, body)`, or `(None, code, why)`.
    struct Told(Answer);

    impl ToPyObject for Told {
        fn to_pyobject(self, vm: &VirtualMachine) -> PyObjectRef {
            let text = |text: &str| -> PyObjectRef { vm.ctx.new_str(text).into() };
            let items = match self.0 {
                Ok(response) => {
                    let pair = |(name, value): &(String, String)| {
                        vm.ctx.new_tuple(vec![text(name), text(value)]).into()
                    };
                    let headers = response.headers.iter().map(pair).collect();
                    vec![
                        vm.ctx.new_int(response.status).into(),
                        text(&response.url),
                        vm.ctx.new_list(headers).into(),
                        vm.ctx.new_bytes(response.body.to_vec()).into(),
                    ]
                }
                Err(why) => vec![vm.ctx.none(), text(why.code()), text(&why.to_string())],
            };
            vm.ctx.new_tuple(items).into()
        }
    }

    fn request((method, url, headers, body): Parts, vm: &VirtualMachine) -> PyResult<Request> {
        let text = |text: &PyStrRef| text.to_string_lossy().into_owned();
        let headers: Vec<PyStrRef> = headers.iter(vm)?.collect::<PyResult<_>>()?;
        let pairs = headers.chunks_exact(2);
        Ok(Request {
            method: text(&method),
            url: text(&url),
            headers: pairs.map(|pair| (text(&pair[0]), text(&pair[1]))).collect(),
            body: body.as_bytes().into(),
            redirects: Redirects::Shown,
        })
    }

    /// Sends a request; the answer is awaited.
    #[pyfunction(name = "send")]
    fn send_awaited(
        method: PyStrRef,
        url: PyStrRef,
        headers: ArgIterable<PyStrRef>,
        body: PyBytesRef,
        vm: &VirtualMachine,
    ) -> PyResult<PyAwait> {
        running(vm)?;
        let request = request((method, url, headers, body), vm)?;
        Ok(coroutine(
            "send",
            async move { Ok(Told(send(request).await?)) },
        ))
    }

    /// Sends a request, and blocks the event loop until the answer is there.
    #[pyfunction(name = "send_blocking")]
    fn send_and_block(
        method: PyStrRef,
        url: PyStrRef,
        headers: ArgIterable<PyStrRef>,
        body: PyBytesRef,
        limit_s: Option<f64>,
        vm: &VirtualMachine,
    ) -> PyResult<PyObjectRef> {
        let session = session::current(vm)?;
        check_limits(&session, vm)?;
        let request = request((method, url, headers, body), vm)?;
        session.mark_location(vm);
        let limit = limit_s.map(Nanos::from_seconds);
        let answer = match threads::send(&request, limit, &session, vm)? {
            Some(answer) => answer,
            None => send_blocking(&request, limit),
        };
        Ok(Told(answer).to_pyobject(vm))
    }
}

#[rustpython_vm::pymodule(name = "_html")]
mod html_module {
    use rustpython_vm::builtins::PyStrRef;
    use rustpython_vm::convert::ToPyObject;
    use rustpython_vm::{PyObjectRef, VirtualMachine};

    use crate::html::{self, Event};

    fn listed(events: Vec<Event>, vm: &VirtualMachine) -> PyObjectRef {
        let events = events.into_iter().map(|event| event.to_pyobject(vm));
        vm.ctx.new_list(events.collect()).into()
    }

    /// Returns the tree of the standard, as events.
    #[pyfunction]
    fn tree(text: PyStrRef, vm: &VirtualMachine) -> PyObjectRef {
        listed(html::tree(&text.to_string_lossy()), vm)
    }

    /// Returns the tags, texts and comments as they stand, as events.
    #[pyfunction]
    fn tokens(text: PyStrRef, vm: &VirtualMachine) -> PyObjectRef {
        listed(html::tokens(&text.to_string_lossy()), vm)
    }
}
