import { linesOf, periodId, periodLabel, schools, type Form, type ReportingPeriod } from "../../src/domain";
import type { EarlierForms } from "../../src/actions/earlier";
import { formFileName } from "../../src/actions/issue";
import { programmeSheetName } from "../../src/sheets/places";
import { writeXlsx } from "../../src/workbook/xlsx";
import { richPlan } from "../xlsx/rich-plan";
import { compoundFile, makeZip } from "../xlsx/zip-maker";
import { earlierOf, filled, sealed, withNumber, type Filling } from "./forms";
import { mail } from "./mail";
import type { Numbers } from "./numbers";
import { Random } from "./random";
import { annex2, type Plot } from "./plot";

export const PERIODS: readonly ReportingPeriod[] = [
  { year: 2025, half: 2 },
  { year: 2026, half: 1 },
  { year: 2026, half: 2 },
];
const REPORTED = ["2025-12-20", "2026-06-20", "2026-12-20"];
const LATER = "2026-12-22";

/** A finding that was put into a form on purpose: open, or answered by an explanation. */
export interface Planted {
  readonly ref: string;
  readonly sheet: string;
  readonly code: string;
  readonly state: "open" | "explained";
}

/** The truth about one file of the folder. */
export interface TrueFile {
  /** As the parcel gives it; the first step is the path in the folder. */
  readonly path: readonly string[];
  readonly bytes: Uint8Array;
  /** As the form says it; absent where the file is no readable form. */
  readonly school?: string;
  readonly period?: string;
  readonly seal?: "sealed" | "changed" | "none";
  readonly planted: readonly Planted[];
  readonly numbers: readonly Numbers[];
  /** What a reviewer should see become of it. */
  readonly fate:
    | { readonly kind: "used" }
    | { readonly kind: "superseded"; readonly why: "unsealed" | "older" | "same" }
    | { readonly kind: "refused"; readonly code: string };
}

/** A province's mail of one period, and what is true about it. */
export interface Province {
  readonly period: string;
  /** What lies in the folder: path with slashes to bytes. */
  readonly folder: ReadonlyMap<string, Uint8Array>;
  /** The sealed forms of the earlier periods, file name to bytes, oldest period first. */
  readonly earlier: readonly ReadonlyMap<string, Uint8Array>[];
  readonly files: readonly TrueFile[];
  readonly missing: readonly string[];
  /** The school under a name that the roster lacks, and the one it means. */
  readonly misspelt: { readonly typed: string; readonly meant: string };
}

/** What happens to the form of a school, in the order in which the shuffled schools meet it; the others seal and send. */
const STORIES = [
  "missing",
  "missing",
  "explained",
  "unexplained",
  "error",
  "changed",
  "unsealed",
  "resubmitted",
  "sealed-then-unsealed",
  "misspelt",
  "damaged",
  "encrypted",
  "twice",
  "together",
  "together",
] as const;
type Story = (typeof STORIES)[number] | "sealed";

type Sent = Omit<TrueFile, "path">;

/** Makes the province of a seed. The same seed gives the same bytes. */
export async function province(seed: number, plot = annex2): Promise<Province> {
  const { form, roster } = plot.catalogue;
  const random = new Random(seed);
  const names = schools(roster);
  const grown = new Map(names.map((school) => [school, linesOf(roster, school).map(() => plot.growing(random, PERIODS.length))]));
  const filling = (school: string, period: number): Filling => ({
    school,
    period: PERIODS[period]!,
    day: REPORTED[period]!,
    numbers: grown.get(school)!.map((periods) => periods[period]!),
  });
  const earlier: Map<string, Uint8Array>[] = [];
  const gathered = (): Promise<EarlierForms> => {
    const files = earlier.flatMap((of) => [...of.values()]);
    return earlierOf(files, plot);
  };
  for (const period of [0, 1]) {
    const before = await gathered();
    const files = new Map<string, Uint8Array>();
    for (const school of names) {
      const bytes = await sealed(filled(filling(school, period), before, plot), plot);
      files.set(formFileName(form, school, periodLabel(PERIODS[period]!)), bytes);
    }
    earlier.push(files);
  }
  const before = await gathered();
  const stories = new Map(random.shuffled(names).map((school, index): [string, Story] => [school, STORIES[index] ?? "sealed"]));
  const misspelt = { typed: "", meant: "" };
  const sent: { readonly school: string; readonly story: Story; readonly files: readonly Sent[] }[] = [];
  for (const school of names) {
    const story = stories.get(school)!;
    const files = await told(story, filling(school, 2), (changed) => filled(changed, before, plot), plot);
    if (story === "misspelt") Object.assign(misspelt, { typed: files[0]!.school!, meant: school });
    sent.push({ school, story, files });
  }
  const { folder, files } = packed(sent, form);
  const missing = sent.filter((one) => one.story === "missing" || one.story === "misspelt").map(({ school }) => school);
  return { period: periodId(PERIODS[2]!), folder, earlier, files, missing, misspelt };
}

/** The files a school sends in its story. */
async function told(story: Story, usual: Filling, make: (filling: Filling) => Uint8Array, plot: Plot): Promise<Sent[]> {
  const { school, numbers } = usual;
  const { form, roster } = plot.catalogue;
  const sheet = programmeSheetName(form, 0);
  /** The numbers with one on the first sheet otherwise. */
  const withFirst = (code: string, change: (was: number) => number): Numbers[] => [
    { ...numbers[0]!, [code]: change(numbers[0]![code]!) },
    ...numbers.slice(1),
  ];
  const oneMore = (was: number): number => was + 1;
  const about = { school, period: periodId(usual.period), planted: [], numbers, fate: { kind: "used" } } as const;
  const jump = { ...plot.jump, sheet };
  const jumped = withFirst(jump.code, (was) => was * 2);
  const corrected = withFirst(plot.corrected, oneMore);
  const close = (bytes: Uint8Array): Promise<Uint8Array> => sealed(bytes, plot);
  const clean = (): Promise<Uint8Array> => close(make(usual));
  switch (story) {
    case "missing":
      return [];
    case "sealed":
    case "together":
      return [{ ...about, bytes: await clean(), seal: "sealed" }];
    case "explained": {
      const explanations = [{ [jump.code]: "本期新签项目两个，已按合同核对，数量随之增加" }];
      const bytes = await close(make({ ...usual, numbers: jumped, explanations }));
      return [{ ...about, bytes, seal: "sealed", numbers: jumped, planted: [{ ...jump, state: "explained" }] }];
    }
    case "unexplained":
      return [
        { ...about, bytes: make({ ...usual, numbers: jumped }), seal: "none", numbers: jumped, planted: [{ ...jump, state: "open" }] },
      ];
    case "error": {
      const wrong = withFirst(plot.sum.code, oneMore);
      const planted = [{ ...plot.sum, sheet, state: "open" }] as const;
      return [{ ...about, bytes: make({ ...usual, numbers: wrong }), seal: "none", numbers: wrong, planted }];
    }
    case "changed": {
      const after = withFirst(plot.changed, oneMore);
      const bytes = withNumber(await clean(), 0, plot.changed, after[0]![plot.changed]!, plot.catalogue);
      return [{ ...about, bytes, seal: "changed", numbers: after }];
    }
    case "unsealed":
      return [{ ...about, bytes: make(usual), seal: "none" }];
    case "resubmitted":
      return [
        { ...about, bytes: await clean(), seal: "sealed", fate: { kind: "superseded", why: "older" } },
        { ...about, bytes: await close(make({ ...usual, day: LATER, numbers: corrected })), seal: "sealed", numbers: corrected },
      ];
    case "sealed-then-unsealed": {
      const bytes = make({ ...usual, day: LATER, numbers: corrected });
      return [
        { ...about, bytes: await clean(), seal: "sealed" },
        { ...about, bytes, seal: "none", numbers: corrected, fate: { kind: "superseded", why: "unsealed" } },
      ];
    }
    case "misspelt": {
      const typed = plot.misspelt(school);
      const heads = linesOf(roster, school).map(({ category, cluster, programme }) => ({ category, cluster, programme }));
      return [{ ...about, school: typed, bytes: make({ ...usual, school: typed, heads }), seal: "none" }];
    }
    case "damaged": {
      const bytes = await clean();
      return [refused(bytes.slice(0, bytes.length / 2), "damaged")];
    }
    case "encrypted":
      return [refused(compoundFile("EncryptionInfo", "EncryptedPackage"), "encrypted")];
    case "twice": {
      const bytes = await clean();
      return [
        { ...about, bytes, seal: "sealed" },
        { ...about, bytes, seal: "sealed", fate: { kind: "superseded", why: "same" } },
      ];
    }
  }
}

function refused(bytes: Uint8Array, code: string): Sent {
  return { bytes, planted: [], numbers: [], fate: { kind: "refused", code } };
}

/** Puts what was sent where it ends up: loose files, zips and mails, so that each way is taken. */
function packed(
  sent: readonly { readonly school: string; readonly story: Story; readonly files: readonly Sent[] }[],
  form: Form,
): Pick<Province, "folder" | "files"> {
  const folder = new Map<string, Uint8Array>();
  const files: TrueFile[] = [];
  const zipped: { name: string; content: Uint8Array }[] = [];
  const together: { name: string; bytes: Uint8Array }[] = [];
  const place = (file: Sent, ...path: readonly string[]): void => void files.push({ ...file, path });
  sent.forEach(({ school, story, files: its }, index) => {
    its.forEach((file, nth) => {
      const name = formFileName(form, file.school ?? school, periodLabel(PERIODS[2]!), nth === 0 ? undefined : `第${nth + 1}次`);
      if (story === "together") {
        together.push({ name, bytes: file.bytes });
        place(file, "邮件/两校.eml", name);
      } else if (its.length > 1 || index % 3 === 0) {
        const eml = `邮件/${school}-${nth + 1}.eml`;
        folder.set(eml, mail(`报送 ${school}`, `2026-12-${21 + nth}T01:30:00Z`, [{ name, bytes: file.bytes }]));
        place(file, eml, name);
      } else if (index % 3 === 1) {
        zipped.push({ name: `下半年/${name}`, content: file.bytes });
        place(file, "收件.zip", `下半年/${name}`);
      } else {
        folder.set(name, file.bytes);
        place(file, name);
      }
    });
  });
  folder.set("邮件/两校.eml", mail("两校统计表", "2026-12-21T02:00:00Z", together));
  folder.set("收件.zip", makeZip([...zipped, { name: "__MACOSX/._x", content: "x" }]));
  const foreign = refused(writeXlsx(richPlan), "not-this-form");
  folder.set("其他表.xlsx", foreign.bytes);
  place(foreign, "其他表.xlsx");
  return { folder, files };
}
