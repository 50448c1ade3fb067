import { reporters } from "../actions/report";
import type { CommandLineLocale } from "../locales/command-line";

type Help = CommandLineLocale["commands"]["help"];
export type CommandName = keyof Help["summary"];

/** How an option is written: `value` names what follows it. */
export interface OptionSpec {
  readonly value?: string;
  /** May be repeated, and takes everything up to the next option. */
  readonly many?: true;
  readonly allowed?: readonly string[];
  readonly help: keyof Help["option"];
}

export interface CommandSpec {
  /** Files without an option: how many at most. */
  readonly files: { readonly shown: string; readonly most: number };
  readonly options: Readonly<Record<string, OptionSpec>>;
}

/** Options that every command has. */
const COMMON: CommandSpec["options"] = {
  lang: { value: "zh-CN|en-US", allowed: ["zh-CN", "en-US"], help: "lang" },
  help: { help: "help" },
};
const FORCE: OptionSpec = { help: "force" };
/** What a command goes by: a 表式簿 in place of the form that the program is built with. */
const FORM: OptionSpec = { value: "FILE", help: "form" };
const NONE = { shown: "", most: 0 };
const ONE = { shown: "FILE", most: 1 };
const TEXT_OR_JSON = ["text", "json"];

/** All commands, in the order of the work. Parser and help both read this, so they cannot disagree. */
export const COMMANDS: Readonly<Record<CommandName, CommandSpec>> = {
  template: {
    files: NONE,
    options: {
      school: { value: "NAME", help: "school" },
      all: { help: "all" },
      period: { value: "2026-S2", help: "period" },
      previous: { value: "FILE...", many: true, help: "previousTemplate" },
      drafts: { help: "drafts" },
      sheets: { value: "N", help: "sheets" },
      out: { value: "FILE|DIR", help: "outTemplate" },
      form: FORM,
      force: FORCE,
      ...COMMON,
    },
  },
  check: {
    files: { shown: "FILE...", most: Infinity },
    options: {
      previous: { value: "FILE...", many: true, help: "previousCheck" },
      format: { value: Object.keys(reporters).join("|"), allowed: Object.keys(reporters), help: "formatCheck" },
      out: { value: "FILE", help: "outCheck" },
      form: FORM,
      force: FORCE,
      ...COMMON,
    },
  },
  fix: { files: ONE, options: { out: { value: "FILE", help: "outFix" }, form: FORM, force: FORCE, ...COMMON } },
  seal: {
    files: ONE,
    options: { out: { value: "FILE", help: "outSeal" }, eml: { value: "FILE", help: "eml" }, form: FORM, force: FORCE, ...COMMON },
  },
  consolidate: {
    files: { shown: "PATH...", most: Infinity },
    options: {
      period: { value: "2026-S2", help: "period" },
      previous: { value: "PATH...", many: true, help: "previousConsolidate" },
      out: { value: "FILE", help: "outConsolidate" },
      format: { value: "xlsx|json|parquet", allowed: ["xlsx", "json", "parquet"], help: "formatConsolidate" },
      notices: { value: "DIR", help: "notices" },
      form: FORM,
      force: FORCE,
      ...COMMON,
    },
  },
  "form export": {
    files: NONE,
    options: {
      form: FORM,
      out: { value: "FILE", help: "outForm" },
      force: FORCE,
      ...COMMON,
    },
  },
  "form check": {
    files: ONE,
    options: { format: { value: TEXT_OR_JSON.join("|"), allowed: TEXT_OR_JSON, help: "formatForm" }, ...COMMON },
  },
  "form diff": {
    files: { shown: "BEFORE AFTER", most: 2 },
    options: { format: { value: TEXT_OR_JSON.join("|"), allowed: TEXT_OR_JSON, help: "formatForm" }, ...COMMON },
  },
  "form roster": {
    files: ONE,
    options: {
      add: { value: "LIST", help: "rosterAdd" },
      replace: { value: "LIST", help: "rosterReplace" },
      "as-typed": { help: "asTyped" },
      out: { value: "FILE", help: "outForm" },
      force: FORCE,
      ...COMMON,
    },
  },
  rules: {
    files: NONE,
    options: { format: { value: "text|json|markdown", allowed: ["text", "json", "markdown"], help: "formatRules" }, form: FORM, ...COMMON },
  },
};

/** Whether a word is a command. */
export function isCommand(name: string): name is CommandName {
  return Object.hasOwn(COMMANDS, name);
}
