// The colours of Python, in a script of its own: a program is rarely one's own.

import pythonGrammar from "highlight.js/lib/languages/python";

import { highlighter } from "../editor/highlighting.ts";

export const colourPython = highlighter(pythonGrammar);
