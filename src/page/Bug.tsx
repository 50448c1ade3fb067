import type { ReactNode } from "react";
import { usePageTools } from "./tools";

/** That the program itself failed, what it said, and the way on, where there is one. */
export function Bug({ what, children }: { readonly what: string; readonly children?: ReactNode }) {
  const { locale } = usePageTools();
  return (
    <div className="done bad">
      <p>
        <strong>{locale.pane.bug.title}</strong>
      </p>
      <p>{what}</p>
      {children}
    </div>
  );
}
