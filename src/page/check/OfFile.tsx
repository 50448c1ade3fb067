import { useMemo, type ReactNode } from "react";
import type { Catalogue } from "../../domain";
import { OfForm } from "../../ui/form/OfForm";
import { PageProvider, usePageTools } from "../tools";

/** Speaks of a file in the terms of the definition that it carries, where it was judged by that. */
export function OfFile({ carried, children }: { readonly carried: Catalogue | undefined; readonly children: ReactNode }) {
  const tools = usePageTools();
  const own = useMemo(
    () => (carried ? { ...tools, catalogue: carried, locale: tools.locale.ofForm(carried.form) } : tools),
    [tools, carried],
  );
  return (
    <PageProvider value={own}>
      <OfForm carried={carried}>{children}</OfForm>
    </PageProvider>
  );
}
