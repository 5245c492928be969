// The element as it will be in the other page, and the picture that goes between its tags.

import { record, nextTurn, runOf, titleOf } from "../export/write.ts";
import { loadLate } from "../element/engine.ts";
import { labelTextsOf } from "../element/label_texts.ts";
import type { Messages } from "../element/messages.ts";
import type { InterleavePlayground } from "../element/playground.ts";
import { embedTag } from "../pkg/exports.js";

/** The width for which the picture is laid out, in CSS pixels: that of the command's. */
const WIDTH_PX = 720;

/** The longest that a run is waited for, in milliseconds: one that goes on has no picture. */
const RUN_MS = 10_000;

/** What is shown in place of a lesson. */
export interface Own {
  recording: File | null;
  program: string | null;
}

/** Puts an element with these attributes into a place. */
export function put(place: HTMLElement, attributes: [string, string][], own: Own, lang: string): InterleavePlayground {
  const element = document.createElement("interleave-playground") as InterleavePlayground;
  const isOwn = own.recording !== null || own.program !== null;
  for (const [name, value] of attributes) {
    if (!(isOwn && /^(?:recording|src)$/.test(name))) element.setAttribute(name, value);
  }
  if (!element.hasAttribute("lang")) element.setAttribute("lang", lang);
  if (own.program !== null) element.program = own.program;
  place.replaceChildren(element);
  return element;
}

/** Runs an element wherever it stands, or opens the recording in it. Returns whether that is over soon. */
async function over(element: InterleavePlayground, { recording }: Own): Promise<boolean> {
  const late = new Promise<boolean>((done) => setTimeout(() => done(false), RUN_MS));
  const run = async () => {
    await element.run();
    if (recording) await element.extras.open(recording);
    return true;
  };
  return Promise.race([run(), late]);
}

/** Draws the run of an element for the place between its tags; nothing where there is no run. */
export async function pictureOf(element: InterleavePlayground, own: Own, theme: string, messages: Messages): Promise<string> {
  if (!(await over(element, own))) return "";
  const { player, summary } = element;
  const what = runOf(element);
  if (!player || !summary || !what) return "";
  await loadLate();
  while (player.playground.refresh()) await nextTurn();
  const run = { ...what, recording: player.playground.record(), ending: player.ended };
  const recorded = await record(run, nextTurn);
  if (!recorded) return "";
  try {
    await messages.loadMore("rare");
    const slug = element.currentLesson?.slug;
    if (slug) await messages.loadMore(slug);
    const time = messages.seconds(summary.seconds);
    const shown = messages.text("timeline-description", { tasks: summary.taskCount, time, said: "" }).trimEnd();
    const description = slug ? `${messages.text(`lesson-${slug}-summary`)} ${shown}` : shown;
    recorded.drawAs(WIDTH_PX, "auto", theme, titleOf(element, messages), labelTextsOf(messages));
    return recorded.stillPicture(description, theme);
  } finally {
    recorded.free();
  }
}

/** Writes the HTML, as the command does. */
export function htmlOf(attributes: [string, string][], between: string, site: string): string {
  const [names, values] = [attributes.map(([name]) => name), attributes.map(([, value]) => value)];
  return embedTag(names, values, between, `${site}define.js`);
}
