// What a later part of the module takes of the first one, when it is instantiated.

/** The name of the table of functions: `TABLE` of `xtask/src/build/places.rs`. */
const TABLE = "t";

/** Instantiates a later part: it takes functions by their places in the table, and all else by name. */
export async function addPart(part: WebAssembly.Module, first: WebAssembly.Exports): Promise<void> {
  await WebAssembly.instantiate(part, takenBy(part, first));
}

/** Does so at once: no page has the time. */
export function addPartSync(part: WebAssembly.Module, first: WebAssembly.Exports): void {
  new WebAssembly.Instance(part, takenBy(part, first));
}

function takenBy(part: WebAssembly.Module, first: WebAssembly.Exports): WebAssembly.Imports {
  const table = first[TABLE] as WebAssembly.Table;
  const taken = WebAssembly.Module.imports(part).map(({ name, kind }) => [
    name,
    kind === "function" ? table.get(Number(name)) : first[name],
  ]);
  return { first: Object.fromEntries(taken) as WebAssembly.ModuleImports };
}
