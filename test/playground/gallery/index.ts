import { changedAfterSealing } from "./changed-after-sealing";
import { emptyBook } from "./empty-book";
import { freshForm } from "./fresh-form";
import { fullOfFaults } from "./full-of-faults";
import { previousAtHand } from "./previous-at-hand";
import { province } from "./province";
import { sealedForm } from "./sealed-form";
import type { Situation } from "./situation";
import { unknownForm } from "./unknown-form";
import { validationWiped } from "./validation-wiped";

export type { NamedFile, Situation } from "./situation";

/** Where one can start, in the order that the gallery shows. */
export const SITUATIONS: readonly Situation[] = [
  emptyBook,
  freshForm,
  fullOfFaults,
  validationWiped,
  sealedForm,
  changedAfterSealing,
  previousAtHand,
  province,
  unknownForm,
];
