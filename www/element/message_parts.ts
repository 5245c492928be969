// Which messages are loaded later, and with which others: what the first view does not say.
//
// The build makes a file of each part, and the page loads it when it first says something of it.

/**
 * Keys with the part that they are in: what is said of a lesson and its parameters, by its slug, the chapter
 * of the words, the dialog to embed with links, and what is rare. The part of a lesson has the help of its parameters, too.
 */
const LATER = [
  /^lesson-(.+)-(?:summary|look|why|\w+-help)$/,
  /^(word|embed)-/,
  /^(?:page-(?:cop|close)|(?:compare|error|keys)-(?!keep|load|none|own|title)|(?:edit|export|limit|open|refused|statistics|transcript)-)/,
  /^(?:console-more|loop-items|measure-|outcome-|poster-of|recorded-|speed-fixed)/,
];

/** Returns the part that a message is in; null for one that is there from the start. */
export function partOf(key: string): string | null {
  const found = LATER.map((later) => later.exec(key)).find((match) => match !== null);
  return found ? (found[1] ?? "rare") : null;
}
