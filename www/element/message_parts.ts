// Which messages are loaded later, and with which others: what a first picture does not say.
//
// The build makes a file of each part, and the page loads it when it first says something of it.

/** The part with what stands around a picture. */
export const AROUND = "around";

/**
 * Keys with the part that they are in: what is said of a lesson and its parameters, by its slug, the chapter
 * of the words, the dialog to embed with links, and what is rare. The part of a lesson has the help of its parameters, too.
 */
const LATER = [
  /^lesson-(.+)-(?:summary|look|why|\w+-help)$/,
  /^(word|embed)-/,
  /^(?:page-(?:cop|close)|(?:compare|error|keys)-(?!keep|load|none|own|title)|(?:edit|export|limit|open|program-(?!edit|run)|refused|statistics|transcript)-)/,
  /^(?:console-more|loop-items|measure-|outcome-|poster-of|recorded-|speed-fixed)/,
];

/** The part with what only lessons say that readers do not meet first, and runs of other programs. */
export const LATE = "late";

/** What those say: of fetching, cancelling, errors, callbacks, deadlines and groups, of queues, locks and their like, of threads,
 * and of many at once. A lesson that says one of them all the same loads the part then. */
const LATE_SAID =
  /^(?:(?:state|end|step)-(?:waits-(?:for-(?!task$|gather$)|to-)|holds|fetch|done-cancelled|thread|permit$|raised$|blocking$|put$|get$|group|join|alarm|barrier|any$|cancelled|condition|timed-out|event|lock|working|idle)|waits-(?:deadline|fetch|thread)|fetches-now|sets-|removes-|raised-|cancels|cancelled-|gets$|puts$|job-|thread-|deadline-|main-ended|logs$|warns$|blocks$|calls-back$|callback-ready$|cancel-delivered$|(?:prints|waits-timer)-many$|loop-(?:callback|deadline)$|legend-(?:asked|delivered|raised)$|parameter-(?:python|proxy)-help$)/;

/** What a picture needs, and whoever waits for one. */
const FIRST = /^(?:(?:label|timeline)-|legend-(?!asked|delivered|raised|moment|pale|endings)|region-timeline$|seconds$|sentence-space$|first-step$|run$|keys-title$|error-load$|part-|program-run$)/;

/** Returns the part that a message is in; null for one that is there from the start. */
export function partOf(key: string): string | null {
  const found = LATER.map((later) => later.exec(key)).find((match) => match !== null);
  if (found) return found[1] ?? "rare";
  if (FIRST.test(key)) return null;
  return LATE_SAID.test(key) ? LATE : AROUND;
}
