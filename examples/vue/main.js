import { createApp } from "vue";

import "interleave-playground/define";
import Tutorial from "./Tutorial.vue";

createApp(Tutorial).mount("#root");
