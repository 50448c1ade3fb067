import { mistake, pathText, shown, type Mistake } from "./mistake";
import { texts, type Found, type Place } from "./json";

/** Texts that stand a second time. @param key what two of them are told apart by */
export function repeated(found: readonly Found[], key: (text: string) => string = (text) => text): Mistake[] {
  const first = new Map<string, Found>();
  return found.flatMap((one) => {
    const known = first.get(key(one.text));
    if (!known) first.set(key(one.text), one);
    return known ? [mistake(one.path, "repeated", { found: shown(one.text), first: pathText(known.path) })] : [];
  });
}

/** The texts under one key of each row. */
export function column(rows: readonly Place[], ...keys: readonly string[]): Found[] {
  return texts(rows.map((row) => row.at(...keys)));
}
