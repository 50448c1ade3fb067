import { createHash } from "node:crypto";
import { definitionText, shortCode, type Catalogue, type Definition } from "../src/domain";

/** A definition with its 表式码. */
export function coded(definition: Definition): Catalogue {
  return { ...definition, code: shortCode(createHash("sha256").update(definitionText(definition)).digest()) };
}
