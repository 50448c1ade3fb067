import {
  cellAt,
  parsePeriod,
  periodId,
  sameName,
  textOf,
  type Anomaly,
  type CellRef,
  type Form,
  type GridSheet,
  type Reported,
} from "../domain";
import type { Layout } from "./find";
import type { Identification } from "./meta";
import { coverAt, lineAt, type CoverPlaces, type ProgrammePlaces } from "./places";
import { reported } from "./reported";

/** A cover that was read. */
export interface CoverSheet {
  readonly sheet: GridSheet;
  readonly places: CoverPlaces;
  readonly school: Reported;
  readonly period: Reported;
}

/** A programme sheet that was found. */
export interface ProgrammeSheet {
  readonly sheet: GridSheet;
  readonly places: ProgrammePlaces;
}

/** What a workbook holds that looks like sheets of a form. */
export interface Assembled {
  /** The cover that is read as the form's own. */
  readonly cover: CoverSheet;
  readonly otherCovers: readonly CoverSheet[];
  readonly programmes: readonly ProgrammeSheet[];
}

/** A sheet that may be a cover, as `find.ts` sees it. */
interface Candidate {
  readonly sheet: GridSheet;
  readonly layout: Layout;
}

/** A cover with what it says of itself. */
export function coverSheetOf(sheet: GridSheet, places: CoverPlaces): CoverSheet {
  const at = (item: string): Reported => reported(sheet, coverAt(places, item));
  return { sheet, places, school: at("school"), period: at("period") };
}

/** Of several covers the form's own: the one that names its school, then its period, then the one under the printed name. */
export function ownCover<C extends Candidate>(
  covers: readonly C[],
  issued: Pick<Identification, "school" | "period">,
  { labels }: Form,
): C | undefined {
  const weight = ({ sheet, layout }: C): number => {
    if (!layout.cover?.ok) return 0;
    const { school, period } = coverSheetOf(sheet, layout.cover.value);
    const ofSchool = sameName(textOf(school) ?? "", issued.school);
    const ofPeriod = idOf(textOf(period)) === issued.period;
    return Number(ofSchool) * 4 + Number(ofPeriod) * 2 + Number(sheet.name === labels.coverSheet);
  };
  if (covers.length < 2) return covers[0];
  return [...covers].sort((a, b) => weight(b) - weight(a))[0];
}

/** What is read though nobody sees it. */
export function hiddenSheets({ cover, programmes }: Assembled): Anomaly[] {
  const cells = [cover.school.at, ...programmes.map(({ places }) => lineAt(places, "programme"))];
  const sheets = [cover.sheet, ...programmes.map(({ sheet }) => sheet)];
  return cells.flatMap((at, index): Anomaly[] => (sheets[index]!.state === "visible" ? [] : [{ kind: "sheet-hidden", at }]));
}

/** How the result formulas of `place-check.ts` name the school that a sheet was issued for. They keep saying so wherever the sheet is copied to. */
const ISSUED_FOR = { cover: /="((?:[^"]|"")+)",FALSE/, programme: /"((?:[^"]|"")+)\|"&/ };

function namedBy(pattern: RegExp, sheet: GridSheet, at: { readonly row: number; readonly column: number }): string | undefined {
  return pattern.exec(cellAt(sheet, at)?.formula ?? "")?.[1]?.replace(/""/g, '"');
}

function coverIssuedFor({ sheet, places }: CoverSheet): string | undefined {
  return namedBy(ISSUED_FOR.cover, sheet, { row: places.school, column: places.result });
}

/**
 * What the head of a programme sheet says after a label (`填报单位（盖章）：…`), where it no longer follows the cover of this workbook: as a
 * plain text, or by a reference to another workbook (`[1]封面!$C$5`), it came from elsewhere.
 */
function headSays({ sheet, places }: ProgrammeSheet, label: string): string | undefined {
  for (let row = 0; row < places.category; row++)
    for (let column = 0; column <= places.columns.explanation; column++) {
      const cell = cellAt(sheet, { row, column });
      if (typeof cell?.value !== "string" || !cell.value.startsWith(label)) continue;
      if (cell.formula !== undefined && !cell.formula.includes("[")) return undefined;
      return cell.value.split(/[：:]/, 2)[1]?.trim() || undefined;
    }
  return undefined;
}

/** Id of a period, as people write it; undefined where it is none. */
function idOf(text: string | undefined): string | undefined {
  const period = parsePeriod(text ?? "");
  return period && periodId(period);
}

function foreign(at: CellRef, school: string | undefined, period: string | undefined): Anomaly {
  return {
    kind: "foreign-sheet",
    at,
    ...(school !== undefined ? { school } : period !== undefined ? { period } : {}),
  };
}

/**
 * The covers and programme sheets out of other forms: of another school, or of another period. A school may have typed anything on its
 * own cover, which other rules judge: so a sheet is another school's by what it was issued for, against what the cover was issued for.
 * @param labels those of school and period in the head of a programme sheet
 */
export function foreignSheets(
  { cover, otherCovers, programmes }: Assembled,
  issued: Pick<Identification, "school" | "period">,
  labels: { readonly school: string; readonly period: string },
): Anomaly[] {
  const typed = textOf(cover.school);
  const own = issued.school || (typed ?? "");
  const issuedFor = coverIssuedFor(cover);
  // A cover that still names the school it was made for, and not this form's, is that school's own.
  const taken = typed !== undefined && !sameName(typed, own) && issuedFor !== undefined && sameName(issuedFor, typed);
  const reference = taken ? own : (issuedFor ?? own);
  const anomalies: Anomaly[] = taken ? [foreign(cover.school.at, typed, undefined)] : [];
  for (const { school, period, ...other } of otherCovers) {
    const name = textOf(school);
    const of = idOf(textOf(period));
    const at = coverAt(other.places, "school");
    anomalies.push(foreign(at, name !== undefined && !sameName(name, own) ? name : undefined, of === issued.period ? undefined : of));
  }
  for (const programme of programmes) {
    const { sheet, places } = programme;
    const at = { row: places.programme, column: places.columns.unit };
    const name = namedBy(ISSUED_FOR.programme, sheet, at) ?? headSays(programme, labels.school);
    const isOther = name !== undefined && own !== "" && !sameName(name, reference) && !sameName(name, own);
    const of = idOf(headSays(programme, labels.period));
    const isEarlier = of !== undefined && of !== issued.period;
    if (isOther || isEarlier) anomalies.push(foreign(lineAt(places, "programme"), isOther ? name : undefined, of));
  }
  return anomalies;
}
