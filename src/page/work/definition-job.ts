import type { DefinitionView, DifferenceView } from "../../actions/definition";
import type { Catalogue, ReportingPeriod } from "../../domain";
import type { NamedFile } from "../../actions/send";

/** A definition as it is shown, beside the one before it where that was given or is built in. */
export interface DefinedView extends DefinitionView {
  readonly difference?: DifferenceView;
  /** Why the earlier one could not be read. */
  readonly earlierRefused?: string;
}

/** Forms of all schools in one archive. */
export interface IssuedForms {
  readonly name: string;
  readonly blob: Blob;
  readonly count: number;
}

/** Work for 表式, which comes to the worker only when it is wanted. */
export interface DefinitionJobs {
  /** @param before the definition of before; the built-in one where absent, if it is of the same form */
  readonly define: { readonly ask: { readonly blob: Blob; readonly before: Blob | undefined }; readonly give: DefinedView };
  readonly exportDefinition: { readonly ask: { readonly catalogue: Catalogue | undefined }; readonly give: NamedFile };
  /** Each form is a step. */
  readonly issueAll: { readonly ask: { readonly catalogue: Catalogue; readonly period: ReportingPeriod }; readonly give: IssuedForms };
}
