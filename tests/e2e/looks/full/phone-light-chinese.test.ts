import { lookAtLessons } from "../looks.ts";

lookAtLessons("phone", "light", "zh-Hans");
