import { memo, useId, useMemo, useState } from "react";
import { arrivalName } from "../../domain";
import type { Locale } from "../../locales";
import { useSlices } from "../../ui/slices";
import { usePageTools } from "../tools";
import type { Overview, FileOverview } from "../work/review-job";
import { SLICE } from "./slice";
import { Heads } from "../Heads";

type Shown = FileOverview["fate"] | "all";

/** 来件: every file with its fate, and why. */
export function Arrivals({ overview: { files, tally } }: { readonly overview: Overview }) {
  const { locale } = usePageTools();
  const [shown, setShown] = useState<Shown>("all");
  const rows = useMemo(() => files.filter(({ fate }) => shown === "all" || fate === shown), [files, shown]);
  const drawn = useSlices(rows.length, SLICE, 0);
  const words = locale.page.consolidate.arrivals;
  const id = useId();
  return (
    <section aria-labelledby={id}>
      <h3 id={id}>{words.title}</h3>
      <div className="sheets" role="group" aria-label={words.show}>
        {(["all", "used", "superseded", "refused"] as const).map((fate) => (
          <button key={fate} type="button" className="sheet" aria-pressed={shown === fate} onClick={() => setShown(fate)}>
            {fate === "all" ? words.all : locale.summary.fate[fate]} {fate === "all" ? tally.files : tally[fate]}
          </button>
        ))}
      </div>
      <table className="files arrivals">
        <Heads of={[[words.file], [words.school, "school"], [words.fate, "outcome"], [words.why, "note"]]} />
        <tbody>
          {rows.slice(0, drawn).map((file, index) => (
            <Row key={`${shown} ${index}`} file={file} locale={locale} />
          ))}
        </tbody>
      </table>
    </section>
  );
}

/** Drawn once: there may be thousands. */
const Row = memo(
  function Row({ file: { path, school, fate, why }, locale }: { readonly file: FileOverview; readonly locale: Locale }) {
    return (
      <tr>
        <th scope="row">{arrivalName({ path })}</th>
        <td className="school">{school}</td>
        <td className={`outcome ${fate}`}>{locale.summary.fate[fate]}</td>
        <td className="note">{why}</td>
      </tr>
    );
  },
  (before, after) => before.file === after.file && before.locale.tag === after.locale.tag,
);
