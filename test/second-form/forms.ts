import { farms } from "./farms";

/** What stands in the place of `src/forms` where the doors are built with the second form. */
export const catalogue = farms;
export const { form, roster, ruleset } = farms;
export { sample } from "./sample";
