// What few readers ask for, as the panels show it before it is loaded.

import type { TemplateResult } from "lit";

import type { Messages } from "../element/messages.ts";

export interface ExtraPanels {
  /** Why a file could not be written or opened. */
  readonly notice: string | null;
  renderStatistics(messages: Messages): TemplateResult;
  renderTranscript(messages: Messages): TemplateResult;
  renderExport(messages: Messages): TemplateResult;
  /** Returns the name of the file whose run is shown, if it is one. */
  renderName(messages: Messages): TemplateResult | symbol;
  /** Lets a file be dropped. */
  dragged(event: DragEvent): void;
  dropped(event: DragEvent): void;
}
