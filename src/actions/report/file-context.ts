import { fill } from "../../locales";
import { coded, type FileReport, type ReportContext } from "./reporter";

/** The context of one file: by the definition that it carries, and in its words, where it was judged by that. */
export function contextOf({ outcome }: FileReport, context: ReportContext): ReportContext {
  const carried = outcome.kind === "checked" ? outcome.checked.carried : undefined;
  if (!carried) return context;
  return { ...context, ...carried, from: "file", locale: context.locale.ofForm(carried.form) };
}

/** That a file was judged by the definition that it carries; undefined where it was not. */
export function sayCarried(context: ReportContext): string | undefined {
  const { form, from, locale } = context;
  return from === "file" ? fill(locale.commands.report.carried, { title: form.title, form: coded(context) }) : undefined;
}
