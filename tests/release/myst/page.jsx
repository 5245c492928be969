// A page of a book, drawn by the renderers that MyST's themes have: anywidget's of @myst-theme, the rest of myst-to-react.

import React from "react";
import { createRoot } from "react-dom/client";

import { ANY_RENDERERS } from "@myst-theme/anywidget";
import { ReferencesProvider, ThemeProvider } from "@myst-theme/providers";
import { DEFAULT_RENDERERS, MyST } from "myst-to-react";

const { frontmatter, mdast, references } = await (await fetch("content/index.json")).json();
document.title = frontmatter.title;
createRoot(document.querySelector("main")).render(
  <ThemeProvider theme="light" renderers={{ ...DEFAULT_RENDERERS, ...ANY_RENDERERS }}>
    <ReferencesProvider references={{ ...references, article: mdast }} frontmatter={frontmatter}>
      <h1>{frontmatter.title}</h1>
      <MyST ast={mdast} />
    </ReferencesProvider>
  </ThemeProvider>,
);
