// What axe finds wrong with a page for people who see, hear or move otherwise than most.

import axe from "axe-core";
import type { Page } from "puppeteer-core";

/** The rules of WCAG 2.2 up to level AA. */
const RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];

/** Returns a line for each thing that breaks a rule, with what is inside of elements. */
export async function violations(page: Page): Promise<string[]> {
  // As a script of the page it would be refused: the page runs its own scripts alone.
  await page.evaluate(axe.source);
  return page.evaluate(async (rules) => {
    const run = (globalThis as unknown as { axe: typeof axe }).axe.run;
    const { violations } = await run(document, { runOnly: rules, resultTypes: ["violations"] });
    return violations.flatMap(({ id, nodes }) =>
      nodes.map(({ target, failureSummary }) => `${id} at ${target.join(" ")}: ${failureSummary}`),
    );
  }, RULES);
}
