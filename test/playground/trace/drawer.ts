import type { EventMessage } from "../../host/excel";
import { el } from "../page/dom";
import type { Say } from "../words";
import type { Trip } from "./trip";

/** So many are kept. */
const MOST = 300;
const kilo = (bytes: number): string => (bytes < 1024 ? `${bytes} B` : `${(bytes / 1024).toFixed(1)} kB`);

/** The drawer of round trips, newest first, for those who develop. */
export class TraceDrawer {
  private readonly list = el("ol", { class: "trips", reversed: true });
  private readonly sum = el("span", { class: "trace-sum" });
  readonly element: HTMLElement;
  private trips = 0;
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
    this.list.replaceChildren(el("li", { class: "trace-none" }, this.say("noTrips")));
    this.tellSum();
  }

  add({ steps, asked, answered, took, error }: Trip): void {
    this.trips++;
    this.bytes += asked + answered;
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
            ...(steps.length > 1 ? [el("span", { class: "trip-more" }, `+${steps.length - 1}`)] : []),
            ...(error ? [el("span", { class: "trip-error" }, error)] : []),
            el("span", { class: "trip-size" }, `↑ ${kilo(asked)} ↓ ${kilo(answered)}`),
            el("span", { class: "trip-time" }, `${took.toFixed(1)} ms`),
          ),
          el("pre", {}, steps.join("\n")),
        ),
      ),
    );
    this.tellSum();
  }

  /** An event that the Excel sent to the pane. */
  event({ message }: EventMessage): void {
    const { address = "", changeType = "" } = JSON.parse(message) as { address?: string; changeType?: string };
    this.put(el("li", { class: "trip event" }, `${this.say("event")} onChanged ${changeType} ${address}`));
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
