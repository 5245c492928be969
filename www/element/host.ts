// The element as its panels see it: what they show, and what a reader may ask of it there.
//
// The element names its panels, and no panel names the element.

import type { nothing, TemplateResult } from "lit";

import type { Params } from "../editor/history.ts";
import type { CodePointer } from "../editor/code_pointer.ts";
import type { Source } from "../editor/source.ts";
import type { ValueEdits } from "../editor/value_edits.ts";
import type { Zooming } from "../panels/zooming.ts";
import type { Attributed } from "./attributes.ts";
import type { ConsoleLine } from "./console_lines.ts";
import type { LessonInfo, LoopView, MomentView, Playground, Position, Refusal, Summary } from "./engine.ts";
import type { Messages } from "./messages.ts";
import type { Player } from "./player.ts";
import type { Asked, Given } from "../recording/given.ts";
import type { PointedSpan } from "../editor/pointed_span.ts";
import type { Dress, ShownTheme } from "./place/theme.ts";

export interface Host extends Attributed {
  // ---- what is shown
  readonly lessons: LessonInfo[] | undefined;
  readonly currentLesson: LessonInfo | undefined;
  readonly messages: Messages | undefined;
  /** Texts in fields that are no values yet. */
  readonly drafts: Params;
  readonly refusals: Refusal[];
  /** What is under the pointer, and where. */
  readonly facts: PointedSpan | null;
  /** Why the element could not be loaded. */
  readonly failure: string | null;
  /** Sentences about attributes that make no sense. */
  readonly notices: string[];
  /** The program that is shown; none where nothing of it is. */
  readonly source: Source | null;
  readonly shownAxis: string;
  readonly narrowness: {
    readonly isNarrow: boolean;
    /** The tabs of a narrow place, once they are loaded. */
    readonly renderTabs: ((host: Host, messages: Messages) => unknown) | undefined;
  };
  readonly shownTheme: ShownTheme;
  readonly dress: Dress;

  // ---- the run
  /** The run that is shown, once the module is loaded. */
  readonly player: Player | undefined;
  readonly moment: MomentView | null;
  readonly loopView: LoopView | null;
  readonly position: Position | null;
  readonly lines: ConsoleLine[];
  readonly isPlaying: boolean;
  readonly isRunning: boolean;
  readonly hasRun: boolean;
  /** Whether it stands ready, and runs as soon as a reader sees it. */
  readonly isAwaited: boolean;
  readonly summary: Summary | null;

  // ---- its parts
  /** Whether the picture has been drawn once, and what stands around it is there. */
  readonly isDrawn: boolean;
  /** Loads what stands around the picture. */
  surround(): Promise<void>;
  /** Renders what colours mean, once that is loaded. */
  readonly renderStates: ((host: Host, messages: Messages, states: string[], isCrowd: boolean) => TemplateResult[]) | undefined;
  /** Takes over that something is loaded which a reader has asked for. */
  readonly waits: (loading: Promise<void>) => void;
  /** What is shown in place of a lesson. */
  readonly given: Given;
  readonly edits: ValueEdits;
  readonly zooming: Zooming;
  readonly codePointer: CodePointer;
  readonly comparison: {
    readonly seconds: number | null;
    readonly moment: MomentView | null;
    readonly told: MomentView | null;
    readonly refusals: Refusal[];
    /** Shows the second picture, if something is compared. */
    /** The second picture, if there is one. */
    readonly playground: Playground | undefined;
    /** Renders the second picture, with its name and the difference. */
    render(messages: Messages): TemplateResult | typeof nothing;
  };

  /** Takes over that the page has changed how the element is to look. */
  readonly redress: () => void;
  /** Builds the element, wherever it stands, if what it needs is loaded. */
  build(): void;
  /** Takes over that a reader sees the element, be it on paper. */
  seen(): void;

  /** Shows no run any more. */
  empty(): void;
  /** Offers the program that is shown to be run, or runs it if that is asked for. */
  offer(kind: Asked["kind"]): Promise<void>;

  // ---- what a reader asks
  /** Returns a parameter's value where the reader gave none. */
  defaultOf(name: string): string;
  run(): Promise<Summary>;
  stop(): void;
  seek(seconds: number): void;
  toggleRun(): void;
  togglePlay(): void;
  toStart(): void;
  toEnd(): void;
  stepForward(): void;
  stepBack(): void;
  nextSecond(): void;
}
