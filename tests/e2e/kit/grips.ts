// The grips of a timeline as a test finds them: by the cursor that a mouse has over one, and by the
// colour of one that is dragged.

import type { Playground } from "./element.ts";

/** A place in the page, in CSS pixels. */
export interface Place {
  x: number;
  y: number;
}

/** The height of the axis above the rows, and of a row that has room. */
const [AXIS_PX, ROW_PX] = [30, 46];

/** Finds the last grip of a row, from the right; null if the row has none. */
export async function findGrip({ page, handle }: Playground, row: number): Promise<Place | null> {
  const box = await handle.evaluate((element) => {
    const canvas = element.renderRoot.querySelector("canvas");
    canvas?.scrollIntoView({ block: "center" });
    const { x, y, width } = canvas?.getBoundingClientRect() ?? new DOMRect();
    return { x, y, width };
  });
  const y = box.y + AXIS_PX + (row + 0.5) * ROW_PX;
  const found: number[] = [];
  for (let x = box.x + box.width - 2; x > box.x; x -= 4) {
    await page.mouse.move(x, y);
    const cursor = await handle.evaluate((element) => element.renderRoot.querySelector("canvas")?.style.cursor);
    if (cursor === "ew-resize") found.push(x);
    else if (found.length > 0) break;
  }
  const [first, last] = [found[0], found.at(-1)];
  return first === undefined || last === undefined ? null : { x: (first + last) / 2, y };
}

/** Returns where the grip is that is dragged, in the page; null if none is to be seen. */
export async function draggedGrip({ handle }: Playground, y: number): Promise<number | null> {
  return handle.evaluate((element, y) => {
    const canvas = element.renderRoot.querySelector("canvas");
    // Read from a copy, so that the picture stays where the browser paints fastest.
    const cx = document.createElement("canvas").getContext("2d", { willReadFrequently: true });
    if (!canvas || !cx) return null;
    const box = canvas.getBoundingClientRect();
    const ratio = canvas.width / box.width;
    cx.canvas.width = canvas.width;
    cx.drawImage(canvas, 0, -Math.round((y - box.y) * ratio));
    const { data } = cx.getImageData(0, 0, canvas.width, 1);
    const found = [];
    for (let x = 0; x < canvas.width; x += 1) {
      const [red, green, blue] = data.subarray(4 * x);
      if (red === 0x1f && green === 0x5f && blue === 0xbf) found.push(x);
    }
    const [first, last] = [found[0], found.at(-1)];
    return first === undefined || last === undefined ? null : box.x + (first + last + 1) / 2 / ratio;
  }, y);
}

/** Returns the value of a number field. */
export async function valueOf(playground: Playground, name: string): Promise<number> {
  return playground.handle.evaluate(
    (element, name) => Number(element.renderRoot.querySelector<HTMLInputElement>(`#field-${name}`)?.value),
    name,
  );
}
