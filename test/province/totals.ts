import { join } from "node:path";
import { form } from "../../src/forms";
import { python } from "../foreign/programs";

/** What totals.py says of a folder of forms. */
export interface Totals {
  readonly files: Readonly<
    Record<
      string,
      {
        readonly school: string;
        readonly period: string;
        readonly sheets: readonly {
          readonly sheet: string;
          readonly category: string;
          readonly cluster: string;
          readonly programme: string;
          /** By indicator code: address and value of 本期数. */
          readonly cells: Readonly<Record<string, readonly [address: string, value: number | string | null]>>;
          /** 对比数 by indicator code. */
          readonly compared: Readonly<Record<string, number | null>>;
        }[];
      }
    >
  >;
  readonly clusters: Readonly<Record<string, Readonly<Record<string, number>>>>;
  readonly schools: Readonly<Record<string, Readonly<Record<string, number>>>>;
}

/** Totals by another library, from a folder of the forms that count. @param labels the words that are printed on them */
export function totalsOf(folder: string, labels = form.labels): Totals {
  return JSON.parse(python([join(__dirname, "totals.py"), folder, JSON.stringify(labels)])) as Totals;
}
