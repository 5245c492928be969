// Makes the npm package and the page in one file: `node packages.mjs FILE`, from the folder of the checkout. The
// file is JSON and has `files`, a folder of what scripts load, by the names without digests, `page`, the site's page as it is
// in the checkout, `style`, its sheet, `notices`, `package` and `single`, where to write, and `version`.

import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { basename, join, resolve } from "node:path";
import { gzipSync } from "node:zlib";

import { withShortStyles } from "../short_styles.mjs";

const { build } = createRequire(resolve("www/package.json"))("esbuild");
const { files, page, style, notices, package: folder, single, version } = JSON.parse(readFileSync(process.argv[2], "utf8"));

const names = readdirSync(files, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile())
  .map((entry) => join(entry.parentPath, entry.name).slice(files.length + 1).replaceAll("\\", "/"))
  .sort();

/** Puts another file in the place of `www/files/served.ts`, and shortens styles. */
const instead = (other) => ({
  name: "files",
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /\/served\.ts$/ }, () => ({ path: resolve(`www/files/${other}.ts`) }));
    onResolve({ filter: /^interleave-files$/ }, () => ({ path: "./files.js", external: true }));
    onLoad({ filter: /[\\/]www[\\/]\w+[\\/]\w+\.ts$/ }, async ({ path }) => {
      const source = readFileSync(path, "utf8").replace(/^[ \t]+/gm, "");
      return { contents: await withShortStyles(source), loader: "ts" };
    });
  },
});

const common = { bundle: true, format: "esm", target: "es2022", minify: true, legalComments: "none", logLevel: "warning", preserveSymlinks: true };

/** Returns a script with all files inside. */
async function inOne(entry, given) {
  const taken = names.filter(given);
  const contents = taken.map((name) => readFileSync(join(files, name)));
  let begin = 0;
  const places = taken.map((name, at) => {
    const place = [name, [begin, contents[at].length]];
    begin += contents[at].length;
    return place;
  });
  const packed = gzipSync(Buffer.concat(contents), { level: 9 });
  // The last byte of the header names the system on which it was packed.
  packed[9] = 255;
  const { outputFiles } = await build({
    ...common,
    entryPoints: [entry],
    write: false,
    outdir: "out",
    define: { PACKED: JSON.stringify(packed.toString("base64")), PLACES: JSON.stringify(Object.fromEntries(places)) },
    plugins: [instead("inlined")],
  });
  return outputFiles[0].text;
}

const isStyle = (name) => name.endsWith(".css");

// ---- the package

rmSync(folder, { recursive: true, force: true });
mkdirSync(join(folder, "texts"), { recursive: true });
const texts = names.filter((name) => name.endsWith(".json"));
const others = names.filter((name) => !name.endsWith(".json") && !isStyle(name));
const scriptOf = (name) => `texts/${name.replace("/", ".").replace(/\.json$/, ".js")}`;
for (const name of texts) writeFileSync(join(folder, scriptOf(name)), `export default ${readFileSync(join(files, name), "utf8")};\n`);
for (const name of others) cpSync(join(files, name), join(folder, name));
const lines = [
  "export const TEXTS = {",
  ...texts.map((name) => `  ${JSON.stringify(name)}: () => import("./${scriptOf(name)}"),`),
  "};",
  "export const ADDRESSES = {",
  ...others.map((name) => `  ${JSON.stringify(name)}: () => new URL("./${name}", import.meta.url),`),
  "};",
];
writeFileSync(join(folder, "files.js"), `${lines.join("\n")}\n`);
await build({
  ...common,
  entryPoints: { index: "www/packaged/index.ts", define: "www/element/place/registered.ts" },
  outdir: folder,
  splitting: true,
  plugins: [instead("packaged")],
  // Sites that are built in Node import the package there.
  inject: [resolve("www/element/place/pageless.ts")],
});
writeFileSync(join(folder, "anywidget.js"), await inOne("www/packaged/anywidget.ts", (name) => !isStyle(name)));

/** The interfaces of a summary, as they are made of Rust's. */
function summaryTypes() {
  const made = readFileSync("www/pkg/runtime.d.ts", "utf8");
  const found = ["Ending", "PrintedLine", "RunError", "Summary", "TaskSummary"].map((name) => {
    const [text] = new RegExp(`(?:/\\*\\*(?:(?!\\*/)[^])*\\*/\\n)?export interface ${name} [^]*?\\n}\\n`).exec(made) ?? [];
    if (!text) throw new Error(`there is no interface ${name}`);
    return text;
  });
  return `// What a run leaves, as plain data.\n\n${found.join("\n")}`;
}

const source = resolve("xtask/packages");
writeFileSync(join(folder, "summary.d.ts"), summaryTypes());
cpSync(join(source, "interface.d.ts"), join(folder, "index.d.ts"));
for (const name of ["define.d.ts", "anywidget.d.ts", "README.md"]) cpSync(join(source, name), join(folder, name));
cpSync("LICENSE", join(folder, "LICENSE"));
writeFileSync(join(folder, "THIRD-PARTY.txt"), notices);

const attributes = Object.entries(JSON.parse(readFileSync(join(source, "attributes.json"), "utf8")));
const methods = ["run", "stop", "seek", "stepForward", "stepBack", "nextSecond", "exportAs", "shareUrl"];
const write = (name, value) => writeFileSync(join(folder, name), `${JSON.stringify(value, null, 2)}\n`);
write("custom-elements.json", {
  schemaVersion: "1.0.0",
  modules: [
    {
      kind: "javascript-module",
      path: "define.js",
      declarations: [
        {
          kind: "class",
          name: "InterleavePlayground",
          tagName: "interleave-playground",
          customElement: true,
          description: "A lesson that runs, and the picture of its run.",
          attributes: attributes.map(([name, [text, description, value]]) => ({ name, type: { text }, description, default: value, fieldName: name })),
          members: methods.map((name) => ({ kind: "method", name })),
          events: ["start", "step", "finish", "error"].map((name) => ({ name: `interleave-${name}`, type: { text: "CustomEvent" } })),
          slots: [{ name: "", description: "What readers without scripts see." }, { name: "top", description: "Stands above the picture." }],
        },
      ],
      exports: [{ kind: "custom-element-definition", name: "interleave-playground", declaration: { name: "InterleavePlayground", module: "index.js" } }],
    },
  ],
});
const entry = (name) => ({ types: `./${name}.d.ts`, default: `./${name}.js` });
write("package.json", {
  name: "interleave-playground",
  version,
  description: "An element in which small asynchronous programs run, step by step",
  keywords: ["asyncio", "async", "event-loop", "visualization", "web-components", "custom-element", "anywidget"],
  license: "MIT",
  type: "module",
  sideEffects: ["./define.js", "./anywidget.js"],
  exports: {
    ".": entry("index"),
    "./define": entry("define"),
    "./anywidget": entry("anywidget"),
    "./custom-elements.json": "./custom-elements.json",
    "./package.json": "./package.json",
  },
  types: "./index.d.ts",
  customElements: "custom-elements.json",
});

// ---- the page in one file

const inlined = (text, end) => text.replaceAll(`</${end}`, `<\\/${end}`);
const script = inlined(await inOne("www/page/page.ts", () => true), "script");
const css = inlined(readFileSync(style, "utf8"), "style");
const module = readFileSync("www/interleave.py").toString("base64");
let html = readFileSync(page, "utf8");
const put = (found, text) => {
  if (!found.test(html)) throw new Error(`index.html has no ${found}`);
  html = html.replace(found, () => text);
};
put(/<link rel="stylesheet" [^>]*>/, `<style>${css}</style>`);
html = html.replace(/ *<link rel="(?:module)?preload" [^>]*>\n/g, "");
put(/ *<script type="module" [^>]*><\/script>\n/, "");
put(/href="interleave\.py" download/, `href="data:text/x-python;base64,${module}" download="interleave.py"`);
put(/href="\.\/"/, `href="#"`);
// What is in one file has no address that another page could name.
put(/<button id="embed" /, `<button id="embed" hidden `);
put(/<\/body>/, `  <script type="text/plain" id="notices">${inlined(notices, "script")}</script>\n    <script type="module">${script}</script>\n  </body>`);
writeFileSync(single, html);
console.log(`${basename(single)} ${Buffer.byteLength(html)}`);
