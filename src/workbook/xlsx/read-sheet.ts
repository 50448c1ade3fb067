import type { Area } from "../../domain/cell";
import type { GridCell, GridSheet, SheetState, Validation } from "../../domain/grid";
import type { Meter } from "./limits";
import { ANYWHERE, Memo } from "./memo";
import { CellReader, type CellContext } from "./read-cells";
import { isTrue, readArea, readValidation } from "./read-validations";
import type { XmlScanner } from "./xml-scan";

const MERGES = new Memo<readonly Area[]>();
const VALIDATIONS = new Memo<readonly Validation[]>();

/** Reads one worksheet part (ECMA-376 part 1, 18.3.1.99). */
export function readSheet(xml: XmlScanner, name: string, state: SheetState, context: CellContext, meter: Meter): GridSheet {
  if (!xml.root("worksheet")) xml.fail("no worksheet");
  let cells: ReadonlyMap<number, GridCell> | undefined;
  let hiddenRows: readonly number[] = [];
  const merges: (readonly Area[])[] = [];
  const validations: (readonly Validation[])[] = [];
  let guarded = false;
  while (xml.nextChild(1)) {
    if (xml.is("sheetData")) {
      if (cells) xml.fail("two sheetData");
      const reader = new CellReader(xml, meter, context);
      cells = reader.read();
      hiddenRows = reader.hiddenRows;
    } else if (xml.is("mergeCells")) merges.push(xml.known(MERGES, ANYWHERE, () => readMerges(xml, meter)));
    else if (xml.is("dataValidations")) validations.push(xml.known(VALIDATIONS, ANYWHERE, () => readValidations(xml, meter)));
    else if (xml.is("sheetProtection")) guarded = isTrue(xml.attribute("sheet"));
    else if (xml.is("extLst")) validations.push(...readExtensions(xml, meter));
  }
  xml.toEnd();
  return {
    name,
    state,
    cells: cells ?? new Map<number, GridCell>(),
    merges: merges.flat(),
    validations: validations.flat(),
    ...(hiddenRows.length > 0 ? { hiddenRows } : {}),
    protected: guarded,
  };
}

function readMerges(xml: XmlScanner, meter: Meter): Area[] {
  const { depth } = xml;
  const merges: Area[] = [];
  while (xml.nextChild(depth)) {
    if (!xml.is("mergeCell")) continue;
    meter.spend("areas");
    merges.push(readArea(xml.attribute("ref") ?? ""));
  }
  return merges;
}

function readValidations(xml: XmlScanner, meter: Meter): Validation[] {
  const { depth } = xml;
  const validations: Validation[] = [];
  while (xml.nextChild(depth)) {
    if (!xml.is("dataValidation")) continue;
    const validation = readValidation(xml);
    if (!validation) continue;
    meter.spend("areas", validation.areas.length);
    validations.push(validation);
  }
  return validations;
}

function readExtensions(xml: XmlScanner, meter: Meter): Validation[][] {
  const { depth } = xml;
  const validations: Validation[][] = [];
  while (xml.nextChild(depth)) {
    while (xml.nextChild(depth + 1)) if (xml.is("dataValidations")) validations.push(readValidations(xml, meter));
  }
  return validations;
}
