import { ok, refuse, type Definition, type Result } from "../domain";
import { betweenForm, codesOf, indicatorsOf, textIdsOf } from "./between-form";
import { betweenRoster } from "./between-roster";
import { betweenRuleset } from "./between-ruleset";
import { formSchema } from "./form";
import { Place } from "./json";
import type { Mistake } from "./mistake";
import { rosterSchema } from "./roster";
import { rulesetSchema } from "./ruleset";
import { object, read } from "./schema";

export { MISTAKES, pathText, type Mistake, type MistakeCode, type Path } from "./mistake";

export interface DefinitionOptions {
  /** 计量单位 that are right though the program does not know them. */
  readonly units?: readonly string[];
}

/**
 * Reads a definition: the form, the roster and the ruleset that a department wrote, as plain JSON.
 * @param json `{ form, roster, ruleset }`, of which nothing is taken for granted: its shapes, its limits, the options of each rule,
 *   and what one part says of another are all looked at
 * @returns it with its types; or every mistake, each at its place, to be said by
 *   `sayMistake` of `locales/mistakes`. It never throws
 */
export function parseDefinition(json: unknown, { units = [] }: DefinitionOptions = {}): Result<Definition, readonly Mistake[]> {
  const place = new Place(json);
  const [form, roster, ruleset] = [place.at("form"), place.at("roster"), place.at("ruleset")];
  const codes = codesOf(form);
  const schema = object<Definition>({
    form: formSchema(units),
    roster: rosterSchema,
    ruleset: rulesetSchema({ codes, texts: textIdsOf(form) }),
  });
  const parsed = read(schema, json);
  // What does not go together is told beside what is wrong in itself, so that an author sees all of it at once.
  const between = [...betweenForm(form), ...betweenRoster(roster, form), ...betweenRuleset(ruleset, codes, indicatorsOf(form))];
  if (!("value" in parsed)) return refuse([...parsed.mistakes, ...between]);
  return between.length > 0 ? refuse(between) : ok(parsed.value);
}
