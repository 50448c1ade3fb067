import {
  cellAt,
  comparisonOf,
  holds,
  numberOf,
  ok,
  parsePeriod,
  notThisForm,
  refuse,
  textOf,
  type Anomaly,
  type CellRef,
  type Form,
  type Grid,
  type GridSheet,
  type Previous,
  type ProgrammeReport,
  type Refusal,
  type Reported,
  type Result,
  type Submission,
  type Catalogue,
  withoutSpaces,
} from "../domain";
import type { Locale } from "../locales";
import { besideOf, type Beside } from "./beside";
import { layoutOf, type Layout } from "./find";
import { coverSheetOf, foreignSheets, hiddenSheets, ownCover } from "./origin";
import { definitionAltered } from "./definition-sheet";
import { readMeta, type Identification } from "./meta";
import { overwrittenCover, overwrittenResults } from "./overwritten";
import {
  comparisonAt,
  coverAt,
  explanationAt,
  lineAt,
  DEFINITION_BOOK_SHEETS,
  HIDDEN_SHEETS,
  META_SHEET,
  ROSTER_SHEET,
  textAt,
  valueAt,
  type CoverPlaces,
  type ProgrammePlaces,
  printedName,
} from "./places";
import { reported } from "./reported";
import { rosterLists } from "./roster-sheet";
import { markedSheets } from "./summary/marker";
import { coverInputs, programmeInputs, validationsOf, type InputRule, type ValidationContext } from "./validations";

/** A form as read, with where everything stands: for writing back and for leading to a cell. */
export interface ReadForm {
  readonly submission: Submission;
  readonly identification: Identification;
  readonly cover: CoverPlaces;
  /** In the order of `submission.programmes`. */
  readonly programmes: readonly ProgrammePlaces[];
  readonly beside: Beside;
}

/** What a reader may know beside the workbook. */
export interface ReadOptions {
  /** The language of validations that are restored. */
  readonly locale: Locale;
}

/** Formulas where values belong. */
function formulas(sheet: GridSheet, inputs: readonly Reported[]): Anomaly[] {
  return inputs.flatMap((value): Anomaly[] => {
    const formula = cellAt(sheet, value.at)?.formula;
    return formula === undefined ? [] : [{ kind: "formula", at: value.at, formula, value }];
  });
}

type Guarded = Pick<InputRule, "at" | "type">;

/** The cells that need a validation, and of which type, from above: the same in all forms that are laid out alike. */
const guarded = new WeakMap<CoverPlaces | ProgrammePlaces, readonly Guarded[]>();

/** Input cells whose native validation is gone: one fact per sheet, since pasting wipes many at once. */
function removedValidations(sheet: GridSheet, places: CoverPlaces | ProgrammePlaces, inputs: () => readonly InputRule[]): Anomaly[] {
  let needed = guarded.get(places);
  if (!needed) {
    const order = (a: Guarded, b: Guarded): number => a.at.row - b.at.row || a.at.column - b.at.column;
    guarded.set(
      places,
      (needed = inputs()
        .map(({ at, type }) => ({ at, type }))
        .sort(order)),
    );
  }
  const isGuarded = ({ at, type }: Guarded): boolean =>
    sheet.validations.some((one) => one.type === type && one.areas.some((area) => holds(area, at)));
  const cells = needed.filter((input) => !isGuarded(input)).map(({ at }) => at);
  return cells.length === 0 ? [] : [{ kind: "validation-removed", at: cells[0]!, cells, restore: validationsOf(inputs()) }];
}

/** Locked cells that are not what the form was issued with. */
function altered(sheet: GridSheet, places: ProgrammePlaces, report: ProgrammeReport, form: Form): Anomaly[] {
  return form.indicators.flatMap((indicator): Anomaly[] => {
    const { code } = indicator;
    const found = report.comparisons[code]!;
    const issued = comparisonOf(report.previous, indicator);
    const unchanged = found.kind === "blank" ? issued === undefined : found.kind === "number" && found.value === issued;
    const anomalies: Anomaly[] = unchanged ? [] : [{ kind: "comparison-altered", at: found.at, code, found, issued }];
    const row = places.indicators.get(code)!;
    const printed = (column: number, label: string, unit?: true): void => {
      const at = { sheet: sheet.name, row, column };
      const text = textOf(reported(sheet, at)) ?? "";
      if (withoutSpaces(text) !== withoutSpaces(label))
        anomalies.push({ kind: "label-altered", at, code, found: text, issued: label, ...(unit ? { unit } : {}) });
    };
    printed(places.columns.name, printedName(indicator, form));
    printed(places.columns.unit, indicator.unit, true);
    return anomalies;
  });
}

/** Whether the comparison values printed on a sheet are those of an earlier report, all of them. */
function printsComparisonsOf(comparisons: ProgrammeReport["comparisons"], form: Form, previous: Previous): boolean {
  const pairs = form.indicators.map((indicator) => ({
    found: numberOf(comparisons[indicator.code]),
    issued: comparisonOf(previous, indicator),
  }));
  return pairs.some(({ issued }) => issued !== undefined) && pairs.every(({ found, issued }) => found === issued);
}

/** What the form was issued with for a sheet: by its line, or, where that was mistyped or emptied, by the values printed on it. */
function previousOf(
  { cluster, programme, comparisons }: Pick<ProgrammeReport, "cluster" | "programme" | "comparisons">,
  form: Form,
  previous: readonly Previous[],
): Previous | undefined {
  const ofLine = previous.find((one) => one.cluster === textOf(cluster) && one.programme === textOf(programme));
  return ofLine ?? previous.find((one) => printsComparisonsOf(comparisons, form, one));
}

function readProgramme(sheet: GridSheet, places: ProgrammePlaces, form: Form, previous: readonly Previous[]): ProgrammeReport {
  const record = (keys: readonly string[], at: (key: string) => CellRef): Record<string, Reported> =>
    Object.fromEntries(keys.map((key) => [key, reported(sheet, at(key))]));
  const codes = form.indicators.map(({ code }) => code);
  const line = {
    cluster: reported(sheet, lineAt(places, "cluster")),
    programme: reported(sheet, lineAt(places, "programme")),
    comparisons: record(codes, (code) => comparisonAt(places, code)),
  };
  return {
    sheet: sheet.name,
    category: reported(sheet, lineAt(places, "category")),
    ...line,
    values: record(codes, (code) => valueAt(places, code)),
    explanations: record(["line", ...codes], (row) => explanationAt(places, row)),
    texts: record(
      form.texts.map(({ id }) => id),
      (id) => textAt(places, id),
    ),
    previous: previousOf(line, form, previous),
  };
}

/** The sheets without those of a reviewers' summary beside the form: some have the headings of a programme sheet. */
function ofForms(grid: Grid): GridSheet[] {
  const summary = new Set(Object.values(markedSheets(grid)));
  return grid.sheets.filter(({ name }) => !summary.has(name));
}

/** Finds the identification, or says why the workbook is not taken. */
function identify(grid: Grid, form: Form): Result<Identification, Refusal> {
  const meta = grid.sheets.find((sheet) => sheet.name === META_SHEET);
  if (meta) return readMeta(meta, form);
  if (Object.values(DEFINITION_BOOK_SHEETS).every((name) => grid.sheets.some((sheet) => sheet.name === name)))
    return refuse({ code: "definition-book", detail: Object.values(DEFINITION_BOOK_SHEETS).join(", ") });
  const ours = ofForms(grid).some((sheet) => sheet.name === ROSTER_SHEET || layoutOf(sheet, form).programme !== undefined);
  return refuse(ours ? { code: "no-identification", detail: META_SHEET } : notThisForm(form, `no ${META_SHEET}`));
}

interface FoundSheet {
  readonly sheet: GridSheet;
  readonly layout: Layout;
}

/** The name of a programme sheet that was issued and is gone. */
function missingSheet(identification: Identification, sheets: readonly FoundSheet[], form: Form): string | undefined {
  if (sheets.length > 0 && sheets.length >= identification.sheets.length) return undefined;
  return identification.sheets.find((name) => !sheets.some(({ sheet }) => sheet.name === name)) ?? form.labels.programmeSheet;
}

/**
 * Reads a form from a workbook by its identification and its printed labels.
 * @returns the submission and its places; or a refusal, with `where` for `structure-changed`; a form of an earlier version with other
 *   rows is `older-form`
 */
export function readForm(grid: Grid, catalogue: Catalogue, { locale }: ReadOptions): Result<ReadForm, Refusal> {
  const { form } = catalogue;
  const identified = identify(grid, form);
  if (!identified.ok) return identified;
  const read = readSheets(grid, identified.value, catalogue, locale);
  const { version } = identified.value.form;
  if (read.ok || read.error.code !== "structure-changed" || version >= form.version) return read;
  // It is as it was issued, and what is missing in it came later.
  return refuse({ code: "older-form", detail: read.error.detail, version, known: form.version });
}

function readSheets(
  grid: Grid,
  identification: Identification,
  catalogue: Catalogue,
  locale: ReadOptions["locale"],
): Result<ReadForm, Refusal> {
  const { form, roster, ruleset } = catalogue;
  const all = ofForms(grid)
    .filter((sheet) => !HIDDEN_SHEETS.includes(sheet.name))
    .map((sheet): FoundSheet => ({ sheet, layout: layoutOf(sheet, form) }));
  const covers = all.filter(({ layout }) => layout.cover !== undefined);
  const found = ownCover(covers, identification, form);
  if (!found?.layout.cover) return structureChanged(form.labels.coverSheet, form.labels.coverSheet);
  if (!found.layout.cover.ok) return found.layout.cover;
  const cover = found.layout.cover.value;
  const sheets = all.filter((one) => one !== found && one.layout.programme !== undefined);
  const missing = missingSheet(identification, sheets, form);
  if (missing !== undefined) return structureChanged(missing, missing);
  const period = parsePeriod(identification.period);
  if (!period) return structureChanged(META_SHEET, form.labels.period);

  const context: ValidationContext = { form, roster, ruleset, lists: rosterLists(roster, period, ruleset.explanation), locale, period };
  const { school, period: shownPeriod } = coverSheetOf(found.sheet, cover);
  const items = Object.fromEntries(form.cover.map(({ id }) => [id, reported(found.sheet, coverAt(cover, id))]));
  const anomalies: Anomaly[] = [
    ...formulas(found.sheet, [school, shownPeriod, ...Object.values(items)]),
    ...removedValidations(found.sheet, cover, () => coverInputs(cover, context)),
    ...overwrittenCover(found.sheet, cover),
  ];
  const programmes: ProgrammePlaces[] = [];
  const reports: ProgrammeReport[] = [];
  for (const { sheet, layout } of sheets) {
    const places = layout.programme!;
    if (!places.ok) return places;
    const report = readProgramme(sheet, places.value, form, identification.previous);
    programmes.push(places.value);
    reports.push(report);
    const { category, cluster, programme, values, explanations, texts } = report;
    anomalies.push(
      ...formulas(sheet, [category, cluster, programme, ...Object.values(values), ...Object.values(explanations), ...Object.values(texts)]),
      ...removedValidations(sheet, places.value, () => programmeInputs(places.value, cover, context, report.previous)),
      ...altered(sheet, places.value, report, form),
      ...overwrittenResults(sheet, places.value),
    );
  }
  const assembled = {
    cover: coverSheetOf(found.sheet, cover),
    otherCovers: covers.flatMap(({ sheet, layout }) =>
      sheet !== found.sheet && layout.cover?.ok ? [coverSheetOf(sheet, layout.cover.value)] : [],
    ),
    programmes: sheets.map(({ sheet }, index) => ({ sheet, places: programmes[index]! })),
  };
  const sealPlace = { sheet: cover.sheet, row: cover.seal, column: cover.input };
  anomalies.push(
    ...foreignSheets(assembled, identification, form.labels),
    ...hiddenSheets(assembled),
    ...definitionAltered(grid, identification, catalogue, sealPlace),
  );
  return ok({
    identification,
    cover,
    programmes,
    beside: besideOf(grid, new Set([found, ...sheets].map(({ sheet }) => sheet.name))),
    submission: {
      form: { id: form.id, version: identification.form.version },
      // The one it was issued under: later rulesets must not break its seal.
      ruleset: identification.ruleset,
      issued: { school: identification.school, period: identification.period },
      school,
      period: shownPeriod,
      cover: items,
      programmes: reports,
      anomalies,
      sealPlace,
      seal: identification.seal,
    },
  });
}

function structureChanged(where: string, missing: string): { readonly ok: false; readonly error: Refusal } {
  return refuse({ code: "structure-changed", detail: `${where}: ${missing}`, where, missing });
}
