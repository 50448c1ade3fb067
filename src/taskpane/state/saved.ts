import type { Checked } from "../../actions/check";
import { blockingOf } from "../../ui/form/rows";

/** What can be said of a form that Excel saves by itself. `count`: findings that hold it back. */
export type SavedVerdict = { readonly kind: "sealed" | "changed" | "passed" } | { readonly kind: "blocked"; readonly count: number };

/** The verdict on what is saved, out of the last check of it. */
export function savedVerdict({ findings, status, seal }: Checked): SavedVerdict {
  if (status === "blocked") return { kind: "blocked", count: blockingOf(findings).length };
  return { kind: seal.state === "none" ? "passed" : seal.state };
}
