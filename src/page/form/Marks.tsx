import { kindOf, type Finding } from "../../domain";
import { say } from "../../locales";
import { SIGNS, useKindColours } from "../../ui/kinds";
import { usePageTools } from "../tools";
import { whenThere } from "./when-there";

/** The findings of a row, each leading to where it is told in full. */
export function Marks({ findings, keys }: { readonly findings: readonly Finding[]; readonly keys: ReadonlyMap<Finding, string> }) {
  const { catalogue, locale, workspace } = usePageTools();
  const colours = useKindColours();
  if (findings.length === 0) return null;
  const go = (finding: Finding): void => {
    const key = keys.get(finding)!;
    workspace.view({ only: "all", text: "", selected: key, expanded: key });
    whenThere(
      () => [...document.querySelectorAll<HTMLElement>("[data-row]")].find((one) => one.dataset["row"] === key),
      (row) => {
        row.scrollIntoView({ block: "nearest" });
        row.focus({ preventScroll: true });
      },
    );
  };
  return (
    <ul className="marks">
      {findings.map((finding) => {
        const said = say(finding, locale, catalogue.ruleset);
        const kind = kindOf(finding);
        return (
          <li key={keys.get(finding)}>
            <button type="button" className="mark" title={said.message} onClick={() => go(finding)}>
              <span className={`sign ${colours[kind]}`} aria-hidden>
                {SIGNS[kind]}
              </span>
              {said.brief}
            </button>
          </li>
        );
      })}
    </ul>
  );
}
