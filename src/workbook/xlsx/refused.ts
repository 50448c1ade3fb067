import type { Refusal } from "../../domain/refusal";

/** Carries a refusal out of the depth of a parser. Caught at the door of this room, never seen outside. */
export class Refused extends Error {
  constructor(readonly refusal: Refusal) {
    super(`${refusal.code}: ${refusal.detail}`);
  }
}

export function damaged(detail: string): never {
  throw new Refused({ code: "damaged", detail });
}

export function tooLarge(detail: string): never {
  throw new Refused({ code: "too-large", detail });
}

/** Text from a file, shortened for a detail. */
export function shown(text: string): string {
  return text.length > 40 ? `${text.slice(0, 40)}...` : text;
}
