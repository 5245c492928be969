// Registers the element. Loading this twice, or beside another version, changes nothing.

import { InterleavePlayground } from "./playground.ts";

if (!customElements.get("interleave-playground")) {
  customElements.define("interleave-playground", InterleavePlayground);
}
