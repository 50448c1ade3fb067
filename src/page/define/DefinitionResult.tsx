import type { DifferenceView } from "../../actions/definition";
import { XLSX_TYPE } from "../../domain";
import { fill, type Locale } from "../../locales";
import { Chooser } from "../check/DropZone";
import { Heads } from "../Heads";
import { Part } from "../Part";
import { usePageTools } from "../tools";
import type { DefinedView } from "../work/definition-job";
import type { JobClient } from "../work/job-client";
import { IssueForms } from "./IssueForms";

/** What came of a definition: whether it can be used, each problem at its cell, what is other than before, and what its relations mean. */
export function DefinitionResult(props: {
  readonly name: string;
  readonly view: DefinedView;
  readonly client: JobClient;
  readonly compare: (earlier: File) => void;
}) {
  const { name, view, client, compare } = props;
  const { locale } = usePageTools();
  const words = locale.page.define;
  const { catalogue, problems, relations } = view;
  const count = (severity: string): number => problems.filter((one) => one.severity === severity).length;
  const said = catalogue ? words.usable : fill(words.faulty, { errors: count("error"), questions: count("question") });
  return (
    <div className="defined">
      <div role="status" className={catalogue ? "done" : "done bad"}>
        <p>{fill(words.of, { name })}</p>
        <p>
          <strong>{view.refused ?? said}</strong>
        </p>
        {catalogue && (
          <p>
            {fill(words.form, {
              title: catalogue.form.title,
              id: catalogue.form.id,
              version: catalogue.form.version,
              code: catalogue.code,
            })}
          </p>
        )}
        {view.counts !== undefined && <p>{view.counts}</p>}
        {view.issued && <p>{words.issued}</p>}
      </div>
      {problems.length > 0 && (
        <Part title={words.problems}>
          <table className="files standing">
            <Heads of={[[words.where], [words.level, "outcome"], [words.problem, "note"], [words.cure, "note"]]} />
            <tbody>
              {problems.map(({ at, severity, level, message, cure }, index) => (
                <tr key={index}>
                  <th scope="row">{at}</th>
                  <td className={`outcome ${severity === "notice" ? "" : "refused"}`}>{level}</td>
                  <td className="note">{message}</td>
                  <td className="note">{cure}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </Part>
      )}
      {view.refused === undefined && (
        <Part title={words.difference}>
          <p className="lead">{differenceHint(view, words)}</p>
          <div className="actions">
            <Chooser small label={words.earlier} accept={`.xlsx,${XLSX_TYPE}`} take={([first]) => first && compare(first)} />
          </div>
          {view.earlierRefused !== undefined && <p className="done ask">{view.earlierRefused}</p>}
          {view.difference && <Difference of={view.difference} />}
        </Part>
      )}
      {relations.length > 0 && (
        <details>
          <summary>{fill(words.relations, { count: relations.length })}</summary>
          <table className="files standing">
            <Heads of={[[words.ref], [words.level, "outcome"], [words.relation, "note"], [words.meaning, "note"]]} />
            <tbody>
              {relations.map(({ ref, level, title, relation, reading }) => (
                <tr key={ref}>
                  <th scope="row">{ref}</th>
                  <td className="outcome">{level}</td>
                  <td className="note">{relation || title}</td>
                  <td className="note">{reading}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </details>
      )}
      {catalogue && <IssueForms catalogue={catalogue} client={client} />}
    </div>
  );
}

/** With what it was compared, or what to do for that. */
function differenceHint({ difference, catalogue }: DefinedView, words: Locale["page"]["define"]): string {
  if (difference) return words.differenceHint;
  return catalogue ? words.differenceOf : words.differenceLater;
}

function Difference({ of }: { readonly of: DifferenceView }) {
  const { locale } = usePageTools();
  const words = locale.page.define;
  return (
    <>
      <p>{of.from}</p>
      <p>{of.to}</p>
      {of.warnings.map((warning) => (
        <p key={warning} className="done ask">
          {warning}
        </p>
      ))}
      {of.none !== undefined && <p>{of.none}</p>}
      {of.classes.map(({ said, changes }) => (
        <div key={said}>
          <p>
            <strong>{said}</strong>
          </p>
          <table className="files standing">
            <Heads of={[[words.kind], [words.about, "note"], [words.change, "note"]]} />
            <tbody>
              {changes.map(({ kind, about, message }, index) => (
                <tr key={index}>
                  <th scope="row">{kind}</th>
                  <td className="note">{about}</td>
                  <td className="note">{message}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      ))}
    </>
  );
}
