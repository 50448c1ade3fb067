import {
  linesOf,
  PENDING_EFFECT,
  pendingFigures,
  schools,
  type Consolidation,
  type FileRecord,
  type Finding,
  type LineValue,
  type Movement,
  type RankedFinding,
  type ReportLine,
  type ReportingPeriod,
  type Sums,
} from "../../src/domain";
import { form, roster } from "../../src/forms";

export const PERIOD: ReportingPeriod = { year: 2026, half: 2 };

/** Numbers that look random and are the same in every run. */
function seeded(seed: number): () => number {
  let state = seed;
  return () => (state = (state * 48_271) % 2_147_483_647) / 2_147_483_647;
}

const FIRST_ROW = 9;

function valueOf(row: number, decimals: number, random: () => number): LineValue {
  const place = { row: FIRST_ROW + row, column: 5 };
  const chance = random();
  if (chance < 0.02) return { ...place, shown: "=1+1" };
  if (chance < 0.04) return place;
  const value = Math.round(random() * 500 * 10 ** decimals) / 10 ** decimals;
  const comparison = Math.round(random() * 400 * 10 ** decimals) / 10 ** decimals;
  return random() < 0.8 ? { ...place, value, comparison } : { ...place, value };
}

function line(
  file: number,
  school: string,
  of: Pick<ReportLine, "category" | "cluster" | "programme">,
  sheet: number,
  random: () => number,
) {
  const values = Object.fromEntries(form.indicators.map(({ code, type }, row) => [code, valueOf(row, type.decimals, random)]));
  const { category, cluster, programme } = of;
  return { file, school, category, cluster, programme, sheet: `表${sheet}`, values };
}

type Pending = (line: ReportLine, code: string) => boolean;

/** By clusters and indicators, added up one by one: how a movement is meant. @param isPending which figures are 待核 */
export function movementsOf(lines: readonly ReportLine[], isPending: Pending = () => false): Movement[] {
  const clusters = [...new Map(lines.map((one) => [`${one.category}|${one.cluster}`, one])).values()];
  return clusters.flatMap(({ category, cluster }) =>
    form.indicators.map(({ code, measure, type }): Movement => {
      const group = lines.filter((one) => one.category === category && one.cluster === cluster);
      const sum = (of: readonly (number | undefined)[]): number =>
        Number(of.reduce<number>((a, b) => a + (b ?? 0), 0).toFixed(type.decimals));
      const sums = (of: readonly ReportLine[]): Sums => {
        const own = of.map((one) => one.values[code]!);
        const both = own.filter(({ value, comparison }) => value !== undefined && comparison !== undefined);
        return {
          total: sum(own.map(({ value }) => value)),
          comparable: sum(both.map(({ value }) => value)),
          before: both.length === 0 ? undefined : sum(both.map(({ comparison }) => comparison)),
          matched: both.length,
          lines: own.filter(({ value }) => value !== undefined).length,
        };
      };
      return {
        category,
        cluster,
        indicator: code,
        basis: measure === "stock" ? "lastPeriod" : "sameHalf",
        ...sums(group),
        pending: group.filter((line) => isPending(line, code)).length,
        settled: sums(group.filter((line) => !isPending(line, code))),
      };
    }),
  );
}

const COUNTS = { fatal: 0, error: 0, query: 2, explained: 1, advisory: 3, notChecked: 0, reviewer: 0 };

function fileOf(school: string, path: readonly string[], fate: FileRecord["fate"], sealed = true): FileRecord {
  return {
    arrival: { path, received: "2026-12-28T02:30:00.000Z" },
    fate,
    form: {
      school,
      period: "2026-S2",
      reported: "2026-12-27",
      seal: sealed ? { state: "sealed", code: "7K3Q-ABCD-EFGH" } : { state: "none" },
      counts: COUNTS,
      status: "blocked",
      email: "zhangsan@example.edu.cn",
    },
  };
}

function findingOf(file: number, school: string, programme: string, effect: number | undefined): RankedFinding {
  const finding: Finding = {
    rule: "large-change",
    ref: "B02",
    severity: "query",
    state: "open",
    message: "rose",
    facts: { code: "20", name: "校企联合培养学生总数", unit: "人", found: 480, compared: 210, difference: 270, percent: 129, limit: 30 },
    at: { sheet: "表1", row: 28, column: 5 },
    related: [],
    indicator: "20",
    programme,
    found: 480,
    expected: 210,
    explanation: { at: { sheet: "表1", row: 28, column: 7 }, text: '=HYPERLINK("http://example.edu.cn")' },
  };
  const pending = (effect ?? 0) >= PENDING_EFFECT ? { pending: ["20"] } : {};
  return { id: `Q-${file}-B02-20`, file, school, finding, answer: "=1+1", ...(effect === undefined ? {} : { effect }), ...pending };
}

/** A consolidation without files: every school of the roster is missing. */
export const empty: Consolidation = {
  period: PERIOD,
  form: { id: form.id, version: form.version, code: "0000-0000-0000" },
  ruleset: { id: "annex2", version: 1 },
  acts: ["A08", "B01"],
  files: [],
  lines: [],
  schools: schools(roster).map((school) => ({
    school,
    onRoster: true,
    state: "missing",
    files: [],
    missingLines: linesOf(roster, school),
  })),
  findings: [],
  movements: [],
  replies: [],
  passedOver: [],
};

/**
 * A province: most schools report, one late, one not at all, one sends only what cannot be read, one resends, one is under another name.
 * @param copies how often the reporting schools are there, under names of their own, to make it large
 */
export function province(seed = 7, copies = 1): Consolidation {
  const random = seeded(seed);
  const files: FileRecord[] = [];
  const lines: ReportLine[] = [];
  const findings: RankedFinding[] = [];
  const records = schools(roster).map((school, index): Consolidation["schools"][number] => {
    const missingLines = linesOf(roster, school);
    if (index === 3) return { school, onRoster: true, state: "missing", files: [], missingLines };
    if (index === 5) {
      const why = { code: "encrypted", detail: "EncryptedPackage" } as const;
      const number = files.push({ arrival: { path: ["收件.zip", `${school}.xlsx`] }, fate: { kind: "refused", why } }) - 1;
      return { school, onRoster: true, state: "refused", files: [number], missingLines };
    }
    const number =
      files.push(fileOf(school, ["来件", `${school}-2026年下半年-进展情况统计表.xlsx`], { kind: "used" }, index % 4 !== 0)) - 1;
    missingLines.forEach((entry, sheet) => lines.push(line(number, school, entry, sheet + 1, random)));
    if (index % 3 === 0) findings.push(findingOf(number, school, missingLines[0]!.programme, random() / 10));
    return { school, onRoster: true, state: index === 2 ? "late" : "received", file: number, files: [number], missingLines: [] };
  });
  const older = fileOf(schools(roster)[0]!, ["来件", "旧 #1 100%.xlsx"], {
    kind: "superseded",
    by: 0,
    why: "older",
    difference: {
      cells: [
        { programme: "智能光电技术应用", item: "20", sheet: "表1", row: 28, column: 5, before: 210, after: 480 },
        { programme: "", item: "phone", sheet: "封面", row: 8, column: 2, before: "", after: "027-00000000" },
      ],
      fixed: 1,
      still: 2,
      added: 0,
    },
  });
  files.push(older);
  files.push(
    fileOf("武汉职业技术学院", ["来件", "2025.xlsx"], { kind: "refused", why: { code: "another-period", period: "2025-S2" } }, false),
  );
  const stranger = "=cmd|'/c calc'!A0";
  const number = files.push(fileOf(stranger, ["来件", '=1+1",A1&"夹带.xlsx'], { kind: "used" }, false)) - 1;
  lines.push(line(number, stranger, { category: "", cluster: ">=1", programme: "*?~" }, 1, random));
  lines.push(line(number, stranger, { category: "自报类别", cluster: "", programme: "" }, 2, random));
  findings.push(findingOf(number, stranger, "*?~", undefined));
  for (let copy = 1; copy < copies; copy++)
    for (const one of lines.slice(0, linesOfRoster())) lines.push({ ...one, school: `${one.school}${copy}` });
  return {
    ...empty,
    files,
    lines,
    schools: [...records, { school: stranger, onRoster: false, meant: "武汉职业技术学院", state: "received", file: number, files: [number], missingLines: [] }], // prettier-ignore
    findings: findings.sort((a, b) => (b.effect ?? -1) - (a.effect ?? -1)),
    movements: movementsOf(lines, pendingFigures({ findings })),
    passedOver: [{ path: ["来信.eml", "image001.png"], why: "inline-picture" }],
  };
}

const linesOfRoster = (): number => province().lines.length;
