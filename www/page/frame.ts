// Waiting for what a browser draws.

/** The longest that a frame is waited for, in milliseconds: a page that is not seen has none. */
const FRAME_MS = 200;

/** Resolves after the next frame: what stands around the timeline is filled in when that is drawn. */
export function frame(): Promise<void> {
  return new Promise((resolve) => {
    const soon = () => setTimeout(resolve);
    requestAnimationFrame(soon);
    setTimeout(soon, FRAME_MS);
  });
}
