// The address of the script of a worker, also where a page has its scripts from another origin: browsers start
// workers from the page's own origin alone, so that there a script of one line loads the script.

/** The part of the browser's interface that a page which requires trusted types is asked by. */
interface Policy {
  createScriptURL(text: string): string;
}
interface TrustedTypes {
  createPolicy(name: string, rules: { createScriptURL(text: string): string }): Policy;
}

const addresses = new Map<string, string>();
let policy: Policy | undefined;

/** Returns the address for a script, trusted where a page requires it: scripts of the element alone come here. */
export function scriptOfWorker({ href, origin }: URL): string {
  const script = addresses.get(href) ?? (origin === location.origin ? href : URL.createObjectURL(lineThatLoads(href)));
  addresses.set(href, script);
  const { trustedTypes } = globalThis as { trustedTypes?: TrustedTypes };
  policy ??= trustedTypes?.createPolicy("interleave-worker", { createScriptURL: (text) => text });
  return policy?.createScriptURL(script) ?? script;
}

function lineThatLoads(script: string): Blob {
  return new Blob([`import ${JSON.stringify(script)};`], { type: "text/javascript" });
}
