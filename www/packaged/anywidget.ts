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

/** Sets an attribute to what a model says: text, whether it is there at all, or the pairs of an object. */
function set(element: Element, name: string, value: unknown): void {
  if (value === undefined || value === null || value === false || value === "") element.removeAttribute(name);
  else if (value === true) element.setAttribute(name, "");
  else if (typeof value === "object") {
    const pairs = Object.entries(value).map(([key, value]) => [key, String(value)]);
    element.setAttribute(name, new URLSearchParams(pairs).toString());
  } else element.setAttribute(name, String(value));
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
    model.save_changes();
  });
  el.append(element);
  return () => {
    for (const [event, take] of listeners) model.off(event, take);
    element.remove();
  };
}

export default { render };
