// The lines that put what is shown into another page.

import type { InterleavePlayground } from "../element/playground.ts";

/** Returns the lines of HTML that show what an element shows. */
export function embedLines(playground: InterleavePlayground): string {
  const quoted = (value: string) => value.replaceAll("&", "&amp;").replaceAll('"', "&quot;");
  const script = new URL("define.js", location.href).href.split("#")[0] ?? "";
  const { lesson, params, code, compare } = playground;
  const given: [string, string][] = [
    ["lesson", lesson],
    ["params", new URLSearchParams(params).toString()],
    ["code", code === "python" ? "" : code],
    ["compare", compare],
  ];
  const attributes = given.filter(([, value]) => value).map(([name, value]) => `${name}="${quoted(value)}"`);
  return `<script type="module" src="${quoted(script)}"></script>\n<interleave-playground ${attributes.join(" ")} autorun></interleave-playground>`;
}
