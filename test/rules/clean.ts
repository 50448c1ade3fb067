import {
  comparisonOf,
  linesOf,
  parseDay,
  SEAL_VERSION,
  sealedItems,
  serialOfDay,
  type Anomaly,
  type CellRef,
  type Previous,
  type ProgrammeReport,
  type Reported,
  type SealRecord,
  type Submission,
} from "../../src/domain";
import { form, roster, ruleset } from "../../src/forms";

export const SCHOOL = "武汉职业技术学院";

/** 本期数 beside what it is compared with; both plausible, and clean under the whole ruleset. */
const TABLE = `
  | code | compared | now   | | code | compared | now   | | code | compared | now   |
  | 01   | 12       | 14    | | 12   | 1        | 1     | | 23   | 44       | 48    |
  | 02   | 4        | 5     | | 13   | 1        | 1     | | 24   | 15       | 16    |
  | 03   | 6        | 7     | | 14   | 2        | 2     | | 25   | 33       | 35    |
  | 04   | 3        | 3     | | 15   | 1        | 1     | | 26   | 92       | 97    |
  | 05   | 2        | 3     | | 16   | 1        | 1     | | 27   | 71       | 76    |
  | 06   | 2        | 2     | | 17   | 2        | 2     | | 28   | 6        | 7     |
  | 07   | 5        | 6     | | 18   | 21       | 23    | | 29   | 83.5     | 88.75 |
  | 08   | 8        | 9     | | 19   | 36.5     | 38.5  | | 30   | 410      | 425   |
  | 09   | 3        | 4     | | 20   | 118      | 126   | | 31   | 9        | 11    |
  | 10   | 1        | 2     | | 21   | 44       | 46    | | 32   | 1        | 1     |
  | 11   | 2        | 2     | | 22   | 30       | 32    | |      |          |       |`;

const NUMBERS = [...TABLE.matchAll(/\| (\d\d) +\| ([\d.]+) +\| ([\d.]+) +/g)]
  .map(([, code, compared, now]) => ({ code: code!, compared: Number(compared), now: Number(now) }))
  .sort((a, b) => Number(a.code) - Number(b.code));

const TEXTS: Readonly<Record<string, string>> = {
  leader: "湖北省经济和信息化厅",
  partners: "武汉示例光电有限公司、湖北示例激光有限公司、武汉示例软件有限公司",
  practice: "与三家企业共建实训基地，本期新立项两项技术服务，派出教师十二人到企业实践。",
  problems: "",
  next: "扩大订单班规模。",
};
const COVER: Readonly<Record<string, string>> = {
  head: "李四",
  filler: "张三",
  phone: "027-00000000",
  email: "zhangsan@example.edu.cn",
  date: "2026-12-20",
};

/**
 * Cells by name: `05` 本期数 of 表1, `c05` its 对比数, `2.05` of 表2, `e05` `e.line` 说明, `t.partners` texts, `line.cluster` heads, `cover.school` the cover;
 * and of the earlier reports `p05` last period, `s05` same half, `pt.practice` texts: as the form was issued with them, and behind `g` as
 * a reviewer's earlier files have them (`gp05`).
 */
export class Draft {
  readonly cells = new Map<string, Reported>();
  readonly places = new Map<string, CellRef>();
  readonly earlier = new Map<string, number | string | undefined>();
  anomalies: Anomaly[] = [];
  seal: SealRecord | undefined;
  private undoes: (() => void)[] = [];

  constructor(readonly sheets = 3) {
    const put = (name: string, sheet: string, row: number, column: number, raw: string): void => {
      const at = { sheet, row, column };
      this.places.set(name, at);
      this.cells.set(name, reported(raw, at));
    };
    put("cover.school", "封面", 4, 2, SCHOOL);
    put("cover.period", "封面", 5, 2, "2026年下半年");
    form.cover.forEach(({ id }, i) => put(`cover.${id}`, "封面", 6 + i, 2, id === "date" ? `date:${COVER[id]}` : `"${COVER[id]}"`));
    linesOf(roster, SCHOOL)
      .slice(0, sheets)
      .forEach((entry, i) => {
        const [sheet, of] = [`表${i + 1}`, i === 0 ? "" : `${i + 1}.`];
        (["category", "cluster", "programme"] as const).forEach((part, row) =>
          put(`${of}line.${part}`, sheet, 4 + row, 2, `"${entry[part]}"`),
        );
        put(`${of}e.line`, sheet, 6, 7, "");
        NUMBERS.forEach(({ code, compared, now }, row) => {
          // No two programmes have the same figures throughout.
          put(`${of}${code}`, sheet, 9 + row, 5, String(code === "26" ? now + i : now));
          put(`${of}e${code}`, sheet, 9 + row, 7, "");
          this.places.set(`${of}c${code}`, { sheet, row: 9 + row, column: 4 });
          const stock = form.indicators[row]!.measure === "stock";
          this.earlier.set(`${of}p${code}`, stock ? compared : compared + 1);
          this.earlier.set(`${of}s${code}`, stock ? compared - 1 : compared);
          for (const kind of ["gp", "gs"]) this.earlier.set(`${of}${kind}${code}`, undefined);
        });
        form.texts.forEach(({ id }, row) => put(`${of}t.${id}`, sheet, 9 + NUMBERS.length + row, 2, TEXTS[id] ? `"${TEXTS[id]}"` : ""));
        this.earlier.set(`${of}pt.practice`, "与两家企业共建实训基地。");
        this.earlier.set(`${of}gpt.practice`, undefined);
      });
  }

  at(name: string): CellRef {
    const place = this.places.get(name);
    if (!place) throw new Error(`no cell ${name}`);
    return place;
  }

  /** Changes cells as written in the tables: `05=-1; t.next=x*401`. */
  plant(changes: string): this {
    for (const change of changes
      .split(";")
      .map((one) => one.trim())
      .filter(Boolean)) {
      const [, name = "", raw = ""] = /^([^=]+)=(.*)$/.exec(change) ?? [];
      if (this.earlier.has(name)) {
        const before = this.earlier.get(name);
        this.undoes.push(() => this.earlier.set(name, before));
        this.earlier.set(name, raw === "" ? undefined : Number.isNaN(Number(raw)) ? raw : Number(raw));
        continue;
      }
      const before = this.cells.get(name)!;
      this.undoes.push(() => this.cells.set(name, before));
      this.cells.set(name, reported(raw, this.at(name)));
    }
    return this;
  }

  undo(): this {
    for (const back of this.undoes.reverse()) back();
    this.undoes = [];
    this.anomalies = [];
    this.seal = undefined;
    return this;
  }

  sealNow(): this {
    const items = new Map(sealedItems(this.submission(), SEAL_VERSION).map(({ key, text }) => [key, text]));
    this.seal = { code: "0000-0000-0000", version: SEAL_VERSION, formCode: "", items };
    return this;
  }

  private previousOf(sheet: number, by: "" | "g"): Previous {
    const of = `${sheet === 0 ? "" : `${sheet + 1}.`}${by}`;
    const numbers = (kind: string): Record<string, number | undefined> =>
      Object.fromEntries(form.indicators.map(({ code }) => [code, this.earlier.get(`${of}${kind}${code}`) as number | undefined]));
    const { cluster, programme } = linesOf(roster, SCHOOL)[sheet]!;
    return {
      cluster,
      programme,
      lastPeriod: numbers("p"),
      sameHalf: numbers("s"),
      explanations: {},
      texts: { practice: this.earlier.get(`${of}pt.practice`) as string | undefined },
    };
  }

  submission(): Submission {
    const cell = (name: string): Reported => this.cells.get(name)!;
    const record = (keys: readonly string[], of: string): Record<string, Reported> =>
      Object.fromEntries(keys.map((key) => [key, cell(of + key)]));
    const codes = form.indicators.map(({ code }) => code);
    const programmes = Array.from({ length: this.sheets }, (_, i): ProgrammeReport => {
      const of = i === 0 ? "" : `${i + 1}.`;
      const previous = this.previousOf(i, "");
      const given = this.previousOf(i, "g");
      return {
        sheet: `表${i + 1}`,
        category: cell(`${of}line.category`),
        cluster: cell(`${of}line.cluster`),
        programme: cell(`${of}line.programme`),
        values: record(codes, of),
        explanations: { ...record(codes, `${of}e`), line: cell(`${of}e.line`) },
        texts: record(
          form.texts.map(({ id }) => id),
          `${of}t.`,
        ),
        comparisons: Object.fromEntries(
          form.indicators.map((indicator) => {
            return [indicator.code, reported(String(comparisonOf(previous, indicator) ?? ""), this.at(`${of}c${indicator.code}`))];
          }),
        ),
        previous,
        given,
      };
    });
    return {
      form: { id: form.id, version: form.version },
      ruleset: { id: ruleset.id, version: ruleset.version },
      issued: { school: SCHOOL, period: "2026-S2" },
      school: cell("cover.school"),
      period: cell("cover.period"),
      cover: record(
        form.cover.map(({ id }) => id),
        "cover.",
      ),
      programmes,
      anomalies: this.anomalies,
      sealPlace: { sheet: "封面", row: 20, column: 2 },
      seal: this.seal,
    };
  }
}

/** A filled form in which nothing is to be found. */
export function cleanSubmission(): Submission {
  return new Draft().submission();
}

/** Reads a cell of a table: nothing, a number, `#REF!`, `TRUE`, `date:2026-12-20`, `time:0.125`, `x*401` (a long text), `"text"` or plain text. */
function reported(raw: string, at: CellRef): Reported {
  if (raw === "") return { kind: "blank", at };
  if (/^#|^TRUE$/.test(raw)) return { kind: "fault", code: raw, at };
  if (raw.startsWith("date:")) return { kind: "date", serial: serialOfDay(raw.slice(5)) ?? 60, day: parseDay(raw.slice(5)), at };
  if (raw.startsWith("time:")) return { kind: "time", value: Number(raw.slice(5)), at };
  const long = /^(.)\*(\d+)$/.exec(raw);
  if (long) return { kind: "text", value: long[1]!.repeat(Number(long[2])), at };
  const text = /^"(.*)"$/s.exec(raw);
  if (text) return { kind: "text", value: text[1]!, at };
  return Number.isNaN(Number(raw)) ? { kind: "text", value: raw, at } : { kind: "number", value: Number(raw), at };
}
