import { takeArrival, type Arrival } from "../../actions/arrival";
import { REMEMBERED } from "../../actions/remembered";
import { parsePeriod } from "../../domain";
import type { Message } from "../state/model";
import type { Surroundings } from "../surroundings";
import { Checking } from "./checking";
import { TaskRunner } from "./task-runner";
import { Filling } from "./filling";
import { Reviewing } from "./reviewing";
import { Sending } from "./sending";
import { SaveWatch } from "./watch";

/** All that the pane can do beside showing: the only place where it meets Excel and the actions. */
export class Effects {
  readonly checking: Checking;
  readonly filling: Filling;
  readonly reviewing: Reviewing;
  readonly sending: Sending;
  private readonly tasks: TaskRunner;
  private readonly watch: SaveWatch;
  /** Ends what goes on while the pane is in view. */
  private quiet: (() => void) | undefined;
  private unwatch: (() => void) | undefined;
  private running = false;

  constructor(around: Surroundings, dispatch: (message: Message) => void) {
    this.tasks = new TaskRunner(around, dispatch);
    this.watch = new SaveWatch(
      around.workbook,
      (autoSave) => void this.tasks.guard(() => this.savedElsewhere(autoSave)),
      (on) => dispatch({ kind: "auto-save", on }),
    );
    this.checking = new Checking(this.tasks);
    this.filling = new Filling(this.tasks, this.checking);
    this.reviewing = new Reviewing(this.tasks, this.checking);
    this.sending = new Sending(this.tasks, this.checking, () => this.watch.forget());
  }

  /** Looks what is in the workbook, opens the screen that fits, and starts to listen. */
  start(): void {
    this.running = true;
    void this.tasks.guard(() => this.begin());
  }

  /** A ribbon function was here: what it did is read, and where it left word, the pane goes there and says what came of it. */
  arrive(): void {
    this.watch.forget();
    void this.tasks.guard(async () => {
      const arrival = takeArrival(document.documentElement);
      if (arrival) {
        // What was said before is of work before.
        this.tasks.tell(undefined);
        this.tasks.dispatch(wentTo(arrival));
      }
      await this.checking.read("asked");
      if (arrival) await this.follow(arrival);
    });
  }

  stop(): void {
    this.running = false;
    this.unwatch?.();
    this.rest();
    this.checking.stop();
    this.filling.stop();
    this.reviewing.stop();
  }

  private async begin(): Promise<void> {
    const { workbook } = this.tasks.around;
    const has = await workbook.hasForm();
    if (!has.ok) {
      this.tasks.trouble(has.error);
      if (has.error.kind === "too-old") return;
    }
    const hasForm = has.ok && has.value;
    const arrival = takeArrival(document.documentElement);
    if (!this.running) return;
    const period = parsePeriod(workbook.recall(REMEMBERED.period) ?? "");
    const school = workbook.recall(REMEMBERED.school);
    const tab = hasForm ? "check" : workbook.recall(REMEMBERED.summary) === undefined ? "fill" : "review";
    this.tasks.dispatch({ kind: "opened", hasForm, tab, school, period });
    if (arrival) this.tasks.dispatch(wentTo(arrival));
    await this.listen();
    await this.watchPane(hasForm);
    // Where a form was once put in, it is worth a look what became of it.
    if (hasForm || school !== undefined) await this.checking.read("asked");
    if (arrival) await this.follow(arrival);
  }

  /** Excel starts the add-in out of view with a workbook that once got a form; out of view the pane asks Excel nothing. */
  private async watchPane(hasForm: boolean): Promise<void> {
    const { pane } = this.tasks.around;
    if (hasForm && (await pane.startsWithFile())) await pane.show();
    const unwatch = await pane.onVisible((visible) => void this.tasks.guard(() => this.seen(visible)));
    if (this.running) this.unwatch = unwatch;
    else unwatch();
  }

  private async seen(visible: boolean): Promise<void> {
    if (!visible) return this.rest();
    if (this.quiet || !this.running) return;
    await this.listen();
    await this.checking.read("hint");
  }

  /** Begins to hear of changes, and to ask about saving. */
  private async listen(): Promise<void> {
    this.watch.start();
    const listening = await this.tasks.around.workbook.onChange(() => this.checking.changed());
    if (!listening.ok) return this.tasks.trouble(listening.error);
    if (this.running) this.quiet = listening.value;
    else listening.value();
  }

  private rest(): void {
    this.quiet?.();
    this.quiet = undefined;
    this.watch.stop();
  }

  /** What else a ribbon function left to do or to tell. */
  private async follow({ outcome, send }: Arrival): Promise<void> {
    if (outcome?.kind === "trouble") this.tasks.trouble(outcome.trouble);
    else if (outcome) this.tasks.tell(outcome);
    if (send && this.tasks.busy) return this.tasks.trouble({ kind: "busy" });
    if (send) await this.sending.send();
  }

  /** Saved, but not by the pane: whether that matters shows in the seal. What Excel saves by itself all the time has a quiet line of its own. */
  private async savedElsewhere(autoSave: boolean): Promise<void> {
    const checked = await this.checking.read("hint");
    if (checked && checked.seal.state !== "sealed" && !autoSave) this.tasks.tell({ kind: "saved-unchecked" });
  }
}

function wentTo({ to }: Arrival): Message {
  return to === "replace" ? { kind: "asked-to-replace", asking: true } : { kind: "went", to };
}
