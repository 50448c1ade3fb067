import { parsePeriod, type Form, type Roster, type Ruleset } from "../src/domain";
import { form, roster, ruleset } from "../src/forms";
import { emptyWords } from "../src/sheets/check-formula";
import { rules } from "../src/rules";

/** 计量单位 that a statistical form of the department uses. A new one is added here on purpose, not by a slip. */
const UNITS = ["门", "种", "个", "项", "家", "人", "人月", "人日", "万元"];

const repeated = (values: readonly string[]): string[] => [...new Set(values.filter((value, i) => values.indexOf(value) !== i))];

/** What is wrong with a form, each in a sentence. */
function formFaults({ indicators, texts, cover, firstPeriod, basis, source, labels }: Form): string[] {
  const codes = indicators.map(({ code }) => code);
  const groups = indicators.map(({ group }) => group);
  return [
    ...codes.flatMap((code, i) =>
      code === String(i + 1).padStart(2, "0") ? [] : [`Indicator ${i + 1} has code ${code}: codes are consecutive.`],
    ),
    ...groups.flatMap((group, i) =>
      group !== groups[i - 1] && groups.indexOf(group) < i ? [`Group ${group} is interrupted before indicator ${codes[i]}.`] : [],
    ),
    ...indicators.flatMap(({ code, name, unit, source: clause, partOf, type, measure }) => [
      ...(name.trim() === "" ? [`Indicator ${code} has no name.`] : []),
      ...(UNITS.includes(unit) ? [] : [`Indicator ${code} is counted in ${unit}, which is no known unit.`]),
      ...(clause.trim() === "" ? [`Indicator ${code} names no source.`] : []),
      ...([0, 1, 2].includes(type.decimals) ? [] : [`Indicator ${code} has ${type.decimals} decimals.`]),
      ...(["stock", "flow"].includes(measure) ? [] : [`Indicator ${code} is neither stock nor flow.`]),
      ...(partOf !== undefined && !(codes.includes(partOf) && partOf < code)
        ? [`Indicator ${code} is part of ${partOf}, which does not stand before it.`]
        : []),
    ]),
    ...repeated(indicators.map(({ name }) => name)).map((name) => `Two indicators are called ${name}.`),
    ...repeated([...texts, ...cover].map(({ id }) => id)).map((id) => `Two items have the id ${id}.`),
    ...repeated(cover.flatMap(({ role = [] }) => role)).map((role) => `Two items of the cover are for ${role}.`),
    ...(labels.numbering.split(" ").length === 8 ? [] : [`The numbering ${labels.numbering} is not one for each of the eight columns.`]),
    ...(labels.lengthNote.includes("{max}") ? [] : ["The note on the length of a text does not say how long."]),
    ...[...texts, ...cover].flatMap(({ id, label, maxLength, source: clause }) => [
      ...(label.trim() === "" ? [`Item ${id} has no label.`] : []),
      ...(maxLength > 0 && maxLength <= 32_767 ? [] : [`Item ${id} allows ${maxLength} characters, which no cell holds.`]),
      ...(clause.trim() === "" ? [`Item ${id} names no source.`] : []),
    ]),
    ...texts.flatMap(({ id, requiredWhenPositive: code }) =>
      code !== undefined && !codes.includes(code) ? [`Text ${id} is required by indicator ${code}, which does not exist.`] : [],
    ),
    ...(parsePeriod(firstPeriod) ? [] : [`The first period ${firstPeriod} cannot be read.`]),
    ...(basis.trim() && source.trim() ? [] : ["The form names no basis or source."]),
    ...Object.entries(labels).flatMap(([key, label]) => (label.trim() === "" ? [`Label ${key} is empty.`] : [])),
  ];
}

/** What is wrong with a roster, each in a sentence. */
function rosterFaults({ entries, source }: Roster, last: number): string[] {
  const categoryOf = new Map(entries.map(({ cluster, category }) => [cluster, category]));
  return [
    ...(source.trim() === "" ? ["The roster names no source."] : []),
    ...(entries.length === last ? [] : [`The roster has ${entries.length} rows instead of ${last}.`]),
    ...entries.flatMap(({ number }, i) => (number === i + 1 ? [] : [`Roster row ${i + 1} has number ${number}.`])),
    ...repeated(entries.map((e) => `${e.cluster}, ${e.school}, ${e.programme}`)).map((line) => `The roster lists ${line} twice.`),
    ...entries.flatMap(({ number, category, cluster, school, programme }) => [
      ...([category, cluster, school, programme].every((name) => name !== "" && name === name.trim())
        ? []
        : [`Roster row ${number} has a blank name, or spaces around one.`]),
      ...([category, cluster, school, programme].some((name) => name.includes("|"))
        ? [`Roster row ${number} holds |, which keys are joined with.`]
        : []),
      ...(categoryOf.get(cluster) === category ? [] : [`Cluster ${cluster} stands under two categories.`]),
    ]),
  ];
}

/** What is wrong with a ruleset, each in a sentence. */
function rulesetFaults({ settings, explanation }: Ruleset, of: Form): string[] {
  const codes = of.indicators.map(({ code }) => code);
  const ids = of.texts.map(({ id }) => id);
  const refs = settings.map(({ ref }) => ref);
  // What tells of lapsed explanations comes after all queries, since one of them may have said it.
  const inOrder = settings.filter(({ rule }) => rule !== "stale-explanation").map(({ ref }) => ref);
  const lapses = settings.findIndex(({ rule }) => rule === "stale-explanation");
  const queries = settings.findLastIndex(({ ref, rule }) => ref.startsWith("B") && rule !== "stale-explanation");
  // Every code or text that options name, whatever the option is called.
  const named = (options: object): unknown[] =>
    Object.values(options)
      .flatMap((value: unknown) => (Array.isArray(value) ? (value as unknown[]) : [value]))
      .filter((value) => typeof value === "string");
  return [
    ...repeated(refs).map((ref) => `Two settings have the reference ${ref}.`),
    ...refs.flatMap((ref) => (/^[ABCFX]\d\d$/.test(ref) ? [] : [`Reference ${ref} is not a letter and two digits.`])),
    ...(inOrder.join() === [...inOrder].sort().join() ? [] : ["The settings are not in the order of their references."]),
    ...(lapses > queries ? [] : ["A lapsed explanation is told before the queries that may have said so."]),
    ...settings.flatMap(({ ref, rule, options }) => [
      ...(Object.hasOwn(rules, rule) ? [] : [`Setting ${ref} names the rule ${rule}, which does not exist.`]),
      ...named(options).flatMap((name) =>
        codes.includes(name as string) || ids.includes(name as string)
          ? []
          : [`Setting ${ref} names ${String(name)}, which the form does not have.`],
      ),
      ...(JSON.stringify(JSON.parse(JSON.stringify(options))) === JSON.stringify(options)
        ? []
        : [`The options of ${ref} are not plain data.`]),
    ]),
    ...Object.keys(rules).flatMap((id) => (settings.some(({ rule }) => rule === id) ? [] : [`No setting applies the rule ${id}.`])),
    ...(explanation.minLength > 0 && explanation.repeatedRows > 1 ? [] : ["The explanation policy accepts or refuses everything."]),
    ...overlaps(emptyWords(explanation)).map((words) => `The empty words ${words} overlap: a formula would count what they share twice.`),
  ];
}

/** Pairs of words of which one ends as the other begins, or stands within it. */
function overlaps(words: readonly string[]): string[] {
  return words.flatMap((a, i) =>
    words.flatMap((b, j) => {
      const shares = i !== j && (a.includes(b) || [...b].some((_, length) => length > 0 && a.endsWith(b.slice(0, length))));
      return shares ? [`${a} and ${b}`] : [];
    }),
  );
}

test("the form, the roster and the ruleset hold together", () => {
  expect([...formFaults(form), ...rosterFaults(roster, 31), ...rulesetFaults(ruleset, form)]).toEqual([]);
});

test("every 其中 of the form is bound by a relation", () => {
  const bound = ruleset.settings.flatMap((setting) =>
    setting.rule === "part-at-most-whole" ? [`${setting.options.part}<=${setting.options.whole}`] : [],
  );
  expect(
    form.indicators
      .flatMap(({ code, partOf }) => (partOf === undefined ? [] : [`${code}<=${partOf}`]))
      .filter((one) => !bound.includes(one)),
  ).toEqual([]);
});

const [first, second, ...others] = form.indicators as [Form["indicators"][number], Form["indicators"][number], ...Form["indicators"]];
test.each<[string, Partial<Form>]>([
  ["Indicator 2 has code 03: codes are consecutive.", { indicators: [first, { ...second, code: "03" }, ...others] }],
  ["Group 要素建设 is interrupted before indicator 03.", { indicators: [first, { ...second, group: "师资" }, ...others] }],
  ["Indicator 01 is counted in 们, which is no known unit.", { indicators: [{ ...first, unit: "们" }, second, ...others] }],
  ["Indicator 02 is part of 99, which does not stand before it.", { indicators: [first, { ...second, partOf: "99" }, ...others] }],
  ["Indicator 01 names no source.", { indicators: [{ ...first, source: " " }, second, ...others] }],
  ["Two items have the id leader.", { texts: [form.texts[0]!, ...form.texts] }],
  [
    "Text leader is required by indicator 77, which does not exist.",
    { texts: [{ ...form.texts[0]!, requiredWhenPositive: "77" }, ...form.texts.slice(1)] },
  ],
  ["Two items of the cover are for email.", { cover: [...form.cover, { ...form.cover[0]!, role: "email" }] }],
  ["The numbering 甲 乙 is not one for each of the eight columns.", { labels: { ...form.labels, numbering: "甲 乙" } }],
  ["The first period 2023年6月 cannot be read.", { firstPeriod: "2023年6月" }],
])("a wrong edit of the form is told: %s", (sentence, change) => {
  expect(formFaults({ ...form, ...change })).toContain(sentence);
});

const [line, ...lines] = roster.entries as [Roster["entries"][number], ...Roster["entries"]];
test.each<[string, Roster["entries"]]>([
  ["The roster has 30 rows instead of 31.", lines],
  ["Roster row 1 has number 7.", [{ ...line, number: 7 }, ...lines]],
  [`The roster lists ${line.cluster}, ${line.school}, ${line.programme} twice.`, [line, line, ...lines.slice(1)]],
  ["Roster row 1 has a blank name, or spaces around one.", [{ ...line, school: `${line.school} ` }, ...lines]],
  [`Cluster ${line.cluster} stands under two categories.`, [{ ...line, category: "别的" }, ...lines]],
])("a wrong edit of the roster is told: %s", (sentence, entries) => {
  expect(rosterFaults({ ...roster, entries }, 31)).toContain(sentence);
});

const [one, ...rest] = ruleset.settings as [Ruleset["settings"][number], ...Ruleset["settings"]];
test.each<[string, Ruleset["settings"]]>([
  ["Two settings have the reference A01.", [one, ...ruleset.settings]],
  ["Reference A1 is not a letter and two digits.", [{ ...one, ref: "A1" }, ...rest]],
  ["The settings are not in the order of their references.", [...rest, one]],
  [
    "Setting A02 names 41, which the form does not have.",
    [one, { ref: "A02", rule: "part-at-most-whole", options: { whole: "41", part: "02" } }, ...rest.slice(1)],
  ],
  ["Setting A01 names the rule no-such-rule, which does not exist.", [{ ...one, rule: "no-such-rule" } as unknown as typeof one, ...rest]],
  ["No setting applies the rule number-in-range.", rest],
])("a wrong edit of the ruleset is told: %s", (sentence, settings) => {
  expect(rulesetFaults({ ...ruleset, settings }, form)).toContain(sentence);
});
