import { Fragment } from "react";
import { address, comparisonOf, type Indicator, type ProgrammeReport } from "../../domain";
import { fill } from "../../locales";
import { useSlices } from "../../ui/slices";
import { usePageTools } from "../tools";
import { LineTable, type Shown } from "./CoverTable";
import { Entry } from "./Entry";
import { isBad } from "./is-bad";
import { Marks } from "./Marks";

interface Props extends Shown {
  readonly report: ProgrammeReport;
}

/** Rows drawn in one frame. */
const SLICE = 8;

/** One programme: its line, its indicators by group, its texts. */
export function ProgrammeTable({ name, ...props }: Props & { readonly name: string }) {
  const { catalogue, locale } = usePageTools();
  const { report } = props;
  const { form } = catalogue;
  const { labels, indicators, texts } = form;
  const words = locale.page.table;
  const drawn = useSlices(indicators.length, SLICE);
  const text = texts.flatMap(({ id, label }) => {
    const reported = report.texts[id];
    return reported ? [{ label, reported, kind: "long" as const }] : [];
  });
  const head = [
    { label: labels.category, reported: report.category, kind: "text" as const },
    { label: labels.cluster, reported: report.cluster, kind: "text" as const },
    { label: labels.programme, reported: report.programme, kind: "text" as const },
  ];
  return (
    <>
      <LineTable caption={words.head} lines={head} {...props} />
      <table className="sheet-table indicators">
        <caption lang="zh-CN">{fill(words.caption, { sheet: report.sheet, programme: name })}</caption>
        <thead lang="zh-CN">
          <tr>
            <th scope="col">{labels.code}</th>
            <th scope="col">{labels.name}</th>
            <th scope="col" className="unit">
              {labels.unit}
            </th>
            <th scope="col" className="number before">
              {labels.comparison}
            </th>
            <th scope="col" className="number">
              {labels.current}
            </th>
            <th scope="col">{labels.result}</th>
            <th scope="col">{labels.explanation}</th>
          </tr>
        </thead>
        <tbody lang="zh-CN">
          {indicators.slice(0, drawn).map((indicator, index) => (
            <Fragment key={indicator.code}>
              {indicators[index - 1]?.group !== indicator.group && (
                <tr className="group">
                  <th scope="rowgroup" colSpan={7}>
                    {indicator.group}
                  </th>
                </tr>
              )}
              <Row indicator={indicator} {...props} />
            </Fragment>
          ))}
        </tbody>
      </table>
      {drawn === indicators.length && <LineTable caption={words.texts} lines={text} {...props} />}
    </>
  );
}

function Row({ indicator, report, findings, keys }: Props & { readonly indicator: Indicator }) {
  const { catalogue, locale } = usePageTools();
  const { code, name, unit, partOf } = indicator;
  const value = report.values[code];
  const explanation = report.explanations[code];
  if (!value) return null;
  const words = locale.page.table;
  const here = findings.filter(({ at }) => at.row === value.at.row);
  return (
    <tr className={here.length > 0 ? "marked" : undefined}>
      <td className="code">{code}</td>
      <th scope="row" className={partOf ? "part" : undefined}>
        {name}
        <span className="unit-small">（{unit}）</span>
      </th>
      <td className="unit">{unit}</td>
      <td className="number before">{comparisonOf(report.previous, indicator)}</td>
      <td className="number">
        <Entry
          reported={value}
          kind="number"
          label={fill(words.entry, { label: `${code} ${name}`, cell: address(value.at) })}
          bad={isBad(findings, value.at)}
        />
      </td>
      <td className="result">
        <Marks findings={here} keys={keys} />
      </td>
      <td className="explanation" data-label={catalogue.form.labels.explanation}>
        {explanation && (
          <Entry
            reported={explanation}
            kind="text"
            label={fill(words.explanation, { label: `${code} ${name}`, cell: address(explanation.at) })}
            bad={isBad(findings, explanation.at)}
          />
        )}
      </td>
    </tr>
  );
}
