/// <reference types="office-js" />
import type { Refusal } from "../../domain";
import type { LiveTrouble } from "../port";

/** Codes of the client (`Excel.ErrorCodes`, `OfficeExtension.ErrorCodes`) that stand for trouble of its own kind. */
const BY_CODE: Readonly<Record<string, LiveTrouble>> = {
  ActivityLimitReached: { kind: "busy" },
  HostRestartNeeded: { kind: "busy" },
  Conflict: { kind: "busy" },
  ServiceNotAvailable: { kind: "busy" },
  InvalidOperationInCellEditMode: { kind: "cell-edit-mode" },
  AccessDenied: { kind: "access-denied" },
  Unauthenticated: { kind: "access-denied" },
  RequestPayloadSizeLimitExceeded: { kind: "payload-too-large" },
  ResponsePayloadSizeLimitExceeded: { kind: "payload-too-large" },
  ApiNotFound: { kind: "too-old" },
  ApiNotAvailable: { kind: "too-old" },
};

/** Our own faults, which no user can mend. */
const BUGS: ReadonlySet<string> = new Set([
  "PropertyNotLoaded",
  "InvalidObjectPath",
  "ValueNotLoaded",
  "RunMustReturnPromise",
  "InvalidRequestContext",
]);

/**
 * What an error of the client means.
 * @throws the error itself, where it is a bug and not trouble
 */
export function troubleOfError(error: unknown): LiveTrouble {
  if (!(error instanceof OfficeExtension.Error) || BUGS.has(error.code)) throw error;
  return BY_CODE[error.code] ?? { kind: "host-error", code: error.code };
}

const PREFIX = "live:";

/** Trouble as the port's `read` and `write` tell it. The kind stands in `detail`, for `liveTroubleOf`. */
export function refusalOf(trouble: LiveTrouble): Refusal {
  const said = "code" in trouble ? `:${trouble.code}` : "what" in trouble ? `:${trouble.what}` : "";
  const detail = `${PREFIX}${trouble.kind}${said}`;
  return trouble.kind === "payload-too-large" ? { code: "too-large", detail } : { code: "unreadable", detail };
}

/** The trouble behind a refusal of the live adapter; undefined where the refusal is of another kind. */
export function liveTroubleOf(refusal: Refusal): LiveTrouble | undefined {
  if (!refusal.detail.startsWith(PREFIX)) return undefined;
  const [kind = "", ...rest] = refusal.detail.slice(PREFIX.length).split(":");
  const said = rest.join(":");
  if (kind === "host-error") return { kind, code: said };
  if (kind === "damaged-insert" || kind === "name-taken") return { kind, what: said };
  return { kind } as LiveTrouble;
}
