import type { EventMessage } from "../../host/excel";
import { el } from "../page/dom";
import type { Say } from "../words";
import type { Trip } from "./trip";

/** So many are kept. */
const MOST = 300;
/** Events by the number of their message. */
const EVENTS = { 10: "onChanged", 16: "onCalculated", 65539: "onVisibilityModeChanged" } as const satisfies Record<
  EventMessage["messageType"],
  string
>;
const kilo = (bytes: number): string => (bytes < 1024 ? `${bytes} B` : `${(bytes / 1024).toFixed(1)} kB`);

/** The drawer of round trips, newest first, for those who develop. */
export class TraceDrawer {
  private readonly list = el("ol", { class: "trips", reversed: true });
  private readonly sum = el("span", { class: "trace-sum" });
  readonly element: HTMLElement;
  private trips = 0;
  /** The last line, while it may be counted up. */
  private last: { readonly what: string; readonly times: HTMLElement; count: number } | undefined;
  private bytes = 0;

  constructor(private readonly say: Say) {
    this.element = el(
      "section",
      { class: "trace", "aria-label": say("trace"), hidden: true },
      el(
        "header",
        {},
        el("strong", {}, say("traceHead")),
        this.sum,
        el("button", { class: "quiet", onclick: () => this.clear() }, say("clear")),
        el("button", { class: "quiet", "aria-label": say("close"), onclick: () => (this.element.hidden = true) }, "✕"),
      ),
      this.list,
    );
    this.clear();
  }

  clear(): void {
    this.trips = this.bytes = 0;
    this.last = undefined;
    this.list.replaceChildren(el("li", { class: "trace-none" }, this.say("noTrips")));
    this.tellSum();
  }

  add({ steps, asked, answered, took, error }: Trip): void {
    this.trips++;
    this.bytes += asked + answered;
    this.tellSum();
    const what = `${steps.join()}|${error ?? ""}`;
    if (this.last?.what === what) {
      // The pane asks every few seconds whether the book was saved.
      this.last.times.textContent = `×${++this.last.count}`;
      return;
    }
    const times = el("span", { class: "trip-more" });
    this.last = { what, times, count: 1 };
    this.put(
      el(
        "li",
        { class: error ? "trip failed" : "trip", value: String(this.trips) },
        el(
          "details",
          {},
          el(
            "summary",
            {},
            el("span", { class: "trip-what" }, steps[0] ?? "sync()"),
            times,
            ...(steps.length > 1 ? [el("span", { class: "trip-more" }, `+${steps.length - 1}`)] : []),
            ...(error ? [el("span", { class: "trip-error" }, error)] : []),
            el("span", { class: "trip-size" }, `↑ ${kilo(asked)} ↓ ${kilo(answered)}`),
            el("span", { class: "trip-time" }, `${took.toFixed(1)} ms`),
          ),
          el("pre", {}, steps.join("\n")),
        ),
      ),
    );
  }

  /** An event that the Excel sent to the pane. */
  event({ messageType, message }: EventMessage): void {
    this.last = undefined;
    const { address = "", changeType = "" } = JSON.parse(message) as { address?: string; changeType?: string };
    this.put(el("li", { class: "trip event" }, `${this.say("event")} ${EVENTS[messageType]} ${changeType} ${address}`));
  }

  private put(line: HTMLElement): void {
    this.list.querySelector(".trace-none")?.remove();
    this.list.prepend(line);
    while (this.list.childElementCount > MOST) this.list.lastElementChild?.remove();
  }

  private tellSum(): void {
    this.sum.textContent = `${this.trips} · ${kilo(this.bytes)}`;
  }
}
