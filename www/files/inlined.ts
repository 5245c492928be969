// The files that scripts load by themselves, where all are inside the one file that a reader has: packed, in
// the script. Stands in for `served.ts` there.

/** The files, one after the other, packed by gzip, in base64. */
declare const PACKED: string;

/** Where each file begins among the others, and its length, in bytes. */
declare const PLACES: Readonly<Record<string, readonly [begin: number, length: number]>>;

/** Why a part could not be loaded: a page with all inside has none that others lack. */
export class Missing extends Error {}

/** As `served.ts` has it; never thrown here. */
export class Gone extends Missing {}

/** The types that a browser must know of, by the ends of names. */
const TYPES: Readonly<Record<string, string>> = {
  wasm: "application/wasm",
  json: "application/json",
  js: "text/javascript",
  css: "text/css",
};

let bytes: ArrayBuffer | undefined;
let unpacking: Promise<ArrayBuffer> | undefined;
const addresses = new Map<string, URL>();

async function unpacked(): Promise<ArrayBuffer> {
  const packed = Uint8Array.from(atob(PACKED), (letter) => letter.charCodeAt(0));
  const stream = new Blob([packed]).stream().pipeThrough(new DecompressionStream("gzip"));
  return (bytes = await new Response(stream).arrayBuffer());
}

function fileOf(name: string, all: ArrayBuffer): Blob {
  const place = PLACES[name];
  if (!place) throw new Missing(name);
  const type = TYPES[name.split(".").at(-1) ?? ""] ?? "application/octet-stream";
  return new Blob([all.slice(place[0], place[0] + place[1])], { type });
}

/** Returns an address of a file that this page alone knows. Texts are unpacked before the first is asked for. */
export function addressOf(name: string): URL {
  if (!bytes) throw new Missing(name);
  const known = addresses.get(name) ?? new URL(URL.createObjectURL(fileOf(name, bytes)));
  addresses.set(name, known);
  return known;
}

/** Returns a file as if it had been fetched. */
export async function fetchFile(name: string): Promise<Response> {
  unpacking ??= unpacked();
  const file = fileOf(name, await unpacking);
  return new Response(file, { headers: { "content-type": file.type } });
}

/** There is nobody to be asked. */
export async function ask(): Promise<void> {}
