export { form } from "./annex2/form";
export { roster } from "./annex2/roster";
export { ruleset } from "./annex2/ruleset";
