// The menu of exports, loaded with it.

import { css } from "./css.ts";

export const menu = css`
  .menu {
    position: fixed;
    inset: auto;
    margin: 0;
    padding: 6px;
    border: 1px solid var(--line);
    border-radius: 10px;
    background: var(--card);
    color: var(--ink);
    box-shadow: 0 6px 24px rgb(0 0 0 / 16%);
  }
  .menu button {
    display: flex;
    gap: 10px;
    justify-content: start;
    width: 100%;
    border-color: transparent;
    border-radius: 6px;
    padding: 0 12px 0 10px;
  }
  .menu button svg {
    flex: none;
    color: var(--muted);
  }
  .menu button:focus-visible {
    outline-offset: -2px;
  }
  .menu button:hover:enabled,
  .menu button:focus-visible {
    border-color: transparent;
    background: color-mix(in srgb, var(--accent) 10%, var(--card));
  }
  .menu hr {
    margin: 6px 0;
    border: 0;
    border-block-start: 1px solid var(--line);
  }
`;
