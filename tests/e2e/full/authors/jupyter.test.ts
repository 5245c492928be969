// The example for Jupyter, in JupyterLab with a kernel: the widget of the wheel shows the run, takes what Python sets,
// and tells Python of the run; a cell as the page's dialog writes it shows a frame.

import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import test from "node:test";

import { lines } from "../../../../www/page/embed_lines.ts";
import { useSite } from "../../kit/harness.ts";
import { until } from "../../kit/until.ts";
import { Example, ran, shown } from "./kit.ts";

const site = useSite();

type Element = HTMLElementTagNameMap["interleave-playground"];

/** What JupyterLab gives of itself to scripts, where it was asked to. */
type Lab = typeof globalThis & {
  jupyterapp?: {
    commands: { execute(name: string): Promise<unknown> };
    shell: { currentWidget?: { sessionContext?: { isReady: boolean } } };
  };
};

/** Adds a cell to the end of a notebook. */
async function addCell(file: string, source: string): Promise<void> {
  const notebook = JSON.parse(await readFile(file, "utf8"));
  notebook.cells.push({ cell_type: "code", execution_count: null, id: "added", metadata: {}, outputs: [], source });
  await writeFile(file, JSON.stringify(notebook));
}

test("a notebook shows the widget, and has the run's summary", async () => {
  const example = await Example.copy("jupyter", site);
  const attributes: [string, string][] = [["lesson", "queue-join"], ["view", "timeline"]];
  const written = lines.jupyter({ attributes, site: `${site.origins.page}/`, title: "A queue" });
  await addCell(join(example.folder, "tutorial.ipynb"), written);
  const programs = await example.widget();
  const token = randomUUID();
  const words = ["--no-browser", "--allow-root", "--ip=127.0.0.1", "--port=0", `--IdentityProvider.token=${token}`, "--expose-app-in-browser"];
  const quiet = ["--LabApp.news_url=", "--LabApp.check_for_updates_class=jupyterlab.NeverCheckForUpdate"];
  const address = await example.serve(join(programs, "jupyter-lab"), ...words, ...quiet);
  const page = await site.open({ path: `${address}/doc/tree/tutorial.ipynb?token=${token}`, height: 1200 });
  // What it logs of its own work.
  site.allow(page, /./);
  const isReady = () => (globalThis as Lab).jupyterapp?.shell.currentWidget?.sessionContext?.isReady;
  // It may ask which kernel is meant.
  await until(page, () => (globalThis as Lab).jupyterapp?.shell.currentWidget?.sessionContext?.isReady || document.querySelector(".jp-Dialog .jp-mod-accept"));
  await (await page.$(".jp-Dialog .jp-mod-accept"))?.click();
  await until(page, isReady);
  const runCell = () => page.evaluate(() => (globalThis as Lab).jupyterapp?.commands.execute("notebook:run-cell-and-select-next"));
  const printed = (text: string) =>
    until(page, (text: string) => [...document.querySelectorAll(".jp-OutputArea-executeResult pre")].at(-1)?.textContent?.trim() === text, text);
  // The heading, and what shows the widget.
  await runCell();
  await runCell();
  const playground = await shown(page);
  assert.equal((await playground.ended()).seconds, 2);
  await runCell();
  await printed("2");
  // A heading, and what sets a value.
  await runCell();
  await runCell();
  await until(page, (element: Element) => element.summary?.seconds === 3, playground.handle);
  await runCell();
  await printed("3");
  assert.equal((await ran(site, page, "jupyter")).seconds, 3);
  await runCell();
  const frame = await page.waitForFrame((frame) => frame.url().includes("/embed.html"));
  const framed = await frame.waitForSelector("interleave-playground");
  await frame.waitForFunction((element) => element?.summary?.lesson === "queue-join", {}, framed);
});
