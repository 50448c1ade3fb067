import { join } from "node:path";
import { built } from "../cli/built";

const root = join(__dirname, "..", "..");
/** Where the doors that are built with the second form lie: `cli`, `page` and `pane`. */
export const OUT = join(root, "node_modules", ".cache", "second-form");

/** Builds the doors by their own entries, with the second form in the place of the one that is built in. */
export function builtForFarms(): void {
  built({
    name: "second-form",
    args: ["--config", join(__dirname, "webpack.cjs")],
    made: ["cli/cli.js", "cli/demo.js", "page/index.html", "pane/taskpane.html"].map((path) => join(OUT, path)),
    sources: ["farms.ts", "forms.ts", "sample.ts", "webpack.cjs"].map((name) => `test/second-form/${name}`),
  });
}
