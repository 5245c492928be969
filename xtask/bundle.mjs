// Bundles scripts and styles of the page: `node xtask/bundle.mjs FOLDER [--shared NAMES] FILE…`, from the folder
// of the checkout.
//
// With `--shared` the scripts are modules: what they share becomes one chunk beside them, and what they import
// later a chunk each. `NAMES` is JSON: for each name in the scripts the expression that is put in its place.

import { readFile, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { join, resolve } from "node:path";

import { withShortStyles } from "./short_styles.mjs";

const { build } = createRequire(resolve("www/package.json"))("esbuild");

/** What every page loads. */
const ELEMENT = resolve("www/element/define.ts");

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
    onLoad({ filter: /[\\/]www[\\/](editor|element|export|page|panels|styles)[\\/]\w+\.ts$/ }, async ({ path }) => {
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
const { metafile } = await build({
  entryPoints: shared ? rest.slice(2) : rest,
  define: shared ? JSON.parse(rest[1]) : {},
  outdir,
  bundle: true,
  splitting: shared,
  format: "esm",
  target: "es2022",
  minify: true,
  // Libraries ask that their licences travel with them; they travel in a file of their own.
  legalComments: "linked",
  // The names of chunks are made of paths, too: those in this checkout, wherever the packages really lie.
  preserveSymlinks: true,
  // Whichever folder a script is from, in the site it lies beside the others.
  entryNames: "[name]",
  logLevel: "warning",
  plugins: shared ? [pageScripts] : [],
  metafile: true,
});
if (shared) {
  // Which packages are inside: what they are licensed under travels with the site.
  const used = Object.values(metafile.outputs).flatMap(({ inputs }) => Object.keys(inputs));
  const packages = used.map((path) => /node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(path)?.[1]).filter(Boolean);
  await writeFile(join(outdir, "packages.json"), JSON.stringify([...new Set(packages)].sort()));
}
