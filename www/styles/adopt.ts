// Styles that come later: those of what is loaded when it is asked for.

import type { CSSResult } from "lit";

/** What each root has adopted besides its element's own styles. */
const adopted = new WeakMap<ParentNode, CSSResult[]>();

/** Gives an element more styles. */
export function adopt({ renderRoot }: { renderRoot: ParentNode }, style: CSSResult): void {
  const root = renderRoot as ShadowRoot;
  adopted.set(root, [...(adopted.get(root) ?? []), style]);
  const sheet = sheetFor(root, style);
  if (sheet) root.adoptedStyleSheets.push(sheet);
}

/** Gives an element its styles, and those that it has adopted: on the way to another document it loses them all. */
export function wear(root: ShadowRoot, own: CSSResult[]): void {
  const sheets = [...own, ...(adopted.get(root) ?? [])].map((style) => sheetFor(root, style));
  root.adoptedStyleSheets = sheets.filter((sheet) => sheet !== undefined);
}

/** Returns a style for the document of a root: each document takes sheets of its own alone. */
function sheetFor(root: ShadowRoot, { styleSheet, cssText }: CSSResult): CSSStyleSheet | undefined {
  const view = root.ownerDocument.defaultView;
  if (root.ownerDocument === document || !view) return styleSheet;
  const sheet = new view.CSSStyleSheet();
  sheet.replaceSync(cssText);
  return sheet;
}
