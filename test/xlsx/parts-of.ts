import { inflateWithFflate } from "../../src/workbook/xlsx/inflate";
import { Meter } from "../../src/workbook/xlsx/limits";
import { inflateEntry, readDirectory } from "../../src/workbook/xlsx/zip";
import { makeZip } from "./zip-maker";

/** The parts of a workbook as text, by their names: a plain copy to be changed. */
export type Parts = Map<string, string>;

export function partsOf(bytes: Uint8Array): Parts {
  const meter = new Meter();
  return new Map(
    [...readDirectory(bytes, meter).values()].map((entry) => [
      entry.name,
      new TextDecoder().decode(inflateEntry(entry, inflateWithFflate, meter)),
    ]),
  );
}

/** Parts as a workbook again. */
export function workbookOf(parts: Parts): Uint8Array {
  return makeZip([...parts].map(([name, content]) => ({ name, content })));
}
