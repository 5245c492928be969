// The dialog with the lines that put what is shown into another page.

import type { Messages } from "../element/messages.ts";
import type { InterleavePlayground } from "../element/playground.ts";
import type { Tools } from "./make.ts";

/** How long the button says that the lines were copied, in milliseconds. */
const COPIED_MS = 1500;

/** Returns the lines of HTML that show what an element shows. */
function embedLines(playground: InterleavePlayground): string {
  const quoted = (value: string) => value.replaceAll("&", "&amp;").replaceAll('"', "&quot;");
  const script = new URL("define.js", location.href).href.split("#")[0] ?? "";
  const { lesson, params, code, compare } = playground;
  // A program that was opened is in the file that was opened.
  const recording = playground.given.program ? (playground.player?.file ?? "") : "";
  const given: [string, string][] = [
    ["recording", encodeURIComponent(recording)],
    ["lesson", recording ? "" : lesson],
    ["params", recording ? "" : new URLSearchParams(params).toString()],
    ["code", code === "python" ? "" : code],
    ["compare", compare],
  ];
  const attributes = given.filter(([, value]) => value).map(([name, value]) => `${name}="${quoted(value)}"`);
  return `<script type="module" src="${quoted(script)}"></script>\n<interleave-playground ${attributes.join(" ")}${recording ? "" : " autorun"}></interleave-playground>`;
}

/** Shows the dialog until the reader closes it. */
export async function showEmbed(
  playground: InterleavePlayground,
  messages: Messages,
  { make, loadSheet }: Tools,
): Promise<void> {
  await Promise.all([loadSheet("embed"), messages.loadMore("rare")]);
  const dialog = make("dialog", "");
  dialog.id = "embed-dialog";
  dialog.setAttribute("aria-labelledby", "embed-title");
  const title = make("h2", "", messages.text("page-embed"));
  title.id = "embed-title";
  const code = make("pre", "", embedLines(playground));
  code.id = "embed-code";
  code.tabIndex = 0;
  const copy = make("button", "", messages.text("page-copy"));
  copy.id = "copy";
  copy.type = "button";
  copy.addEventListener("click", async () => {
    await navigator.clipboard.writeText(code.textContent ?? "");
    copy.textContent = messages.text("page-copied");
    setTimeout(() => (copy.textContent = messages.text("page-copy")), COPIED_MS);
  });
  const close = make("button", "", messages.text("page-close"));
  close.addEventListener("click", () => dialog.close());
  const actions = make("div", "actions", copy, close);
  dialog.append(title, make("p", "", messages.text("page-embed-help")), code, actions);
  dialog.addEventListener("close", () => dialog.remove());
  document.body.append(dialog);
  dialog.showModal();
}
