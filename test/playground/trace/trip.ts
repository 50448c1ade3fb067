import { FAILURE_NUMBERS } from "../../host/excel";
import type { Answer, Batch } from "../../host/interpreter";

/** One round trip between the pane and Excel. */
export interface Trip {
  /** What was asked for, as a person would write it: `worksheets["表1"].range("F10").values = [[12]]`. */
  readonly steps: readonly string[];
  /** Bytes each way. */
  readonly asked: number;
  readonly answered: number;
  /** Milliseconds that the host took. */
  readonly took: number;
  /** The error it came back with. */
  readonly error?: string;
}

const LONGEST = 60;
const INSTANTIATE = 1;
const QUERY = new Set([2, 6, 7]);
const METHOD = 3;
const SET = 4;
const TRACE = 5;

function short(value: unknown): string {
  const text = JSON.stringify(value) ?? "";
  return text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
}

const camel = (name: string): string => (/^[A-Z]/.test(name) ? name[0]!.toLowerCase() + name.slice(1) : name);
const args = (list: readonly unknown[] = []): string => list.map(short).join(", ");

/** The object that a path leads to. */
function pathOf(id: number, batch: Batch): string {
  const path = batch.ObjectPaths[id];
  if (!path) return "?";
  const parent = (): string => pathOf(path.ParentObjectPathId, batch);
  switch (path.ObjectPathType) {
    case 1:
      return "workbook";
    case 3:
      return `${parent()}.${camel(path.Name)}(${args(path.ArgumentInfo?.Arguments)})`;
    case 4:
      return `${parent()}.${camel(path.Name)}`;
    case 5:
      return `${parent()}[${args(path.ArgumentInfo?.Arguments)}]`;
    default:
      return path.Name || "null";
  }
}

/** What a batch asks for, one step a line; the same steps only once, with their number. */
export function stepsOf(batch: Batch): string[] {
  const counted = new Map<string, number>();
  for (const { ActionType: type, Name, ObjectPathId, ArgumentInfo, QueryInfo } of batch.Actions) {
    if (type === TRACE || type === INSTANTIATE) continue;
    const object = pathOf(ObjectPathId, batch);
    const step = QUERY.has(type)
      ? `${object}.load(${QueryInfo?.Select?.join(", ") ?? ""})`
      : type === METHOD
        ? `${object}.${camel(Name)}(${args(ArgumentInfo?.Arguments)})`
        : type === SET
          ? `${object}.${camel(Name)} = ${args(ArgumentInfo?.Arguments)}`
          : `${object}.${camel(Name)}`;
    counted.set(step, (counted.get(step) ?? 0) + 1);
  }
  return [...counted].map(([step, times]) => (times === 1 ? step : `${step} ×${times}`));
}

/** Measures and reads one round trip. */
export function tripOf(request: string, answer: Answer | number, took: number): Trip {
  const bytes = (text: string): number => new TextEncoder().encode(text).length;
  const error =
    typeof answer === "number"
      ? Object.entries(FAILURE_NUMBERS).find(([, number]) => number === answer)?.[0]
      : answer.Error && `${String(answer.Error["Code"])} ${String(answer.Error["Location"])}`;
  return {
    steps: stepsOf(JSON.parse(request) as Batch),
    asked: bytes(request),
    answered: typeof answer === "number" ? 0 : bytes(JSON.stringify(answer)),
    took,
    ...(error ? { error } : {}),
  };
}
