import { useMemo, type ReactNode } from "react";
import type { Catalogue } from "../../domain";
import { UiProvider, useUi } from "../context";

/** Speaks of a form in its own terms: those of the definition that it carries, where it was judged by that. */
export function OfForm({ carried, children }: { readonly carried: Catalogue | undefined; readonly children: ReactNode }) {
  const ui = useUi();
  const own = useMemo(() => (carried ? { ...ui, catalogue: carried, locale: ui.locale.ofForm(carried.form) } : ui), [ui, carried]);
  return <UiProvider value={own}>{children}</UiProvider>;
}
