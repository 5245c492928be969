// Registers the element. Importing it twice changes nothing.

export type { InterleavePlayground } from "./index.js";
