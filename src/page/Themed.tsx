import { FluentProvider } from "@fluentui/react-components";
import { useEffect, useState, type ReactNode } from "react";
import { appearanceOf } from "../ui/browser";
import { themeFor } from "../ui/theme";

const QUERIES = ["(prefers-color-scheme: dark)", "(forced-colors: active)", "(prefers-contrast: more)"];

/** The pane's components in the colours of this person's system, as those change. */
export function Themed({ children, lang }: { readonly children: ReactNode; readonly lang: string }) {
  const [look, setLook] = useState(() => appearanceOf(undefined));
  useEffect(() => {
    const lists = QUERIES.map((query) => window.matchMedia(query));
    const heard = (): void => setLook(appearanceOf(undefined));
    for (const list of lists) list.addEventListener("change", heard);
    return () => {
      for (const list of lists) list.removeEventListener("change", heard);
    };
  }, []);
  return (
    <FluentProvider theme={themeFor(look)} lang={lang} className="look">
      {children}
    </FluentProvider>
  );
}
