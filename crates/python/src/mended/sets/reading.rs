//! Who reads a set gets its elements in the order of its table.

use std::cell::{Cell, RefCell};

use rustpython_vm::builtins::{PyStrRef, PyType};
use rustpython_vm::class::PyClassImpl;
use rustpython_vm::function::FuncArgs;
use rustpython_vm::protocol::{PyIter, PyIterReturn};
use rustpython_vm::types::{IterNext, Iterable, SelfIter};
use rustpython_vm::{
    AsObject, Py, PyObject, PyObjectRef, PyPayload, PyResult, VirtualMachine, pyclass,
};

use super::known;

type Iter = fn(PyObjectRef, &VirtualMachine) -> PyResult;
type Written = fn(&PyObject, &VirtualMachine) -> PyResult<PyStrRef>;
type Called =
    fn(&PyObject, Vec<PyObjectRef>, usize, Option<&[PyObjectRef]>, &VirtualMachine) -> PyResult;

thread_local! {
    static ITER: Cell<Option<Iter>> = const { Cell::new(None) };
    static FROZEN_ITER: Cell<Option<Iter>> = const { Cell::new(None) };
    static WRITTEN: Cell<Option<Written>> = const { Cell::new(None) };
    static FROZEN_WRITTEN: Cell<Option<Written>> = const { Cell::new(None) };
    static LIST: Cell<Option<Called>> = const { Cell::new(None) };
    static TUPLE: Cell<Option<Called>> = const { Cell::new(None) };
}

pub(super) fn mend(vm: &VirtualMachine) {
    let _ = OrderedIterator::make_static_type();
    let types = &vm.ctx.types;
    ITER.set(types.set_type.slots.iter.swap(Some(iter)));
    FROZEN_ITER.set(types.frozenset_type.slots.iter.swap(Some(frozen_iter)));
    WRITTEN.set(types.set_type.slots.repr.swap(Some(written)));
    FROZEN_WRITTEN.set(types.frozenset_type.slots.repr.swap(Some(frozen_written)));
    LIST.set(types.list_type.slots.vectorcall.swap(Some(list)));
    TUPLE.set(types.tuple_type.slots.vectorcall.swap(Some(tuple)));
    // The slots of a class that is made of a set come from these.
    for class in [types.set_type, types.frozenset_type] {
        let iter = |set: PyObjectRef, vm: &VirtualMachine| iter_of(set, vm);
        let iter = vm.new_method("__iter__", class, iter);
        class.set_attr(vm.ctx.intern_str("__iter__"), iter.into());
        let written = |set: PyObjectRef, vm: &VirtualMachine| written_of(&set, vm);
        let written = vm.new_method("__repr__", class, written);
        class.set_attr(vm.ctx.intern_str("__repr__"), written.into());
    }
    mend_extend(vm);
}

fn iter_of(set: PyObjectRef, vm: &VirtualMachine) -> PyResult {
    match is_set(&set, vm) {
        true => iter(set, vm),
        false => frozen_iter(set, vm),
    }
}

fn written_of(set: &PyObject, vm: &VirtualMachine) -> PyResult<PyStrRef> {
    match is_set(set, vm) {
        true => written(set, vm),
        false => frozen_written(set, vm),
    }
}

/// Returns the first element of a set, of those in it the oldest.
pub(super) fn first(set: &PyObject, vm: &VirtualMachine) -> Option<PyObjectRef> {
    let iter = ITER
        .get()
        .filter(|_| is_set(set, vm))
        .or(FROZEN_ITER.get())?;
    match PyIter::new(iter(set.to_owned(), vm).ok()?).next(vm) {
        Ok(PyIterReturn::Return(first)) => Some(first),
        _ => None,
    }
}

fn is_set(set: &PyObject, vm: &VirtualMachine) -> bool {
    set.fast_isinstance(vm.ctx.types.set_type)
}

/// Returns the elements in the order of the table, unless this is that in which they were put in, or none
/// follows from them.
fn in_order(set: &PyObject, vm: &VirtualMachine) -> Option<Vec<PyObjectRef>> {
    if known::length(set, vm)? < 2 {
        return None;
    }
    let table = known::table_of(set, vm)?;
    let ordered: Vec<_> = table.iter().map(|(_, element)| element.clone()).collect();
    let elements = known::elements(set)?;
    let is_same = ordered.iter().zip(&elements).all(|(a, b)| a.is(b));
    (!is_same).then_some(ordered)
}

/// Returns what is given instead of a set to who does not ask it for an iterator.
pub(super) fn for_reading(object: &PyObject, vm: &VirtualMachine) -> Option<PyObjectRef> {
    let class = object.class();
    let types = &vm.ctx.types;
    if !class.is(types.set_type) && !class.is(types.frozenset_type) {
        return None;
    }
    Some(vm.ctx.new_list(in_order(object, vm)?).into())
}

fn iter(set: PyObjectRef, vm: &VirtualMachine) -> PyResult {
    iter_or(ITER.get(), set, vm)
}

fn frozen_iter(set: PyObjectRef, vm: &VirtualMachine) -> PyResult {
    iter_or(FROZEN_ITER.get(), set, vm)
}

fn iter_or(original: Option<Iter>, set: PyObjectRef, vm: &VirtualMachine) -> PyResult {
    match (in_order(&set, vm), original) {
        (None, Some(original)) => original(set, vm),
        (ordered, _) => {
            let elements = ordered.unwrap_or_default();
            let length = elements.len();
            let rest = RefCell::new(Some(elements.into_iter()));
            Ok(OrderedIterator { set, length, rest }.into_pyobject(vm))
        }
    }
}

/// The iterator of a set whose elements were put in in another order.
#[pyclass(module = false, name = "set_iterator")]
#[derive(Debug, PyPayload)]
struct OrderedIterator {
    set: PyObjectRef,
    /// How many elements the set had at first.
    length: usize,
    /// Nothing at the end.
    rest: RefCell<Option<std::vec::IntoIter<PyObjectRef>>>,
}

#[pyclass(with(IterNext, Iterable))]
impl OrderedIterator {
    #[pymethod(name = "__length_hint__")]
    fn length_hint(zelf: &Py<Self>) -> usize {
        zelf.rest
            .borrow()
            .as_ref()
            .map_or(0, ExactSizeIterator::len)
    }
}

impl SelfIter for OrderedIterator {}

impl IterNext for OrderedIterator {
    fn next(zelf: &Py<Self>, vm: &VirtualMachine) -> PyResult<PyIterReturn> {
        let mut rest = zelf.rest.borrow_mut();
        let Some(elements) = rest.as_mut() else {
            return Ok(PyIterReturn::StopIteration(None));
        };
        if known::length(&zelf.set, vm) != Some(zelf.length) {
            return Err(vm.new_runtime_error("Set changed size during iteration"));
        }
        let next = elements.next();
        if next.is_none() {
            *rest = None;
        }
        Ok(next.map_or(PyIterReturn::StopIteration(None), PyIterReturn::Return))
    }
}

fn written(set: &PyObject, vm: &VirtualMachine) -> PyResult<PyStrRef> {
    written_or(WRITTEN.get(), set, vm)
}

fn frozen_written(set: &PyObject, vm: &VirtualMachine) -> PyResult<PyStrRef> {
    written_or(FROZEN_WRITTEN.get(), set, vm)
}

fn written_or(
    original: Option<Written>,
    set: &PyObject,
    vm: &VirtualMachine,
) -> PyResult<PyStrRef> {
    let (elements, original) = match (in_order(set, vm), original) {
        (Some(elements), _) => (elements, None),
        (None, original) => (Vec::new(), original),
    };
    if let Some(original) = original {
        return original(set, vm);
    }
    let texts: PyResult<Vec<_>> = elements.iter().map(|it| it.repr(vm)).collect();
    let texts: Vec<_> = texts?.iter().map(ToString::to_string).collect();
    let texts = texts.join(", ");
    let class = set.class();
    Ok(vm.ctx.new_str(if class.is(vm.ctx.types.set_type) {
        format!("{{{texts}}}")
    } else {
        format!("{}({{{texts}}})", class.name())
    }))
}

fn list(
    class: &PyObject,
    args: Vec<PyObjectRef>,
    count: usize,
    names: Option<&[PyObjectRef]>,
    vm: &VirtualMachine,
) -> PyResult {
    called(LIST.get(), class, args, count, names, vm)
}

fn tuple(
    class: &PyObject,
    args: Vec<PyObjectRef>,
    count: usize,
    names: Option<&[PyObjectRef]>,
    vm: &VirtualMachine,
) -> PyResult {
    called(TUPLE.get(), class, args, count, names, vm)
}

fn called(
    original: Option<Called>,
    class: &PyObject,
    mut args: Vec<PyObjectRef>,
    count: usize,
    names: Option<&[PyObjectRef]>,
    vm: &VirtualMachine,
) -> PyResult {
    if let [set] = &mut args[..]
        && let Some(ordered) = for_reading(set, vm)
    {
        *set = ordered;
    }
    match original {
        Some(original) => original(class, args, count, names, vm),
        None => class.call(FuncArgs::from(args), vm),
    }
}

/// `list.extend` of a set.
fn mend_extend(vm: &VirtualMachine) {
    let class: &'static Py<PyType> = vm.ctx.types.list_type;
    let name = vm.ctx.intern_str("extend");
    let Some(original) = class.get_attr(name) else {
        return;
    };
    let mended = vm.new_method(
        "extend",
        class,
        move |mut args: FuncArgs, vm: &VirtualMachine| {
            if let [_, set] = &mut args.args[..]
                && let Some(ordered) = for_reading(set, vm)
            {
                *set = ordered;
            }
            original.call(args, vm)
        },
    );
    class.set_attr(name, mended.into());
}

/// Functions that take the first one of elements that are equally great, or keep these in their order.
pub(super) fn install(vm: &VirtualMachine) -> PyResult<()> {
    for name in ["sorted", "min", "max"] {
        let original = vm.builtins.get_attr(name, vm)?;
        let mended = vm.new_function(name, move |mut args: FuncArgs, vm: &VirtualMachine| {
            if let [set] = &mut args.args[..]
                && let Some(ordered) = for_reading(set, vm)
            {
                *set = ordered;
            }
            original.call(args, vm)
        });
        mended
            .as_object()
            .set_attr("__module__", vm.ctx.new_str("builtins"), vm)?;
        vm.builtins.set_attr(name, mended, vm)?;
    }
    Ok(())
}
