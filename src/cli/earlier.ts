import { gatherEarlier, type EarlierForms } from "../actions/earlier";
import { sayRefusal } from "../locales";
import { plain } from "../actions/report";
import { catalogue, openWorkbook, type Context } from "./context";

/** The earlier forms named by --previous, read once. Complains of each that cannot be taken. */
export async function earlierForms(context: Context): Promise<{ readonly forms: EarlierForms; readonly refused: number }> {
  const { args, terminal } = context;
  const paths = [...new Set(args.values.get("previous") ?? [])];
  const forms = await gatherEarlier(paths, (path) => openWorkbook(path, context), catalogue, terminal.locale);
  for (const { name, refusal } of forms.refused) {
    const { previousRefused } = terminal.locale.commands.usage;
    terminal.complain(
      plain(previousRefused.replace("{path}", () => name).replace("{message}", () => sayRefusal(refusal, terminal.locale))),
    );
  }
  return { forms, refused: forms.refused.length };
}

/** Tells of earlier forms that no form asked for: they may have been named by mistake. */
export function complainUnused(forms: EarlierForms, { terminal }: Context): void {
  for (const name of forms.unused()) terminal.complain(plain(terminal.locale.commands.usage.previousUnused.replace("{path}", () => name)));
}
