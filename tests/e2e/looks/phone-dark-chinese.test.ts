import { lookAtLessons } from "./looks.ts";

lookAtLessons("phone", "dark", "zh-Hans");
