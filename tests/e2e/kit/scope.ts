// How much of their cases the tests of a run show: CONTRIBUTING.md lists what waits for `--full`.

/** Whether everything is shown, however long it takes. */
export const isFull = process.env["INTERLEAVE_FULL"] === "1";
