import { makeStyles } from "@fluentui/react-components";
import type { Checked } from "../../actions/check";
import { countFindings, type Form } from "../../domain";
import { fill, type Locale } from "../../locales";
import { KINDS } from "../kinds";
import { useUi } from "../context";
import { requiredOfBlank } from "./blank";

const useStyles = makeStyles({
  // Heard, not seen; `display: none` would silence it.
  hidden: { position: "absolute", width: "1px", height: "1px", overflow: "hidden", clipPath: "inset(50%)", whiteSpace: "nowrap" },
});

/** Says the counts after each check, once they differ from those said before. */
export function Announcer({ checked }: { readonly checked: Checked | undefined }) {
  const styles = useStyles();
  const { locale, catalogue } = useUi();
  return (
    <div className={styles.hidden} role="status" aria-live="polite" aria-atomic="true">
      {checked ? said(checked, (checked.carried ?? catalogue).form, locale) : ""}
    </div>
  );
}

function said(checked: Checked, form: Form, locale: Locale): string {
  const { findings, seal, status } = checked;
  const { blankForm, blankFormNext } = locale.pane.check;
  const required = requiredOfBlank(checked, form);
  if (required !== undefined) return [blankForm, fill(blankFormNext, { count: required })].join(locale.commands.report.colon);
  const reseal = seal.state === "changed" && status !== "blocked";
  return [sayCounts(findings, locale), ...(reseal ? [locale.pane.check.changedTitle] : [])].join(" ");
}

function sayCounts(findings: Parameters<typeof countFindings>[0], locale: Locale): string {
  const words = locale.pane.check;
  const counts = countFindings(findings);
  const kinds = KINDS.filter((kind) => counts[kind] > 0);
  if (kinds.length === 0) return words.announceClean;
  const said = kinds.map((kind) => fill(words.only, { label: words.counts[kind], count: counts[kind] }));
  return fill(words.announce, { counts: said.join(locale.commands.report.comma) });
}
