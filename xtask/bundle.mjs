// Bundles scripts and styles of the page: `node xtask/bundle.mjs FOLDER [--shared NAMES] FILE…`, from the folder
// of the checkout.
//
// With `--shared` the scripts are modules: what they share becomes one chunk beside them, and what they import
// later a chunk each. `NAMES` is JSON: for each name in the scripts the expression that is put in its place.

import { readFile, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { basename, join, resolve } from "node:path";

import { withShortStyles } from "./short_styles.mjs";

const { build } = createRequire(resolve("www/package.json"))("esbuild");

/** What loads what is loaded once: a script of its own, which is small and there before the others. */
const LOADING = "www/element/loading.ts";

/** What every page loads. */
const ELEMENT = resolve("www/element/place/registered.ts");

/** What stands in for a page where there is none. */
const PAGELESS = resolve("www/element/place/pageless.ts");

/**
 * Returns a script that can be loaded where there is no page. Only what names a page while it is loaded takes what
 * stands in for one: esbuild's own way (`inject`) makes each script of each kind call a function first.
 */
function withoutPage(path, source) {
  const named = ["HTMLElement", "document"].filter((name) => new RegExp(`\\b${name}\\b`).test(source));
  if (path === PAGELESS || named.length === 0) return source;
  return `import { ${named.join(", ")} } from ${JSON.stringify(PAGELESS)};\n${source}`;
}

const pageScripts = {
  name: "scripts of the page",
  setup({ onResolve, onLoad }) {
    const later = new Set();
    onResolve({ filter: /\/loading\.ts$/ }, () => ({ path: `./${loading}`, external: true }));
    onResolve({ filter: /^\./ }, ({ kind, path, resolveDir }) => {
      if (kind !== "dynamic-import") return undefined;
      const script = resolve(resolveDir, path);
      later.add(script);
      return { path: script };
    });
    onLoad({ filter: /[\\/]www[\\/](comparing|editor|element|export|frame|lab|page|panels|recording|styles)[\\/](?:\w+[\\/])?\w+\.ts$/ }, async ({ path }) => {
      // Neither templates nor the rest of a script need the blanks with which lines begin.
      const source = (await readFile(path, "utf8")).replace(/^[ \t]+/gm, "");
      // A script that is loaded later is loaded by a page that has the element. Said here, it keeps all that
      // every page loads in one chunk, which is smaller and comes sooner than many.
      const element = later.has(path) && path !== ELEMENT ? `import ${JSON.stringify(ELEMENT)};\n` : "";
      return { contents: element + withoutPage(path, await withShortStyles(source)), loader: "ts" };
    });
    // The one script that is none of the modules of today; with it each of the others would load what makes one of it.
    onLoad({ filter: /[\\/]highlight\.js[\\/]lib[\\/]core\.js$/ }, async ({ path }) => {
      const source = await readFile(path, "utf8");
      return { contents: source.replace(/^module\.exports = (\w+);/m, "export default $1;"), loader: "js" };
    });
    onLoad({ filter: /[\\/]node_modules[\\/](?:@lit|lit)[^\\/]*[\\/].*\.js$/ }, async ({ path }) => {
      return { contents: withoutPage(path, await readFile(path, "utf8")), loader: "js" };
    });
  },
};

const [outdir, ...rest] = process.argv.slice(2);
const shared = rest[0] === "--shared";
const common = {
  outdir,
  bundle: true,
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
  metafile: true,
};

/** Bundles the script that the others import, and returns the name that it has in the site. */
async function bundleLoading() {
  // It alone names files. Said to all, esbuild makes each script call a function first for each name.
  const define = JSON.parse(rest[1]);
  const { metafile } = await build({ ...common, define, entryPoints: [LOADING], entryNames: "[name]-[hash]" });
  return basename(Object.keys(metafile.outputs)[0]);
}

const loading = shared ? await bundleLoading() : "";
const entryPoints = shared ? rest.slice(2) : rest;
const { metafile } = await build({ ...common, entryPoints, splitting: shared, plugins: shared ? [pageScripts] : [] });
if (shared) {
  // Which packages are inside: what they are licensed under travels with the site.
  const used = Object.values(metafile.outputs).flatMap(({ inputs }) => Object.keys(inputs));
  const packages = used.map((path) => /node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(path)?.[1]).filter(Boolean);
  await writeFile(join(outdir, "packages.json"), JSON.stringify([...new Set(packages)].sort()));
}
