import { lookAtLessons } from "../looks.ts";

lookAtLessons("desktop", "dark", "en");
