export { META_SHEET, ROSTER_SHEET } from "./places";
export { partialIdentity, type PartialIdentity } from "./partial-identity";
export { readForm, type ReadForm, type ReadOptions } from "./read-form";
export { expectedInputs } from "./expected-inputs";
export { ownSheets } from "./own-sheets";
export { explanationHeights } from "./row-heights";
export { NEW_SEAL, sealChanges } from "./seal-changes";
export { staleResults } from "./stale-results";
export { template, type Catalogue, type Issue } from "./template";
