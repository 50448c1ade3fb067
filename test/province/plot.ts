import { annex2 as subject, type Subject } from "../fuzz/subjects";
import { growing, type Numbers } from "./numbers";
import type { Random } from "./random";

/** An indicator, and the relation that objects to it. */
export interface Objection {
  readonly ref: string;
  readonly code: string;
}

/** What a province reports: a form with what fills it in, and where each of its stories happens. */
export interface Plot extends Subject {
  /** The text that would be noticed if it said nothing new. */
  readonly renewed: string;
  /** The numbers of one programme over several periods, to which no relation objects. */
  growing(random: Random, periods: number): Numbers[];
  /** What is asked about once the figure is twice what it was, and may be explained. */
  readonly jump: Objection;
  /** What is wrong where the figure is one more than its parts. */
  readonly sum: Objection;
  /** Indicators that may be one more without an objection: after the seal, and in a form that is sent again. */
  readonly changed: string;
  readonly corrected: string;
  /** A slip of the name of a school. */
  misspelt(school: string): string;
  /** What is found of every school that the roster lacks. */
  readonly ofStrangers: readonly string[];
}

export const annex2: Plot = {
  ...subject,
  renewed: "practice",
  growing,
  jump: { ref: "B02", code: "30" },
  sum: { ref: "A06", code: "20" },
  changed: "01",
  corrected: "07",
  misspelt: (school) => `${school.slice(0, -2)}学校`,
  ofStrangers: ["B09", "A12"],
};
