// The script that authors name: it asks for what the first picture needs, and registers the element.
//
// It is small, so that the module is on its way before the scripts are.

import { beginFirst } from "./loading.ts";

const { document, navigator } = globalThis as Partial<typeof globalThis>;
if (document) beginFirst(document.documentElement.lang || (navigator?.language ?? ""));
await import("./place/registered.ts");
