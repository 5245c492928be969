// The element as a widget of notebooks: a module as anywidget wants it. What the widget's model has of the
// element's attributes goes into the element, and the summary of each run goes back.

import "../element/place/registered.ts";

import { properties } from "../element/attributes.ts";

/** What anywidget gives of a widget's state: a value by its name, and who hears of its changes. */
interface Model {
  get(name: string): unknown;
  set(name: string, value: unknown): void;
  save_changes(): void;
  on(event: string, changed: () => void): void;
  off(event: string, changed: () => void): void;
}

/** Sets a property to what a model says; an empty text is the default. */
function set(element: object, name: string, value: unknown): void {
  Object.assign(element, { [name]: value === "" ? null : value });
}

/**
 * Asks the model for what only a kernel gives. Pages without one (MyST's) refuse that by an exception: nothing is lost,
 * since nobody is there to hear of it.
 */
function ask(asked: () => void): void {
  try {
    asked();
  } catch (error) {
    console.debug(error);
  }
}

/** Shows the widget in an element of the notebook. Returns what takes it away again. */
function render({ model, el }: { model: Model; el: HTMLElement }): () => void {
  const element = document.createElement("interleave-playground");
  const listeners = Object.keys(properties).map((name) => {
    const take = () => set(element, name, model.get(name));
    take();
    model.on(`change:${name}`, take);
    return [`change:${name}`, take] as const;
  });
  element.addEventListener("interleave-finish", ({ detail }: CustomEventInit) => {
    model.set("summary", detail);
    ask(() => model.save_changes());
  });
  el.append(element);
  return () => {
    element.remove();
    for (const [event, take] of listeners) ask(() => model.off(event, take));
  };
}

export default { render };
