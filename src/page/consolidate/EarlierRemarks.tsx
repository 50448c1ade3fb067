import type { EarlierRemark } from "../../actions/consolidate";
import { fill } from "../../locales";
import { usePageTools } from "../tools";

/** So many stand in sight; the others unfold. */
const IN_SIGHT = 10;

/** What has to be known of the earlier files: which gave nothing, which are not to be relied on. */
export function EarlierRemarks({ remarks }: { readonly remarks: readonly EarlierRemark[] }) {
  const { locale } = usePageTools();
  const words = locale.page.consolidate;
  if (remarks.length === 0) return null;
  const more = remarks.slice(IN_SIGHT);
  return (
    <div className="done ask">
      <p>{fill(words.earlierRemarks, { count: remarks.length })}</p>
      <Remarks remarks={remarks.slice(0, IN_SIGHT)} />
      {more.length > 0 && (
        <details>
          <summary>{fill(words.earlierMore, { count: more.length })}</summary>
          <Remarks remarks={more} />
        </details>
      )}
    </div>
  );
}

function Remarks({ remarks }: { readonly remarks: readonly EarlierRemark[] }) {
  const { colon } = usePageTools().locale;
  return (
    <ul>
      {remarks.map(({ path, kind, message }) => (
        <li key={`${kind}|${path}`}>
          {path}
          {colon}
          {message}
        </li>
      ))}
    </ul>
  );
}
