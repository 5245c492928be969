// Elements and icons, made by scripts of the page.

const NAMESPACE = "http://www.w3.org/2000/svg";

/** Returns an icon of one stroke. */
export function icon(path: string): SVGElement {
  const svg = document.createElementNS(NAMESPACE, "svg");
  const stroke = document.createElementNS(NAMESPACE, "path");
  svg.setAttribute("viewBox", "0 0 16 16");
  svg.setAttribute("aria-hidden", "true");
  svg.classList.add("icon");
  stroke.setAttribute("d", path);
  svg.append(stroke);
  return svg;
}

export const DONE = "M3 8.5l3.5 3.5L13 4.5";

/** Makes an element with a text. */
export function make<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  name: string,
  ...content: (string | Node)[]
): HTMLElementTagNameMap[Tag] {
  const element = document.createElement(tag);
  if (name) element.className = name;
  element.append(...content);
  return element;
}

/** What parts of the page that are loaded later take from it, so that the two share no script. */
export interface Tools {
  make: typeof make;
  icon: typeof icon;
  loadSheet(name: string): Promise<unknown>;
}
