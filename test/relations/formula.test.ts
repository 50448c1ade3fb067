import fc from "fast-check";
import { address, type CellRef, type CellValue, type PlanCell } from "../../src/domain";
import { parseRelation, verdictsOf, type Lookup, type Relation } from "../../src/relations";
import { soundNumber } from "../../src/rules";
import type { RowCells } from "../../src/sheets/check-context";
import { RelationPrinter } from "../../src/sheets/relation-formula";
import { writeXlsx } from "../../src/workbook/xlsx";
import { LibreOffice } from "../foreign/libreoffice";
import { describeWith } from "../foreign/programs";
import { runs } from "../long";
import { decimals, form } from "./sample-form";

const CODES = form.indicators.map(({ code }) => code);

const reference = fc.tuple(fc.constantFrom("", "", "", "对比"), fc.constantFrom(...CODES)).map(([basis, code]) => `${basis}[${code}]`);
const own = fc.constantFrom(...CODES).map((code) => `[${code}]`);
const constant = fc.constantFrom("0", "0", "3.0", "2.5", "0.1", "100.0", "8家", "3万", "50%");
const { expression } = fc.letrec<{ expression: string }>((tie) => ({
  expression: fc.oneof(
    { maxDepth: 2, weight: 5, arbitrary: reference },
    { weight: 2, arbitrary: constant },
    {
      weight: 2,
      arbitrary: fc.tuple(tie("expression"), fc.constantFrom("+", "-"), tie("expression")).map(([a, op, b]) => `(${a}${op}${b})`),
    },
    { weight: 1, arbitrary: reference.map((ref) => `${ref}*150%`) },
    { weight: 1, arbitrary: fc.tuple(reference, reference).map(([a, b]) => `${a}/${b}`) },
    {
      weight: 1,
      arbitrary: fc
        .tuple(fc.constantFrom("合计", "最大", "最小", "个数"), fc.array(tie("expression"), { minLength: 1, maxLength: 3 }))
        .map(([name, args]) => `${name}(${args.join(",")})`),
    },
    { weight: 1, arbitrary: tie("expression").map((one) => `绝对值(${one})`) },
    { weight: 1, arbitrary: tie("expression").map((one) => `舍入(${one}，1位)`) },
    { weight: 1, arbitrary: tie("expression").map((one) => `-${one}`) },
  ),
}));
const list = fc.uniqueArray(own, { minLength: 2, maxLength: 3 }).map((refs) => refs.join("、"));
const sign = fc.constantFrom("=", "<>", "<", "<=", ">", ">=");
const { condition } = fc.letrec<{ condition: string }>((tie) => ({
  condition: fc.oneof(
    { maxDepth: 2, weight: 4, arbitrary: fc.tuple(expression, sign, expression).map((parts) => parts.join("")) },
    { weight: 1, arbitrary: expression.map((one) => `${one} 在 0.1 至 500.0 之间`) },
    { weight: 1, arbitrary: list.map((refs) => `${refs} 同有同无`) },
    { weight: 1, arbitrary: fc.tuple(list, sign, constant).map(([refs, op, limit]) => `${refs} 至少一项${op}${limit}`) },
    { weight: 1, arbitrary: tie("condition").map((one) => `非(${one})`) },
    {
      weight: 1,
      arbitrary: fc.tuple(tie("condition"), fc.constantFrom("且", "或"), tie("condition")).map(([a, op, b]) => `((${a}) ${op} (${b}))`),
    },
  ),
}));
const text = fc.oneof(
  condition,
  fc.tuple(condition, condition).map(([when, then]) => `若 ${when}，则 ${then}`),
);

const figure: fc.Arbitrary<CellValue> = fc.oneof(
  { weight: 8, arbitrary: fc.constantFrom(0, 0, 1, 2, 3, 8, 12, 100, 30_000) },
  { weight: 3, arbitrary: fc.constantFrom(0.5, 2.5, 88.75, 900_000_000.1) },
  // No logical value: LibreOffice counts it as a number, Excel does not.
  { weight: 2, arbitrary: fc.constantFrom<CellValue>(null, "见附件", -3, { error: "#REF!" }) },
);
const earlier: fc.Arbitrary<CellValue> = fc.oneof({ weight: 4, arbitrary: fc.constantFrom(0, 1, 2, 5, 12, 88.75) }, fc.constant(null));

/** A relation, its tolerance, and a report that it is judged over. */
const pair = fc.record({
  text,
  tolerance: fc.constantFrom(undefined, undefined, 0, 1.5),
  figures: fc.tuple(...CODES.map(() => figure)),
  earlier: fc.tuple(...CODES.map(() => earlier)),
});

function numbers(figures: readonly CellValue[], comparisons: readonly CellValue[]): Lookup {
  return ({ code, basis }) => {
    const index = CODES.indexOf(code);
    if (basis !== "current") return typeof comparisons[index] === "number" ? comparisons[index] : "absent";
    const value = figures[index];
    const at: CellRef = { sheet: "表1", row: 0, column: 0 };
    return typeof value === "number" ? soundNumber(form.indicators[index]!, { kind: "number", value, at }) : undefined;
  };
}

/** The cells of a report, which stands in one row: figures, then what they are compared with. */
function cellsOf(row: number): RowCells {
  const at = (code: string, offset: number): string => address({ row, column: offset + CODES.indexOf(code) });
  return {
    value: (code) => at(code, 0),
    comparison: (code) => at(code, CODES.length),
    explanation: () => "",
    text: () => "",
    values: "",
    explanations: "",
    emptyWords: "",
  };
}

describeWith(["libreoffice"], "a relation and its formula", () => {
  let office: LibreOffice;
  beforeAll(async () => {
    office = await LibreOffice.start();
  }, 150_000);
  afterAll(() => office?.end(), 60_000);

  test("judge alike, whatever the relation and whatever the cells hold", async () => {
    const drawn = fc.sample(pair, runs(600, 10_000)).flatMap((one) => {
      const parsed = parseRelation(one.text, form);
      return parsed.ok ? [{ ...one, relation: parsed.value }] : [];
    });
    const due: boolean[] = [];
    const cells: PlanCell[] = drawn.flatMap(({ relation, tolerance, figures, earlier: before }, row) => {
      const print = (given?: number): RelationPrinter => new RelationPrinter(form, cellsOf(row), given);
      const { when, then }: Relation = relation;
      const [first] = then;
      const fails = print(tolerance).isFalse(first!);
      const formula = when ? `IF(${print().isTrue(when)},${fails},FALSE)` : fails;
      due.push(verdictsOf(relation, numbers(figures, before), decimals, tolerance)[0] === "fails");
      return [
        ...[...figures, ...before].map((value, column): PlanCell => ({ row, column, value })),
        { row, column: CODES.length * 2, value: null, formula: `IF(${formula},1,0)` },
      ];
    });
    await office.open(writeXlsx({ defaultFont: { name: "Arial", size: 10 }, sheets: [{ name: "表1", state: "visible", cells }] }));
    const shown = await office.cells(drawn.map((_, row): CellRef => ({ sheet: "表1", row, column: CODES.length * 2 })));
    const differ = drawn.flatMap(({ text: relation, tolerance, figures, earlier: before }, index) => {
      const { number, error } = shown[index]!;
      return error === 0 && (number === 1) === due[index] ? [] : [{ relation, tolerance, figures, before, due: due[index], number, error }];
    });
    expect(differ.slice(0, 3)).toEqual([]);
    // Some of all kinds were drawn, or nothing was shown.
    expect(due.filter(Boolean).length).toBeGreaterThan(drawn.length / 20);
    expect(drawn.length).toBeGreaterThan(200);
  }, 600_000);
});
