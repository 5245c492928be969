// The turns that a player asks the browser for: frames, and slices between them.

/** What is done in a turn. */
export interface Turns {
  /** Does the work of an animation frame. */
  draw(now: number): void;
  /** Does what need not wait for a frame, and is short. */
  slice(): void;
}

/** At most one frame and one slice are under way; none once this is released. */
export class Frames {
  #frame: number | null = null;
  /** A slice comes as a message: as soon as the browser has nothing more urgent to do. */
  #slices: MessageChannel | null = new MessageChannel();
  #isSliceUnderWay = false;

  constructor(readonly turns: Turns) {
    if (this.#slices) this.#slices.port1.onmessage = () => this.#slice();
  }

  /** Asks for a frame. */
  ask(): void {
    if (!this.#slices) return;
    this.#frame ??= requestAnimationFrame((now) => {
      this.#frame = null;
      this.turns.draw(now);
    });
  }

  /** Asks for a slice. */
  askSlice(): void {
    if (!this.#slices || this.#isSliceUnderWay) return;
    this.#isSliceUnderWay = true;
    this.#slices.port2.postMessage(null);
  }

  /** Takes back what was asked for, and asks for nothing any more. */
  release(): void {
    if (this.#frame !== null) cancelAnimationFrame(this.#frame);
    this.#slices?.port1.close();
    this.#slices = this.#frame = null;
  }

  #slice(): void {
    this.#isSliceUnderWay = false;
    if (this.#slices) this.turns.slice();
  }
}
