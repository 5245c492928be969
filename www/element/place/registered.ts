// Registers the element. Loading this twice, or beside another version, changes nothing.

import { InterleavePlayground } from "../playground.ts";

// Where there is no page there is nothing to register in: pages are built in such places, too.
const { customElements } = globalThis as Partial<typeof globalThis>;
if (customElements?.get("interleave-playground") === undefined) {
  customElements?.define("interleave-playground", InterleavePlayground);
}
