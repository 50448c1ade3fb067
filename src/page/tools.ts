import { createContext, useContext, useSyncExternalStore } from "react";
import type { Catalogue } from "../domain";
import type { Locale } from "../locales";
import type { ReviewSession } from "./consolidate/review-session";
import type { JobClient } from "./work/job-client";
import type { Workspace } from "./work/workspace";
import type { WorkspaceState } from "./work/workspace-model";

/** What every part of the page may need. */
export interface PageTools {
  readonly catalogue: Catalogue;
  readonly locale: Locale;
  readonly client: JobClient;
  readonly workspace: Workspace;
  /** A worker of one's own. */
  readonly makeClient: () => JobClient;
  /** What stays while one looks at another task; its program comes only when it is wanted. */
  readonly session: { review?: ReviewSession };
}

const PageContext = createContext<PageTools | undefined>(undefined);
export const PageProvider = PageContext.Provider;

/** The tools of the page, for components inside it. */
export function usePageTools(): PageTools {
  const tools = useContext(PageContext);
  if (!tools) throw new Error("A component of the page stands outside it");
  return tools;
}

/** What 检查并报送 shows now. */
export function useWorkspace(): WorkspaceState {
  const { workspace } = usePageTools();
  return useSyncExternalStore(workspace.subscribe, workspace.state);
}

/** The words of the pane, where they speak of Excel with those of the page in their place. */
export function pageLocale(locale: Locale): Locale {
  const { fixText, keys, besideNext, send: toSend } = locale.page.work;
  const ofForm: Locale["ofForm"] = (form) => pageLocale(locale.ofForm(form));
  return { ...locale, ofForm, pane: { ...locale.pane, check: { ...locale.pane.check, fixText, keys, besideNext, toSend } } };
}
