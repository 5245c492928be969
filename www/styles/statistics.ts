// The statistics of a run.

import { css } from "./css.ts";

export const statistics = css`
  details > p {
    padding: 12px 16px;
  }
  .figures {
    display: grid;
    gap: 8px;
    padding: 12px 16px 16px;
    font-size: 0.9375rem;
    font-variant-numeric: tabular-nums;
  }
  .figures h4 {
    display: flex;
    flex-wrap: wrap;
    gap: 12px;
    align-items: center;
    justify-content: space-between;
    margin: 8px 0 0;
    font-size: 0.9375rem;
    font-weight: 600;
  }
  .figures h4:first-child {
    margin: 0;
  }
  .figures [aria-pressed="true"] {
    border-color: var(--lit-edge);
    background: var(--lit);
  }
  .chart {
    width: 100%;
    border-block-end: 1px solid var(--line);
  }
  .scale {
    display: grid;
    grid-template-columns: auto minmax(0, 1fr);
    gap: 6px;
  }
  .most {
    display: flex;
    flex-direction: column;
    justify-content: space-between;
    text-align: end;
    font-size: 0.75rem;
    line-height: 1;
    /* As high as the chart. */
    height: 64px;
  }
  .chart {
    display: block;
    border-block-start: 1px dashed var(--line);
  }
  .ends {
    display: flex;
    justify-content: space-between;
    font-size: 0.875rem;
  }
  .path li {
    display: flex;
    gap: 10px;
    align-items: center;
    overflow-wrap: anywhere;
  }
  .path .quiet {
    flex: none;
    margin: 0;
    min-height: 40px;
    min-width: 64px;
    justify-content: flex-end;
  }
  .path b {
    margin-inline-start: auto;
    white-space: nowrap;
  }
  .table {
    max-height: 360px;
    overflow: auto;
    overscroll-behavior: contain;
  }
  table {
    width: 100%;
    border-collapse: collapse;
    font-size: 0.875rem;
  }
  th,
  td {
    padding: 4px 10px;
    border-block-end: 1px solid var(--line);
    text-align: end;
    font-weight: 400;
    white-space: nowrap;
  }
  th:first-child {
    padding-inline-start: 0;
    text-align: start;
  }
  thead th {
    color: var(--muted);
  }
  tfoot * {
    border-block-end: 0;
    font-weight: 600;
  }
`;
