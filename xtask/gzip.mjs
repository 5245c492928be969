// Writes the gzip twin `x.gz` beside each file `x`: `node gzip.mjs FILE…`.

import { readFileSync, writeFileSync } from "node:fs";
import { constants, gzipSync } from "node:zlib";

for (const file of process.argv.slice(2)) {
  const packed = gzipSync(readFileSync(file), { level: constants.Z_BEST_COMPRESSION });
  // The last byte of the header names the system on which it was packed, and is the same everywhere here.
  packed[9] = 255;
  writeFileSync(`${file}.gz`, packed);
}
