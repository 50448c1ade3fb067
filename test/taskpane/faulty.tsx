import { screen } from "@testing-library/react";
import { cellName } from "../../src/domain";
import { form } from "../../src/forms";
import { programmePlaces, valueAt } from "../../src/sheets/places";
import { blankForm, entries, type Sheet } from "../fill";
import { filledFile, openPane, unwatched, type OpenPane, type PaneOptions } from "./pane";

export const SCHOOL = "武汉职业技术学院";
/** A form of the school, filled in but for what differs. */
export const filled = (sheets: readonly Sheet[] = []): Promise<Uint8Array> => filledFile(blankForm(SCHOOL), entries(SCHOOL, sheets));
/** Three faults on 表2: a full-width number, a sum that is wrong, a query. */
export const FAULTS: readonly Sheet[] = [{}, { values: { "18": "２１", "20": 180, "29": 0 } }];
export const places = programmePlaces(form, "表2");
export const cell = (code: string): string => cellName(valueAt(places, code));
/** The row of the full-width number. */
export const slip = (): Promise<HTMLElement> => screen.findByRole("button", { name: /填的“２１”/ });
/** The row of the wrong sum. */
export const sum = (): HTMLElement | null => screen.queryByRole("button", { name: /之和为 186/ });

/** Everything that stands in the book: what must not change by trouble. */
export function standing({ excel }: OpenPane): unknown {
  return excel.book.sheets.map(({ name, visibility, cells }) => [
    name,
    visibility,
    [...cells].flatMap(([key, { value, formula }]) =>
      value === null && formula === undefined ? [] : [`${key}: ${JSON.stringify(value)} ${formula ?? ""}`],
    ),
  ]);
}

/** A pane beside a form with the faults, once they are shown. */
export async function withFaults(options: PaneOptions = {}): Promise<OpenPane> {
  unwatched();
  const pane = await openPane({ file: await filled(FAULTS), ...options });
  await slip();
  return pane;
}
