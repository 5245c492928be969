// The element's styles, in the order in which they apply.

import { colours } from "./styles/colours.ts";
import { rooms } from "./styles/rooms.ts";
import { controls } from "./styles/controls.ts";
import { code } from "./styles/code.ts";
import { parameters } from "./styles/parameters.ts";
import { timeline } from "./styles/timeline.ts";
import { panels } from "./styles/panels.ts";
import { comparison } from "./styles/comparison.ts";
import { extras } from "./styles/extras.ts";
import { places } from "./styles/places.ts";

export const styles = [colours, rooms, controls, code, parameters, timeline, panels, comparison, extras, places];
