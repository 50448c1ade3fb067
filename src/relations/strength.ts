import { normalConditions } from "./normal";
import type { Comparator, Condition, Expression, Relation } from "./tree";

/** How one relation stands to another: it passes fewer reports, or more; it is the same, however it is written; or that cannot be told. */
export type Strength = "same" | "tighter" | "looser" | "thresholds" | "other";

/** Where a number grows, a condition passes more reports (1), fewer (-1), or that cannot be told (0). */
type Direction = 1 | -1 | 0;

/** How the numbers that differ bear on the whole, as far as that has been seen. */
interface Seen {
  tighter: boolean;
  looser: boolean;
  unknown: boolean;
}

const REVERSED: Readonly<Record<Comparator, Comparator>> = { "=": "=", "<>": "<>", "<": ">", ">": "<", "<=": ">=", ">=": "<=" };
const UP: Readonly<Record<Comparator, Direction>> = { "<": 1, "<=": 1, ">": -1, ">=": -1, "=": 0, "<>": 0 };

const turned = (direction: Direction): Direction => (direction === 0 ? 0 : direction === 1 ? -1 : 1);

/**
 * Compares two relations in which nothing but numbers differs: `26 <= 20*150%` is tighter than `26 <= 20*180%`. No figure of a form is below 0.
 * @returns `other` where more than numbers differs, `thresholds` where the numbers pull both ways or nobody can tell which
 */
export function strengthOf(before: Relation, after: Relation): Strength {
  if (sameConditions(before, after)) return "same";
  if ((before.when === undefined) !== (after.when === undefined) || before.then.length !== after.then.length) return "other";
  const seen: Seen = { tighter: false, looser: false, unknown: false };
  // What is asked for where more holds asks more.
  const when = before.when === undefined || condition(before.when, after.when!, -1, seen);
  if (!when || !before.then.every((one, at) => condition(one, after.then[at]!, 1, seen))) return "other";
  if (seen.unknown || (seen.tighter && seen.looser)) return "thresholds";
  return seen.tighter ? "tighter" : seen.looser ? "looser" : "same";
}

function sameConditions(a: Relation, b: Relation): boolean {
  const texts = (one: Relation): string =>
    JSON.stringify(
      normalConditions(one)
        .map(({ text }) => text)
        .sort(),
    );
  return texts(a) === texts(b);
}

/** @returns whether nothing but numbers differs */
function condition(a: Condition, b: Condition, passes: Direction, seen: Seen): boolean {
  if (a.kind === "compare" && b.kind === "compare") {
    const facing = b.op === REVERSED[a.op] && a.op !== b.op ? { ...b, op: a.op, left: b.right, right: b.left } : b;
    return facing.op === a.op && compared(a, facing, passes, seen);
  }
  switch (a.kind) {
    case "compare":
      return false;
    case "between":
      return (
        b.kind === a.kind &&
        expression(a.of, b.of, 0, seen) &&
        expression(a.low, b.low, turned(passes), seen) &&
        expression(a.high, b.high, passes, seen)
      );
    case "together":
      return b.kind === a.kind && all(a.refs, b.refs, (x, y) => expression(x, y, 0, seen));
    case "some":
      return (
        b.kind === a.kind &&
        b.op === a.op &&
        all(a.refs, b.refs, (x, y) => expression(x, y, 0, seen)) &&
        expression(a.limit, b.limit, towards(UP[a.op], passes), seen)
      );
    case "not":
      return b.kind === a.kind && condition(a.of, b.of, turned(passes), seen);
    case "and":
    case "or":
      return b.kind === a.kind && all(a.of, b.of, (x, y) => condition(x, y, passes, seen));
    case "if":
      return b.kind === a.kind && condition(a.when, b.when, turned(passes), seen) && condition(a.then, b.then, passes, seen);
  }
}

type Compare = Extract<Condition, { readonly kind: "compare" }>;

function compared(a: Compare, b: Compare, passes: Direction, seen: Seen): boolean {
  const up = towards(UP[a.op], passes);
  return expression(a.left, b.left, turned(up), seen) && expression(a.right, b.right, up, seen);
}

function towards(direction: Direction, passes: Direction): Direction {
  return passes === 1 ? direction : passes === -1 ? turned(direction) : 0;
}

function all<T>(a: readonly T[], b: readonly T[], alike: (x: T, y: T) => boolean): boolean {
  return a.length === b.length && a.every((one, at) => alike(one, b[at]!));
}

/** @param up what follows where the expression grows */
function expression(a: Expression, b: Expression, up: Direction, seen: Seen): boolean {
  switch (a.kind) {
    case "ref":
      return b.kind === a.kind && b.code === a.code && b.basis === a.basis;
    case "constant":
      if (b.kind !== a.kind || b.unit !== a.unit || b.percent !== a.percent) return false;
      if (a.value !== b.value) told(b.value > a.value ? up : turned(up), seen);
      return true;
    case "negative":
      return b.kind === a.kind && expression(a.of, b.of, turned(up), seen);
    case "round":
      return b.kind === a.kind && b.decimals === a.decimals && expression(a.of, b.of, up, seen);
    case "call":
      return b.kind === a.kind && b.name === a.name && all(a.args, b.args, (x, y) => expression(x, y, a.name === "sum" ? up : 0, seen));
    case "+":
    case "-":
    case "*":
    case "/":
      return (
        b.kind === a.kind &&
        expression(a.left, b.left, a.kind === "*" || a.kind === "/" ? upIfPositive(a.right, up) : up, seen) &&
        expression(a.right, b.right, rightOf(a, up), seen)
      );
  }
}

function rightOf(a: Extract<Expression, { readonly left: Expression }>, up: Direction): Direction {
  if (a.kind === "+") return up;
  if (a.kind === "-") return turned(up);
  const direction = upIfPositive(a.left, up);
  return a.kind === "*" ? direction : turned(direction);
}

/** Growing by a factor is growing where the other factor cannot be below 0. */
function upIfPositive(other: Expression, up: Direction): Direction {
  return other.kind === "ref" || (other.kind === "constant" && other.value > 0) ? up : 0;
}

function told(direction: Direction, seen: Seen): void {
  if (direction === 0) seen.unknown = true;
  else if (direction === 1) seen.looser = true;
  else seen.tighter = true;
}
