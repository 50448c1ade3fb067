import { useCallback, useMemo, useState } from "react";
import { Stopped } from "../workers/client";
import { usePageTools } from "./tools";

/** What kept work from its end. */
export interface Trouble {
  /** Somebody stopped it. */
  readonly stopped: boolean;
  /** The program itself failed, or its worker did: what it said. */
  readonly bug: string | undefined;
  /** Takes what work threw. */
  readonly failed: (error: unknown) => void;
  /** Before work begins anew. */
  readonly clear: () => void;
}

/** Keeps what kept the work of a task from its end. */
export function useTrouble(): Trouble {
  const { locale } = usePageTools();
  const { crashed } = locale.page.files;
  const [why, setWhy] = useState<{ readonly stopped: boolean; readonly bug?: string }>({ stopped: false });
  const failed = useCallback(
    (error: unknown): void => {
      const isStop = error instanceof Stopped;
      const more = isStop && error.why === "asked" ? { stopped: true } : { bug: isStop ? crashed : String(error) };
      setWhy((before) => ({ ...before, ...more }));
    },
    [crashed],
  );
  const clear = useCallback(() => setWhy({ stopped: false }), []);
  return useMemo(() => ({ stopped: why.stopped, bug: why.bug, failed, clear }), [why, failed, clear]);
}
