// The element's styles until its picture is drawn, in the order in which they apply. `www/panels/around.ts` has all.

import { colours } from "./colours.ts";
import { rooms } from "./rooms.ts";
import { controls } from "./controls.ts";
import { timeline } from "./timeline.ts";
import { places } from "./places.ts";

export const styles = [colours, rooms, controls, timeline, places];
