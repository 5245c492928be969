// A page of somebody who has installed the package.

import "interleave-playground/define";

import { InterleavePlayground, type Summary } from "interleave-playground";
import widget from "interleave-playground/anywidget";

const element = document.querySelector("interleave-playground");
if (!(element instanceof InterleavePlayground)) throw new Error("the element is not registered");
element.addEventListener("interleave-finish", () => {
  const summary: Summary | null = element.summary;
  document.title = `${summary?.lesson} took ${summary?.seconds} s`;
});
const render: (given: { model: object; el: HTMLElement }) => () => void = widget.render;
document.documentElement.dataset["widget"] = typeof render;
