// Styles that come later: those of what is loaded when it is asked for.

import { Missing, once } from "../element/loading.ts";

/** Gives the page a sheet of styles that lies beside its scripts, once. */
export function loadSheet(name: string): Promise<unknown> {
  return once(`sheet ${name}`, async () => {
    const link = document.createElement("link");
    link.rel = "stylesheet";
    link.href = new URL(`./${name}.css`, import.meta.url).href;
    await new Promise((done, failed) => {
      link.addEventListener("load", done);
      link.addEventListener("error", () => {
        link.remove();
        failed(new Missing(link.href));
      });
      document.head.append(link);
    });
  });
}
