// The element's styles, in the order in which they apply.

import { colours } from "./colours.ts";
import { rooms } from "./rooms.ts";
import { controls } from "./controls.ts";
import { code } from "./code.ts";
import { parameters } from "./parameters.ts";
import { timeline } from "./timeline.ts";
import { panels } from "./panels.ts";
import { extras } from "./extras.ts";
import { places } from "./places.ts";

export const styles = [colours, rooms, controls, code, parameters, timeline, panels, extras, places];
