// What Lighthouse says of the page on its phone: at least 95 of 100 in each of its four subjects.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { join } from "node:path";
import test, { after, before } from "node:test";

import driver from "../../../web/webdriver.json" with { type: "json" };
import { Nginx, released } from "../../kit/nginx.ts";

const LEAST = 0.95;

let nginx: Nginx;
before(async () => void (nginx = await Nginx.start(released("dist", "site"))));
after(() => nginx.stop());

interface Report {
  categories: Record<string, { score: number }>;
  audits: Record<string, { score: number | null; title: string; displayValue?: string }>;
}

test("Lighthouse finds the page quick, accessible, well made and easy to find on a phone", () => {
  const lighthouse = join(process.env["INTERLEAVE_RELEASE_TOOLS"] ?? "", "node_modules/lighthouse/cli/index.js");
  const flags = driver["goog:chromeOptions"].args.join(" ");
  const words = [lighthouse, nginx.origin, "--output=json", "--quiet", `--chrome-flags=${flags}`];
  const env = { ...process.env, CHROME_PATH: process.env["CHROMIUM"] ?? "/usr/bin/chromium" };
  const report = JSON.parse(execFileSync("node", words, { env, encoding: "utf8", maxBuffer: 2 ** 28 })) as Report;
  const scores = Object.entries(report.categories).map(([name, { score }]) => [name, score] as const);
  assert.equal(scores.length, 4);
  for (const [name, score] of scores) console.log(`${name.padEnd(16)}${Math.round(score * 100)}`);
  const short = Object.values(report.audits).filter(({ score }) => score !== null && score < 0.9);
  const why = short.map(({ title, displayValue = "" }) => `${title} ${displayValue}`).join("\n");
  assert.deepEqual(scores.filter(([, score]) => score < LEAST), [], why);
});
