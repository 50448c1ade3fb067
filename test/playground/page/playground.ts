import type { EventMessage } from "../../host/excel";
import { observeUndoGroups } from "../../host/undo-groups";
import type { NamedFile, Situation } from "../gallery";
import { SITUATIONS } from "../gallery";
import { guard } from "../grid/guard";
import { judgeEntries } from "../grid/judge-entry";
import { Sync } from "../grid/sync";
import { startUniver, styleUniver, type Started } from "../grid/univer";
import { rectOf } from "../grid/where";
import { PlayExcel } from "../play-excel";
import { TraceDrawer } from "../trace/drawer";
import { sayIn, type Language, type Say } from "../words";
import { behaviourMenu } from "./behaviours";
import { askAbout, tellInBox, toast } from "./ask";
import { chooseFile, download, el } from "./dom";
import { chooseSituation, shelf } from "./gallery";
import { refusalOf } from "./open-file";
import { PaneFrame } from "./pane-frame";
import { prompts } from "./prompts";
import { ribbon } from "./ribbon";

declare const UNIVER_VERSION: string;

/** The drop-down list of a cell, as the grid marks it. */
const LIST = '[data-u-comp="sheets-dropdown-list"]';

declare global {
  interface Window {
    /** The frame reaches it before office.js begins; tests look into it. */
    playground: Playground;
  }
}

/** The whole page: a grid over the in-memory Excel, the pane as it ships, and what stands around them. */
export class Playground {
  readonly excel = new PlayExcel({ api: new URLSearchParams(location.search).get("api") ?? "1.15" });
  readonly sync: Sync;
  private readonly say: Say;
  private readonly trace: TraceDrawer;
  private readonly pane: PaneFrame;
  private readonly head = el("div", { class: "book-name" });
  private readonly ribbonPlace = el("div", { class: "ribbon-place" });
  private readonly shelfPlace = el("div", { class: "shelf-place" });
  private readonly gridPlace = el("div", { class: "grid", role: "region" });
  private saves = 0;
  private opened = 0;

  constructor(
    root: HTMLElement,
    private readonly language: Language,
  ) {
    this.say = sayIn(language);
    this.trace = new TraceDrawer(this.say);
    this.pane = new PaneFrame(this.excel, language, this.say, (event: EventMessage) => this.trace.event(event));
    this.gridPlace.setAttribute("aria-label", this.say("sheet"));
    root.append(
      this.bar(),
      this.ribbonPlace,
      this.shelfPlace,
      el("main", { class: "split" }, this.gridPlace, this.pane.element),
      this.trace.element,
    );
    styleUniver();
    const tell = (why: "locked" | "unsupported" | "structure"): void => void tellInBox(this.say(why), this.say);
    this.sync = new Sync(
      this.excel,
      () => this.startGrid(),
      (started) => {
        guard(started.api, this.excel, tell);
        judgeEntries(started, this.sync.settling, (objection) => askAbout(objection, this.say));
        prompts(started.api, this.excel, this.gridPlace);
      },
      tell,
    );
    this.excel.undoStack.emptied = () => this.sync.emptyUndo();
    document.addEventListener("click", ({ target }) => (target as Element).closest(LIST) && this.sync.pick(), { capture: true });
    this.excel.showPane = () => this.pane.open();
    this.excel.isEditing = () => this.started.api.getActiveWorkbook()?.isCellEditing() === true;
    this.excel.afterTrip = (trip) => {
      this.trace.add(trip);
      this.sync.update();
      this.tellDone();
    };
  }

  /** The grid takes all of its element for itself, so it gets a new one each time. */
  private startGrid(): Started {
    const inner = el("div", { class: "grid-inner" });
    this.gridPlace.replaceChildren(inner);
    return startUniver(inner, this.language);
  }

  private get started(): Started {
    return this.sync.started;
  }

  private bar(): HTMLElement {
    const { say } = this;
    const other: Language = this.language === "zh-CN" ? "en-US" : "zh-CN";
    const act = (label: string, does: () => void, kind = "quiet"): HTMLElement => el("button", { class: kind, onclick: does }, label);
    return el(
      "header",
      { class: "bar" },
      el("strong", { class: "brand" }, el("img", { src: "/pane/assets/product-32.png", alt: "", width: "20", height: "20" }), say("title")),
      el(
        "span",
        { class: "not-excel", title: say("notExcelTip"), tabindex: "0" },
        say("notExcel"),
        el("small", {}, `Univer ${UNIVER_VERSION} · office.js`),
      ),
      this.head,
      act(`↶ ${say("undo")}`, () => void this.started.api.undo()),
      act(`↷ ${say("redo")}`, () => void this.started.api.redo()),
      act(say("open"), () => void this.choose()),
      act(say("save"), () => void this.save()),
      behaviourMenu(this.excel.behaviours, this.language, say),
      act(say("trace"), () => (this.trace.element.hidden = !this.trace.element.hidden)),
      act(say("gallery"), () => void this.offer(), "primary"),
      el("a", { class: "language", lang: other, href: `?lang=${other}${location.hash}` }, other === "zh-CN" ? "中文" : "English"),
    );
  }

  /** Called from within the frame, before office.js begins. */
  connect(frame: Window): void {
    this.pane.connect(frame);
  }

  /** Called from within the frame, once the loader of office.js is there. */
  loaderLoaded(frame: Window): void {
    this.pane.loaderLoaded(frame);
  }

  /** Called from within the frame, once the client of Excel is there. */
  clientLoaded(frame: Window): void {
    observeUndoGroups(this.excel, frame);
  }

  async start(): Promise<void> {
    await navigator.serviceWorker.register("/service-worker.js");
    this.ribbonPlace.append(
      await ribbon(this.language, (functionName) => {
        if (functionName) this.pane.press(functionName);
        this.pane.open();
      }),
    );
    window.addEventListener("hashchange", () => void this.enter());
    this.sync.show();
    await this.enter();
  }

  /** Goes to the situation that the address names; offers all of them where it names none. */
  private async enter(): Promise<void> {
    const situation = SITUATIONS.find(({ id }) => id === location.hash.slice(1));
    if (situation) await this.begin(situation);
    else await this.offer();
  }

  private async offer(): Promise<void> {
    const current = location.hash.slice(1);
    const chosen = await chooseSituation(this.language, this.say, current);
    if (chosen && chosen.id === current) await this.begin(chosen);
    else if (chosen) location.hash = chosen.id;
    else if (!SITUATIONS.some(({ id }) => id === current)) location.hash = SITUATIONS[0]!.id;
  }

  private async begin(situation: Situation): Promise<void> {
    document.body.dataset["ready"] = "";
    const { book, files = [] } = await situation.make();
    this.shelfPlace.replaceChildren(shelf(files, this.say, (chosen) => void (this.pane.choose(chosen) || toast(this.say("giveNowhere")))));
    await this.openBook(book, `${situation.title[this.language]}：${situation.says[this.language]}`);
    document.body.dataset["ready"] = situation.id;
  }

  /** Opens a workbook, or an empty one, with a pane of its own. */
  async openBook(book: NamedFile | undefined, about: string): Promise<void> {
    if (book) await this.excel.openFile(book.bytes, book.name);
    else this.excel.openNew();
    [this.saves, this.opened] = [0, this.excel.opened.length];
    this.head.replaceChildren(el("b", {}, this.excel.book.name), el("span", { title: about }, about));
    this.trace.clear();
    this.sync.show();
    await this.pane.load();
    // Lists and results come a while after the first picture.
    const { api } = this.started;
    while (api.getCurrentLifecycleStage() < api.Enum.LifecycleStages.Steady) await new Promise((resolve) => setTimeout(resolve, 50));
  }

  private async choose(): Promise<void> {
    const file = await chooseFile(".xlsx");
    if (file) await this.openFile({ name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) });
  }

  /** Opens a file, unless the product's own reader refuses it. */
  async openFile(file: NamedFile): Promise<void> {
    const refusal = refusalOf(file.bytes, this.language);
    if (refusal !== undefined) return tellInBox(`${this.say("refusedFile")}${file.name}\n${refusal}`, this.say);
    this.shelfPlace.replaceChildren();
    await this.openBook(file, "");
  }

  private async save(): Promise<void> {
    await this.started.api.getActiveWorkbook()?.endEditingAsync(true);
    await this.settled();
    download(this.excel.book.name, await this.excel.bytes());
    this.excel.book.dirty = false;
  }

  /** What the pane did that only Excel's own window would show. */
  private tellDone(): void {
    const { book, opened } = this.excel;
    if (book.saves.length > this.saves) toast(this.say("saved"));
    this.saves = book.saves.length;
    if (opened.length > this.opened) {
      const bytes = opened.at(-1)!;
      toast(this.say("openedNew"), [this.say("goThere"), () => void this.openBook({ name: "Book2.xlsx", bytes }, "")]);
    }
    this.opened = opened.length;
  }

  /** Waits until what was done in the grid has reached the model. */
  async settled(): Promise<void> {
    while (!this.sync.settling.quiet) await new Promise((resolve) => setTimeout(resolve, 20));
  }

  /** What the grid shows of a cell, such as `表1!F10`. */
  shownAt(place: string): string {
    const [sheet = "", address = ""] = place.split("!");
    return this.started.api.getActiveWorkbook()?.getSheetByName(sheet)?.getRange(address).getDisplayValue() ?? "";
  }

  /** Where a cell is on the page, such as `F10` of the sheet that is shown; undefined where it is out of view. */
  rectOf(place: string): DOMRect | undefined {
    return rectOf(this.started, this.gridPlace, place);
  }
}
