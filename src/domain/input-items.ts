import { memoized } from "./memoized";
import type { Reported, Submission } from "./submission";

/** What an input cell reports, under the name that the seal has for it. */
export interface InputItem {
  readonly key: string;
  readonly value: Reported;
}

/** Everything that is entered, in a fixed order: cover, then each programme's head, values, explanations and texts. */
export function inputItems(submission: Submission): InputItem[] {
  const items: InputItem[] = [
    { key: "cover|school", value: submission.school },
    { key: "cover|period", value: submission.period },
  ];
  const addAll = (prefix: string, record: Readonly<Record<string, Reported>>): void => {
    for (const key of sortedKeys(record)) items.push({ key: `${prefix}|${key}`, value: record[key]! });
  };
  addAll("cover", submission.cover);
  for (const [index, { category, cluster, programme, values, explanations, texts }] of submission.programmes.entries()) {
    addAll(`${index + 1}|head`, { category, cluster, programme });
    addAll(`${index + 1}|value`, values);
    addAll(`${index + 1}|explanation`, explanations);
    addAll(`${index + 1}|text`, texts);
  }
  return items;
}

/** Lists of keys that were sorted, by the keys as they came: all sheets of all forms have the same few. */
const sortedBefore = new Map<string, readonly string[]>();
const MOST_LISTS = 100;

/** The keys of a record in their order. */
export function sortedKeys(record: Readonly<Record<string, unknown>>): readonly string[] {
  const keys = Object.keys(record);
  return memoized(sortedBefore, MOST_LISTS, keys.join("\n"), () => keys.sort());
}
