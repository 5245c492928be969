// The dialog that shares what is shown: a link to it, and the lines that put it into another page.

import type { Messages } from "../element/messages.ts";
import { AROUND, loadMessages } from "../element/messages.ts";
import { late } from "../element/loading.ts";
import type { InterleavePlayground } from "../element/playground.ts";
import { comparedWithout, loadPacking, withoutAddresses } from "../sharing/link.ts";
import { Copier } from "./embed_copying.ts";
import { type Embedded, type Kind, KINDS, lines, quoted } from "./embed_lines.ts";
import { htmlOf, type Own, pictureOf, put } from "./embed_preview.ts";
import { Tabs } from "./embed_tabs.ts";
import type { Tools } from "./make.ts";

/** What of the choices is one of a few words, with the word that stands for none. */
const CHOICES = {
  view: ["full", "article", "compact", "timeline"],
  code: ["python", "rust", "none"],
  theme: ["auto", "light", "dark"],
};

/** The widths of the place that the preview has. */
const WIDTHS = ["phone", "article", "page"];

/** The choice of what the page shows, beside the lessons. */
const SHOWN = "";

/** Shows the dialog until the reader closes it. */
export async function showEmbed(playground: InterleavePlayground, messages: Messages, tools: Tools): Promise<void> {
  const sheet = tools.loadSheet("embed");
  await Promise.all([sheet, messages.loadMore("rare"), messages.loadMore("embed"), loadPacking()]);
  const own: Own = { recording: null, program: null };
  const { program } = playground.given;
  if (program && !program.run) own.program = program.source;
  else if (program) {
    const name = playground.player?.file ?? "run.json";
    own.recording = new File([await playground.exportAs("json")], name, { type: "application/json" });
  }
  new EmbedDialog(playground, messages, tools, own).show();
}

class EmbedDialog {
  readonly #dialog: HTMLDialogElement;
  readonly #preview: HTMLElement;
  readonly #code: HTMLElement;
  readonly #help: HTMLElement;
  readonly #fields: Record<string, HTMLSelectElement> = {};
  readonly #values: HTMLInputElement;
  readonly #autorun: HTMLInputElement;
  readonly #copier: Copier;
  readonly #tabs: Tabs;
  #kind: Kind = "html";
  /** The lines of HTML, once the run that they show is over. */
  #html: string | null = null;
  /** Counts the changes: what an earlier one asked for comes too late. */
  #turn = 0;

  constructor(
    readonly playground: InterleavePlayground,
    readonly messages: Messages,
    readonly tools: Tools,
    readonly own: Own,
  ) {
    const { make } = tools;
    this.#dialog = make("dialog", "");
    this.#dialog.id = "embed-dialog";
    this.#dialog.setAttribute("aria-labelledby", "embed-title");
    this.#copier = new Copier(messages, tools);
    this.#preview = make("div", "preview");
    this.#preview.dataset["width"] = matchMedia("(max-width: 40rem)").matches ? "phone" : "article";
    [this.#code, this.#help] = [make("pre", ""), make("p", "muted")];
    this.#code.id = "embed-code";
    this.#code.tabIndex = 0;
    this.#code.setAttribute("role", "region");
    this.#code.setAttribute("aria-label", this.#text("lines"));
    [this.#values, this.#autorun] = [this.#box("values"), this.#box("autorun")];
    this.#tabs = new Tabs(KINDS.map((kind) => [kind, this.#text(`kind-${kind}`)]), this.#text("kinds"), tools, (kind) => {
      this.#kind = kind as Kind;
      this.#write();
    });
    this.#dialog.append(this.#head(), this.#link(), this.#page(), this.#copier.status);
    this.#dialog.addEventListener("close", () => {
      this.#turn += 1;
      this.#dialog.remove();
    });
    this.#dialog.addEventListener("click", (event) => event.target === this.#dialog && this.#dialog.close());
  }

  show(): void {
    document.body.append(this.#dialog);
    this.#dialog.showModal();
    void this.#change();
  }

  #text(key: string, args = {}): string {
    return this.messages.text(`embed-${key}`, args);
  }

  // ---- what it is made of

  #head(): HTMLElement {
    const { make, icon } = this.tools;
    const title = make("h2", "", this.#text("title"));
    title.id = "embed-title";
    const close = make("button", "close", icon("M3.5 3.5l9 9M12.5 3.5l-9 9"));
    close.type = "button";
    close.setAttribute("aria-label", this.messages.text("page-close"));
    close.addEventListener("click", () => this.#dialog.close());
    return make("header", "", title, close);
  }

  /** The link to what is shown, and its code. */
  #link(): HTMLElement {
    const { make } = this.tools;
    const section = make("section", "link", make("h3", "", this.#text("link")));
    let link: string;
    try {
      link = this.playground.shareUrl();
    } catch {
      section.append(make("p", "", this.#text("link-long")));
      return section;
    }
    const field = make("input", "");
    [field.id, field.type, field.readOnly, field.value] = ["embed-link", "text", true, link];
    field.setAttribute("aria-label", this.#text("link"));
    field.addEventListener("focus", () => field.select());
    const show = make("button", "", this.#text("qr"));
    show.type = "button";
    show.id = "embed-qr";
    const place = make("div", "code");
    place.hidden = true;
    show.setAttribute("aria-expanded", "false");
    show.addEventListener("click", () => {
      place.hidden = !place.hidden;
      show.setAttribute("aria-expanded", String(!place.hidden));
      if (!place.hidden && !place.firstChild) void this.playground.extras.tried(this.#draw(place, link));
      else place.scrollIntoView({ block: "nearest" });
    });
    const copy = this.#copier.button("copy-link", this.#text("copy-link"), () => link, field);
    section.append(make("div", "row", field, copy, show), place);
    return section;
  }

  async #draw(place: HTMLElement, link: string): Promise<void> {
    const { codeOf } = await late("code", () => import("./embed_code.ts"));
    place.replaceChildren(codeOf(link, this.#text("qr-of")) ?? this.tools.make("p", "", this.#text("qr-long")));
    place.scrollIntoView({ block: "nearest" });
  }

  /** What goes into another page: the choices, how it looks, and the lines. */
  #page(): HTMLElement {
    const { make } = this.tools;
    const copy = this.#copier.button("copy", this.messages.text("page-copy"), () => this.#code.textContent ?? "", this.#code);
    copy.classList.add("first");
    this.#tabs.panel.append(this.#help, make("div", "lines", this.#code, copy));
    const looks = make("div", "looks", this.#width(), this.#preview);
    return make("section", "page", make("h3", "", this.#text("page")), this.#choices(), looks, this.#tabs.list, this.#tabs.panel);
  }

  #choices(): HTMLElement {
    const { make } = this.tools;
    const { messages, playground } = this;
    const form = make("div", "choices");
    const isOwn = this.own.recording !== null || this.own.program !== null;
    const shown = isOwn ? (playground.given.program?.name ?? "") : messages.text(`lesson-${playground.currentLesson?.slug}-title`);
    const lessons = (playground.lessons ?? []).map(({ slug }) => [slug, messages.text(`lesson-${slug}-title`)] as const);
    const others = lessons.filter(([slug]) => isOwn || slug !== playground.currentLesson?.slug);
    form.append(this.#field("what", [[SHOWN, this.#text("what-shown", { name: shown })], ...others], SHOWN));
    for (const [name, words] of Object.entries(CHOICES)) {
      const options = words.map((word) => [word, this.#word(name, word)] as const);
      form.append(this.#field(name, options, String(playground[name as keyof typeof CHOICES])));
    }
    const languages = [["", this.#text("lang-page")] as const, ...messages.languages];
    form.append(this.#field("lang", languages, ""), this.#labelled(this.#values, "values"), this.#labelled(this.#autorun, "autorun"));
    form.addEventListener("change", () => void this.#change());
    return form;
  }

  /** Returns how a word of a choice is said. */
  #word(name: string, word: string): string {
    return name === "theme" ? this.messages.text(`theme-${word}`) : this.#text(`${name}-${word}`);
  }

  #width(): HTMLElement {
    const field = this.#field("width", WIDTHS.map((width) => [width, this.#text(`width-${width}`)]), this.#preview.dataset["width"] ?? "");
    this.#fields["width"]?.addEventListener("change", (event) => {
      this.#preview.dataset["width"] = (event.target as HTMLSelectElement).value;
    });
    return field;
  }

  #field(name: string, options: (readonly [string, string])[], value: string): HTMLElement {
    const select = this.tools.make("select", "", ...options.map(([word, text]) => new Option(text, word)));
    select.id = `embed-choice-${name}`;
    if (options.some(([word]) => word === value)) select.value = value;
    this.#fields[name] = select;
    return this.tools.make("label", "", this.tools.make("span", "", this.#text(name)), select);
  }

  #box(name: string): HTMLInputElement {
    const box = this.tools.make("input", "");
    [box.type, box.id, box.checked] = ["checkbox", `embed-choice-${name}`, true];
    return box;
  }

  #labelled(box: HTMLInputElement, name: string): HTMLElement {
    return this.tools.make("label", "check", box, this.tools.make("span", "", this.#text(name)));
  }

  // ---- what it does

  /** What of the page is shown is chosen, and not another lesson. */
  get #isShown(): boolean {
    return this.#fields["what"]?.value === SHOWN;
  }

  get #isOwn(): boolean {
    return this.#isShown && (this.own.recording !== null || this.own.program !== null);
  }

  /** Returns the attributes that are chosen, in the order in which the command writes them. */
  #attributes(): [string, string][] {
    const { playground } = this;
    const chosen = (name: string) => this.#fields[name]?.value ?? "";
    const other = (name: keyof typeof CHOICES) => (chosen(name) === { view: "full", code: "python", theme: "auto" }[name] ? "" : chosen(name));
    const isKept = this.#isShown && !this.#isOwn && this.#values.checked;
    const lesson = this.#isShown ? (playground.currentLesson?.slug ?? "") : chosen("what");
    const file = this.own.recording ? encodeURIComponent(this.own.recording.name) : "";
    const said: [string, string][] = [
      ["recording", this.#isOwn ? file : ""],
      ["src", this.#isOwn && this.own.program !== null ? "program.py" : ""],
      ["lesson", this.#isOwn ? "" : lesson],
      ["params", isKept ? new URLSearchParams(withoutAddresses(playground.params)).toString() : ""],
      ["compare", isKept ? comparedWithout(playground.compare) : ""],
      ["clock", isKept && playground.clock !== "simulated" ? playground.clock : ""],
      ["axis", isKept && playground.axis !== "auto" ? playground.axis : ""],
      ["view", other("view")],
      ["code", other("code")],
      ["theme", other("theme")],
      ["lang", chosen("lang")],
    ];
    const attributes = said.filter(([, value]) => value);
    if (this.#autorun.checked && !this.#isOwn) attributes.push(["autorun", ""]);
    return attributes;
  }

  get #embedded(): Embedded {
    const site = this.playground.shareUrl().replace(/#.*/s, "");
    const what = this.#fields["what"];
    const title = what?.value ? (what.selectedOptions[0]?.text ?? "") : (document.querySelector("#title")?.textContent ?? "");
    return { attributes: this.#attributes(), site, title };
  }

  /** Shows what is chosen, and draws its picture. */
  async #change(): Promise<void> {
    const turn = (this.#turn += 1);
    const [attributes, language] = [this.#attributes(), this.#fields["lang"]?.value || this.messages.language];
    this.#html = null;
    this.#values.disabled = !this.#isShown || this.#isOwn;
    this.#autorun.disabled = this.#isOwn;
    this.#write();
    const own = this.#isOwn ? this.own : { recording: null, program: null };
    // What is drawn has run, on the simulated clock; the element that stays is as it will be.
    const runs = attributes.filter(([name]) => name !== "clock" && name !== "autorun");
    const isAsItWillBe = this.#isOwn || (attributes.some(([name]) => name === "autorun") && runs.length === attributes.length - 1);
    const element = put(this.#preview, this.#isOwn ? attributes : [...runs, ["autorun", ""]], own, language);
    const said = await loadMessages(language, [AROUND]).catch(() => this.messages);
    const theme = this.#fields["theme"]?.value ?? "auto";
    const picture = own.program === null ? await pictureOf(element, own, theme, said).catch(() => "") : "";
    if (turn !== this.#turn) return;
    if (!isAsItWillBe) put(this.#preview, attributes, own, language);
    const { site } = this.#embedded;
    // A program has its own text between the tags.
    const isText = own.program !== null;
    const between = isText ? `<pre>\n${quoted(own.program ?? "")}</pre>` : picture;
    this.#html = htmlOf(isText ? attributes.filter(([name]) => name !== "src") : attributes, between, site);
    this.#write();
  }

  /** Writes the lines of the kind that is chosen. */
  #write(): void {
    const kind = this.#kind;
    const text = kind === "html" ? this.#html : lines[kind](this.#embedded);
    this.#code.textContent = text ?? this.#text("draws");
    this.#code.ariaBusy = String(text === null);
    this.#copier.enable("copy", text !== null);
    const file = this.#attributes().find(([name]) => name === "recording" || name === "src")?.[1];
    const beside = file && !(kind === "html" && this.own.program !== null) ? ` ${this.#text("beside", { file: decodeURIComponent(file) })}` : "";
    this.#help.textContent = this.#text(`help-${kind}`) + beside;
  }
}
