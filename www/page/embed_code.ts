// A link as a QR code, for a classroom: black on white whatever the page's colours are, since cameras want that.

import { encode } from "uqr";

/** The longest link whose code can still be read from some way off, in letters. */
export const CODE_MAX = 900;

/** The white around the code, in its modules: what the standard asks for. */
const QUIET = 4;

const NAMESPACE = "http://www.w3.org/2000/svg";

/** Draws the code of a link; null if the link is too long for one. */
export function codeOf(link: string, name: string): SVGElement | null {
  if (link.length > CODE_MAX) return null;
  const { data, size } = encode(link, { ecc: "L", border: QUIET });
  const make = (tag: string, attributes: Record<string, string>) => {
    const made = document.createElementNS(NAMESPACE, tag);
    for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
    return made;
  };
  const modules = data.flatMap((row, y) => row.flatMap((isDark, x) => (isDark ? [`M${x} ${y}h1v1h-1z`] : [])));
  const svg = make("svg", { viewBox: `0 0 ${size} ${size}`, role: "img", "aria-label": name, "shape-rendering": "crispEdges" });
  svg.append(make("rect", { width: String(size), height: String(size), fill: "#fff" }), make("path", { d: modules.join(""), fill: "#000" }));
  return svg;
}
