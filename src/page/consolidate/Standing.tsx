import { useId } from "react";
import { useSlices } from "../../ui/slices";
import { usePageTools } from "../tools";
import type { SchoolOverview } from "../work/review-job";
import { SLICE } from "./slice";
import { Heads } from "../Heads";

/** Schools with something to be done about, in the order of the roster. */
export function Standing({ schools }: { readonly schools: readonly SchoolOverview[] }) {
  const { locale } = usePageTools();
  const words = locale.page.consolidate.standing;
  const drawn = useSlices(schools.length, SLICE, 0);
  const id = useId();
  return (
    <section aria-labelledby={id}>
      <h3 id={id}>{words.title}</h3>
      {schools.length === 0 ? (
        <p>{words.none}</p>
      ) : (
        <table className="files standing">
          <Heads of={[[words.school], [words.state, "outcome"], [words.note, "note"]]} />
          <tbody>
            {schools.slice(0, drawn).map(({ school, state, note }) => (
              <tr key={school}>
                <th scope="row">{school}</th>
                <td className={`outcome ${state}`}>{locale.summary.schoolState[state]}</td>
                <td className="note">{note}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}
