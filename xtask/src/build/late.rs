//! Later parts of the page's module: the code that no first picture needs, such as that of the lessons that are
//! not shown first. The page loads a part when it is needed, and not before.
//!
//! All parts share memory, table and globals, which the first part exports and the others import. A
//! function that was moved is called through the table, also where the page calls it; its place there is
//! filled when its part is instantiated. What is called by moved functions alone is moved with them, and data stay where they are.
//!
//! Parts are split off one after the other. What only later parts call is in the last of them: so each part
//! needs those that were split off behind it to be loaded as well.

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};

use anyhow::{Context, Result, bail};
use walrus::ir::{
    Call, CallIndirect, Const, Instr, InstrSeq, Value, Visitor, VisitorMut, dfs_in_order,
    dfs_pre_order_mut,
};
use walrus::{
    ConstExpr, ElementItems, ElementKind, ExportItem, FunctionBuilder, FunctionId, FunctionKind,
    GlobalKind, ImportKind, ImportedFunction, Module, TableId, TypeId,
};

/// The name of what the second part imports.
const FIRST: &str = "first";

/// The two parts of a module.
pub(super) struct Parts {
    pub(super) first: Module,
    pub(super) second: Module,
}

/// Splits a module that has the names of its functions: those that `is_late` names are moved.
///
/// What the first part exports for the second begins with the `number` of that, which no other part has.
pub(super) fn split(bytes: &[u8], number: usize, is_late: impl Fn(&str) -> bool) -> Result<Parts> {
    let (mut first, mut second) = (Module::from_buffer(bytes)?, Module::from_buffer(bytes)?);
    let table = first.tables.main_function_table()?;
    let table = table.context("the module has no table of functions")?;
    let moved = moved(&first, is_late);
    let slots = slots(&mut first, table, &moved)?;
    keep_rest(&mut second, &moved, &slots)?;
    export(&mut first, &mut second, number)?;
    forward_exports(&mut first, table, &slots);
    take_out(&mut first, table, &moved, &slots);
    walrus::passes::gc::run(&mut first);
    Ok(Parts { first, second })
}

/// Returns the places of the functions that are moved: the late ones, and what only those call. A place is
/// the same in both modules, since both were read from the same bytes.
fn moved(module: &Module, is_late: impl Fn(&str) -> bool) -> BTreeSet<usize> {
    let is_late = |id: FunctionId| {
        let name = module.funcs.get(id).name.as_deref();
        name.is_some_and(&is_late)
    };
    // What the parts call that were split off before needs to be there no sooner than they are.
    let own = module.exports.iter();
    let own = own.filter(|export| !is_for_part(&export.name));
    let exported = own.filter_map(|export| match export.item {
        ExportItem::Function(id) => Some(id),
        _ => None,
    });
    let listed = module.elements.iter().flat_map(functions_of);
    let mut waiting: Vec<_> = exported.chain(listed).chain(module.start).collect();
    let mut kept = HashSet::new();
    while let Some(id) = waiting.pop() {
        if is_late(id) || !kept.insert(id) {
            continue;
        }
        if let FunctionKind::Local(function) = &module.funcs.get(id).kind {
            let mut called = Called(Vec::new());
            dfs_in_order(&mut called, function, function.entry_block());
            waiting.extend(called.0);
        }
    }
    let local = module.funcs.iter_local().map(|(id, _)| id);
    local
        .filter(|id| !kept.contains(id))
        .map(|id| id.index())
        .collect()
}

struct Called(Vec<FunctionId>);

impl Visitor<'_> for Called {
    fn visit_function_id(&mut self, function: &FunctionId) {
        self.0.push(*function);
    }
}

pub(super) fn functions_of(element: &walrus::Element) -> Vec<FunctionId> {
    match &element.items {
        ElementItems::Functions(functions) => functions.clone(),
        ElementItems::Expressions(_, expressions) => {
            let functions = expressions.iter().map(|expression| match expression {
                ConstExpr::RefFunc(id) => Some(*id),
                _ => None,
            });
            functions.flatten().collect()
        }
    }
}

/// Returns the place in the table of each function that is moved; one without a place gets one at the end.
fn slots(
    first: &mut Module,
    table: TableId,
    moved: &BTreeSet<usize>,
) -> Result<BTreeMap<usize, usize>> {
    let mut slots = BTreeMap::new();
    for element in first.elements.iter() {
        let ElementKind::Active { offset, .. } = &element.kind else {
            continue;
        };
        let ConstExpr::Value(Value::I32(offset)) = offset else {
            bail!("a segment of the table begins at no constant");
        };
        let places = (usize::try_from(*offset)?..).zip(functions_of(element));
        slots
            .extend(places.filter_map(|(slot, id)| {
                moved.contains(&id.index()).then_some((id.index(), slot))
            }));
    }
    let table = first.tables.get_mut(table);
    let mut called: Vec<_> = moved.iter().filter(|id| !slots.contains_key(id)).collect();
    called.sort_unstable();
    for id in called {
        slots.insert(*id, usize::try_from(table.initial)?);
        table.initial += 1;
    }
    table.maximum = table.maximum.map(|_| table.initial);
    Ok(slots)
}

/// Makes the second part: the functions that were moved, which import all else.
fn keep_rest(
    second: &mut Module,
    moved: &BTreeSet<usize>,
    slots: &BTreeMap<usize, usize>,
) -> Result<()> {
    empty(second);
    let ids = functions(second);
    for (index, id) in &ids {
        if !moved.contains(index) {
            let import = second.imports.add(FIRST, &format!("f{index}"), *id);
            let function = second.funcs.get_mut(*id);
            let ty = function.ty();
            function.kind = FunctionKind::Import(ImportedFunction { import, ty });
        }
    }
    import_state(second);
    let table = second.tables.main_function_table()?;
    let table = table.context("the second part has no table of functions")?;
    // The table may have grown by then.
    second.tables.get_mut(table).initial = 0;
    second.tables.get_mut(table).maximum = None;
    let mut places: Vec<_> = slots
        .iter()
        .map(|(index, slot)| (*slot, ids[index]))
        .collect();
    places.sort_unstable_by_key(|(slot, _)| *slot);
    for run in places.chunk_by(|(slot, _), (next, _)| slot + 1 == *next) {
        let offset = ConstExpr::Value(Value::I32(i32::try_from(run[0].0)?));
        let functions = run.iter().map(|(_, id)| *id).collect();
        let kind = ElementKind::Active { table, offset };
        let items = ElementItems::Functions(functions);
        let segment = second.elements.add(kind, items);
        second.tables.get_mut(table).elem_segments.insert(segment);
    }
    walrus::passes::gc::run(second);
    Ok(())
}

/// Takes out of a module what only its first part has: exports, imports, data and the table's content.
fn empty(module: &mut Module) {
    let exports: Vec<_> = module.exports.iter().map(walrus::Export::id).collect();
    exports.into_iter().for_each(|id| module.exports.delete(id));
    let elements: Vec<_> = module.elements.iter().map(walrus::Element::id).collect();
    elements
        .into_iter()
        .for_each(|id| module.elements.delete(id));
    let data: Vec<_> = module.data.iter().map(walrus::Data::id).collect();
    data.into_iter().for_each(|id| module.data.delete(id));
    let imports: Vec<_> = module.imports.iter().map(walrus::Import::id).collect();
    imports.into_iter().for_each(|id| module.imports.delete(id));
    module.start = None;
}

/// Makes tables, memory and globals those of the first part.
fn import_state(second: &mut Module) {
    let tables: Vec<_> = second.tables.iter().map(walrus::Table::id).collect();
    for id in tables {
        let import = second.imports.add(FIRST, &format!("t{}", id.index()), id);
        let table = second.tables.get_mut(id);
        (table.import, table.init) = (Some(import), None);
        table.elem_segments.clear();
    }
    let memories: Vec<_> = second.memories.iter().map(walrus::Memory::id).collect();
    for id in memories {
        let import = second.imports.add(FIRST, &format!("m{}", id.index()), id);
        let memory = second.memories.get_mut(id);
        memory.import = Some(import);
        memory.data_segments.clear();
    }
    let globals: Vec<_> = second.globals.iter().map(walrus::Global::id).collect();
    for id in globals {
        let import = second.imports.add(FIRST, &format!("g{}", id.index()), id);
        second.globals.get_mut(id).kind = GlobalKind::Import(import);
    }
}

/// Returns the functions of a module by their places.
fn functions(module: &Module) -> BTreeMap<usize, FunctionId> {
    let ids = module.funcs.iter().map(walrus::Function::id);
    ids.map(|id| (id.index(), id)).collect()
}

/// Says whether something is exported for a later part: what the page calls has no number.
pub(super) fn is_for_part(name: &str) -> bool {
    name.starts_with(|letter: char| letter.is_ascii_digit())
}

/// Exports what the second part imports, under short names that other parts do not use.
fn export(first: &mut Module, second: &mut Module, part: usize) -> Result<()> {
    let functions = functions(first);
    for (place, import) in second.imports.iter_mut().enumerate() {
        let index = |text: &str| text[1..].parse::<usize>();
        let number = index(&import.name)?;
        let missing = || format!("the first part has no {}", import.name);
        let item: ExportItem = match import.kind {
            ImportKind::Function(_) => (*functions.get(&number).with_context(missing)?).into(),
            ImportKind::Table(_) => {
                let found = first
                    .tables
                    .iter()
                    .find(|table| table.id().index() == number);
                found.with_context(missing)?.id().into()
            }
            ImportKind::Memory(_) => {
                let found = first
                    .memories
                    .iter()
                    .find(|memory| memory.id().index() == number);
                found.with_context(missing)?.id().into()
            }
            ImportKind::Global(_) => {
                let found = first
                    .globals
                    .iter()
                    .find(|global| global.id().index() == number);
                found.with_context(missing)?.id().into()
            }
            ImportKind::Tag(_) => bail!("a tag is not split"),
        };
        import.name = format!("{part}{place}");
        first.exports.add(&import.name, item);
    }
    Ok(())
}

/// Lets what the page calls of the moved functions be called through the table.
fn forward_exports(first: &mut Module, table: TableId, slots: &BTreeMap<usize, usize>) {
    let exported = first.exports.iter().filter_map(|export| match export.item {
        ExportItem::Function(id) => Some((export.id(), id, *slots.get(&id.index())?)),
        _ => None,
    });
    for (export, id, slot) in exported.collect::<Vec<_>>() {
        let ty = first.funcs.get(id).ty();
        let (params, results) = (
            first.types.params(ty).to_vec(),
            first.types.results(ty).to_vec(),
        );
        let arguments: Vec<_> = params.iter().map(|ty| first.locals.add(*ty)).collect();
        let mut forward = FunctionBuilder::new(&mut first.types, &params, &results);
        let mut body = forward.func_body();
        for argument in &arguments {
            body.local_get(*argument);
        }
        body.i32_const(slot as i32).call_indirect(ty, table);
        let forward = forward.finish(arguments, &mut first.funcs);
        first.exports.get_mut(export).item = forward.into();
    }
}

/// Takes the moved functions out of the first part: they are called by their places in the table, which
/// trap until the second part is there.
fn take_out(
    first: &mut Module,
    table: TableId,
    moved: &BTreeSet<usize>,
    slots: &BTreeMap<usize, usize>,
) {
    let mut trap = FunctionBuilder::new(&mut first.types, &[], &[]);
    trap.func_body().unreachable();
    let trap = first.funcs.add_local(trap.local_func(Vec::new()));
    for element in first.elements.iter_mut() {
        let placed = |id: FunctionId| {
            if moved.contains(&id.index()) {
                trap
            } else {
                id
            }
        };
        match &mut element.items {
            ElementItems::Functions(functions) => {
                functions.iter_mut().for_each(|id| *id = placed(*id));
            }
            ElementItems::Expressions(_, expressions) => {
                for expression in expressions {
                    if let ConstExpr::RefFunc(id) = expression {
                        *id = placed(*id);
                    }
                }
            }
        }
    }
    let types: HashMap<FunctionId, (i32, TypeId)> = first
        .funcs
        .iter()
        .filter_map(|function| {
            let slot = slots.get(&function.id().index())?;
            Some((function.id(), (i32::try_from(*slot).ok()?, function.ty())))
        })
        .collect();
    let mut indirect = Indirect { table, types };
    for (id, function) in first.funcs.iter_local_mut() {
        if !moved.contains(&id.index()) {
            let entry = function.entry_block();
            dfs_pre_order_mut(&mut indirect, function, entry);
        }
    }
}

/// Makes calls of moved functions calls through the table.
struct Indirect {
    table: TableId,
    types: HashMap<FunctionId, (i32, TypeId)>,
}

impl VisitorMut for Indirect {
    fn start_instr_seq_mut(&mut self, sequence: &mut InstrSeq) {
        let Indirect { table, types } = self;
        let instructions = std::mem::take(&mut sequence.instrs);
        for (instruction, location) in instructions {
            let moved = match &instruction {
                Instr::Call(Call { func }) => types.get(func),
                _ => None,
            };
            match moved {
                None => sequence.instrs.push((instruction, location)),
                Some((slot, ty)) => {
                    let value = Value::I32(*slot);
                    let call = CallIndirect {
                        ty: *ty,
                        table: *table,
                    };
                    sequence.instrs.push((Const { value }.into(), location));
                    sequence.instrs.push((call.into(), location));
                }
            }
        }
    }
}
