/** An error as Excel answers it inside a batch; the real client turns it into an `OfficeExtension.Error`. */
export class HostError extends Error {
  constructor(
    readonly code: string,
    message: string,
    readonly location = "",
  ) {
    super(message);
  }
}

export function fail(code: string, message: string, location?: string): never {
  throw new HostError(code, message, location);
}

/** Excel's own words, as recorded by others. */
export const SAYS = {
  invalid: "The argument is invalid or missing or has an incorrect format.",
  missing: "The requested resource doesn't exist.",
  size: "The number of rows or columns in the input array doesn't match the size or dimensions of the range.",
  denied: "You cannot perform the requested operation.",
  operation: "This operation is not permitted for the current object.",
  hardened: "This operation is not allowed due to the extension hardening policy.",
  notUndone: "Undo isn't supported for this operation.",
  exists: "A resource with the same name or identifier already exists.",
} as const;
