import type { Definition, CellValue, Form, Language, Ruleset, Setting, SettingWords } from "../../domain";
import { knownRelation, unitQuestions, type RelationOptions } from "../../relations";
import { cellValue } from "./column";
import { parametersText } from "./parameters";
import { isRelation } from "./rule-names";
import { messagesOf, OF_MESSAGE, OF_RELATION, RELATION, WORDS, WRITTEN } from "./relation-columns";

/** All relations of a ruleset, those across schools last. */
export function allOf({ settings, across }: Ruleset): Setting[] {
  return [...settings, ...across];
}

/** The cure that a relation has for all its messages, in Chinese: its 提示语. */
function commonCure({ rule, words }: Setting): string | undefined {
  const cures = messagesOf(rule).map((message) => words?.["zh-CN"]?.messages?.[message]?.cure);
  return cures.every((cure) => cure === cures[0]) ? cures[0] : undefined;
}

/** The rows of 审核关系. */
export function relationRows({ form, ruleset }: Definition): CellValue[][] {
  return allOf(ruleset).map((setting) => {
    const cells = relationCells(setting, form);
    return WRITTEN.map(({ key }) => cells[key]);
  });
}

/** A row of 审核关系, by the keys of its columns. */
export function relationCells(setting: Setting, form: Form): Readonly<Record<keyof typeof RELATION, CellValue>> {
  const { ref, severity, rule, options, act, accuses, words } = setting;
  const { title, description, why } = words?.["zh-CN"] ?? {};
  const written = isRelation(rule)
    ? { ...(options as RelationOptions), unit: differs(options as RelationOptions, form) }
    : { parameters: parametersText(rule, options) || undefined };
  const row: Readonly<Record<string, unknown>> = {
    ...{ ref, severity, kind: rule, ...written, title, description, why, act, accuses },
    cure: commonCure(setting),
  };
  const keys = Object.keys(RELATION) as (keyof typeof RELATION)[];
  return Object.fromEntries(keys.map((key) => [key, cellValue(RELATION[key], row[key])])) as Record<keyof typeof RELATION, CellValue>;
}

/** Says of a relation whose units differ that they are meant to. */
function differs(options: RelationOptions, form: Form): true | undefined {
  return unitQuestions(knownRelation(options, form).relation, form).length > 0 ? true : undefined;
}

/** The rows of 关系用语: what 审核关系 has no room for. */
export function wordRows(
  settings: readonly Setting[],
  readings: readonly { readonly ref: string; readonly messages: Readonly<Record<string, string>> }[],
): CellValue[][] {
  const general = new Map(readings.map(({ ref, messages }) => [ref, messages]));
  return settings.flatMap((setting) =>
    (["zh-CN", "en-US"] as const).flatMap((language) => {
      const said = setting.words?.[language];
      return said ? rowsOf(setting, said, language, general.get(setting.ref) ?? {}) : [];
    }),
  );
}

function rowsOf(setting: Setting, words: SettingWords, language: Language, about: Readonly<Record<string, string>>): CellValue[][] {
  const chinese = language === "zh-CN";
  const common = chinese ? commonCure(setting) : undefined;
  const general = Object.keys(OF_RELATION).map((key) => (chinese ? undefined : words[key as keyof typeof OF_RELATION]));
  const rows = [{ message: undefined, general, own: [undefined, undefined, undefined] as (string | undefined)[] }];
  for (const message of messagesOf(setting.rule)) {
    const { message: said, cure, brief } = words.messages?.[message] ?? {};
    rows.push({ message: message as never, general: general.map(() => undefined), own: [said, cure === common ? undefined : cure, brief] });
  }
  return rows
    .filter(({ general, own }) => [...general, ...own].some((text) => text !== undefined))
    .map(({ message, general, own }) => [
      cellValue(WORDS.ref, setting.ref),
      cellValue(WORDS.language, language),
      cellValue(WORDS.message, message),
      cellValue(WORDS.about, message === undefined ? undefined : about[message]),
      ...Object.values(OF_RELATION).map((column, index) => cellValue(column, general[index])),
      ...Object.values(OF_MESSAGE).map((column, index) => cellValue(column, own[index])),
    ]);
}
