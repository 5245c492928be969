// The package `interleave-playground`: the class of the element. Who imports it registers it, or imports
// `interleave-playground/define`, which does.

export { InterleavePlayground } from "../element/playground.ts";
