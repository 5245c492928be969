// What the first view of the page weighs: every response it loads, as it comes over the wire.
//
// Fails above the limit, and when a part comes from elsewhere: then its weight would be hidden.

import type { Page } from "puppeteer-core";

import { Site } from "../kit/harness.ts";

/** The most that the first view may weigh, in bytes: two seconds on a phone's slow connection. */
const LIMIT_BYTES = 180_000;

interface Part {
  url: string;
  /** Bytes after decompression. */
  raw: number;
  /** Bytes of the body over the wire, without headers. */
  wire: number;
}

/** Returns the parts of the page, in the order in which they were asked for. */
async function parts(page: Page): Promise<Part[]> {
  await page.waitForNetworkIdle({ idleTime: 1_000 });
  return page.evaluate(() => {
    const entries = ["navigation", "resource"].flatMap((kind) => performance.getEntriesByType(kind));
    return (entries as PerformanceResourceTiming[]).map((entry) => ({
      url: entry.name,
      raw: entry.decodedBodySize,
      wire: entry.encodedBodySize,
    }));
  });
}

/** Prints the parts and their sum; returns what breaks the promise. */
function report(parts: Part[], origin: string): string[] {
  const row = (name: string, raw: string | number, wire: string | number) =>
    console.log(name.padEnd(40), String(raw).padStart(9), String(wire).padStart(9));
  row("part", "raw", "brotli");
  for (const part of parts) row(new URL(part.url).pathname, part.raw, part.wire);
  const sum = (key: "raw" | "wire") => parts.reduce((bytes, part) => bytes + part[key], 0);
  row("total", sum("raw"), sum("wire"));
  const faults = parts
    .filter((part) => !part.url.startsWith(origin))
    .map((part) => `${part.url} comes from elsewhere`);
  if (sum("wire") > LIMIT_BYTES) faults.push(`${sum("wire")} bytes are more than ${LIMIT_BYTES}`);
  if (sum("wire") === 0) faults.push("no byte was counted");
  return faults;
}

const site = new Site();
try {
  await site.start();
  const page = await site.open();
  const faults = report(await parts(page), site.origins.page);
  for (const fault of faults) console.error(fault);
  process.exitCode = faults.length > 0 ? 1 : 0;
} finally {
  await site.closePages();
  await site.stop();
}
