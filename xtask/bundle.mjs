// Bundles scripts and styles of the page: `node xtask/bundle.mjs FOLDER [--shared] FILE…`, from the folder of
// the checkout.
//
// With `--shared` the scripts are modules: what they share becomes one chunk beside them, and what they import
// later a chunk each.

import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { resolve } from "node:path";

const { build, transform } = createRequire(resolve("www/package.json"))("esbuild");

/** What every page loads. */
const ELEMENT = resolve("www/element/define.ts");

/** Styles without holes, as a script of `www/styles` exports them. */
const STYLES = /(?<== )css`([^`$]*)`/g;

/** Minifies the styles that are written in a script, as those in files are. */
async function withShortStyles(source) {
  const styles = [...source.matchAll(STYLES)].map(([, css]) => transform(css, { loader: "css", minify: true }));
  const minified = (await Promise.all(styles)).map(({ code }) => code.trim().replaceAll("\\", "\\\\"));
  return source.replace(STYLES, () => `css\`${minified.shift()}\``);
}

const pageScripts = {
  name: "scripts of the page",
  setup({ onResolve, onLoad }) {
    const later = new Set();
    onResolve({ filter: /^\./ }, ({ kind, path, resolveDir }) => {
      if (kind !== "dynamic-import") return undefined;
      const script = resolve(resolveDir, path);
      later.add(script);
      return { path: script };
    });
    onLoad({ filter: /[\\/]www[\\/](comparing|editor|element|export|page|panels|recording|styles)[\\/]\w+\.ts$/ }, async ({ path }) => {
      // Neither templates nor the rest of a script need the blanks with which lines begin.
      const source = (await readFile(path, "utf8")).replace(/^[ \t]+/gm, "");
      // A script that is loaded later is loaded by a page that has the element. Said here, it keeps all that
      // every page loads in one chunk, which is smaller and comes sooner than many.
      const element = later.has(path) ? `import ${JSON.stringify(ELEMENT)};\n` : "";
      return { contents: element + (await withShortStyles(source)), loader: "ts" };
    });
  },
};

const [outdir, ...rest] = process.argv.slice(2);
const shared = rest[0] === "--shared";
await build({
  entryPoints: shared ? rest.slice(1) : rest,
  outdir,
  bundle: true,
  splitting: shared,
  format: "esm",
  target: "es2022",
  minify: true,
  // Libraries ask that their licences travel with them; they travel in a file of their own.
  legalComments: "linked",
  // Whichever folder a script is from, in the site it lies beside the others.
  entryNames: "[name]",
  logLevel: "warning",
  plugins: shared ? [pageScripts] : [],
});
