import { lookAtLessons } from "../looks.ts";

lookAtLessons("phone", "dark", "en");
