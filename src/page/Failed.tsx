import { usePageTools } from "./tools";

/** That a task of the page failed itself, and the way on: what was changed in files is still here after loading anew. */
export function Failed({ what }: { readonly what: string }) {
  const { locale } = usePageTools();
  return (
    <div className="done bad" role="alert">
      <p>
        <strong>{locale.pane.bug.title}</strong>
      </p>
      <p>{what}</p>
      <button type="button" onClick={() => location.reload()}>
        {locale.pane.reload}
      </button>
    </div>
  );
}
