import { lookAtLessons } from "../looks.ts";

lookAtLessons("phone", "light", "en");
