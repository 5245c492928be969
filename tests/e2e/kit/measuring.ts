// What benchmarks of the page share: the unit in which a machine's speed cancels out, and shares of
// what was measured.

import type { Playground } from "./element.ts";

/** Returns the median of what 1,000 rectangles on a canvas of the timeline's size take. */
export async function calibration(playground: Playground): Promise<number> {
  return playground.handle.evaluate((element) => {
    const { width, height } = element.renderRoot.querySelector("canvas") ?? { width: 0, height: 0 };
    const canvas = Object.assign(document.createElement("canvas"), { width, height });
    const cx = canvas.getContext("2d", { alpha: false });
    if (!cx || width === 0) throw new Error("there is no canvas to measure with");
    const times = Array.from({ length: 41 }, () => {
      const start = performance.now();
      for (let number = 0; number < 1000; number += 1) {
        cx.fillStyle = `hsl(${number % 360} 50% 50%)`;
        cx.fillRect(number % width, number % height, 100, 20);
      }
      return performance.now() - start;
    });
    return times.sort((a, b) => a - b)[20] ?? NaN;
  });
}

/** Returns the value below which a share of all lies. */
export function share(values: number[], part: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(part * sorted.length))] ?? NaN;
}
