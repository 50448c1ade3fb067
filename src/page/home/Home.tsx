import { fill, formFacts } from "../../locales";
import { usePageTools } from "../tools";

/** Tasks that are no step of the half-year, by their signs. */
const ASIDE: ReadonlyMap<string, string> = new Map([
  ["define", "✎"],
  ["help", "?"],
]);

/** The first screen: what can be done here, for people who have never seen it. */
export function Home() {
  const { catalogue, locale } = usePageTools();
  const words = locale.page;
  return (
    <div className="home">
      <h1>{words.title}</h1>
      <p className="form-name" lang="zh-CN">
        {fill(words.form, formFacts(catalogue.form, locale))}
      </p>
      <ul className="tasks">
        {(["take", "check", "consolidate", "define", "help"] as const).map((task, index) => (
          <li key={task} className={ASIDE.get(task) && "aside"}>
            <a href={`#/${task}`}>
              <span className="step" aria-hidden>
                {ASIDE.get(task) ?? index + 1}
              </span>
              <strong>{words.tasks[task].name}</strong>
              <span className="what">{words.tasks[task].text}</span>
              <span className="go" aria-hidden>
                {words.tasks[task].go} →
              </span>
            </a>
          </li>
        ))}
      </ul>
    </div>
  );
}
