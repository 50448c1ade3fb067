import { sameFigures } from "../actions/carried";
import { gatherEarlier } from "../actions/earlier";
import { plain } from "../actions/report";
import { isDoubtful, type Form, type Previous, type ReportingPeriod } from "../domain";
import { fill, sayRefusal, sayUnusedEarlier, sayUsedEarlier } from "../locales";
import { openWorkbook, type Context } from "./context";

/** The earlier forms named by --previous. */
export interface PreviousForms {
  /** How many could not be read. */
  readonly refused: number;
  /** What they say about a school for a period, in figures of a form; empty where they say nothing. */
  previousOf(school: string, period: ReportingPeriod, form: Form): readonly Previous[];
  /** Tells, once all forms have asked, which earlier forms gave nothing, and which that were used are doubtful. */
  complain(): void;
}

/** Reads the earlier forms named by --previous, once. Complains at once of each that cannot be read. */
export async function previousForms(context: Context): Promise<PreviousForms> {
  const { args, catalogue, terminal } = context;
  const { locale } = terminal;
  const { previousRefused, previousUnused, previousSaid } = locale.commands.usage;
  const paths = [...new Set(args.values.get("previous") ?? [])];
  const forms = await gatherEarlier(paths, (path) => openWorkbook(path, context), catalogue, locale);
  for (const { name, refusal } of forms.refused)
    terminal.complain(plain(fill(previousRefused, { path: name, message: sayRefusal(refusal, locale) })));
  const said = new Map(forms.refused.map(({ name }) => [name, ""]));
  return {
    refused: forms.refused.length,
    previousOf(school, period, form) {
      if (!sameFigures(form, catalogue.form)) return [];
      const { previous, used, unused } = forms.of(school, period);
      for (const one of used) said.set(one.name, isDoubtful(one) ? sayUsedEarlier(one, locale) : "");
      for (const one of unused)
        if (one.why !== "another-school" && one.why !== "another-period") said.set(one.name, sayUnusedEarlier(one, locale));
      return previous;
    },
    complain() {
      for (const path of paths) {
        const message = said.get(path);
        // Nobody asked for it: it may have been named by mistake.
        if (message === undefined) terminal.complain(plain(fill(previousUnused, { path })));
        else if (message !== "") terminal.complain(plain(fill(previousSaid, { path, message })));
      }
    },
  };
}
