//! Beats: a module that calls one of its own functions every so many turns of its loops.
//!
//! A program in a worker hears nothing from outside until it returns, and one that never returns would
//! take its record with it. So the interpreter's loop, and the loops in which a program may stay for ever
//! without it, count, and call the function named `beat`, which hands over what was recorded.

use anyhow::{Context, Result};
use walrus::ir::{BinaryOp, InstrSeqId, Loop, UnaryOp, Value, Visitor, dfs_in_order};
use walrus::{ConstExpr, ExportItem, FunctionId, FunctionKind, Module, ValType};

/// How the name of the export begins that is called: wasm-bindgen adds to it until it has read the module.
const BEAT: &str = "beat_";

/// How many turns there are between two beats: as many as take about a millisecond.
const TURNS: i32 = 1 << 16;

/// Makes the loops of the functions that `counts` names count.
pub(super) fn add(module: &mut Module, counts: impl Fn(&str) -> bool) -> Result<()> {
    let exported = module
        .exports
        .iter()
        .find(|export| export.name.starts_with(BEAT));
    let exported = exported.with_context(|| format!("the module exports no {BEAT}"))?;
    let ExportItem::Function(beat) = exported.item else {
        anyhow::bail!("{BEAT} is no function");
    };
    let left = module.globals.add_local(
        ValType::I32,
        true,
        false,
        ConstExpr::Value(Value::I32(TURNS)),
    );
    let counting: Vec<FunctionId> = module
        .funcs
        .iter_local()
        .filter(|(id, _)| module.funcs.get(*id).name.as_deref().is_some_and(&counts))
        .map(|(id, _)| id)
        .collect();
    for id in counting {
        let FunctionKind::Local(function) = &mut module.funcs.get_mut(id).kind else {
            continue;
        };
        let mut loops = Loops(Vec::new());
        dfs_in_order(&mut loops, function, function.entry_block());
        for body in loops.0 {
            let mut body = function.builder_mut().instr_seq(body);
            body.global_get_at(0, left)
                .const_at(1, Value::I32(1))
                .binop_at(2, BinaryOp::I32Sub)
                .global_set_at(3, left)
                .global_get_at(4, left)
                .unop_at(5, UnaryOp::I32Eqz)
                .if_else_at(
                    6,
                    None,
                    |beats| {
                        beats.i32_const(TURNS).global_set(left).call(beat);
                    },
                    |_| {},
                );
        }
    }
    Ok(())
}

/// The bodies of a function's loops.
struct Loops(Vec<InstrSeqId>);

impl Visitor<'_> for Loops {
    fn visit_loop(&mut self, instr: &Loop) {
        self.0.push(instr.seq);
    }
}
