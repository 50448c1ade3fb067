import { carriedRowsOf, definitionRows, type Catalogue } from "../../src/domain";
import { parseRows } from "../../src/definition/rows";
import { catalogue as annex2 } from "../../src/forms";
import { coded } from "../coded";
import { farms } from "../second-form/farms";

const FORMS: readonly { readonly name: string; readonly catalogue: Catalogue }[] = [
  { name: "annex 2", catalogue: annex2 },
  { name: "the second form", catalogue: farms },
];

describe.each(FORMS)("$name as rows", ({ catalogue }) => {
  const { code, ...definition } = catalogue;

  test("is read back as what it was, and gives the same rows again", () => {
    const parsed = parseRows(carriedRowsOf(catalogue));
    expect(parsed).toEqual({ ok: true, value: definition });
    expect(parsed.ok && definitionRows(parsed.value)).toEqual(definitionRows(catalogue));
  });

  test("has the code that it says, which its roster does not change, and anything else does", () => {
    expect(coded(definition).code).toBe(code);
    expect(coded({ ...definition, roster: { ...definition.roster, version: 7, entries: [] } }).code).toBe(code);
    const [first, ...others] = definition.form.indicators;
    expect(coded({ ...definition, form: { ...definition.form, indicators: [{ ...first!, unit: "人次" }, ...others] } }).code).not.toBe(
      code,
    );
    expect(coded({ ...definition, form: { ...definition.form, indicators: [...others, first!] } }).code).not.toBe(code);
    const settings = definition.ruleset.settings.slice(1);
    expect(coded({ ...definition, ruleset: { ...definition.ruleset, settings } }).code).not.toBe(code);
  });

  test("is no definition once a row is gone, doubled, cut short or of a stranger", () => {
    const rows = carriedRowsOf(catalogue);
    const heads = rows.flatMap((row, index) => (/^\["(form|labels|ruleset|roster)"/.test(row) ? [index] : []));
    expect(heads).toHaveLength(4);
    for (const index of heads) expect(parseRows(rows.filter((_, at) => at !== index)).ok).toBe(false);
    const indicator = rows.findIndex((row) => row.startsWith('["indicator"'));
    const strange = ["", "null", "[]", '["indicator"]', '["entries",{}]', '["__proto__",{}]', '["indicator",{"__proto__":{}}]', "=1+1"];
    for (const row of [rows[indicator]!, rows[indicator]!.slice(0, -3), ...strange])
      expect(parseRows([...rows.slice(0, indicator), row, ...rows.slice(indicator)]).ok).toBe(false);
  });
});
