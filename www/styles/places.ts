// Wide places.

import { css } from "./css.ts";

export const places = css`
  @container (min-width: 53.75em) {
    .view-full {
      gap: 12px 16px;
      grid-template-columns: minmax(20rem, 26rem) minmax(0, 1fr);
      grid-template-rows: auto auto auto auto auto auto auto 1fr;
      grid-template-areas:
        "top top"
        "side timeline"
        "side telling"
        "side loop"
        "side tools"
        "side console"
        "side figures"
        "side transcript";
    }
    .view-full .side {
      display: grid;
      grid-area: side;
      gap: 16px;
      align-content: start;
      grid-template-areas: "code" "parameters" "account";
      grid-template-columns: minmax(0, 1fr);
    }
    .view-full .code-scroller {
      max-height: 34rem;
    }
    .view-article {
      grid-template-columns: minmax(20rem, 26rem) minmax(0, 1fr);
      grid-template-areas: "top top" "code timeline" "code telling" "code tools";
      grid-template-rows: auto auto auto 1fr;
      gap: 12px 16px;
    }
    .view-article .code-scroller {
      max-height: 34rem;
    }
    .view-compact {
      grid-template-columns: minmax(280px, 340px) minmax(0, 1fr);
      grid-template-areas: "top top" "parameters timeline" "parameters telling" "parameters tools";
      grid-template-rows: auto auto auto 1fr;
      gap: 12px 16px;
    }
  }
`;
