import { createContext, useContext, useEffect, useMemo, useReducer, type Dispatch } from "react";
import { PAGE_EVENTS } from "../actions/arrival";
import type { Locale } from "../locales";
import { Effects } from "./effects";
import type { Message, PaneState } from "./state/model";
import { reduce, startState } from "./state/reduce";
import type { Ui } from "../ui/context";
import type { FormActions } from "../ui/form/actions";
import type { Surroundings } from "./surroundings";

/** What every component may need beside its own facts. It never changes while the pane is open. */
export interface Tools {
  readonly locale: Locale;
  readonly around: Pick<Surroundings, "catalogue" | "today" | "pageUrl" | "platform">;
  readonly effects: Pick<Effects, "checking" | "filling" | "reviewing" | "sending">;
  readonly dispatch: Dispatch<Message>;
}

const ToolsContext = createContext<Tools | undefined>(undefined);
export const ToolsProvider = ToolsContext.Provider;

/** The tools of the pane, for components inside it. */
export function useTools(): Tools {
  const tools = useContext(ToolsContext);
  if (!tools) throw new Error("A component of the pane stands outside it");
  return tools;
}

/** The state of the pane and what moves it. */
export function usePane(around: Surroundings): {
  readonly state: PaneState;
  readonly tools: Tools;
  readonly ui: Ui;
  readonly form: FormActions;
} {
  const [state, dispatch] = useReducer(reduce, around.today(), startState);
  const tools = useMemo(() => ({ locale: around.locale, around, effects: new Effects(around, dispatch), dispatch }), [around]);
  useEffect(() => {
    const { effects } = tools;
    const arrive = (): void => effects.arrive();
    effects.start();
    window.addEventListener(PAGE_EVENTS.arrival, arrive);
    return () => {
      window.removeEventListener(PAGE_EVENTS.arrival, arrive);
      effects.stop();
    };
  }, [tools]);
  const ui = useMemo(() => ({ locale: around.locale, catalogue: around.catalogue, today: around.today, copy: around.copy }), [around]);
  const form = useMemo(() => formActions(tools), [tools]);
  return { state, tools, ui, form };
}

/** What the list of findings asks for, done to the open workbook. */
function formActions({ dispatch, effects: { checking } }: Tools): FormActions {
  return {
    typed: new Map(),
    view: (view) => dispatch({ kind: "viewed", view }),
    preview: (preview) => dispatch({ kind: "previewed", preview }),
    toSend: () => dispatch({ kind: "went", to: "send" }),
    fix: (lines, unticked) => checking.fix(lines, unticked),
    explain: (checked, finding, text) => checking.explain(checked, finding, text),
    reveal: (at) => checking.reveal(at),
  };
}
