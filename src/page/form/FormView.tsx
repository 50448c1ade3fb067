import { useEffect, useMemo, useState } from "react";
import type { Checked } from "../../actions/check";
import { programmeName } from "../../actions/report/words";
import { kindOf, type Finding } from "../../domain";
import { SIGNS, useKindColours } from "../../ui/kinds";
import { keysOf } from "../../ui/form/rows";
import { useWorkspace, usePageTools } from "../tools";
import { CoverTable } from "./CoverTable";
import { cellId } from "./cell-id";
import { ProgrammeTable } from "./ProgrammeTable";
import { whenThere } from "./when-there";
import { worstOf } from "./worst";

/** The form as tables, one sheet at a time, each finding in its row. */
export function FormView({ checked }: { readonly checked: Checked }) {
  const { locale } = usePageTools();
  const { shown } = useWorkspace();
  const colours = useKindColours();
  const { form, findings } = checked;
  const keys = useMemo(() => keysOf(findings), [findings]);
  const cover = form.cover.sheet;
  const reports = form.submission.programmes;
  const sheets = [cover, ...reports.map(({ sheet }) => sheet)];
  const [chosen, setChosen] = useState(() => findings[0]?.at.sheet ?? sheets[1] ?? cover);
  const sheet = sheets.includes(chosen) ? chosen : cover;
  const on = (name: string): readonly Finding[] => findings.filter(({ at }) => at.sheet === name);

  useEffect(() => {
    if (!shown) return;
    setChosen(shown.at.sheet);
    for (const before of document.querySelectorAll(".shown")) before.classList.remove("shown");
    return whenThere(
      () => document.getElementById(cellId(shown.at)) ?? document.getElementById(`${cellId({ ...shown.at, column: 0 })}-row`),
      (cell) => {
        cell.closest("td, th, tr")?.classList.add("shown");
        cell.scrollIntoView({ block: "center", inline: "nearest" });
        if (shown.focus) cell.focus();
      },
    );
  }, [shown]);

  const report = reports.find((one) => one.sheet === sheet);
  return (
    <section className="form" aria-labelledby="form-title">
      <h2 id="form-title">{locale.page.work.formTitle}</h2>
      <div className="sheets" role="group" aria-label={locale.page.table.sheets}>
        {sheets.map((name) => {
          const worst = worstOf(on(name));
          return (
            <button key={name} type="button" className="sheet" aria-pressed={name === sheet} onClick={() => setChosen(name)}>
              {name}
              {worst && <span className={`sign ${colours[kindOf(worst)]}`}>{SIGNS[kindOf(worst)]}</span>}
            </button>
          );
        })}
      </div>
      {report ? (
        <ProgrammeTable key={report.sheet} report={report} name={programmeName(report)} findings={on(sheet)} keys={keys} />
      ) : (
        <CoverTable form={form} findings={on(cover)} keys={keys} />
      )}
    </section>
  );
}
