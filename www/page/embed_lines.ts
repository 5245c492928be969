// The lines that put an element into pages and books of others, as each kind of them takes it.

/** What is put into a page. */
export interface Embedded {
  /** The attributes of the tag, in order; one that is only there has no text. */
  attributes: [name: string, value: string][];
  /** Where the files of the site are, with a slash at the end. */
  site: string;
  /** What it is called, for screen readers. */
  title: string;
}

/** The kinds of lines, in the order of their tabs. */
export const KINDS = ["html", "iframe", "markdown", "myst", "jupyter", "react"] as const;

export type Kind = (typeof KINDS)[number];

/** How high a frame is, in CSS pixels: as the element is at least, with everything and with less. */
const [FULL_PX, LESS_PX] = [960, 480];

/** Returns the lines of a kind; those of HTML are written in Rust, as the command writes them. */
export const lines: Record<Exclude<Kind, "html">, (embedded: Embedded) => string> = {
  iframe: (embedded) => {
    const { title } = embedded;
    const attributes = [
      ["src", addressOf(embedded)],
      ["title", title],
      ["width", "100%"],
      ["height", String(heightOf(embedded))],
      ["loading", "lazy"],
      ["sandbox", "allow-scripts"],
    ];
    return `<iframe ${attributes.map(([name, value = ""]) => `${name}="${quoted(value)}"`).join(" ")}></iframe>\n`;
  },
  // As `examples/mdbook/interleave.py` reads it: what is in the fence, readers without scripts see.
  markdown: ({ attributes, title }) => {
    const runs = attributes.some(([name]) => name === "autorun") ? [] : ["autorun=false"];
    const given = attributes.filter(([name]) => name !== "autorun");
    const words = given.map(([name, value]) => (name === "lesson" ? value : `${name}=${JSON.stringify(value)}`));
    return `\`\`\`interleave ${[...words, ...runs].join(" ")}\n${title}\n\`\`\`\n`;
  },
  myst: (embedded) => {
    const state = JSON.stringify(Object.fromEntries(stateOf(embedded)), null, 2);
    const frame = `:::{iframe} ${addressOf(embedded)}\n:width: 100%\n:::\n`;
    return `:::{anywidget} anywidget.js\n${state}\n:::\n\n${frame}`;
  },
  jupyter: (embedded) =>
    `from IPython.display import IFrame\n\nIFrame(${JSON.stringify(addressOf(embedded))}, width="100%", height=${heightOf(embedded)})\n`,
  // All are texts: of a page that was rendered beforehand React takes no objects over.
  react: ({ attributes }) => {
    const props = attributes.map(([name, value]) => (value ? `${name}={${JSON.stringify(value)}}` : name));
    const tag = `<interleave-playground\n      ${props.join("\n      ")}\n    />`;
    return `import "interleave-playground/define";\n\nexport function Run() {\n  return (\n    ${tag}\n  );\n}\n`;
  },
};

/** Returns the address of the element alone in a page. */
function addressOf({ attributes, site }: Embedded): string {
  const pairs = attributes.map(([name, value]) => (value ? `${name}=${encodeURIComponent(value)}` : name));
  return `${site}embed.html#${pairs.join("&")}`;
}

/** Returns the attributes as properties have them. */
function stateOf({ attributes }: Embedded): [string, unknown][] {
  return attributes.map(([name, value]) => {
    if (name === "params") return [name, Object.fromEntries(new URLSearchParams(value))];
    return [name, value || true];
  });
}

function heightOf({ attributes }: Embedded): number {
  return attributes.some(([name]) => name === "view") ? LESS_PX : FULL_PX;
}

/** Writes a text as the value of an attribute, or between tags. */
export function quoted(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll('"', "&quot;").replaceAll("<", "&lt;");
}
