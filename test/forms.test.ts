import { parsePeriod } from "../src/domain";
import { form, roster, ruleset } from "../src/forms";
import { knownRelation } from "../src/relations";
import { rules } from "../src/rules";

/** What every form must be is `src/definition`'s; this is what annex 2 is. */
test("the codes of annex 2 are two digits, one after the other", () => {
  expect(form.indicators.map(({ code }) => code)).toEqual(form.indicators.map((_, index) => String(index + 1).padStart(2, "0")));
});

test("its first period is June 2023, and the roster has the 31 lines that are at hand", () => {
  expect(parsePeriod(form.firstPeriod)).toEqual({ year: 2023, half: 1 });
  expect(roster.entries.map(({ number }) => number)).toEqual(Array.from({ length: 31 }, (_, index) => index + 1));
  expect(roster.complete).toBe(false);
});

test("every rule is applied", () => {
  // A relation that is none of those that most forms have: annex 2 needs none.
  expect(Object.keys(rules).filter((id) => !ruleset.settings.some(({ rule }) => rule === id))).toEqual(["relation"]);
});

test("every 其中 of the form is bound by a relation", () => {
  const bound = ruleset.settings.flatMap(({ options }) => {
    if (!("relation" in options)) return [];
    const { shape } = knownRelation(options, form);
    return shape.id === "part-at-most-whole" ? [`${shape.part}<=${shape.whole}`] : [];
  });
  const parts = form.indicators.flatMap(({ code, partOf }) => (partOf === undefined ? [] : [`${code}<=${partOf}`]));
  expect(parts.filter((one) => !bound.includes(one))).toEqual([]);
});
