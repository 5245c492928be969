// Bundles scripts and styles of the page: `node xtask/bundle.mjs FOLDER [--shared] FILE…`, from the folder of
// the checkout.
//
// With `--shared` the scripts are modules, and what they share becomes chunks beside them. Styles that are
// written in scripts, as css`…`, are minified as those in files are.

import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { resolve } from "node:path";

const { build, transform } = createRequire(resolve("www/package.json"))("esbuild");

/** Styles without holes, in a script. */
const STYLES = /css`([^`$]*)`/g;

const minifiedStyles = {
  name: "minified styles",
  setup({ onLoad }) {
    onLoad({ filter: /[\\/]www[\\/]styles[\\/]\w+\.ts$/ }, async ({ path }) => {
      const source = await readFile(path, "utf8");
      const styles = [...source.matchAll(STYLES)].map(([, css]) => transform(css, { loader: "css", minify: true }));
      const minified = (await Promise.all(styles)).map(({ code }) => code.trim().replaceAll("\\", "\\\\"));
      return { contents: source.replace(STYLES, () => `css\`${minified.shift()}\``), loader: "ts" };
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
  plugins: [minifiedStyles],
});
