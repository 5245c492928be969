// What is kept for the next visit: what the reader chose, and how far the reader has come.

/** What is kept, each by its name. */
type Kept = "language" | "theme" | "code" | "pace" | "speed" | "done" | "hints";

/** Returns what was kept. Without storage the page works all the same. */
export function kept(name: Kept): string | null {
  try {
    return localStorage.getItem(`interleave-${name}`);
  } catch {
    return null;
  }
}

export function keep(name: Kept, value: string): void {
  try {
    localStorage.setItem(`interleave-${name}`, value);
  } catch {
    // A page that may keep nothing keeps nothing.
  }
}

/** How many hints there are for the first minute. */
export const HINT_COUNT = 3;

/** Returns how many of them the reader has seen. */
export function hintsGone(): number {
  return Number(kept("hints")) || 0;
}
