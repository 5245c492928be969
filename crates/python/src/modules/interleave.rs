//! The module `interleave`: fetching pages and reading them.
//!
//! ```python
//! from interleave import fetch
//!
//! page = await fetch("http://127.0.0.1:8082/")
//! for item in page.all("#showing-soon .item"):
//!     print(item.first("li").text(), item.nth("a", 1).address("href"))
//! ```

pub(crate) use interleave_module::module_def;

#[rustpython_vm::pymodule(name = "interleave")]
mod interleave_module {
    use interleave::crawl::{Node, Page, Site};
    use interleave::runtime::{Error, Result};
    use rustpython_vm::builtins::{PyModule, PyType};
    use rustpython_vm::class::PyClassImpl;
    use rustpython_vm::{
        AsObject, Py, PyObjectRef, PyPayload, PyResult, VirtualMachine, extend_module, pyclass,
    };

    use crate::asyncio::{PyAwait, coroutine, running};
    use crate::bridge::{checked, from_exception, new_exception, raised, text_of};
    use crate::session;

    pub(crate) fn module_exec(vm: &VirtualMachine, module: &Py<PyModule>) -> PyResult<()> {
        __module_exec(vm, module);
        let ctx = &vm.ctx;
        let exception = |name: &str, base: &'static Py<PyType>| {
            ctx.new_exception_type("interleave", name, Some(vec![base.to_owned()]))
        };
        extend_module!(vm, module, {
            "HttpError" => exception("HttpError", ctx.exceptions.os_error),
            "PageError" => exception("PageError", ctx.exceptions.lookup_error),
            "Page" => PyPage::make_static_type(),
            "Element" => PyElement::make_static_type(),
        });
        Ok(())
    }

    /// Fetches a page and parses it.
    #[pyfunction]
    fn fetch(url: PyObjectRef, vm: &VirtualMachine) -> PyResult<PyAwait> {
        running(vm)?;
        let session = session::current(vm)?;
        let url = text_of(url.as_object(), vm);
        let opening = Site::new(&url, session.host.html()).open(&url);
        Ok(coroutine("fetch", async move {
            opening.await.map(PyPage).map_err(with_own_class)
        }))
    }

    /// Gives an error the class of this module that has its name.
    fn with_own_class(error: Error) -> Error {
        match &error {
            Error::Raised(raised) if ["HttpError", "PageError"].contains(&raised.kind.as_str()) => {
                let made = checked(|vm| {
                    let module = vm.import("interleave", 0)?;
                    let class = module.get_attr(vm.ctx.intern_str(raised.kind.as_str()), vm)?;
                    let not_a_class = |_| vm.new_type_error("no class");
                    let class = class.downcast().map_err(not_a_class)?;
                    let exception = new_exception(class, (raised.message.as_str(),), vm);
                    Ok(from_exception(exception, vm))
                });
                made.unwrap_or_else(|error| error)
            }
            _ => error,
        }
    }

    fn raised_here<T>(result: Result<T>, vm: &VirtualMachine) -> PyResult<T> {
        raised(result.map_err(with_own_class), vm)
    }

    /// A page that was fetched and parsed.
    #[pyclass(no_attr, module = "interleave", name = "Page")]
    #[derive(Debug, PyPayload)]
    struct PyPage(Page);

    #[pyclass]
    impl PyPage {
        /// Returns the elements that match a CSS selector.
        #[pymethod]
        fn all(zelf: &Py<Self>, selector: PyObjectRef, vm: &VirtualMachine) -> PyResult {
            let nodes = raised_here(zelf.0.all(&text_of(&selector, vm)), vm)?;
            let elements = nodes.into_iter();
            let elements = elements.map(|node| PyElement(node).into_ref(&vm.ctx).into());
            Ok(vm.ctx.new_list(elements.collect()).into())
        }

        /// Returns the first element that matches a CSS selector.
        #[pymethod]
        fn first(
            zelf: &Py<Self>,
            selector: PyObjectRef,
            vm: &VirtualMachine,
        ) -> PyResult<PyElement> {
            raised_here(zelf.0.first(&text_of(&selector, vm)), vm).map(PyElement)
        }
    }

    /// An element of a page.
    #[pyclass(no_attr, module = "interleave", name = "Element")]
    #[derive(Debug, PyPayload)]
    struct PyElement(Node);

    #[pyclass]
    impl PyElement {
        /// Returns the first element inside that matches a CSS selector.
        #[pymethod]
        fn first(
            zelf: &Py<Self>,
            selector: PyObjectRef,
            vm: &VirtualMachine,
        ) -> PyResult<PyElement> {
            Self::nth(zelf, selector, 0, vm)
        }

        /// Returns the element with an index, from 0, among those inside that match a CSS selector.
        #[pymethod]
        fn nth(
            zelf: &Py<Self>,
            selector: PyObjectRef,
            index: usize,
            vm: &VirtualMachine,
        ) -> PyResult<PyElement> {
            raised_here(zelf.0.nth(&text_of(&selector, vm), index), vm).map(PyElement)
        }

        /// Returns the text inside.
        #[pymethod]
        fn text(zelf: &Py<Self>) -> String {
            zelf.0.text()
        }

        /// Returns the address in an attribute, made absolute.
        #[pymethod]
        fn address(
            zelf: &Py<Self>,
            attribute: PyObjectRef,
            vm: &VirtualMachine,
        ) -> PyResult<String> {
            raised_here(zelf.0.address(&text_of(&attribute, vm)), vm)
        }
    }
}
