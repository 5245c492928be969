// What scripts name of a page while they are loaded, also where there is none: in Node, where static sites are
// built. The bundler puts these in the place of the globals of the same names.

/** The class of which elements are. */
export const HTMLElement = globalThis.HTMLElement ?? (class {} as typeof globalThis.HTMLElement);

/** The document; where there is none, what a library of templates asks of it while it is loaded. */
export const document = globalThis.document ?? ({ createTreeWalker() {} } as unknown as Document);
