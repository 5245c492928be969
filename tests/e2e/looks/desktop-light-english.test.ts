import { lookAtLessons } from "./looks.ts";

lookAtLessons("desktop", "light", "en");
