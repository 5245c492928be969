// Styles that come later: those of what is loaded when it is asked for.

import { addressOf, ask, Gone, once } from "../element/loading.ts";

/** Gives the page a sheet of styles that lies beside its scripts, once. */
export function loadSheet(name: string): Promise<unknown> {
  return once(`sheet ${name}`, async () => {
    const link = document.createElement("link");
    link.rel = "stylesheet";
    link.href = addressOf(`${name}.css`).href;
    await new Promise((done, failed) => {
      link.addEventListener("load", done);
      link.addEventListener("error", () => {
        link.remove();
        // Why, a browser says to nobody: where the server answers, the sheet is gone.
        ask().then(() => failed(new Gone(link.href)), failed);
      });
      document.head.append(link);
    });
  });
}
