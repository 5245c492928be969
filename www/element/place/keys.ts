// The keys that an element takes: they do not leave it, or the page around it would take them, too, and turn
// its page, or jump to its search. Which keys mean something depends on where the focus is.

/** Keys with which one goes on through a page, out of what is open, or to the help of a browser. */
const PASSED = /^(?:Tab|Escape|F\d+)$/;

/** What is pressed by a key. */
const PRESSED = "button, summary, a, [role=button]";

/** With Ctrl or Cmd: what edits a text. */
const EDITS = /^[acvxyz]$/i;

/** What scrolls. */
export const SCROLLS = /^(?:Arrow\w+|Page\w+|Home|End| )$/;

function takes(event: KeyboardEvent): boolean {
  if (event.defaultPrevented) return true;
  const [target] = event.composedPath();
  if (!(target instanceof Element) || PASSED.test(event.key)) return false;
  const isWritten = target.matches("input, select");
  // AltGr writes characters, and looks like Ctrl and Alt.
  if ((event.ctrlKey || event.metaKey) && !event.altKey) return isWritten && EDITS.test(event.key);
  if (isWritten) return true;
  if (target.matches(PRESSED)) return event.key === " " || event.key === "Enter";
  return SCROLLS.test(event.key);
}

/** Keeps the keys in that an element takes; what listens at the element itself hears of them. */
export function keepKeys(element: HTMLElement): void {
  const taken = new Set<string>();
  element.addEventListener("keydown", (event) => {
    // What stands in a slot is the page's own.
    if (event.target !== element || !takes(event)) return void taken.delete(event.code);
    taken.add(event.code);
    event.stopPropagation();
  });
  const keep = (event: KeyboardEvent) => {
    if (event.target === element && taken.has(event.code)) event.stopPropagation();
    if (event.type === "keyup") taken.delete(event.code);
  };
  element.addEventListener("keypress", keep);
  element.addEventListener("keyup", keep);
}
