// Waiting until a reader comes near an element, and until one sees it.
//
// An element is built when it is less than a screen away: a page of twenty would else stop for all of them
// at once. Those that are near at the same time are built one after the other.

/** How far from the screen an element is built. */
const MARGIN = "100%";

/** Calls back whenever an element comes near the screen, and whenever it goes: a picture far away takes no memory. */
export function whileNear(element: Element, { near, far }: { near(): void; far(): void }): IntersectionObserver {
  const options = { rootMargin: MARGIN, scrollMargin: MARGIN };
  const take = (entries: IntersectionObserverEntry[]) => {
    const last = entries.at(-1);
    if (last?.isIntersecting) return near();
    // What is only covered may be uncovered by now.
    const { top = 0, bottom = 0 } = last?.boundingClientRect ?? {};
    if (bottom < -innerHeight || top > 2 * innerHeight) far();
  };
  const observer = new IntersectionObserver(take, options);
  observer.observe(element);
  return observer;
}

/** What is done as a reader comes closer. */
export interface Closer {
  near(): void;
  seen(): void;
}

/** Calls back when an element is first near the screen, and when it is first seen. Returns what ends the waiting. */
export function whenClose(element: Element, { near, seen }: Closer): () => void {
  const watch = (margin: string, call: () => void): IntersectionObserver => {
    const take = (entries: IntersectionObserverEntry[]) => {
      if (!entries.some((entry) => entry.isIntersecting)) return;
      observer.disconnect();
      call();
    };
    // In what scrolls by itself the margin counts, too.
    const options = { rootMargin: margin, scrollMargin: margin };
    const observer = new IntersectionObserver(take, options);
    observer.observe(element);
    return observer;
  };
  const observers = [watch(MARGIN, near), watch("0px", seen)];
  return () => observers.forEach((observer) => observer.disconnect());
}

/** Ends when the element that was built last has had a task of its own. */
let turn: Promise<void> | undefined;

/** Builds an element once all that were to be built before are there, in a task of its own. */
export async function inTurn(build: () => void): Promise<void> {
  const before = turn;
  let end = () => {};
  const mine = (turn = new Promise<void>((resolve) => (end = resolve)));
  try {
    await before;
    build();
  } finally {
    setTimeout(() => {
      if (turn === mine) turn = undefined;
      end();
    });
  }
}
