import { usePageTools } from "./tools";

/** That the program itself failed, and what it said. */
export function Bug({ what }: { readonly what: string }) {
  const { locale } = usePageTools();
  return (
    <div className="done bad">
      <p>
        <strong>{locale.pane.bug.title}</strong>
      </p>
      <p>{what}</p>
    </div>
  );
}
