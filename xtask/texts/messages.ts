// Reads the Fluent files of the languages while the site is built: `messages FOLDER FILE…` writes into the
// folder what the page needs of them, as JSON. Listings among the files say which parameters a lesson has.

import { readFileSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";

import { languageFiles } from "./languages.ts";

const [folder, ...files] = process.argv.slice(2);
if (folder === undefined) throw new Error("say where to, and which files");
const read = (extension: string) =>
  files
    .filter((file) => file.endsWith(extension))
    .map((file) => [basename(file, extension), readFileSync(file, "utf8")] as const);

/** Returns the names of the parameters at the top of a listing. */
function parametersOf(listing: string): string[] {
  return [...listing.matchAll(/^([A-Z]\w*) = .* {2}# parameter$/gm)].map(([, name = ""]) => name.toLowerCase());
}

const parameters = read(".py").map(([name, listing]) => [name.replaceAll("_", "-"), parametersOf(listing)] as const);
const made = languageFiles(Object.fromEntries(read(".ftl")), Object.fromEntries(parameters));
for (const [name, json] of Object.entries(made)) {
  writeFileSync(join(folder, `${name}.json`), json);
}
