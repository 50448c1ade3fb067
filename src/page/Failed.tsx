import { Bug } from "./Bug";
import { usePageTools } from "./tools";

/** That a task of the page failed itself, and the way on: what was changed in files is still here after loading anew. */
export function Failed({ what }: { readonly what: string }) {
  const { locale } = usePageTools();
  return (
    <div role="alert">
      <Bug what={what}>
        <button type="button" onClick={() => location.reload()}>
          {locale.pane.reload}
        </button>
      </Bug>
    </div>
  );
}
