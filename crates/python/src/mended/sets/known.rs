//! The tables of sets whose elements do not tell of them.
//!
//! The interpreter keeps the elements of a set in the order in which they were put in. A set that has
//! only ever got elements one by one has the table that these make. Of other sets, such as copies and those
//! from which something was taken, the table is kept here.

use std::cell::RefCell;
use std::collections::HashMap;

use rustpython_vm::builtins::{PyFloat, PyFrozenSet, PySet, PyTuple, PyWeak};
use rustpython_vm::protocol::PySequence;
use rustpython_vm::{AsObject, PyObject, PyObjectRef, PyRef, PyResult, VirtualMachine};

use super::Hash;
use super::reading;
use super::table::Table;

/// How many tables there are at least before those of sets that are gone are thrown away.
const FEW: usize = 64;

/// A table, and the set whose it is, which it does not keep alive.
struct Known {
    set: PyRef<PyWeak>,
    table: Table,
}

#[derive(Default)]
struct AllKnown {
    /// By the address of the set.
    tables: HashMap<usize, Known>,
    /// At how many tables it is asked which sets are gone.
    limit: usize,
}

thread_local! {
    static KNOWN: RefCell<AllKnown> = RefCell::default();
}

/// Keeps the table of a set, if it has its elements.
pub(super) fn keep(set: &PyObject, table: Table, vm: &VirtualMachine) {
    if length(set, vm) != Some(table.len()) {
        return;
    }
    let Ok(weak) = set.downgrade(None, vm) else {
        return;
    };
    let gone = KNOWN.with_borrow_mut(|known| {
        let replaced = known
            .tables
            .insert(address(set), Known { set: weak, table });
        let mut gone: Vec<_> = replaced.into_iter().collect();
        if known.tables.len() > known.limit {
            let is_gone = |_: &usize, it: &mut Known| it.set.upgrade().is_none();
            gone.extend(known.tables.extract_if(is_gone).map(|(_, it)| it));
            known.limit = (known.tables.len() * 2).max(FEW);
        }
        gone
    });
    drop(gone);
}

/// Takes the table of a set that is kept, brought up to its elements.
pub(super) fn take(set: &PyObject, vm: &VirtualMachine) -> Option<Table> {
    let known = KNOWN.with_borrow_mut(|known| {
        if known.tables.is_empty() {
            return None;
        }
        known.tables.remove(&address(set))
    })?;
    let is_its = known.set.upgrade().is_some_and(|it| it.is(set));
    let mut table = is_its.then_some(known.table)?;
    let length = length(set, vm)?;
    if length > table.len() {
        for element in elements(set)?.into_iter().skip(table.len()) {
            table.push(hash(&element, vm)?, element);
        }
    }
    (length == table.len()).then_some(table)
}

/// Changes the table of a set that is kept, and has that many elements. Returns nothing if none is.
pub(super) fn change<R>(
    set: &PyObject,
    length: usize,
    change: impl FnOnce(&mut Table) -> R,
) -> Option<R> {
    KNOWN.with_borrow_mut(|known| {
        if known.tables.is_empty() {
            return None;
        }
        let known = known.tables.get_mut(&address(set))?;
        let is_its = known.set.upgrade().is_some_and(|it| it.is(set));
        let table = &mut known.table;
        (is_its && table.len() == length).then(|| change(table))
    })
}

/// Says whether the table of a set is kept.
pub(super) fn is_kept(set: &PyObject) -> bool {
    KNOWN.with_borrow(|known| !known.tables.is_empty() && known.tables.contains_key(&address(set)))
}

/// Takes the table of a set, or makes the one that its elements tell of; the caller keeps it again
/// where the set lives on. Returns nothing for a set whose order does not follow from its elements.
pub(super) fn take_or_make(set: &PyObject, vm: &VirtualMachine) -> Option<Table> {
    take(set, vm).or_else(|| made(set, vm))
}

/// Returns the table of a set, or nothing for a set whose order does not follow from its elements.
pub(super) fn table_of(set: &PyObject, vm: &VirtualMachine) -> Option<Table> {
    if !is_kept(set) {
        return made(set, vm);
    }
    let table = take_or_make(set, vm)?;
    keep(set, table.clone(), vm);
    Some(table)
}

fn made(set: &PyObject, vm: &VirtualMachine) -> Option<Table> {
    if length(set, vm)? > 0 {
        let first = reading::first(set, vm)?;
        hash(&first, vm)?;
    }
    table_of_elements(elements(set)?, vm)
}

/// Makes the table of elements that are put in one by one.
pub(super) fn table_of_elements(
    elements: impl IntoIterator<Item = PyObjectRef>,
    vm: &VirtualMachine,
) -> Option<Table> {
    let mut table = Table::new();
    for element in elements {
        table.push(hash(&element, vm)?, element);
    }
    Some(table)
}

/// Returns the hash of an element, if it is the same in each run: that of a number, or of a tuple or frozen
/// set of numbers.
pub(super) fn hash(element: &PyObject, vm: &VirtualMachine) -> Option<Hash> {
    is_same_in_each_run(element, vm)
        .then(|| element.hash(vm).ok())
        .flatten()
}

fn is_same_in_each_run(element: &PyObject, vm: &VirtualMachine) -> bool {
    let types = &vm.ctx.types;
    let class = element.class();
    if class.is(types.int_type) || class.is(types.bool_type) || class.is(types.none_type) {
        return true;
    }
    if let Some(number) = element.downcast_ref_if_exact::<PyFloat>(vm) {
        return !number.to_f64().is_nan();
    }
    if let Some(tuple) = element.downcast_ref_if_exact::<PyTuple>(vm) {
        return tuple.iter().all(|it| is_same_in_each_run(it, vm));
    }
    if let Some(set) = element.downcast_ref_if_exact::<PyFrozenSet>(vm) {
        return set.elements().iter().all(|it| is_same_in_each_run(it, vm));
    }
    class.is(types.complex_type)
}

/// Returns the elements of a set in the order in which they were put in.
pub(super) fn elements(set: &PyObject) -> Option<Vec<PyObjectRef>> {
    let frozen = || Some(set.downcast_ref::<PyFrozenSet>()?.elements());
    set.downcast_ref::<PySet>()
        .map(|set| set.elements())
        .or_else(frozen)
}

/// Returns the number of elements, whatever a class says of its own.
pub(super) fn length(set: &PyObject, vm: &VirtualMachine) -> Option<usize> {
    let types = &vm.ctx.types;
    let class = if set.downcastable::<PySet>() {
        types.set_type
    } else {
        types.frozenset_type
    };
    let length: fn(PySequence<'_>, &VirtualMachine) -> PyResult<usize> =
        class.slots.as_sequence.length.load()?;
    length(set.sequence_unchecked(), vm).ok()
}

fn address(set: &PyObject) -> usize {
    std::ptr::from_ref(set).addr()
}
