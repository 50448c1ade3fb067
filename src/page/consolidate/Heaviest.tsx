import { useId } from "react";
import { shareText } from "../../domain";
import { fill } from "../../locales";
import { usePageTools } from "../tools";
import type { Overview, ActOverview, FindingOverview } from "../work/review-job";
import { Heads } from "../Heads";

/** The findings that weigh most for the whole. All of them stand in the workbook. */
export function Heaviest({ overview: { findings, moreFindings } }: { readonly overview: Overview }) {
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

function Row({ finding }: { readonly finding: ActOverview }) {
  const { locale } = usePageTools();
  const { school, programme, ref, message, members } = finding;
  const words = locale.page.consolidate.findings;
  return (
    <tr>
      <td className="number">{sayEffect(finding, words.unknown)}</td>
      <td className="school">
        {school}
        {programme && <p className="why">{programme}</p>}
      </td>
      <td>
        {ref} {message}
        <p className="why">{placeOf(finding)}</p>
        {members.length > 0 && (
          <details>
            <summary>{fill(words.each, { count: members.length })}</summary>
            <ul>
              {members.map((one) => (
                <li key={`${one.id} ${one.cell}`}>
                  {one.message}
                  <p className="why">
                    {placeOf(one)} {words.effect} {sayEffect(one, words.unknown)}
                  </p>
                </li>
              ))}
            </ul>
          </details>
        )}
      </td>
    </tr>
  );
}

function placeOf({ cell, state }: FindingOverview): string {
  return state === undefined ? cell : `${cell} ${state}`;
}

/** From ten times what was to be expected on, a percentage says nothing to anybody. */
const TIMES = 10;

function sayEffect({ effect }: FindingOverview, unknown: string): string {
  if (effect === undefined) return unknown;
  return effect >= TIMES ? `${Math.round(effect).toLocaleString("en-US")}×` : shareText(effect, 2);
}
