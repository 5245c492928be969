//! The page, as its worker stands for it.

use wasm_bindgen::prelude::*;

#[wasm_bindgen(typescript_custom_section)]
const PAGE: &str = r#"
/** Why a text is no program: what is wrong, in Python's words, and where, both from 1. */
export interface Fault {
  message: string;
  line: number;
  column: number;
}

/** What a program's worker does for it. */
export interface Page {
  /** Takes a part of the record: the next one, or, if it is not whole, as far as that has come. */
  take(part: Uint8Array<ArrayBuffer>, isWhole: boolean): void;
  /** Takes what the program writes to its standard error, at a moment of the run, in seconds. */
  say(text: string, seconds: number): void;
  /** Is told that a module is not in what was given of the library. Throws if there is more of that. */
  missing(name: string): void;
  /** Is told how a program ends that is cut off in a step which does not end. Throws. */
  cut(ending: import("./runtime.js").Ending): void;
}
"#;

#[wasm_bindgen]
extern "C" {
    /// What the worker of a program does for it.
    #[wasm_bindgen(typescript_type = "Page")]
    pub type Page;

    #[wasm_bindgen(method)]
    pub fn take(this: &Page, part: js_sys::Uint8Array, is_whole: bool);

    #[wasm_bindgen(method)]
    pub fn say(this: &Page, text: &str, seconds: f64);

    #[wasm_bindgen(method)]
    pub fn missing(this: &Page, name: &str);

    #[wasm_bindgen(method)]
    pub fn cut(this: &Page, ending: JsValue);
}
