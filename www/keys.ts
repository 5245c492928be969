// The keys of a timeline.

/** What keys do. */
export interface KeyHost {
  stepForward(): void;
  stepBack(): void;
  toStart(): void;
  toEnd(): void;
  togglePlay(): void;
}

/** Does what a key says, unless it belongs to the browser. */
export function onKey(host: KeyHost, event: KeyboardEvent): void {
  if (event.altKey || event.ctrlKey || event.metaKey) return;
  const actions: Record<string, () => void> = {
    ArrowRight: () => host.stepForward(),
    ArrowUp: () => host.stepForward(),
    ArrowLeft: () => host.stepBack(),
    ArrowDown: () => host.stepBack(),
    Home: () => host.toStart(),
    End: () => host.toEnd(),
    " ": () => host.togglePlay(),
  };
  const action = actions[event.key];
  if (action) {
    event.preventDefault();
    action();
  }
}
