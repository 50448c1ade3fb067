import { memoizedBy, type CellValue, type Form } from "../domain";

/** Codes of indicators by what cells hold. */
interface Codes {
  readonly texts: ReadonlySet<string>;
  /** Undefined for a number that several codes are worth. */
  readonly numbers: ReadonlyMap<number, string | undefined>;
}

/** What a program may have made a number of: `01`, `1.10`, `1E2`. */
const NUMERAL = /^\d+(\.\d*)?(e-?\d+)?$/i;

function codesOf({ indicators }: Form): Codes {
  const numbers = new Map<number, string | undefined>();
  for (const { code } of indicators) {
    if (!NUMERAL.test(code)) continue;
    const number = Number(code);
    numbers.set(number, numbers.has(number) ? undefined : code);
  }
  return { texts: new Set(indicators.map(({ code }) => code)), numbers };
}

const knownCodes = memoizedBy(codesOf);

/**
 * The code of an indicator that a cell holds. Codes are no labels: `1.1` is not `11`, `01` is not `1`.
 * @param value a text, which is a code as it stands; or a number, where a program made one of a code: the code that is written so, else the
 *   one code that is worth as much (`01` lost its zero)
 * @returns undefined where it is none, or nobody can tell which
 */
export function codeIn(value: CellValue | undefined, form: Form): string | undefined {
  if (typeof value !== "string" && typeof value !== "number") return undefined;
  const codes = knownCodes(form);
  const text = typeof value === "number" ? String(value) : value.normalize("NFKC").trim();
  if (codes.texts.has(text)) return text;
  return typeof value === "number" ? codes.numbers.get(value) : undefined;
}
