// What a lesson's values were, and will be again: undo and redo.
//
// An entry is a set of values. What a reader does in one go, like sliding a slider or dragging an end,
// is one entry: changes of one group, until it is settled.

export type Params = Record<string, string>;

/** How many changes can be undone. */
const ENTRIES_MAX = 500;

export class History {
  #past: Params[] = [];
  #future: Params[] = [];
  #present: Params = {};
  /** What goes on: changes of this group belong to the last entry. */
  #group: string | null = null;

  get canUndo(): boolean {
    return this.#past.length > 0;
  }

  get canRedo(): boolean {
    return this.#future.length > 0;
  }

  /** Takes new values, which a reader gave in one go with those of the same group. */
  take(params: Params, group: string | null = null): void {
    if (same(params, this.#present)) return;
    const goesOn = group !== null && group === this.#group;
    if (!goesOn) this.#past = [...this.#past, this.#present].slice(-ENTRIES_MAX);
    this.#future = [];
    this.#present = params;
    this.#group = group;
    const before = this.#past.at(-1);
    if (!before || !same(params, before)) return;
    // Back where it began: nothing is to be undone.
    this.#past.pop();
    this.#group = null;
  }

  /** Begins anew with the values of another lesson. */
  begin(params: Params): void {
    this.restore({ past: [], future: [], present: params });
  }

  /** Ends what went on: the next change is an entry of its own. */
  settle(): void {
    this.#group = null;
  }

  /** Returns the values before the last change, if there was one. */
  undo(): Params | undefined {
    const params = this.#past.pop();
    if (params) this.#future.push(this.#present);
    return this.#go(params);
  }

  /** Returns the values that were undone last, if any were. */
  redo(): Params | undefined {
    const params = this.#future.pop();
    if (params) this.#past.push(this.#present);
    return this.#go(params);
  }

  /** Returns everything as it is now, for a caller that may take something back without a trace. */
  kept(): Kept {
    return { past: [...this.#past], future: [...this.#future], present: this.#present };
  }

  /** Makes everything as it was, and returns the values. */
  restore({ past, future, present }: Kept): Params {
    [this.#past, this.#future, this.#present, this.#group] = [past, future, present, null];
    return present;
  }

  #go(params: Params | undefined): Params | undefined {
    if (params) this.#present = params;
    this.#group = null;
    return params;
  }
}

/** A history as it was once. */
export interface Kept {
  past: Params[];
  future: Params[];
  present: Params;
}

function same(one: Params, other: Params): boolean {
  const names = Object.keys({ ...one, ...other });
  return names.every((name) => one[name] === other[name]);
}
