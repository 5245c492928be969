// The formats in which a run is exported: those that a module of its own writes, and two of the page's.

import { exportFormats, type Format } from "../element/engine.ts";

/** The name of a format. */
export type ExportFormat = Format | "png" | "text";

export interface FormatInfo {
  name: ExportFormat;
  /** The end of its files' names. */
  extension: string;
  mediaType: string;
}

/** Returns the formats, in the order of the menu: pictures first. */
export function formats(): FormatInfo[] {
  const [picture, ...others] = exportFormats();
  const png: FormatInfo = { name: "png", extension: "png", mediaType: "image/png" };
  const text: FormatInfo = { name: "text", extension: "txt", mediaType: "text/plain" };
  return [...(picture ? [picture] : []), png, ...others, text];
}

/** Returns what is known of a format; throws a sentence that names all of them if there is none such. */
export function formatNamed(name: string): FormatInfo {
  const all = formats();
  const found = all.find((format) => format.name === name);
  if (found) return found;
  throw new RangeError(`“${name}” is not an export format; the formats are ${all.map(({ name }) => name).join(", ")}`);
}
