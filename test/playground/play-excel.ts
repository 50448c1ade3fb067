import { MemoryExcel } from "../host/excel";
import { tripOf, type Trip } from "./trace/trip";

/** The in-memory Excel, watched: each round trip is told, with what it asked for, and afterwards the grid is brought up to date. */
export class PlayExcel extends MemoryExcel {
  /** Whether a person is typing in a cell: requests fail meanwhile, as in Excel. */
  isEditing: () => boolean = () => false;
  /** After a round trip; cells, sheets and selection may have changed. */
  afterTrip: (trip: Trip) => void = () => undefined;

  override async answer(text: string): ReturnType<MemoryExcel["answer"]> {
    if (this.isEditing()) this.failNext("cell-edit");
    const start = performance.now();
    const answer = await super.answer(text);
    this.afterTrip(tripOf(text, answer, performance.now() - start));
    return answer;
  }
}
