import { useState } from "react";
import { ruleBook } from "../../actions/rule-book";
import enGuide from "../../guide/en-US.md";
import zhGuide from "../../guide/zh-CN.md";
import { inWordsOf } from "../../locales";
import { usePageTools } from "../tools";
import { Guide } from "./Guide";

const GUIDES = { "zh-CN": zhGuide, "en-US": enGuide } as const;
const LEVELS = ["fatal", "error", "query", "advisory", "notChecked"] as const;
type Part = "guide" | "severities" | "rules";

/** 使用说明: the guide with pictures, what each severity means, and the rule book. */
export function Help() {
  const { catalogue, locale } = usePageTools();
  const [part, setPart] = useState<Part>("guide");
  const words = locale.page.help;
  return (
    <div className="help">
      <h1>{words.title}</h1>
      <div className="sheets" role="group" aria-label={words.title}>
        {(["guide", "severities", "rules"] as const).map((one) => (
          <button key={one} type="button" className="sheet" aria-pressed={one === part} onClick={() => setPart(one)}>
            {words[one]}
          </button>
        ))}
      </div>
      <article>
        {part === "guide" && <Guide markdown={inWordsOf(catalogue.form, GUIDES[locale.tag], locale)} />}
        {part === "severities" && (
          <dl className="severities">
            {LEVELS.map((level) => (
              <div key={level}>
                <dt>{level === "notChecked" ? locale.state.notChecked : locale.severity[level]}</dt>
                <dd>{words.severity[level]}</dd>
              </div>
            ))}
          </dl>
        )}
        {part === "rules" && <Guide markdown={ruleBook(locale, catalogue.ruleset).replace(/^##/gm, "#")} />}
      </article>
    </div>
  );
}
