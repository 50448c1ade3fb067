import { createContext, useContext, useEffect, useMemo, useReducer, type Dispatch } from "react";
import { PAGE_EVENTS } from "../actions/arrival";
import type { Locale } from "../locales";
import { Effects } from "./effects";
import type { Checking } from "./effects/checking";
import type { Filling } from "./effects/filling";
import type { Reviewing } from "./effects/reviewing";
import type { Sending } from "./effects/sending";
import type { Message, PaneState } from "./state/model";
import { reduce, startState } from "./state/reduce";
import type { Ui } from "../ui/context";
import type { Surroundings } from "./surroundings";

/** What components ask to be done. The pane does it to the workbook in Excel, the browser page to a file. */
export interface Deeds {
  readonly checking: Pick<Checking, "check" | "fix" | "explain" | "undo" | "list" | "reveal">;
  readonly filling: Pick<Filling, "insert" | "openAsNew" | "readEarlier" | "useExisting">;
  /** Only in the pane: the browser page has a task of its own for reviewers. */
  readonly reviewing?: Pick<Reviewing, "make" | "cancel" | "insert" | "download" | "open">;
  /** `dropSummary`: only where there is an Excel to delete sheets. */
  readonly sending: Pick<Sending, "download" | "openCopy" | "save" | "send"> & Partial<Pick<Sending, "dropSummary">>;
}

/** What every component may need beside its own facts. It never changes while the pane is open. */
export interface Tools {
  readonly locale: Locale;
  readonly around: Pick<Surroundings, "catalogue" | "today" | "copy" | "pageUrl" | "platform">;
  readonly effects: Deeds;
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

/** What reviewers ask to be done, for components of 汇总. */
export function useReviewing(): NonNullable<Deeds["reviewing"]> {
  const { reviewing } = useTools().effects;
  if (!reviewing) throw new Error("A component of 汇总 stands outside the pane");
  return reviewing;
}

/** The state of the pane and what moves it. */
export function usePane(around: Surroundings): { readonly state: PaneState; readonly tools: Tools; readonly ui: Ui } {
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
  const ui = useMemo(() => ({ locale: around.locale, catalogue: around.catalogue, today: around.today }), [around]);
  return { state, tools, ui };
}
