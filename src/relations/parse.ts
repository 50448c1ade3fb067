import { indicatorsByCode, memoizedBy, ok, refuse, type Form, type Indicator, type Result } from "../domain";
import type { RelationMistake } from "./mistake";
import { folded, tokensOf, type Token } from "./tokens";
import { slipIn } from "./slips";
import {
  BASIS_WORDS,
  refsIn,
  refsOfRelation,
  type Basis,
  type Comparator,
  type Condition,
  type Expression,
  type FunctionName,
  type Ref,
  type Relation,
} from "./tree";
import { asBeside, inOneMeasure } from "./units";

/** What a relation may have at most. */
export const RELATION_LIMITS = { characters: 500, parts: 64, depth: 16 };

const BASES: Readonly<Record<string, Basis>> = {
  本期: "current",
  ...Object.fromEntries(Object.entries(BASIS_WORDS).map(([basis, word]) => [word, basis as Basis])),
};
const FUNCTIONS: Readonly<Record<string, FunctionName>> = {
  合计: "sum",
  最大: "max",
  最小: "min",
  绝对值: "abs",
  舍入: "round",
  个数: "count",
};
const COMPARATORS: readonly string[] = ["=", "<>", "<", "<=", ">", ">="] satisfies Comparator[];

/** What the text of a relation may name. */
export type RelationForm = Pick<Form, "indicators">;

/** Ends the reading of a text. Nothing else is thrown here, and nothing of it leaves this file. */
class Wrong extends Error {
  constructor(
    readonly mistake: RelationMistake,
    /** How far the reader had come: of two ways to read a text, the one that came further is what its author meant. */
    readonly token: number,
  ) {
    super(mistake.code);
  }
}

/**
 * Reads a relation as a clerk writes it, such as `若 08=0，则 09=0 且 21=0`. Never throws, whatever the text.
 * @param text up to 500 characters; full-width forms are taken as plain ones
 * @param form the indicators that it may name, with their units
 * @returns the relation, or what is wrong with it
 */
export function parseRelation(text: string, form: RelationForm): Result<Relation, RelationMistake> {
  const count = [...text].length;
  const { characters: most } = RELATION_LIMITS;
  if (count > most) return refuse({ code: "too-long", facts: { count, most } });
  if (text.trim() === "") return refuse({ code: "blank", facts: {} });
  const { text: plain, places } = folded(text);
  // How it is written tells more than where the reader got stuck.
  const wrong = (mistake: RelationMistake): Result<Relation, RelationMistake> => refuse(slipIn(plain, places, form.indicators) ?? mistake);
  try {
    const relation = new Reader(text, plain, places, form).relation();
    return refsOfRelation(relation).length > 0 ? ok(relation) : wrong({ code: "no-indicator", facts: {} });
  } catch (error) {
    if (error instanceof Wrong) return wrong(error.mistake);
    throw error;
  }
}

/** What the text of a relation for a form is made of. */
interface Vocabulary {
  readonly longestCode: number;
  readonly units: readonly string[];
}

const vocabularyOf = memoizedBy((indicators: readonly Indicator[]): Vocabulary => ({
  longestCode: Math.max(0, ...indicators.map(({ code }) => code.length)),
  units: [...new Set(indicators.map(({ unit }) => unit.normalize("NFKC")))],
}));

/** Reads by the grammar, one method for each of its lines. */
class Reader {
  private readonly tokens: readonly Token[];
  private readonly text: string;
  private readonly indicators: ReadonlyMap<string, Indicator>;
  private readonly longestCode: number;
  private next = 0;
  private parts = 0;
  private depth = 0;

  constructor(
    text: string,
    plain: string,
    places: readonly number[],
    private readonly form: RelationForm,
  ) {
    this.text = text.trim();
    const { longestCode, units } = vocabularyOf(form.indicators);
    this.indicators = indicatorsByCode(form);
    this.longestCode = longestCode;
    this.tokens = tokensOf(plain, places, units);
  }

  relation(): Relation {
    const relation = this.implication();
    if (this.token.kind !== "end") this.unexpected();
    return { text: this.text, ...relation };
  }

  private implication(): Omit<Relation, "text"> {
    if (!this.take("若")) return { then: conjuncts(this.condition()) };
    const when = this.condition();
    this.take(",");
    if (!this.take("则")) this.wrong({ code: "without-then", facts: {} });
    return { when, then: conjuncts(this.condition()) };
  }

  private condition(): Condition {
    const of = [this.conjunction()];
    while (this.take("或")) of.push(this.conjunction());
    return of.length === 1 ? of[0]! : { kind: "or", of };
  }

  private conjunction(): Condition {
    const of = [this.unit()];
    for (;;) {
      const comma = this.token.text === "," && this.tokens[this.next + 1]?.text === "且";
      if (comma) this.next++;
      if (!this.take("且")) return of.length === 1 ? of[0]! : { kind: "and", of };
      of.push(this.unit());
    }
  }

  private unit(): Condition {
    this.part();
    return this.within((): Condition => {
      if (this.take("非")) return { kind: "not", of: this.unit() };
      if (this.token.text !== "(") return this.phrase();
      return this.either(
        () => this.phrase(),
        () => {
          this.expect("(");
          const { when, then } = this.implication();
          this.expect(")");
          const all: Condition = then.length === 1 ? then[0]! : { kind: "and", of: then };
          return when ? { kind: "if", when, then: all } : all;
        },
      );
    });
  }

  private phrase(): Condition {
    if (this.startsRefs()) return this.several();
    const left = this.sum();
    if (this.take("在")) {
      const low = this.sum();
      if (!this.take("至")) this.expect("~");
      const { at } = this.token;
      const high = this.sum();
      const none = low.kind === "constant" && high.kind === "constant" && low.value > high.value;
      if (none) this.wrong({ code: "range-backwards", facts: { at, found: `${low.value}~${high.value}` } });
      if (!this.take("之间")) this.take("以内");
      const [of, ...ends] = inOneMeasure([left, low, high], this.indicators);
      const [from, to] = ends.map((end) => asBeside(end, of, this.indicators));
      return { kind: "between", of, low: from!, high: to! };
    }
    const of: Condition[] = [];
    let before = left;
    do {
      const op = this.comparator();
      const right = this.sum();
      const [one, other] = inOneMeasure([before, right], this.indicators);
      of.push({ kind: "compare", left: asBeside(one, other, this.indicators), op, right: asBeside(other, one, this.indicators) });
      before = right;
    } while (COMPARATORS.includes(this.token.text));
    return of.length === 1 ? of[0]! : { kind: "and", of };
  }

  /** Whether a list of references comes: `28、29 同有同无`, `21 至少一项>0`. */
  private startsRefs(): boolean {
    let at = this.next;
    if (Object.hasOwn(BASES, this.tokens[at]!.text)) at++;
    const behind = this.tokens[at + 1]?.text ?? "";
    return this.tokens[at]!.kind === "code" && ["、", "同有同无", "至少一项"].includes(behind);
  }

  private several(): Condition {
    const refs = [this.ref()];
    while (this.take("、")) refs.push(this.ref());
    if (this.take("同有同无")) return { kind: "together", refs };
    this.expect("至少一项");
    const op = this.comparator();
    const [first, limit] = inOneMeasure([refs[0]!, this.sum()], this.indicators);
    return { kind: "some", refs, op, limit: asBeside(limit, first, this.indicators) };
  }

  private comparator(): Comparator {
    if (!COMPARATORS.includes(this.token.text) || this.token.kind !== "sign") this.unexpected();
    return this.tokens[this.next++]!.text as Comparator;
  }

  private sum(): Expression {
    return this.within(() => {
      let left = this.term();
      for (;;) {
        const op = this.take("+") ? "+" : this.take("-") ? "-" : undefined;
        if (!op) return left;
        const [one, other] = inOneMeasure([left, this.term()], this.indicators);
        left = { kind: op, left: one, right: other };
        this.part();
      }
    });
  }

  private term(): Expression {
    let left = this.factor();
    for (;;) {
      const { at } = this.token;
      const op = this.take("*") ? "*" : this.take("/") ? "/" : undefined;
      if (!op) return left;
      const right = this.factor();
      if (op === "*" && refsIn(left).length > 0 && refsIn(right).length > 0) this.wrong({ code: "product", facts: { at } });
      left = { kind: op, left, right };
      this.part();
    }
  }

  private factor(): Expression {
    this.part();
    if (this.take("-")) return this.within(() => ({ kind: "negative", of: this.factor() }));
    if (this.take("(")) {
      const inner = this.sum();
      this.expect(")");
      return inner;
    }
    const { kind, text } = this.token;
    if (kind === "word" && Object.hasOwn(FUNCTIONS, text)) return this.call(FUNCTIONS[text]!);
    if (kind === "number") return this.constant();
    if (kind === "code" && !this.token.bracketed && !this.indicators.has(text) && /^\d+$/.test(text)) return this.plainNumber();
    return this.ref();
  }

  private call(name: FunctionName): Expression {
    this.next++;
    this.expect("(");
    const args = this.argument();
    if (name === "round") {
      this.expect(",");
      const { text, at } = this.token;
      const decimals = /^[0-6]$/.test(text) ? Number(text) : this.wrong({ code: "unexpected", facts: { at, found: text } });
      this.next++;
      if (this.token.text === "位") this.next++;
      this.expect(")");
      return args.length === 1 ? { kind: "round", of: args[0]!, decimals } : this.unexpected();
    }
    while (this.take(",") || this.take("、")) args.push(...this.argument());
    this.expect(")");
    return { kind: "call", name, args: name === "count" ? args : inOneMeasure(args, this.indicators) };
  }

  /** One argument, or all indicators from one to another in the order of the form. */
  private argument(): Expression[] {
    const first = this.sum();
    const { at, text: found } = this.token;
    if (first.kind !== "ref" || !(this.take("~") || this.take("至"))) return [first];
    const last = this.ref();
    const { indicators } = this.form;
    const [from, to] = [first.code, last.code].map((code) => indicators.findIndex((one) => one.code === code)) as [number, number];
    if (from >= to) this.wrong({ code: "range-backwards", facts: { at, found: `${first.code}${found}${last.code}` } });
    return indicators.slice(from, to + 1).map(({ code }): Ref => {
      this.part();
      return { kind: "ref", code, basis: first.basis };
    });
  }

  private constant(): Expression {
    const { text, at, suffix } = this.token;
    if (!suffix && this.indicators.has(text)) this.wrong({ code: "decimal-or-code", facts: { at, found: text } });
    this.next++;
    const value = Number((Number(text) * (suffix?.scale ?? 1)).toPrecision(15));
    return { kind: "constant", value, ...(suffix?.percent ? { percent: true } : suffix?.unit === undefined ? {} : { unit: suffix.unit }) };
  }

  /** Excel eats the zero of 08: a plain number that is no code is taken for a number only where no code is so long. */
  private plainNumber(): Expression {
    const { text, at } = this.token;
    if (text !== "0" && (text.length <= this.longestCode || text.startsWith("0"))) {
      const bare = (code: string): string => code.replace(/^0+/, "");
      const meant = [...this.indicators.keys()].find((code) => bare(code) === bare(text));
      this.wrong({ code: "number-or-code", facts: { at, found: text, code: meant ?? text, unit: this.form.indicators[0]!.unit } });
    }
    this.next++;
    return { kind: "constant", value: Number(text) };
  }

  private ref(): Ref {
    const basis = Object.hasOwn(BASES, this.token.text) ? BASES[this.tokens[this.next++]!.text]! : "current";
    const { kind, text, at } = this.token;
    if (kind !== "code") this.unexpected();
    const indicator = this.indicators.get(text);
    if (!indicator) this.wrong({ code: "no-such-indicator", facts: { at, found: text } });
    const held = basis === "previous" ? "stock" : basis === "sameHalf" ? "flow" : indicator.measure;
    if (held !== indicator.measure) this.wrong({ code: "not-on-the-form", facts: { at, found: text } });
    this.next++;
    return { kind: "ref", code: text, basis };
  }

  private get token(): Token {
    return this.tokens[this.next]!;
  }

  private take(text: string): boolean {
    if (this.token.text !== text || this.token.kind === "code") return false;
    this.next++;
    return true;
  }

  private expect(text: string): void {
    if (!this.take(text)) this.unexpected();
  }

  private unexpected(): never {
    const { kind, at, text: found } = this.token;
    return this.wrong(kind === "end" ? { code: "unfinished", facts: {} } : { code: "unexpected", facts: { at, found } });
  }

  private wrong(mistake: RelationMistake): never {
    throw new Wrong(mistake, this.next);
  }

  private part(): void {
    const { parts: most } = RELATION_LIMITS;
    if (++this.parts > most) this.wrong({ code: "too-many-parts", facts: { most } });
  }

  private within<T>(read: () => T): T {
    const { depth: most } = RELATION_LIMITS;
    if (++this.depth > most) this.wrong({ code: "too-deep", facts: { most } });
    const result = read();
    this.depth--;
    return result;
  }

  /** Reads one way, or the other; where neither will do, what is wrong is told of the one that came further. */
  private either<T>(first: () => T, second: () => T): T {
    const { next, parts, depth } = this;
    try {
      return first();
    } catch (error) {
      if (!(error instanceof Wrong)) throw error;
      [this.next, this.parts, this.depth] = [next, parts, depth];
      try {
        return second();
      } catch (other) {
        throw other instanceof Wrong && other.token < error.token ? error : other;
      }
    }
  }
}

function conjuncts(condition: Condition): readonly Condition[] {
  return condition.kind === "and" ? condition.of : [condition];
}
