import { indicatorsByCode, type Form, type Language } from "../domain";
import type { Condition, Expression, Relation } from "../relations";
import { readingWords as enUS } from "./en-US/relations";
import type { Mood, ReadingWords } from "./reading-words";
import { fill } from "./say";
import { readingWords as zhCN } from "./zh-CN/relations";

const WORDS: Readonly<Record<Language, ReadingWords>> = { "zh-CN": zhCN, "en-US": enUS };
const SIGNS = { "+": " + ", "-": " − ", "*": " × ", "/": " ÷ " } as const;

/**
 * A relation in words, for whoever owns the form: `08 合作企业数等于 0 时，09 规模以上企业数应等于 0。`
 * @param form the form that it is about, whose names and units it uses
 * @param tolerance its 允许误差, where it has a say
 */
export function readRelation(relation: Relation, form: Pick<Form, "indicators">, language: Language, tolerance = 0): string {
  const words = WORDS[language];
  const reader = new Reader(form, words);
  const then = relation.then.map((condition) => reader.condition(condition, "must")).join(words.and);
  const text = relation.when ? fill(words.guarded, { when: reader.condition(relation.when, "is"), then }) : fill(words.relation, { then });
  const allowed = tolerance > 0 ? fill(words.tolerance, { tolerance }) : "";
  return `${text}${allowed}`.replace(/ +([，。）、,.)]|$)/g, "$1").replace(/ {2,}/g, " ");
}

/** The severity of a relation in words, where its author left it to the program. */
export function readUsualSeverity(severity: string, language: Language): string {
  return fill(WORDS[language].usualSeverity, { severity });
}

class Reader {
  constructor(
    private readonly form: Pick<Form, "indicators">,
    private readonly words: ReadingWords,
  ) {}

  condition(condition: Condition, mood: keyof Mood): string {
    const { words } = this;
    switch (condition.kind) {
      case "compare": {
        const [left, right] = [this.expression(condition.left), this.expression(condition.right)];
        return fill(words[mood][condition.op], { left, right });
      }
      case "between": {
        const [of, low, high] = [condition.of, condition.low, condition.high].map((one) => this.expression(one)) as [
          string,
          string,
          string,
        ];
        return fill(words.between[mood], { of, low, high });
      }
      case "together":
        return fill(words.together[mood], { items: this.list(condition.refs) });
      case "some": {
        const limit = fill(words.limit[condition.op], { right: this.expression(condition.limit) });
        return fill(words.some[mood], { items: this.list(condition.refs), limit });
      }
      case "not":
        return fill(words.not[mood], { of: this.condition(condition.of, "is") });
      case "and":
      case "or":
        return condition.of.map((one) => this.within(one, mood)).join(words[condition.kind]);
      case "if":
        return fill(words.if[mood], { when: this.condition(condition.when, "is"), then: this.condition(condition.then, mood) });
    }
  }

  private within(condition: Condition, mood: keyof Mood): string {
    const text = this.condition(condition, mood);
    return condition.kind === "and" || condition.kind === "or" ? `（${text}）` : text;
  }

  private list(all: readonly Expression[]): string {
    return all.map((one) => this.expression(one)).join(this.words.list);
  }

  private expression(expression: Expression): string {
    const { words } = this;
    switch (expression.kind) {
      case "ref": {
        const name = indicatorsByCode(this.form).get(expression.code)?.name ?? "";
        return fill(words.basis[expression.basis], { item: `“${expression.code} ${name}”` });
      }
      case "constant":
        return constant(expression);
      case "negative":
        return `−${this.bracketed(expression.of)}`;
      case "round":
        return fill(words.round, { of: this.expression(expression.of), decimals: expression.decimals });
      case "call":
        return fill(words.functions[expression.name], { args: this.list(expression.args) });
      case "+":
      case "-":
        return `${this.expression(expression.left)}${SIGNS[expression.kind]}${this.bracketed(expression.right)}`;
      case "*":
      case "/":
        return `${this.bracketed(expression.left)}${SIGNS[expression.kind]}${this.bracketed(expression.right)}`;
    }
  }

  /** What would be read otherwise without brackets has them. */
  private bracketed(expression: Expression): string {
    const text = this.expression(expression);
    return expression.kind === "+" || expression.kind === "-" || expression.kind === "/" ? `（${text}）` : text;
  }
}

/** A number as it was meant: 0.85 of something is 85%. */
function constant({ value, unit, percent }: Extract<Expression, { readonly kind: "constant" }>): string {
  if (percent) return ` ${Number((value * 100).toPrecision(15))}% `;
  return unit === undefined ? ` ${value} ` : ` ${value} ${unit}`;
}
