// Minifies the styles that are written in a script, as those in files are.

import { createRequire } from "node:module";
import { resolve } from "node:path";

const { transform } = createRequire(resolve("www/package.json"))("esbuild");

/** Styles without holes, as a script of `www/styles` exports them. */
const STYLES = /(?<== )css`([^`$]*)`/g;

/** Returns a script with short styles. */
export async function withShortStyles(source) {
  const styles = [...source.matchAll(STYLES)].map(([, css]) => transform(css, { loader: "css", minify: true }));
  const minified = (await Promise.all(styles)).map(({ code }) => code.trim().replaceAll("\\", "\\\\"));
  return source.replace(STYLES, () => `css\`${minified.shift()}\``);
}
