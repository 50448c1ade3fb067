import { extname } from "node:path";
import { Collection, judgeFile } from "../actions/consolidate";
import type { Context } from "./context";
import { identityOf, readFile } from "./disk";
import { filesUnder } from "./inbox";
import type { Outputs } from "./summary-output";
import { WrongUse } from "./wrong-use";

/**
 * Sees to it that nothing a school sent is replaced by what is made of it. Without `--force` nothing is replaced at all; with it, of all
 * that is read only an earlier result may give way to the next.
 * @throws WrongUse where an output is a file that came, or an earlier file
 */
export async function spareInputs({ files, format }: Outputs, context: Context): Promise<void> {
  const { flags, files: arrived, values } = context.args;
  if (!flags.has("force")) return;
  const [inputs, earlier] = [arrived, values.get("previous") ?? []].map((paths) => identitiesUnder(paths, context));
  for (const path of files) {
    const identity = identityOf(path);
    const lost = earlier!.has(identity) || (inputs!.has(identity) && !(await isOwnResult(path, format, context)));
    if (lost) throw new WrongUse("outputIsArrival", { path });
  }
}

function identitiesUnder(paths: readonly string[], context: Context): ReadonlySet<string> {
  const found = filesUnder(paths, [], new Collection(), context);
  return new Set(found.map(({ identity }) => identity));
}

/** Tables for programs are known by their names: no school sends such. */
async function isOwnResult(
  path: string,
  format: Outputs["format"],
  { adapter, catalogue, terminal: { locale } }: Context,
): Promise<boolean> {
  if (format !== "xlsx") return extname(path).toLowerCase() === `.${format}`;
  const file = readFile(path, adapter.largestFile, locale);
  if (!file.ok) return false;
  const arrival = { path: [path] };
  const { outcome } = await judgeFile({ arrival, bytes: file.value.bytes }, { open: adapter.open, catalogue, locale });
  return outcome.kind === "summary";
}
