// Pictures of the page as it should look: each was looked at before it was kept, at a third of its
// size, in the folder `pictures` beside this file. `UPDATE_EXPECT=1` keeps what the page shows now.
//
// Machines draw letters in their own ways. So pictures are compared by the mean colours of small
// squares: a missing card, a wrong colour or another order is seen, another font is not.

import { mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { basename, extname, join } from "node:path";

import type { Page } from "puppeteer-core";

import type { Site } from "../kit/harness.ts";

/** Where the references are, from the folder of the checkout. */
const FOLDER = "tests/e2e/looks/pictures";

/** The size of a reference, of one as large as the page. */
const SCALE = 1 / 3;

/** The side of a square, in CSS pixels. */
const SQUARE_PX = 16;

/** From which difference on squares are different, of 255. */
const DIFFERENT = 32;

/** The largest share of squares that may be different. */
const SHARE_MAX = 0.02;

/** The largest difference of heights: a paragraph may take one line more. */
const HEIGHT_SHARE_MAX = 0.05;

/** How often a picture is taken before it counts as different; where it is kept then, it is not waited for long. */
const TRIES = process.env["UPDATE_EXPECT"] ? 2 : 8;

interface Picture {
  /** Encoded, in base64. */
  data: string;
  type: string;
  /** How many of its pixels make one of CSS. */
  ratio: number;
}

/** What is wrong with a picture, beside its reference; nothing if it looks alike. */
async function difference(blank: Page, reference: Picture, picture: Picture): Promise<string | null> {
  const [one, other] = await Promise.all([reference, picture].map((picture) => squares(blank, picture)));
  if (!one || !other) throw new Error("no picture was drawn");
  const [high, wanted] = [other.colours.length / other.columns, one.colours.length / one.columns];
  if (other.columns !== one.columns) return `it is ${other.columns} squares wide, not ${one.columns}`;
  if (Math.abs(high - wanted) > HEIGHT_SHARE_MAX * wanted) return `it is ${high} squares high, not ${wanted}`;
  const common = Math.min(one.colours.length, other.colours.length);
  const isOther = (index: number) => {
    const [mine = [], its = []] = [one.colours[index], other.colours[index]];
    return mine.some((colour, channel) => Math.abs(colour - (its[channel] ?? 0)) > DIFFERENT);
  };
  const others = Array.from({ length: common }, (_, index) => index).filter(isOther);
  const share = others.length / common;
  const [first = 0] = others;
  const place = `first at ${SQUARE_PX * (first % one.columns)}, ${SQUARE_PX * Math.floor(first / one.columns)}`;
  return share > SHARE_MAX ? `${(100 * share).toFixed(1)} % of it look different, ${place}` : null;
}

/** Returns the mean colours of the squares of a picture, row by row. */
async function squares(blank: Page, picture: Picture): Promise<{ columns: number; colours: number[][] }> {
  return blank.evaluate(
    async ({ data, type, ratio }, square) => {
      const bytes = Uint8Array.from(atob(data), (letter) => letter.charCodeAt(0));
      const image = await createImageBitmap(new Blob([bytes], { type }));
      const side = square * ratio;
      const [columns, rows] = [Math.round(image.width / side), Math.round(image.height / side)];
      const canvas = new OffscreenCanvas(image.width, image.height);
      const cx = canvas.getContext("2d");
      if (!cx) throw new Error("there is no canvas");
      cx.drawImage(image, 0, 0);
      const { data: pixels, width, height } = cx.getImageData(0, 0, image.width, image.height);
      const colours: number[][] = [];
      for (let square = 0; square < columns * rows; square += 1) {
        const left = Math.round((square % columns) * side);
        const top = Math.round(Math.floor(square / columns) * side);
        const [right, bottom] = [Math.min(left + side, width), Math.min(top + side, height)];
        let [red, green, blue, count] = [0, 0, 0, 0];
        for (let y = top; y < bottom; y += 1) {
          for (let x = left; x < right; x += 1) {
            const at = 4 * (y * width + x);
            red += pixels[at] as number;
            green += pixels[at + 1] as number;
            blue += pixels[at + 2] as number;
            count += 1;
          }
        }
        colours.push([red, green, blue].map((sum) => sum / Math.max(1, count)));
      }
      return { columns, colours };
    },
    picture,
    SQUARE_PX,
  );
}

/** Makes a picture as small as references are. */
async function small(blank: Page, { data, type, ratio }: Picture): Promise<string> {
  return blank.evaluate(
    async (data, type, scale) => {
      const bytes = Uint8Array.from(atob(data), (letter) => letter.charCodeAt(0));
      const image = await createImageBitmap(new Blob([bytes], { type }));
      const [width, height] = [image.width, image.height].map((length) => Math.round(length * scale));
      const canvas = new OffscreenCanvas(width ?? 0, height ?? 0);
      const cx = canvas.getContext("2d");
      if (!cx) throw new Error("there is no canvas");
      cx.imageSmoothingQuality = "high";
      cx.drawImage(image, 0, 0, canvas.width, canvas.height);
      const blob = await canvas.convertToBlob({ type: "image/webp", quality: 0.6 });
      let text = "";
      for (const byte of new Uint8Array(await blob.arrayBuffer())) text += String.fromCharCode(byte);
      return btoa(text);
    },
    data,
    type,
    SCALE / ratio,
  );
}

/**
 * Fails when a page does not look as its reference: the whole of it, or what is on the screen. `blank` is a page
 * on which pictures are drawn.
 */
export async function assertLooks(
  site: Site,
  page: Page,
  blank: Page,
  name: string,
  part: "whole" | "screen" = "whole",
): Promise<void> {
  const viewport = page.viewport();
  if (!viewport) throw new Error("the page has no size");
  // As high as the page, so that all of it is drawn before it is taken.
  const height = await page.evaluate(() => document.documentElement.scrollHeight);
  if (part === "whole") await page.setViewport({ ...viewport, height });
  const take = async (): Promise<Picture> => {
    await page.evaluate(async () => {
      for (let frame = 0; frame < 4; frame += 1) await new Promise(requestAnimationFrame);
    });
    const data = await page.screenshot({ encoding: "base64" });
    return { data, type: "image/png", ratio: viewport.deviceScaleFactor ?? 1 };
  };
  let picture = await take();
  const path = join(FOLDER, `${name}.webp`);
  const kept = await readFile(path, "base64").catch(() => null);
  const differs = async (): Promise<string | null> =>
    kept === null
      ? "UPDATE_EXPECT=1 keeps what the page shows"
      : difference(blank, { data: kept, type: "image/webp", ratio: SCALE }, picture);
  let wrong: string | null = null;
  for (let tries = 0; tries < TRIES; tries += 1) {
    wrong = await differs();
    if (wrong === null || kept === null) break;
    // A browser on a busy machine draws what scrolls after the rest.
    await new Promise((done) => setTimeout(done, 500));
    picture = await take();
  }
  await site.keep(name, Buffer.from(picture.data, "base64"));
  await page.setViewport(viewport);
  if (wrong === null) return;
  if (!process.env["UPDATE_EXPECT"]) throw new Error(`the page does not look as ${path}: ${wrong}`);
  await mkdir(FOLDER, { recursive: true });
  await writeFile(path, Buffer.from(await small(blank, picture), "base64"));
}

/** Returns the names of all references. */
export async function referenceNames(): Promise<string[]> {
  const files = await readdir(FOLDER);
  return files.filter((file) => extname(file) === ".webp").map((file) => basename(file, ".webp")).sort();
}
