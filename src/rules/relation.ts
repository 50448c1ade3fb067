import { comparisonOf, memoizedBy, rounded, type Fact, type Form, type ProgrammeReport, type Reported, type Severity } from "../domain";
import {
  decimalsOf,
  generalMessage,
  knownRelation,
  precisionOf,
  refText,
  refsOf,
  refsOfRelation,
  shortText,
  valueOf,
  verdictsOf,
  type Condition,
  type KnownRelation,
  type Lookup,
  type Ref,
  type RelationOptions,
  type Shape,
  type ShapeId,
} from "../relations";
import { byEarlier } from "./compared";
import { defineRule, indicatorOf, named, soundNumber, type Case, type Out, type Place } from "./define";

/** The messages of each shape, with their facts. */
const MESSAGES = {
  "part-at-most-whole": { exceeds: ["code", "name", "unit", "found", "whole", "wholeName", "limit"] },
  "parts-sum-to-total": { differs: ["code", "name", "unit", "found", "parts", "sum", "difference"] },
  "zero-forces-zero": { positive: ["code", "name", "unit", "found", "whole", "wholeName"] },
  "both-or-neither": { alone: ["code", "name", "unit", "other", "otherName", "otherUnit", "otherFound"] },
  "ratio-in-range": {
    outside: ["code", "name", "unit", "found", "per", "perName", "perUnit", "perFound", "ratio", "min", "max"],
  },
  "needs-one-of": { none: ["code", "name", "unit", "found", "of"] },
  "activity-without-partners": { active: ["code", "name", "unit", "active"] },
  relation: {
    beside: ["code", "name", "unit", "found", "relation", "short", "other", "otherName", "otherUnit", "otherFound"],
    compared: ["code", "name", "unit", "found", "relation", "short", "left", "right", "difference", "numbers"],
    strict: ["code", "name", "unit", "found", "relation", "short", "left", "right", "numbers"],
    fails: ["code", "name", "unit", "found", "relation", "short", "numbers"],
  },
} as const satisfies Readonly<Record<ShapeId, Readonly<Record<string, readonly string[]>>>>;

type Of<Id extends ShapeId> = Extract<Shape, { readonly id: Id }>;

/** The numbers of one report. */
interface Numbers {
  readonly form: Form;
  readonly report: ProgrammeReport;
  /** The sound number of an indicator; undefined where it is at fault. */
  value(code: string): number | undefined;
  readonly lookup: Lookup;
}

/** What a failed condition is said with. */
interface Said {
  readonly message: string;
  readonly place: Omit<Place, "report">;
  readonly facts: Readonly<Record<string, Fact>>;
}

/** How a shape says what is wrong. */
interface Sayer<Id extends ShapeId> {
  /** The indicators whose numbers it needs, in the order in which those at fault are listed. */
  inputs(shape: Of<Id>): readonly string[];
  /** The row where it stands that it could not be judged; undefined for the first input at fault. @param own of the condition */
  row(shape: Of<Id>, own: string): string | undefined;
  say(shape: Of<Id>, numbers: Numbers, failed: Condition, index: number, known: KnownRelation): Said;
}

const at = ({ report }: Numbers, code: string): Reported["at"] => report.values[code]!.at;

/** More decimals than numbers of the indicator have tell a finer ratio where these would say that there is none, or that it is in range. */
const FINE = 4;

function shownRatio(ratio: number, min: number, max: number, decimals: number): number {
  const short = rounded(ratio, decimals);
  return short > 0 && (short < min || short > max) ? short : rounded(ratio, FINE);
}

/** The numbers behind a condition as they were found: `26=10 人、20=5 人`. */
function found(refs: readonly Ref[], { form, lookup }: Numbers): string {
  const all = refs.flatMap((ref) => {
    const value = lookup(ref);
    return typeof value === "number" ? [`${refText(ref, ref.code)}=${value} ${indicatorOf(form, ref.code).unit}`] : [];
  });
  return [...new Set(all)].join("、");
}

const SAYERS: { readonly [Id in ShapeId]: Sayer<Id> } = {
  "part-at-most-whole": {
    inputs: ({ part, whole }) => [part, whole],
    row: ({ part }) => part,
    say: ({ part, whole }, numbers) => {
      const [value, limit] = [numbers.value(part)!, numbers.value(whole)!];
      const place = { at: at(numbers, part), related: [at(numbers, whole)], row: part, found: value, expected: limit };
      return {
        message: "exceeds",
        place,
        facts: { ...named(numbers.form, part), found: value, whole, wholeName: named(numbers.form, whole).name, limit },
      };
    },
  },
  "parts-sum-to-total": {
    inputs: ({ total, parts }) => [total, ...parts],
    row: ({ total }) => total,
    say: ({ total, parts }, numbers) => {
      const value = numbers.value(total)!;
      const sum = rounded(
        parts.reduce((all, part) => all + numbers.value(part)!, 0),
        2,
      );
      const place = { at: at(numbers, total), related: parts.map((part) => at(numbers, part)), row: total, found: value, expected: sum };
      const difference = rounded(Math.abs(sum - value), 2);
      return { message: "differs", place, facts: { ...named(numbers.form, total), found: value, parts: parts.join("+"), sum, difference } };
    },
  },
  "zero-forces-zero": {
    inputs: ({ whole, parts }) => [whole, ...parts],
    row: ({ whole }) => whole,
    say: ({ whole, parts }, numbers, _failed, index) => {
      const part = parts[index]!;
      const value = numbers.value(part)!;
      const place = { at: at(numbers, part), related: [at(numbers, whole)], row: part, found: value, expected: 0 };
      const { name: wholeName } = named(numbers.form, whole);
      return { message: "positive", place, facts: { ...named(numbers.form, part), found: value, whole, wholeName } };
    },
  },
  "both-or-neither": {
    inputs: ({ a, b }) => [a, b],
    row: () => undefined,
    say: ({ a, b }, numbers) => {
      const [zero, other] = numbers.value(a) === 0 ? [a, b] : [b, a];
      const { name: otherName, unit: otherUnit } = named(numbers.form, other);
      const place = { at: at(numbers, zero), related: [at(numbers, other)], row: zero, found: 0 };
      const facts = { ...named(numbers.form, zero), other, otherName, otherUnit, otherFound: numbers.value(other)! };
      return { message: "alone", place, facts };
    },
  },
  "ratio-in-range": {
    inputs: ({ numerator, denominator }) => [numerator, denominator],
    row: ({ numerator }) => numerator,
    say: ({ numerator, denominator: per, min, max }, numbers) => {
      const [value, perFound] = [numbers.value(numerator)!, numbers.value(per)!];
      const { name: perName, unit: perUnit } = named(numbers.form, per);
      const ratio = shownRatio(value / perFound, min, max, indicatorOf(numbers.form, numerator).type.decimals);
      const place = { at: at(numbers, numerator), related: [at(numbers, per)], row: numerator, found: value };
      const facts = { ...named(numbers.form, numerator), found: value, per, perName, perUnit, perFound, ratio, min, max };
      return { message: "outside", place, facts };
    },
  },
  "needs-one-of": {
    inputs: ({ code, of }) => [code, ...of],
    row: ({ code }) => code,
    say: ({ code, of }, numbers) => {
      const value = numbers.value(code)!;
      const place = { at: at(numbers, code), related: of.map((other) => at(numbers, other)), row: code, found: value };
      return { message: "none", place, facts: { ...named(numbers.form, code), found: value, of: of.join("、") } };
    },
  },
  "activity-without-partners": {
    inputs: ({ partners, active }) => [partners, ...active],
    row: ({ partners }) => partners,
    say: ({ partners, active }, numbers) => {
      const positive = active.filter((code) => (numbers.value(code) ?? 0) > 0);
      const place = { at: at(numbers, partners), related: positive.map((code) => at(numbers, code)), row: partners, found: 0 };
      return { message: "active", place, facts: { ...named(numbers.form, partners), active: positive.join("、") } };
    },
  },
  relation: {
    inputs: ({ codes }) => codes,
    row: (_shape, own) => own,
    say: (_shape, numbers, failed, index, { relation, rows }) => {
      const refs = [...refsOf(failed), ...refsOfRelation(relation)];
      const row = rows[index]!;
      const value = numbers.value(row);
      const related = [...new Set(refs.map(({ code }) => code))].filter((code) => code !== row).map((code) => at(numbers, code));
      const place = { at: at(numbers, row), related, row, ...(value === undefined ? {} : { found: value }) };
      const message = generalMessage(relation, failed, row);
      const other = refs.find(({ code }) => code !== row)?.code ?? row;
      const { name: otherName, unit: otherUnit } = named(numbers.form, other);
      const facts = {
        ...named(numbers.form, row),
        found: value ?? "—",
        relation: relation.text,
        short: shortText(relation),
        numbers: found(refs, numbers),
        ...(failed.kind === "compare" ? sidesOf(failed, numbers) : {}),
        ...(message === "beside" ? { other, otherName, otherUnit, otherFound: numbers.value(other)! } : {}),
      };
      return { message, place, facts };
    },
  },
};

/** What the two sides of a comparison come to. */
function sidesOf(failed: Extract<Condition, { readonly kind: "compare" }>, { form, lookup }: Numbers): Readonly<Record<string, Fact>> {
  const [left, right] = [valueOf(failed.left, lookup) as number, valueOf(failed.right, lookup) as number];
  const places = precisionOf(failed.left, failed.right, decimalsOf(form));
  const shown = (value: number): number => rounded(value, Math.min(places, FINE));
  return { left: shown(left), right: shown(right), difference: shown(Math.abs(left - right)) };
}

/** An earlier value as the form was issued with it, or as the reviewer's earlier files say. */
type Earlier = "previous" | "given";

/** The sound numbers of the reports of a submission, worked out once for all relations. */
const soundNumbers = memoizedBy((form: Form) =>
  memoizedBy((report: ProgrammeReport) => new Map(form.indicators.map((one) => [one.code, soundNumber(one, report.values[one.code]!)]))),
);

function numbersOf(form: Form, report: ProgrammeReport, earlier: Earlier): Numbers {
  const numbers = soundNumbers(form)(report);
  const value = (code: string): number | undefined => numbers.get(code);
  const lookup: Lookup = ({ code, basis }) =>
    basis === "current" ? value(code) : (comparisonOf(report[earlier] ?? report.previous, indicatorOf(form, code)) ?? "absent");
  return { form, report, value, lookup };
}

/** What the reviewer's earlier files say otherwise than the form; undefined where they say the same, or nothing. */
function saidOtherwise(form: Form, report: ProgrammeReport, { earlier }: KnownRelation): Place["earlier"] {
  const pairs = earlier.map((code) => {
    const indicator = indicatorOf(form, code);
    return [comparisonOf(report.previous, indicator), comparisonOf(report.given, indicator)] as const;
  });
  const others = pairs.filter(([issued, given]) => given !== undefined && given !== issued);
  if (others.length === 0) return undefined;
  return others.some(([issued]) => issued === undefined) ? "not-issued" : "issued-otherwise";
}

type AnyOut = Out<Readonly<Record<string, readonly string[]>>>;

/** Judges one relation over all reports of a submission. */
function judge(id: ShapeId, { submission, form }: Case, options: RelationOptions, out: AnyOut): void {
  const known = knownRelation(options, form);
  const { relation, shape } = known;
  if (shape.id !== id) throw new Error(`“${options.relation}” is a ${shape.id}, not a ${id}`);
  const sayer = SAYERS[id] as Sayer<typeof shape.id>;
  const { decimals } = known;
  for (const report of submission.programmes) {
    const numbers = numbersOf(form, report, "previous");
    const verdicts = verdictsOf(relation, numbers.lookup, decimals, options.tolerance);
    const isSettled = verdicts.every((verdict) => verdict === "holds" || verdict === "notApplicable");
    if (isSettled && known.earlier.length === 0) continue;
    const say = (by: Numbers, extra: Partial<Place>, passedOver?: readonly string[]): void => {
      const all = by === numbers ? verdicts : verdictsOf(relation, by.lookup, decimals, options.tolerance);
      const wanted = (verdict: string) => (one: string, index: number) => one === verdict && passedOver?.[index] !== verdict;
      // A row that does not keep a relation is not called unchecked as well, because of another condition of it.
      const failing = new Set(known.rows.filter((_, index) => all[index] === "fails" || passedOver?.[index] === "fails"));
      const unchecked = all.findIndex((one, index) => wanted("notChecked")(one, index) && !failing.has(known.rows[index]!));
      if (unchecked >= 0) {
        const faulty = sayer.inputs(shape as never).flatMap((code) => (by.value(code) === undefined ? [report.values[code]!] : []));
        const row = sayer.row(shape as never, known.rows[unchecked]!);
        const place = row === undefined ? { at: faulty[0]!.at } : { at: report.values[row]!.at, row };
        out.notChecked({ ...place, report, ...extra }, faulty);
      }
      all.forEach((verdict, index) => {
        if (!wanted("fails")(verdict, index)) return;
        const { message, place, facts } = sayer.say(shape as never, by, relation.then[index]!, index, known);
        out.report(message, { ...place, report, ...extra }, facts);
      });
    };
    say(numbers, {});
    const otherwise = saidOtherwise(form, report, known);
    if (otherwise) say(numbersOf(form, report, "given"), byEarlier(otherwise), verdicts);
  }
}

function rule<const Id extends ShapeId>(id: Id, severity: Severity) {
  return defineRule({
    id,
    severity,
    messages: MESSAGES[id],
    check: (judged, options: RelationOptions, out) => judge(id, judged, options, out as unknown as AnyOut),
  });
}

/** The rules that are relations: the text of each stands in the ruleset, what is said of it goes by its shape. */
export const relations = {
  "part-at-most-whole": rule("part-at-most-whole", "error"),
  "parts-sum-to-total": rule("parts-sum-to-total", "error"),
  "zero-forces-zero": rule("zero-forces-zero", "error"),
  "both-or-neither": rule("both-or-neither", "query"),
  "ratio-in-range": rule("ratio-in-range", "query"),
  "needs-one-of": rule("needs-one-of", "query"),
  "activity-without-partners": rule("activity-without-partners", "query"),
  relation: rule("relation", "error"),
} as const;
