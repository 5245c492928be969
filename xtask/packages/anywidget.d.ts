// The element as a widget of notebooks, as anywidget wants it.

declare const widget: {
  /** Shows the widget in an element; returns what takes it away again. */
  render(given: { model: object; el: HTMLElement }): () => void;
};

export default widget;
