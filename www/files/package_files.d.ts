// What the build writes for `packaged.ts`.

declare module "interleave-files" {
  /** What loads each text, by its path, like `languages/en.json`. */
  export const TEXTS: Readonly<Record<string, () => Promise<{ default: unknown }>>>;
  /** What says where each other file is, by its name. */
  export const ADDRESSES: Readonly<Record<string, () => URL>>;
}
