import { useId } from "react";
import { fill } from "../../locales";
import { usePageTools } from "../tools";
import type { Told, ToldFinding } from "../work/review-job";
import { Heads } from "../Heads";

/** The findings that weigh most for the whole. All of them stand in the workbook. */
export function Heaviest({ told: { findings, moreFindings } }: { readonly told: Told }) {
  const { locale } = usePageTools();
  const words = locale.page.consolidate;
  const id = useId();
  return (
    <section aria-labelledby={id}>
      <h3 id={id}>{words.findings.title}</h3>
      {findings.length === 0 ? (
        <p>{words.findings.none}</p>
      ) : (
        <>
          <p className="why">{words.findings.note}</p>
          <table className="files heaviest">
            <Heads of={[[words.findings.effect, "number"], [words.findings.school, "school"], [words.findings.what]]} />
            <tbody>
              {findings.map((finding) => (
                <Row key={`${finding.id} ${finding.cell}`} finding={finding} />
              ))}
            </tbody>
          </table>
          {moreFindings > 0 && <p>{fill(words.moreFindings, { count: moreFindings })}</p>}
        </>
      )}
    </section>
  );
}

function Row({ finding }: { readonly finding: ToldFinding }) {
  const { locale } = usePageTools();
  const { effect, school, programme, ref, message, cell, state } = finding;
  return (
    <tr>
      <td className="number">{effect === undefined ? locale.page.consolidate.findings.unknown : `${(effect * 100).toFixed(2)}%`}</td>
      <td className="school">
        {school}
        {programme && <p className="why">{programme}</p>}
      </td>
      <td>
        {ref} {message}
        <p className="why">{state === undefined ? cell : `${cell} ${state}`}</p>
      </td>
    </tr>
  );
}
