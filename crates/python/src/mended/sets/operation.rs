//! What union, intersection and the like make of tables.

use rustpython_vm::builtins::PyDict;
use rustpython_vm::{AsObject, PyObject, PyObjectRef, VirtualMachine};

use super::Hash;
use super::known;
use super::table::Table;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Operation {
    Union,
    Intersection,
    Difference,
    SymmetricDifference,
}

/// What a set is put together with.
#[derive(Debug)]
pub(super) enum Operand {
    Set(Table),
    /// The set itself.
    Itself(Table),
    /// The keys of a dict.
    Dict(Vec<(Hash, PyObjectRef)>),
    /// What an iterable gave.
    Items(Vec<(Hash, PyObjectRef)>),
}

impl Operand {
    /// Reads an operand of a set, unless the order of its elements does not follow from them.
    pub(super) fn of(object: &PyObject, set: &PyObject, vm: &VirtualMachine) -> Option<Self> {
        if object.is(set) {
            return known::table_of(object, vm).map(Self::Itself);
        }
        if is_set(object, vm) {
            return known::table_of(object, vm).map(Self::Set);
        }
        let with_hashes = |items: Vec<PyObjectRef>| {
            let hashes = items.into_iter();
            hashes
                .map(|item| known::hash(&item, vm).map(|hash| (hash, item)))
                .collect::<Option<Vec<_>>>()
        };
        if let Some(dict) = object.downcast_ref_if_exact::<PyDict>(vm) {
            let keys = dict.into_iter().map(|(key, _)| key).collect();
            return with_hashes(keys).map(Self::Dict);
        }
        let items = vm.extract_elements_with(object, Ok).ok()?;
        with_hashes(items).map(Self::Items)
    }

    fn items(&self) -> Vec<(Hash, &PyObjectRef)> {
        match self {
            Self::Set(table) | Self::Itself(table) => table.iter().collect(),
            Self::Dict(items) | Self::Items(items) => {
                items.iter().map(|(hash, item)| (*hash, item)).collect()
            }
        }
    }

    /// The number of elements, of what has one.
    fn len(&self) -> Option<usize> {
        match self {
            Self::Set(table) | Self::Itself(table) => Some(table.len()),
            Self::Dict(keys) => Some(keys.len()),
            Self::Items(_) => None,
        }
    }
}

/// Says whether an object is a set or a frozen one, or of a class made of them.
pub(super) fn is_set(object: &PyObject, vm: &VirtualMachine) -> bool {
    object.fast_isinstance(vm.ctx.types.set_type)
        || object.fast_isinstance(vm.ctx.types.frozenset_type)
}

/// Returns the table of a copy.
pub(super) fn copied(table: &Table, vm: &VirtualMachine) -> Table {
    let mut copy = Table::new();
    copy.merge(table, vm);
    copy
}

/// Puts the elements of an operand into a table.
pub(super) fn update(table: &mut Table, operand: &Operand, vm: &VirtualMachine) {
    match operand {
        Operand::Set(other) => table.merge(other, vm),
        Operand::Itself(_) => {}
        Operand::Dict(keys) => {
            table.reserve(keys.len());
            add_all(table, operand, vm);
        }
        Operand::Items(_) => add_all(table, operand, vm),
    }
}

/// Returns the table of a new set with the elements of an operand.
fn as_table(operand: &Operand, vm: &VirtualMachine) -> Table {
    let mut table = Table::new();
    match operand {
        Operand::Itself(other) => table.merge(other, vm),
        _ => update(&mut table, operand, vm),
    }
    table
}

fn add_all(table: &mut Table, operand: &Operand, vm: &VirtualMachine) {
    for (hash, item) in operand.items() {
        table.add(hash, item, vm);
    }
}

/// Returns the table of a new set.
pub(super) fn apply(
    operation: Operation,
    table: &Table,
    operands: &[Operand],
    vm: &VirtualMachine,
) -> Table {
    let Some((first, others)) = operands.split_first() else {
        return copied(table, vm);
    };
    let mut made = match operation {
        Operation::Union => {
            let mut made = copied(table, vm);
            update(&mut made, first, vm);
            made
        }
        Operation::Intersection => intersection(table, first, vm),
        Operation::Difference => difference(table, first, vm),
        Operation::SymmetricDifference => {
            let mut made = as_table(first, vm);
            toggle(&mut made, &Operand::Set(table.clone()), vm);
            made
        }
    };
    for other in others {
        match operation {
            Operation::Intersection => made = intersection(&made, other, vm),
            _ => change(operation, &mut made, std::slice::from_ref(other), vm),
        }
    }
    made
}

/// Changes the table of a set in its place.
pub(super) fn change(
    operation: Operation,
    table: &mut Table,
    operands: &[Operand],
    vm: &VirtualMachine,
) {
    if operation == Operation::Intersection {
        let made = apply(operation, table, operands, vm);
        table.replace(made);
        return;
    }
    for operand in operands {
        match operation {
            Operation::Union | Operation::Intersection => update(table, operand, vm),
            Operation::Difference => take_out(table, operand, vm),
            Operation::SymmetricDifference => match operand {
                Operand::Itself(_) => table.clear(),
                Operand::Items(_) => toggle(table, &Operand::Set(as_table(operand, vm)), vm),
                _ => toggle(table, operand, vm),
            },
        }
    }
}

fn intersection(table: &Table, operand: &Operand, vm: &VirtualMachine) -> Table {
    let mut made = Table::new();
    match operand {
        Operand::Itself(_) => return copied(table, vm),
        Operand::Set(other) => {
            let (read, asked) = if other.len() > table.len() {
                (table, other)
            } else {
                (other, table)
            };
            for (hash, element) in read.iter() {
                if asked.contains(hash, element, vm) {
                    made.push(hash, element.clone());
                }
            }
        }
        Operand::Dict(items) | Operand::Items(items) => {
            for (hash, element) in items {
                if table.contains(*hash, element, vm) {
                    made.add(*hash, element, vm);
                }
            }
        }
    }
    made
}

fn difference(table: &Table, operand: &Operand, vm: &VirtualMachine) -> Table {
    if operand.len().is_none_or(|length| table.len() / 4 > length) {
        let mut made = copied(table, vm);
        take_out(&mut made, operand, vm);
        return made;
    }
    let asked = as_table(operand, vm);
    let mut made = Table::new();
    for (hash, element) in table.iter() {
        if !asked.contains(hash, element, vm) {
            made.push(hash, element.clone());
        }
    }
    made
}

fn take_out(table: &mut Table, operand: &Operand, vm: &VirtualMachine) {
    if matches!(operand, Operand::Itself(_)) {
        table.clear();
        return;
    }
    for (hash, item) in operand.items() {
        table.discard(hash, item, vm);
    }
    table.tidy();
}

fn toggle(table: &mut Table, operand: &Operand, vm: &VirtualMachine) {
    for (hash, item) in operand.items() {
        if !table.discard(hash, item, vm) {
            table.push(hash, item.clone());
        }
    }
}
