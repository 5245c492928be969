// An element on paper: light, its picture as shapes, code and console whole, and nothing to press.
//
// A browser prints what is there when `beforeprint` is over, and waits for nothing. So this is loaded
// before, once the element is shown, and all is done at once. After printing everything is as it was.

import type { ReactiveController } from "lit";

import { VectorContext } from "./vector.ts";
import { adopt } from "../styles/adopt.ts";
import { paper } from "../styles/paper.ts";
import { handsOf, type Playground, WholePicture } from "../element/engine.ts";
import type { Host } from "../element/host.ts";

/** The width of a picture, in CSS pixels: about that of a page, so that its texts are as large as others. */
const WIDTH_PX = 720;

/** The highest picture, in CSS pixels: more lanes are drawn closer together. */
const HEIGHT_MAX_PX = 4_000;

/** How often a picture of very many spans is worked on: then it is as far as it has come. */
const TURNS_MAX = 2_000;

export class Paper implements ReactiveController {
  #pictures: SVGElement[] = [];

  constructor(readonly host: Host) {
    adopt(host, paper);
    host.addController(this);
  }

  hostConnected(): void {
    window.addEventListener("beforeprint", this.#before);
    window.addEventListener("afterprint", this.#after);
  }

  hostDisconnected(): void {
    window.removeEventListener("beforeprint", this.#before);
    window.removeEventListener("afterprint", this.#after);
    this.#after();
  }

  readonly #before = (): void => {
    const { host } = this;
    this.#after();
    host.build();
    if (host.autorun && !host.hasRun && !host.isRunning) host.seen();
    host.isPrinting = true;
    host.updateNow();
    // What has run is shown by another update.
    host.updateNow();
    const { player } = host;
    if (!player?.hasRun) return;
    const other = host.comparison.playground;
    this.#lay(".stage", other ? painted(player.playground, host) : whole(player.playground, host));
    if (other) this.#lay(".beside", painted(other, host));
  };

  readonly #after = (): void => {
    for (const picture of this.#pictures) picture.remove();
    this.#pictures = [];
    if (!this.host.isPrinting) return;
    this.host.isPrinting = false;
    this.host.requestUpdate();
  };

  /** Puts a picture where a canvas is, which is not printed then. */
  #lay(selector: string, picture: SVGElement | null): void {
    const place = this.host.renderRoot.querySelector(selector);
    if (!picture || !place) return;
    picture.classList.add("shapes");
    this.#pictures.push(picture);
    place.append(picture);
  }
}

/** Draws all lanes of a run, with a legend. */
function whole(playground: Playground, { axis }: Host): SVGElement | null {
  const [picture, cx] = [new WholePicture(), new VectorContext(WIDTH_PX)];
  const hands = handsOf(playground);
  let turns = 0;
  while (hands?.layOutWhole(picture, WIDTH_PX, HEIGHT_MAX_PX, axis) && turns < TURNS_MAX) turns += 1;
  picture.paint(cx as unknown as CanvasRenderingContext2D, "light");
  const svg = cx.finish(picture.height);
  picture.free();
  return svg;
}

/** Draws what is seen of a run, in the scale that it shares with another. */
function painted(playground: Playground, { axis }: Host): SVGElement | null {
  const cx = new VectorContext(WIDTH_PX);
  const context = cx as unknown as CanvasRenderingContext2D;
  return cx.finish(playground.paint(context, WIDTH_PX, HEIGHT_MAX_PX, 0, axis, "light"));
}
