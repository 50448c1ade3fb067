import type { CoverPlaces, ProgrammePlaces } from "./places";
import type { TemplateContext } from "./template";
export interface ProgrammeChecks { category: string; cluster: string; programme: string; indicator(code: string): string; text(id: string): string }
export function programmeChecks(_c: TemplateContext, _p: ProgrammePlaces, _o: CoverPlaces): ProgrammeChecks {
  return { category: '""', cluster: '""', programme: '""', indicator: () => '""', text: () => '""' };
}
export function coverChecks(_c: TemplateContext, _p: CoverPlaces): (id: string) => string { return () => '""'; }
