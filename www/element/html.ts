// How a crawled page becomes a document: loaded with all that lessons that fetch need.
//
// A document that is parsed runs no scripts and is never shown. But browsers hold it to the policy of the
// page that shows the crawl: where that requires trusted types, a policy gives the text; and where it allows
// no styles of others, each style in a crawled page would be reported. So styles and handlers get other
// names first: elements `style` become `noframes`, whose content parsers take as they take that of `style`.

const STYLES = /<(\/?)style(?=[\s>/])/gi;

/** Where the name of an attribute with a style, or with a handler, begins in a tag. */
const ATTRIBUTES = /(?=(?:style|on[a-z]+)\s*=)(?<=<[a-z][^<>]*[\s"'/])/gi;

interface Policy {
  createHTML(text: string): string;
}

const { trustedTypes } = globalThis as { trustedTypes?: { createPolicy(name: string, rules: Policy): Policy } };

let policy: Policy | undefined;

export function parseHtml(text: string): Document {
  policy ??= trustedTypes?.createPolicy("interleave-html", { createHTML: (text) => text });
  const inert = text.replace(STYLES, "<$1noframes").replace(ATTRIBUTES, "data-");
  return new DOMParser().parseFromString(policy?.createHTML(inert) ?? inert, "text/html");
}
