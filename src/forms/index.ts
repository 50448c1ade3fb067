import type { Catalogue } from "../domain";
import { code } from "./annex2/code";
import { form } from "./annex2/form";
import { roster } from "./annex2/roster";
import { ruleset } from "./annex2/ruleset";

export { sample } from "./annex2/sample";
export { form, roster, ruleset };

/** What the program is built with. Doors alone may ask for it, each in its entry. */
export const catalogue: Catalogue = { form, roster, ruleset, code };
