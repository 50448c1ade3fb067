import { FluentProvider, makeStyles, Spinner, tokens } from "@fluentui/react-components";
import { lazy, Suspense, useMemo, useRef, useState } from "react";
import { CheckScreen } from "./check/CheckScreen";
import { Announcer } from "../ui/form/Announcer";
import { UiProvider } from "../ui/context";
import { OfForm } from "../ui/form/OfForm";
import { ErrorBoundary } from "../ui/ErrorBoundary";
import { useKeepFocus } from "../ui/focus";
import { Head } from "./frame/Head";
import { PaneNotice } from "./frame/PaneNotice";
import { FormActionsProvider } from "../ui/form/actions";
import { Tabs } from "./frame/Tabs";
import { BugView, UnusableView } from "./frame/Unusable";
import { ToolsProvider, usePane, useTools } from "./pane";
import type { PaneState } from "./state/model";
import type { Surroundings } from "./surroundings";
import { themeFor } from "../ui/theme";

// 检查 is where people are; the others come when they are first opened.
const FillScreen = lazy(async () => ({ default: (await import("./fill/FillScreen")).FillScreen }));
const Dialogs = lazy(async () => ({ default: (await import("./frame/Dialogs")).Dialogs }));
const ReviewScreen = lazy(async () => ({ default: (await import("./review/ReviewScreen")).ReviewScreen }));
const SendScreen = lazy(async () => ({ default: (await import("./send/SendScreen")).SendScreen }));

const useStyles = makeStyles({
  root: {
    // Not a height of the provider: Fluent gives its classes to each pop-up, which would then be as high as the pane.
    position: "fixed",
    inset: 0,
    display: "flex",
    flexDirection: "column",
    backgroundColor: tokens.colorNeutralBackground1,
    color: tokens.colorNeutralForeground1,
    overflow: "hidden",
  },
  waiting: { margin: "auto" },
});

/** The whole pane, from its surroundings. */
export function App({ around }: { readonly around: Surroundings }) {
  const styles = useStyles();
  const { state, tools, ui, form } = usePane(around);
  const root = useRef<HTMLDivElement>(null);
  useKeepFocus(root);
  return (
    <FluentProvider theme={themeFor(around.look)}>
      <UiProvider value={ui}>
        <ToolsProvider value={tools}>
          <FormActionsProvider value={form}>
            <div className={styles.root} lang={around.locale.tag} ref={root}>
              <ErrorBoundary failed={(what) => <BugView what={what} locale={around.locale} pageUrl={around.pageUrl} />}>
                <Body state={state} />
                <Announcer checked={state.book.kind === "checked" ? state.book.checked : undefined} />
              </ErrorBoundary>
            </div>
          </FormActionsProvider>
        </ToolsProvider>
      </UiProvider>
    </FluentProvider>
  );
}

function Body({ state }: { readonly state: PaneState }) {
  const { locale, around } = useTools();
  const { screen } = state;
  switch (screen.kind) {
    case "starting":
      return <Loading label={locale.pane.starting} />;
    case "unusable":
      return <UnusableView why={screen.why} locale={locale} pageUrl={around.pageUrl} />;
    case "bug":
      return <BugView what={screen.what} locale={locale} pageUrl={around.pageUrl} />;
    case "fill":
      return (
        <Framed state={state}>
          <FillScreen state={state} />
        </Framed>
      );
    case "check":
      return (
        <OfOpenForm state={state}>
          <Framed state={state}>
            <CheckScreen state={state} />
          </Framed>
        </OfOpenForm>
      );
    case "send":
      return (
        <OfOpenForm state={state}>
          <Framed state={state}>
            <SendScreen state={state} />
          </Framed>
        </OfOpenForm>
      );
    case "review":
      return (
        <Framed state={state}>
          <ReviewScreen state={state} />
        </Framed>
      );
  }
}

/** Speaks of the form in the workbook in its own terms. */
function OfOpenForm({ state: { book }, children }: { readonly state: PaneState; readonly children: React.ReactNode }) {
  const tools = useTools();
  const carried = book.kind === "checked" ? book.checked.carried : undefined;
  const own = useMemo(
    () => (carried ? { ...tools, locale: tools.locale.ofForm(carried.form), around: { ...tools.around, catalogue: carried } } : tools),
    [tools, carried],
  );
  return (
    <ToolsProvider value={own}>
      <OfForm carried={carried}>{children}</OfForm>
    </ToolsProvider>
  );
}

function Framed({ state, children }: { readonly state: PaneState; readonly children: React.ReactNode }) {
  const { locale } = useTools();
  const { screen } = state;
  const asks =
    (screen.kind === "check" && screen.preview !== undefined) ||
    (screen.kind === "fill" && screen.asking) ||
    (screen.kind === "send" && screen.asking !== undefined) ||
    (screen.kind === "review" && screen.asking !== undefined);
  return (
    <>
      <Head state={state} />
      <Tabs state={state} />
      <PaneNotice notice={state.notice} />
      <Suspense fallback={<Loading label={locale.pane.starting} />}>{children}</Suspense>
      <Once needed={asks}>
        <Dialogs state={state} />
      </Once>
    </>
  );
}

/** What is loaded when it is first needed, and stays from then on. */
function Once({ needed, children }: { readonly needed: boolean; readonly children: React.ReactNode }) {
  const [was, setWas] = useState(false);
  if (needed && !was) setWas(true);
  return was ? <Suspense>{children}</Suspense> : null;
}

function Loading({ label }: { readonly label: string }) {
  const styles = useStyles();
  return <Spinner className={styles.waiting} label={label} />;
}
