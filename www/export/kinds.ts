// The forms of an export.

/** The forms, each with the end of its files' names, in the order of the menu. */
export const KINDS = {
  svg: "svg",
  png: "png",
  "chrome-trace": "trace.json",
  json: "json",
  text: "txt",
};

export type ExportKind = keyof typeof KINDS;

export const kinds: ExportKind[] = ["svg", "png", "chrome-trace", "json", "text"];
