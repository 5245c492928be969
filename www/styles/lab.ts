// Programs of one's own: the editor, and what a reader can do with a program.

import { css } from "./css.ts";

export const lab = css`
  .actions {
    display: flex;
    flex-wrap: wrap;
    gap: 6px;
    align-items: center;
    padding: 8px 10px;
  }
  .actions button {
    padding-inline: 10px;
  }
  .actions .progress {
    color: var(--muted);
    font-size: 0.8125rem;
  }
  .code-card > .refusal {
    margin: 0 14px 8px;
  }
  .editor {
    max-height: 420px;
    overflow: auto;
    overscroll-behavior: contain;
    border-radius: 0 0 var(--radius) var(--radius);
  }
  .editor .cm-editor {
    color: inherit;
    background: transparent;
    font: 0.875rem/1.6 var(--mono);
  }
  .editor .cm-editor.cm-focused {
    outline: 2px solid var(--accent);
    outline-offset: -2px;
  }
  .editor .cm-scroller {
    font: inherit;
    line-height: inherit;
  }
  .editor .cm-gutters {
    color: var(--comment);
    background: transparent;
    border: 0;
  }
  .editor .cm-content {
    padding: 10px 0;
    caret-color: var(--ink);
  }
  .editor .cm-cursor {
    border-left-color: var(--ink);
  }
  .editor .lit {
    background: var(--lit);
    box-shadow: inset 3px 0 var(--lit-edge);
  }
  .editor .wrong {
    text-decoration: underline wavy var(--error);
    text-decoration-skip-ink: none;
  }
  .editor .cm-panels {
    color: inherit;
    background: var(--card);
    border-color: var(--line);
  }
  .editor .cm-search {
    font: 0.875rem/1.6 inherit;
  }
  .editor .cm-search :is(button, input, label) {
    color: inherit;
    font-size: 0.8125rem;
  }
  .editor .cm-search :is(.cm-button, .cm-textfield) {
    min-height: 0;
    padding: 3px 8px;
    background: var(--ground);
    border: 1px solid var(--line);
    border-radius: 6px;
  }
  .editor .cm-searchMatch {
    background: var(--lit);
  }
  .editor .cm-selectionBackground,
  .editor .cm-focused .cm-selectionBackground {
    background: color-mix(in srgb, var(--accent) 26%, transparent) !important;
  }
  .editor .cm-foldPlaceholder {
    color: var(--muted);
    background: transparent;
    border-color: var(--line);
  }
  .errors {
    margin: 8px 0 0;
    padding-inline-start: 10px;
    border-inline-start: 3px solid var(--error);
    font: 0.8125rem/1.5 var(--mono);
    overflow-wrap: anywhere;
    white-space: pre-wrap;
  }
`;
