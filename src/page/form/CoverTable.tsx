import type { Checked } from "../../actions/check";
import { address, type Finding, type Reported } from "../../domain";
import { fill } from "../../locales";
import { usePageTools } from "../tools";
import { cellId } from "./cell-id";
import { Entry } from "./Entry";
import { isBad } from "./is-bad";
import { Marks } from "./Marks";
import type { EntryKind } from "./typed";
import { Heads } from "../Heads";

interface Line {
  readonly label: string;
  readonly reported: Reported;
  readonly kind: EntryKind;
}

/** What every table of the form is told: the findings of its sheet, and under which key the list has each. */
export interface Shown {
  readonly findings: readonly Finding[];
  readonly keys: ReadonlyMap<Finding, string>;
}

/** The cover: school, period, who answers for it. */
export function CoverTable({ form, ...props }: Shown & { readonly form: Checked["form"] }) {
  const { catalogue } = usePageTools();
  const { submission, cover } = form;
  const { labels, cover: items } = catalogue.form;
  const lines: Line[] = [
    { label: labels.school, reported: submission.school, kind: "text" },
    { label: labels.period, reported: submission.period, kind: "text" },
    ...items.flatMap(({ id, label, kind }): Line[] => {
      const reported = submission.cover[id];
      return reported ? [{ label, reported, kind: kind === "date" ? "date" : "text" }] : [];
    }),
  ];
  return <LineTable caption={cover.sheet} lines={lines} {...props} />;
}

/** Labels with what was entered, one a row. */
export function LineTable(props: Shown & { readonly caption: string; readonly lines: readonly Line[] }) {
  const { catalogue, locale } = usePageTools();
  const { caption, lines, findings, keys } = props;
  const words = locale.page.table;
  return (
    <table className="sheet-table lines">
      <caption>{caption}</caption>
      <Heads of={[[words.item], [words.value], [catalogue.form.labels.result]]} />
      <tbody lang="zh-CN">
        {lines.map(({ label, reported, kind }) => (
          <tr key={cellId(reported.at)} id={`${cellId({ ...reported.at, column: 0 })}-row`}>
            <th scope="row">{label}</th>
            <td>
              <Entry
                reported={reported}
                kind={kind}
                label={fill(words.entry, { label, cell: address(reported.at) })}
                bad={isBad(findings, reported.at)}
              />
            </td>
            <td>
              <Marks findings={findings.filter(({ at }) => at.row === reported.at.row)} keys={keys} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
