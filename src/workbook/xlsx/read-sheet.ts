import type { Area } from "../../domain/cell";
import type { GridCell, GridSheet, SheetState, Validation } from "../../domain/grid";
import type { Meter } from "./limits";
import { CellReader, type CellContext } from "./read-cells";
import { isTrue, readArea, readValidation } from "./read-validations";
import type { XmlScanner } from "./xml-scan";

/** Reads one worksheet part (ECMA-376 part 1, 18.3.1.99). */
export function readSheet(xml: XmlScanner, name: string, state: SheetState, context: CellContext, meter: Meter): GridSheet {
  if (!xml.root("worksheet")) xml.fail("no worksheet");
  let cells: ReadonlyMap<number, GridCell> | undefined;
  const merges: Area[] = [];
  const validations: Validation[] = [];
  let guarded = false;
  while (xml.nextChild(1)) {
    if (xml.is("sheetData")) {
      if (cells) xml.fail("two sheetData");
      cells = new CellReader(xml, meter, context).read();
    } else if (xml.is("mergeCells")) readMerges(xml, merges, meter);
    else if (xml.is("dataValidations")) readValidations(xml, validations, meter);
    else if (xml.is("sheetProtection")) guarded = isTrue(xml.attribute("sheet"));
    else if (xml.is("extLst")) readExtensions(xml, validations, meter);
  }
  xml.toEnd();
  return { name, state, cells: cells ?? xml.fail("no sheetData"), merges, validations, protected: guarded };
}

function readMerges(xml: XmlScanner, merges: Area[], meter: Meter): void {
  const { depth } = xml;
  while (xml.nextChild(depth)) {
    if (!xml.is("mergeCell")) continue;
    meter.spend("areas");
    merges.push(readArea(xml.attribute("ref") ?? ""));
  }
}

function readValidations(xml: XmlScanner, validations: Validation[], meter: Meter): void {
  const { depth } = xml;
  while (xml.nextChild(depth)) {
    if (!xml.is("dataValidation")) continue;
    const validation = readValidation(xml);
    if (!validation) continue;
    meter.spend("areas", validation.areas.length);
    validations.push(validation);
  }
}

function readExtensions(xml: XmlScanner, validations: Validation[], meter: Meter): void {
  const { depth } = xml;
  while (xml.nextChild(depth)) {
    while (xml.nextChild(depth + 1)) if (xml.is("dataValidations")) readValidations(xml, validations, meter);
  }
}
