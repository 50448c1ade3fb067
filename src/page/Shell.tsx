import { lazy, Suspense, useEffect, useMemo, useRef, useState } from "react";
import type { Catalogue } from "../domain";
import { copy } from "../ui/browser";
import { UiProvider } from "../ui/context";
import { ErrorBoundary } from "../ui/ErrorBoundary";
import { Confirm } from "./Confirm";
import { Failed } from "./Failed";
import { Home } from "./home/Home";
import type { Tongue } from "./language";
import { useRoute, type Route } from "./route";
import { PageProvider, pageLocale, type PageTools } from "./tools";
import type { JobClient } from "./work/job-client";
import type { Workspace } from "./work/workspace";

const TakeTask = lazy(async () => ({ default: (await import("./take/TakeTask")).TakeTask }));
const CheckTask = lazy(async () => ({ default: (await import("./check/CheckTask")).CheckTask }));
const ConsolidateTask = lazy(async () => ({ default: (await import("./consolidate/ConsolidateTask")).ConsolidateTask }));
const DefineTask = lazy(async () => ({ default: (await import("./define/DefineTask")).DefineTask }));
const Help = lazy(async () => ({ default: (await import("./help/Help")).Help }));

/** The frame of the page: what it is, where one is, what stays here. Tasks come when they are chosen. */
export function Shell(props: {
  readonly catalogue: Catalogue;
  readonly tongue: Tongue;
  readonly makeClient: () => JobClient;
  readonly client: JobClient;
  readonly workspace: Workspace;
  readonly session: PageTools["session"];
}) {
  const { catalogue, tongue, makeClient, client, workspace, session } = props;
  const [locale, setLocale] = useState(tongue.locale());
  const [clearing, setClearing] = useState(false);
  const [said, setSaid] = useState("");
  const route = useRoute();
  const main = useRef<HTMLElement>(null);
  const words = locale.page;
  const first = useRef(true);

  useEffect(() => {
    document.documentElement.lang = locale.tag;
    document.title = route === "home" ? words.title : `${words.tasks[route].name} - ${words.title}`;
  }, [locale, route, words]);
  useEffect(() => {
    // Whoever goes to a task with the keyboard goes on from its top.
    if (!first.current) main.current?.focus();
    first.current = false;
  }, [route]);
  useEffect(() => {
    const ask = (event: BeforeUnloadEvent): void => {
      // Who leaves the page leaves the cell.
      if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
      if (workspace.dirty) event.preventDefault();
    };
    window.addEventListener("beforeunload", ask);
    return () => window.removeEventListener("beforeunload", ask);
  }, [workspace]);

  const speak = async (): Promise<void> => {
    try {
      await tongue.choose(locale.tag === "zh-CN" ? "en-US" : "zh-CN");
      setLocale(tongue.locale());
      setSaid("");
    } catch {
      setSaid(words.languageMissing);
    }
  };
  const clear = async (): Promise<void> => {
    setClearing(false);
    session.review?.clear();
    await workspace.clear();
    tongue.forget();
    setSaid(words.cleared);
  };
  const spoken = useMemo(() => pageLocale(locale), [locale]);
  const ui = useMemo(() => ({ locale: spoken, catalogue, today: () => new Date(), copy }), [spoken, catalogue]);
  return (
    <PageProvider value={{ catalogue, locale: spoken, makeClient, client, workspace, session }}>
      <UiProvider value={ui}>
        <a className="skip" href="#main" onClick={(event) => (event.preventDefault(), main.current?.focus())}>
          {words.skip}
        </a>
        <header className="head">
          <div className="head-in">
            <a className="name" href="#/">
              <img src="icon.svg" alt="" width={28} height={28} />
              {words.title}
            </a>
            <nav aria-label={words.home}>
              {(["take", "check", "consolidate", "define", "help"] as const).map((task) => (
                <a key={task} href={`#/${task}`} aria-current={route === task ? "page" : undefined}>
                  {words.tasks[task].name}
                </a>
              ))}
            </nav>
            <button type="button" className="tongue" lang={locale.tag === "zh-CN" ? "en" : "zh-CN"} onClick={() => void speak()}>
              {words.otherLanguage}
            </button>
          </div>
        </header>
        <main id="main" ref={main} tabIndex={-1}>
          <ErrorBoundary key={route} failed={(what) => <Failed what={what} />}>
            <Suspense fallback={<p className="loading">{words.loading}</p>}>
              <Task route={route} />
            </Suspense>
          </ErrorBoundary>
        </main>
        <footer className="foot">
          <div className="foot-in">
            <p>
              {words.private} {words.offline}
            </p>
            <button type="button" className="quiet" onClick={() => setClearing(true)}>
              {words.clear}
            </button>
            <span role="status">{said}</span>
          </div>
        </footer>
        {clearing && (
          <Confirm
            text={words.clearAsk}
            yes={words.clear}
            no={locale.pane.cancel}
            onYes={() => void clear()}
            onNo={() => setClearing(false)}
          />
        )}
      </UiProvider>
    </PageProvider>
  );
}

function Task({ route }: { readonly route: Route }) {
  switch (route) {
    case "home":
      return <Home />;
    case "take":
      return <TakeTask />;
    case "check":
      return <CheckTask />;
    case "consolidate":
      return <ConsolidateTask />;
    case "define":
      return <DefineTask />;
    case "help":
      return <Help />;
  }
}
