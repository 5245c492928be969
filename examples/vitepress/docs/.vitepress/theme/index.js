import DefaultTheme from "vitepress/theme";

import "interleave-playground/define";
import "./interleave.css";

export default DefaultTheme;
