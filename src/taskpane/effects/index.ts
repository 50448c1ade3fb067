import { REMEMBERED, takeArrival } from "../../actions/arrival";
import { parsePeriod } from "../../domain";
import type { Message } from "../state/model";
import type { Surroundings } from "../surroundings";
import { Checking } from "./checking";
import { Desk } from "./desk";
import { Filling } from "./filling";
import { Sending } from "./sending";
import { SaveWatch } from "./watch";

/** All that the pane can do beside showing: the only place where it meets Excel and the actions. */
export class Effects {
  readonly checking: Checking;
  readonly filling: Filling;
  readonly sending: Sending;
  private readonly desk: Desk;
  private readonly watch: SaveWatch;
  private quiet: (() => void) | undefined;
  private running = false;

  constructor(around: Surroundings, dispatch: (message: Message) => void) {
    this.desk = new Desk(around, dispatch);
    this.watch = new SaveWatch(around.workbook, () => this.desk.tell({ kind: "saved-unchecked" }));
    this.checking = new Checking(this.desk);
    this.filling = new Filling(this.desk, this.checking);
    this.sending = new Sending(this.desk, this.checking, () => this.watch.forget());
  }

  /** Looks what is in the workbook, opens the screen that fits, and starts to listen. */
  start(): void {
    this.running = true;
    void this.desk.guard(() => this.begin());
  }

  /** Goes where a ribbon function asked to. */
  arrive(): void {
    void this.desk.guard(async () => {
      const to = await takeArrival(this.desk.around.workbook);
      if (to === undefined) return;
      this.desk.dispatch({ kind: "went", to });
      await this.checking.read("asked");
    });
  }

  stop(): void {
    this.running = false;
    this.quiet?.();
    this.watch.stop();
    this.checking.stop();
    this.filling.stop();
  }

  private async begin(): Promise<void> {
    const { workbook } = this.desk.around;
    const has = await workbook.hasForm();
    if (!has.ok) {
      this.desk.trouble(has.error);
      if (has.error.kind === "too-old") return;
    }
    const hasForm = has.ok && has.value;
    const arrival = await takeArrival(workbook);
    if (!this.running) return;
    const period = parsePeriod(workbook.recall(REMEMBERED.period) ?? "");
    const school = workbook.recall(REMEMBERED.school);
    this.desk.dispatch({ kind: "opened", hasForm, tab: arrival ?? (hasForm ? "check" : "fill"), school, period });
    this.watch.start();
    const listening = await workbook.onChange(() => this.checking.changed());
    if (!listening.ok) this.desk.trouble(listening.error);
    else if (this.running) this.quiet = listening.value;
    else listening.value();
    if (hasForm) await this.checking.read("asked");
  }
}
