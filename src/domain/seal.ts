import { textOf, type ProgrammeReport, type Reported, type Submission } from "./submission";

/** Crockford base32: no I, L, O, U, so that a code can be read out over the telephone. */
const ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/** The canonical text of a cell: what the seal covers. A number is written the shortest way that reads back the same. */
export function canonical(reported: Reported): string {
  switch (reported.kind) {
    case "blank":
      return "";
    // A time counts as its number: how it looks is a finding, not a change.
    case "number":
    case "time":
      return `n${Object.is(reported.value, -0) ? 0 : reported.value}`;
    case "date":
      return `d${reported.day ?? reported.serial}`;
    case "fault":
      return `e${reported.code}`;
    case "text":
      // Programs differ in line ends and in what they leave at the ends of a text.
      return reported.value.trim() === "" ? "" : `t${reported.value.replace(/\r\n?/g, "\n").trim()}`;
  }
}

/** Key of the programme line a report is about: it survives renamed and reordered sheets. */
export function lineKey(report: ProgrammeReport): string {
  return `${textOf(report.cluster) ?? ""}|${textOf(report.programme) ?? ""}`;
}

/** An item under the seal: its key, and the cell it was read from. */
export interface SealedItem {
  readonly key: string;
  readonly value: Reported;
}

/** Everything a seal covers, in a fixed order: cover, then each programme's head, values, explanations and texts. */
export function sealedItems(submission: Submission): SealedItem[] {
  const items: SealedItem[] = [
    { key: "cover|school", value: submission.school },
    { key: "cover|period", value: submission.period },
  ];
  const addAll = (prefix: string, record: Readonly<Record<string, Reported>>): void => {
    for (const key of Object.keys(record).sort()) items.push({ key: `${prefix}|${key}`, value: record[key]! });
  };
  addAll("cover", submission.cover);
  for (const [index, { category, cluster, programme, values, explanations, texts }] of submission.programmes.entries()) {
    addAll(`${index + 1}|head`, { category, cluster, programme });
    addAll(`${index + 1}|value`, values);
    addAll(`${index + 1}|explanation`, explanations);
    addAll(`${index + 1}|text`, texts);
  }
  return items;
}

/** Canonical JSON (sorted, without white space) of values, explanations, form, ruleset, school and period: the input of the hash. */
export function canonicalJson(submission: Submission): string {
  return JSON.stringify([
    ["form", submission.form.id, submission.form.version],
    ["ruleset", submission.ruleset.id, submission.ruleset.version],
    ["issued", submission.issued.school, submission.issued.period],
    ...sealedItems(submission).map(({ key, value }) => [key, canonical(value)]),
  ]);
}

/**
 * The code people see: the first 60 bits of a SHA-256 as 3 groups of 4, such as `7K3Q-9ABC-0XYZ`.
 * @param hash at least 8 bytes
 */
export function sealCode(hash: Uint8Array): string {
  let bits = 0n;
  for (const byte of hash.subarray(0, 8)) bits = (bits << 8n) | BigInt(byte);
  let code = "";
  for (let i = 0; i < 12; i++) code += ALPHABET[Number((bits >> BigInt(59 - 5 * i)) & 31n)];
  return code.replace(/(.{4})(?=.)/g, "$1-");
}

/** How a workbook stands to its seal. */
export type SealState =
  | { readonly state: "none" }
  | { readonly state: "sealed"; readonly code: string }
  /** `changed` is empty where the record itself was tampered with. */
  | { readonly state: "changed"; readonly code: string; readonly changed: readonly SealedItem[] };

/** Compares a submission with the seal it carries. `computed` is the code its contents give now. */
export function sealState(submission: Submission, computed: string): SealState {
  const { seal } = submission;
  if (!seal) return { state: "none" };
  const changed = sealedItems(submission).filter(({ key, value }) => (seal.items.get(key) ?? "") !== canonical(value));
  return seal.code === computed && changed.length === 0
    ? { state: "sealed", code: seal.code }
    : { state: "changed", code: seal.code, changed };
}
