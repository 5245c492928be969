//! What the parts of a module call of each other has a place in the table instead of a name: hundreds of names
//! and what belongs to them would weigh a kilobyte more in each first view, compressed.

use std::collections::HashMap;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use walrus::ir::Value;
use walrus::{
    ConstExpr, ElementItems, ElementKind, ExportItem, FunctionId, ImportKind, Module, TableId,
};

use super::late::{functions_of, is_for_part};

/// The name of the table, as `www/files/part.ts` takes it.
const TABLE: &str = "t";

/// Takes the names away from what the first part exports for the others, which lie in files.
pub(super) fn number_files(first: &Path, parts: &[PathBuf]) -> Result<()> {
    if parts.is_empty() {
        return Ok(());
    }
    let mut module = Module::from_file(first)?;
    let mut others = Vec::new();
    for part in parts {
        others.push(Module::from_file(part)?);
    }
    number(&mut module, &mut others)?;
    fs::write(first, module.emit_wasm())?;
    for (part, mut other) in parts.iter().zip(others) {
        fs::write(part, other.emit_wasm())?;
    }
    Ok(())
}

/// Takes the names away from the functions that the first part of a module exports for the others, in all parts:
/// the others import each by the number of its place.
fn number(first: &mut Module, parts: &mut [Module]) -> Result<()> {
    let table = first.tables.main_function_table()?;
    let table = table.context("the module has no table of functions")?;
    let mut places = places(first, table)?;
    let exported = first.exports.iter().filter_map(|export| match export.item {
        ExportItem::Function(id) if is_for_part(&export.name) => Some((export.id(), id)),
        _ => None,
    });
    let exported: Vec<_> = exported.collect();
    let begin = first.tables.get(table).initial;
    let mut added = Vec::new();
    let mut numbers = HashMap::new();
    for (export, id) in exported {
        let next = begin + added.len() as u64;
        let place = *places.entry(id).or_insert_with(|| {
            added.push(id);
            next
        });
        numbers.insert(first.exports.get(export).name.clone(), place);
        first.exports.delete(export);
    }
    add(first, table, added)?;
    first.exports.add(TABLE, table);
    for export in first.exports.iter_mut() {
        if is_for_part(&export.name) {
            export.name = lettered(&export.name);
        }
    }
    for import in parts.iter_mut().flat_map(|part| part.imports.iter_mut()) {
        import.name = match import.kind {
            ImportKind::Function(_) => {
                let place = numbers.get(&import.name);
                let none = || format!("there is no function {}", import.name);
                place.with_context(none)?.to_string()
            }
            _ => lettered(&import.name),
        };
    }
    Ok(())
}

/// Returns the name of what is no function, as no place of a function is written.
fn lettered(name: &str) -> String {
    format!("o{name}")
}

/// Returns the place of each function that is in the table.
fn places(module: &Module, table: TableId) -> Result<HashMap<FunctionId, u64>> {
    let mut places = HashMap::new();
    for element in module.elements.iter() {
        let ElementKind::Active { table: of, offset } = &element.kind else {
            continue;
        };
        let ConstExpr::Value(Value::I32(offset)) = offset else {
            continue;
        };
        if *of == table {
            let offset = u64::try_from(*offset)?;
            places.extend(functions_of(element).into_iter().zip(offset..));
        }
    }
    Ok(places)
}

/// Adds functions at the end of the table.
fn add(module: &mut Module, table: TableId, functions: Vec<FunctionId>) -> Result<()> {
    let end = module.tables.get(table).initial;
    let offset = ConstExpr::Value(Value::I32(i32::try_from(end)?));
    let kind = ElementKind::Active { table, offset };
    let count = functions.len() as u64;
    let segment = module
        .elements
        .add(kind, ElementItems::Functions(functions));
    let table = module.tables.get_mut(table);
    table.elem_segments.insert(segment);
    table.initial = end + count;
    table.maximum = table.maximum.map(|_| table.initial);
    Ok(())
}
