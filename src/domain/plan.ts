import type { Area, CellValue } from "./cell";
import type { DefinedName, SheetState, Validation } from "./grid";

/** `RRGGBB`. */
export type Colour = string;

export interface Font {
  readonly name?: string;
  /** Points. */
  readonly size?: number;
  readonly bold?: boolean;
  readonly italic?: boolean;
  readonly underline?: boolean;
  readonly colour?: Colour;
}

export type BorderStyle = "thin" | "medium" | "thick" | "hair" | "dotted" | "dashed" | "double";
export interface Border {
  readonly left?: BorderStyle;
  readonly right?: BorderStyle;
  readonly top?: BorderStyle;
  readonly bottom?: BorderStyle;
  /** Of all edges; black where absent. */
  readonly colour?: Colour;
}

export interface Style {
  readonly font?: Font;
  readonly fill?: Colour;
  readonly border?: Border;
  /** An Excel number format code, such as `#,##0.00`. */
  readonly numberFormat?: string;
  readonly horizontal?: "left" | "center" | "right" | "fill" | "justify" | "distributed";
  readonly vertical?: "top" | "center" | "bottom";
  readonly wrap?: boolean;
  readonly shrink?: boolean;
  /** Steps of about three spaces. */
  readonly indent?: number;
  /** False opens the cell on a protected sheet. */
  readonly locked?: boolean;
}

export interface PlanCell {
  readonly row: number;
  readonly column: number;
  /** With a formula: its cached value. A text is always written as text, never as a formula. */
  readonly value: CellValue;
  /** Without the leading `=`. */
  readonly formula?: string;
  readonly style?: Style;
}

/** What a conditional format puts over a cell's own style. */
export interface ConditionalStyle {
  readonly colour?: Colour;
  readonly bold?: boolean;
  readonly fill?: Colour;
}
export interface ConditionalFormat {
  readonly areas: readonly Area[];
  /** Without `=`, relative to the top left cell of the first area. */
  readonly formula: string;
  readonly style: ConditionalStyle;
  readonly stopIfTrue?: boolean;
}

export interface PageSetup {
  /** ECMA-376 paper code: 9 is A4, 8 is A3. */
  readonly paper: number;
  readonly landscape?: boolean;
  /** Pages across and down; 0 leaves one direction open. */
  readonly fitTo?: { readonly width: number; readonly height: number };
  readonly centred?: boolean;
  /** Inches. */
  readonly margins?: {
    readonly left: number;
    readonly right: number;
    readonly top: number;
    readonly bottom: number;
    readonly header: number;
    readonly footer: number;
  };
  /** Excel header and footer codes, such as `&C&P/&N`. */
  readonly header?: string;
  readonly footer?: string;
  readonly area?: Area;
  /** Rows repeated on each page, first and last. */
  readonly titleRows?: readonly [number, number];
}

/** A guard-rail without a password. Everything not allowed is locked. */
export interface Protection {
  readonly allow?: readonly (
    | "formatCells"
    | "formatColumns"
    | "formatRows"
    | "insertColumns"
    | "insertRows"
    | "insertHyperlinks"
    | "deleteColumns"
    | "deleteRows"
    | "sort"
    | "autoFilter"
    | "pivotTables"
  )[];
}

export interface Hyperlink {
  readonly row: number;
  readonly column: number;
  /** A place in this workbook, such as `表1!A1`, or an address outside. */
  readonly to: { readonly place: string } | { readonly url: string };
  readonly tip?: string;
}

export interface TablePlan {
  readonly name: string;
  readonly area: Area;
  /** One per column of the area; equal to the texts of its first row. */
  readonly columns: readonly string[];
  readonly style?: string;
}

export interface ChartPlan {
  readonly kind: "bar" | "column" | "line" | "pie";
  readonly title: string;
  readonly area: Area;
  readonly series: readonly {
    readonly name: string;
    /** Plain references, such as `汇总!$A$2:$A$9`. */
    readonly categories: string;
    readonly values: string;
    readonly colour?: Colour;
    /** Cached points, in the order of the references. */
    readonly cachedCategories?: readonly string[];
    readonly cachedValues?: readonly (number | null)[];
  }[];
  readonly xTitle?: string;
  readonly yTitle?: string;
  readonly legend?: "right" | "bottom" | "top";
  readonly labels?: "value" | "percent";
}

/** A cell of a row that tells where it lies. One object may stand in many rows: what is alike in them is then written from one making. */
export type RowCell = Omit<PlanCell, "row">;

/** A row that is made while it is written. */
export interface PlanRow {
  readonly row: number;
  /** From left to right. */
  readonly cells: readonly RowCell[];
}

/** Rows that are made one by one, while they are written: hundreds of thousands of them are never a list. Always the same rows. */
export interface RowsPlan extends Iterable<PlanRow> {
  /** Where their cells lie: below all others of the sheet. */
  readonly area: Area;
  /** In points, what a row starts with that still grows with its text; rows keep their automatic height where absent. */
  readonly heightOf?: (cells: readonly RowCell[]) => number;
}

export interface Fold {
  readonly first: number;
  readonly last: number;
}

export interface SheetPlan {
  readonly name: string;
  readonly state: SheetState;
  /** Row by row, each row from left to right. */
  readonly cells: readonly PlanCell[];
  readonly rows?: RowsPlan;
  /** Its texts stand in its cells, not among those that all sheets share: it can be read where the shared ones are too many. */
  readonly ownTexts?: true;
  /** In characters of the default font, from column A on; 0 hides a column. */
  readonly columnWidths?: readonly number[];
  /** In points, by row index; a row not named here keeps its automatic height. */
  readonly rowHeights?: ReadonlyMap<number, number>;
  /** In points, by row index: what a row of `cells` starts with that still grows with its text. */
  readonly autoHeights?: ReadonlyMap<number, number>;
  /** Rows, from first to last, that fold away under the row above them and are folded at first. Downwards, with a row between two folds. */
  readonly folds?: readonly Fold[];
  readonly merges?: readonly Area[];
  /** Rows above and columns left of this cell stay in view. */
  readonly freeze?: { readonly row: number; readonly column: number };
  readonly gridLines?: boolean;
  readonly zoom?: number;
  readonly tabColour?: Colour;
  readonly page?: PageSetup;
  readonly protection?: Protection;
  readonly validations?: readonly Validation[];
  readonly conditionalFormats?: readonly ConditionalFormat[];
  readonly links?: readonly Hyperlink[];
  readonly autoFilter?: Area;
  readonly tables?: readonly TablePlan[];
  readonly charts?: readonly ChartPlan[];
}

/** All cells of a sheet in their order, those that are made on demand among them. */
export function* planCells({ cells, rows }: SheetPlan): Generator<PlanCell> {
  yield* cells;
  for (const { row, cells: its } of rows ?? []) for (const cell of its) yield { ...cell, row };
}

/** All of a workbook, before it is bytes. The same plan always gives the same bytes. */
export interface WorkbookPlan {
  readonly title?: string;
  readonly defaultFont: { readonly name: string; readonly size: number };
  readonly sheets: readonly SheetPlan[];
  readonly names?: readonly DefinedName[];
  /** Index of the sheet shown first. */
  readonly active?: number;
  readonly lockStructure?: boolean;
}

/** One change to a workbook that exists. Everything that no change names stays as it was. */
export type Change =
  | { readonly kind: "value"; readonly sheet: string; readonly row: number; readonly column: number; readonly value: CellValue }
  /** Replaces all validations of a sheet. */
  | { readonly kind: "validations"; readonly sheet: string; readonly validations: readonly Validation[] }
  /** Points of a row that goes on growing with its text: LibreOffice never fits a row again on loading. A live Excel fits it by itself. */
  | { readonly kind: "height"; readonly sheet: string; readonly row: number; readonly points: number }
  /** Forgets the cached results of the formulas in some areas: other changes made them untrue. A live Excel calculates by itself. */
  | { readonly kind: "stale"; readonly sheet: string; readonly areas: readonly Area[] };
