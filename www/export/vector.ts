// A picture as shapes: what stands in for a canvas' context while a picture is painted, and makes an
// element of SVG of each thing that is painted.

const NAMESPACE = "http://www.w3.org/2000/svg";

/** A picture of more things than these is none of shapes: a browser would take long to lay it out. */
const THINGS_MAX = 20_000;

/** Writes a length as shortly as it is sharp. */
function short(length: number): number {
  return Math.round(length * 100) / 100;
}

export class VectorContext {
  readonly svg = document.createElementNS(NAMESPACE, "svg");
  fillStyle = "";
  strokeStyle = "";
  lineWidth = 1;
  globalAlpha = 1;
  #path = "";
  #dashes = "";

  /** Makes an empty picture that is so wide, in CSS pixels. */
  constructor(readonly width: number) {}

  /** Ends the picture, which is so high; null if it is too much. */
  finish(height: number): SVGElement | null {
    this.svg.setAttribute("viewBox", `0 0 ${short(this.width)} ${short(height)}`);
    return this.svg.childElementCount > THINGS_MAX ? null : this.svg;
  }

  beginPath(): void {
    this.#path = "";
  }

  moveTo(x: number, y: number): void {
    this.#path += `M${short(x)} ${short(y)}`;
  }

  lineTo(x: number, y: number): void {
    this.#path += `L${short(x)} ${short(y)}`;
  }

  bezierCurveTo(...places: number[]): void {
    this.#path += `C${places.map(short).join(" ")}`;
  }

  roundRect(x: number, y: number, width: number, height: number, radius: number): void {
    const [r, right, below] = [short(radius), short(x + width - radius), short(y + height - radius)];
    this.moveTo(x + radius, y);
    const turn = (by: string) => `a${r} ${r} 0 0 1 ${by}`;
    this.#path += `H${right}${turn(`${r} ${r}`)}V${below}${turn(`-${r} ${r}`)}H${short(x + radius)}${turn(`-${r} -${r}`)}`;
    this.#path += `V${short(y + radius)}${turn(`${r} -${r}`)}Z`;
  }

  /** Goes round a whole circle. */
  arc(x: number, y: number, radius: number): void {
    const half = (by: number) => `a${radius} ${radius} 0 0 1 ${by} 0`;
    this.moveTo(x - radius, y);
    this.#path += half(2 * radius) + half(-2 * radius);
  }

  fill(): void {
    this.#add("path", { d: this.#path, fill: this.fillStyle });
  }

  stroke(): void {
    this.#add("path", {
      d: this.#path,
      fill: "none",
      stroke: this.strokeStyle,
      "stroke-width": this.lineWidth,
      "stroke-dasharray": this.#dashes,
      opacity: this.globalAlpha,
    });
  }

  setLineDash(lengths: number[]): void {
    this.#dashes = lengths.join(" ");
  }

  fillRect(x: number, y: number, width: number, height: number): void {
    const place = { x: short(x), y: short(y), width: short(width), height: short(height) };
    this.#add("rect", { ...place, fill: this.fillStyle });
  }

  fillText(text: string, x: number, y: number): void {
    this.#add("text", { x: short(x), y: short(y), fill: this.fillStyle }, text);
  }

  #add(tag: string, attributes: Record<string, string | number>, text = ""): void {
    if (this.svg.childElementCount > THINGS_MAX) return;
    const element = document.createElementNS(NAMESPACE, tag);
    for (const [name, value] of Object.entries(attributes)) if (value !== "") element.setAttribute(name, String(value));
    element.textContent = text;
    this.svg.append(element);
  }
}
