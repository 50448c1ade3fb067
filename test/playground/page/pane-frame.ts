import { Downloads } from "../../host/downloads";
import { installWindowHost, type WindowHost } from "../../host/window-host";
import type { EventMessage } from "../../host/excel";
import type { PlayExcel } from "../play-excel";
import type { Language, Say } from "../words";
import { el } from "./dom";

/** Where the pane is served from, byte for byte as the build makes it; `?pane=recorder` is the recording kit, where that was built. */
const PANE = new URLSearchParams(location.search).get("pane") === "recorder" ? "/recorder/recorder.html" : "/pane/taskpane.html";

/** The task pane in its frame. What is in there believes that desktop Excel holds it. */
export class PaneFrame {
  readonly element: HTMLElement;
  private frame: HTMLIFrameElement | undefined;
  private host: WindowHost | undefined;
  private readonly holder = el("div", { class: "pane-holder" });

  constructor(
    private readonly excel: PlayExcel,
    private readonly language: Language,
    private readonly say: Say,
    private readonly heard: (event: EventMessage) => void,
  ) {
    this.element = el(
      "aside",
      { class: "pane", "aria-label": say("paneFrame") },
      el(
        "header",
        {},
        el("img", { src: "/pane/assets/product-16.png", alt: "" }),
        el("span", {}, say("pane")),
        el("button", { class: "quiet", "aria-label": say("close"), onclick: () => this.open(false) }, "✕"),
      ),
      this.holder,
    );
  }

  /** Opens or closes the pane, as the person or a command does. */
  open(open = true): void {
    this.element.hidden = !open;
  }

  /** Loads the pane anew: for another workbook. */
  async load(): Promise<void> {
    this.frame?.remove();
    this.host = undefined;
    this.excel.forgetClient();
    await navigator.serviceWorker.ready;
    this.frame = el("iframe", { src: PANE, title: this.say("paneFrame"), allow: "clipboard-write" });
    this.holder.replaceChildren(this.frame);
    this.open();
  }

  /** Called from within the frame, before office.js begins. */
  connect(frame: Window): void {
    this.host = installWindowHost(frame, this.excel, { locale: this.language });
    const { deliver } = this.excel;
    this.excel.deliver = (event) => {
      this.heard(event);
      deliver(event);
    };
  }

  /** Called from within the frame, once the loader of office.js is there: tells it where this Excel runs. */
  loaderLoaded(frame: Window): void {
    const { OfficeExt } = frame as unknown as { OfficeExt: { HostName: { Host: { getInstance(): { getPlatform: () => string } } } } };
    OfficeExt.HostName.Host.getInstance().getPlatform = () => this.excel.platform;
    this.watchDownloads(frame.document);
  }

  /** Lets happen to the pane's downloads what this Excel does with them. */
  private watchDownloads(page: Document): void {
    const downloads = new Downloads(this.excel);
    page.addEventListener(
      "click",
      (event) => {
        if (event.isTrusted) downloads.pressed();
        else if ((event.target as Element).matches("a[download]") && !downloads.begin()) event.preventDefault();
      },
      true,
    );
  }

  /** Presses a button of the ribbon that calls a function. */
  press(functionName: string): void {
    this.host?.press(functionName);
  }

  /** The field of the pane that takes files now. */
  private chooser(): HTMLInputElement | undefined {
    return this.frame?.contentDocument?.querySelector<HTMLInputElement>('input[type="file"]') ?? undefined;
  }

  /** Chooses files in the pane's own field, as from the disk. @returns false where it asks for none now */
  choose(files: readonly File[]): boolean {
    const input = this.chooser();
    const view = this.frame?.contentWindow as (Window & typeof globalThis) | null | undefined;
    if (!input || !view) return false;
    const given = new view.DataTransfer();
    for (const file of files) given.items.add(new view.File([file], file.name));
    input.files = given.files;
    input.dispatchEvent(new view.Event("change", { bubbles: true }));
    return true;
  }
}
