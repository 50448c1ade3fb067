import { serialOfDay, type Catalogue, type CellValue } from "../../src/domain";
import { localeFor, type Locale } from "../../src/locales";
import { COVER, TEXTS, VALUES, type Entered } from "../fill";
import { farms } from "../second-form/farms";
import { COVER as FARM_COVER, EAST, RED } from "../second-form/filled";
import { sample } from "../second-form/sample";
import { catalogue } from "../sheets/plans";

/** A form of which files are made, and what fills it in soundly. */
export interface Subject {
  readonly catalogue: Catalogue;
  readonly locale: Locale;
  /** Schools of its roster, with one line and with several. */
  readonly schools: readonly string[];
  /** By indicator code; no two sheets have the same throughout. */
  readonly values: (sheet: number) => Readonly<Record<string, number>>;
  readonly texts: Readonly<Record<string, string>>;
  /** By item. A day is a number. */
  readonly cover: Readonly<Record<string, CellValue>>;
  /** Texts of which no relation asks more than that they are there. */
  readonly free: readonly string[];
}

const isDay = (value: Entered): value is { readonly day: string } => typeof value === "object" && value !== null;

export const annex2: Subject = {
  catalogue,
  locale: localeFor("zh-CN", catalogue.form),
  schools: ["武汉职业技术学院", "湖北三峡职业技术学院", "武汉软件工程职业学院"],
  values: (sheet) => ({ ...VALUES, "26": VALUES["26"]! + sheet }),
  texts: TEXTS,
  cover: Object.fromEntries(Object.entries(COVER).map(([item, value]) => [item, isDay(value) ? serialOfDay(value.day)! : value])),
  free: ["leader", "partners", "problems"],
};

export const secondForm: Subject = {
  catalogue: farms,
  locale: localeFor("zh-CN", farms.form),
  schools: [RED, EAST],
  values: (sheet) => ({ ...sample.values, A1: sample.values.A1 + sheet }),
  texts: sample.texts,
  cover: FARM_COVER,
  free: ["how"],
};
