import { readdirSync } from "node:fs";
import { join } from "node:path";
import { openTerminal } from "../../src/cli/terminal";
import { FileTransaction } from "../../src/cli/transaction";
import { catalogue } from "../../src/forms";
import { commandLineLocale } from "../../src/locales/command-line";
import { newFolder } from "./folder";

afterEach(() => jest.restoreAllMocks());

test("told to end while the system makes a file, it waits for the file and takes it back", async () => {
  const folder = newFolder();
  const killed = new Promise<readonly string[]>((resolve) => {
    jest.spyOn(process, "kill").mockImplementation(() => {
      resolve(readdirSync(folder));
      return true;
    });
  });
  const transaction = new FileTransaction(false, openTerminal(commandLineLocale("zh-CN", catalogue.form)));
  transaction.makeFolder(join(folder, "来件"));
  const opening = transaction.open(join(folder, "来件", "a.xlsx"));
  process.emit("SIGHUP", "SIGHUP");
  expect(await killed).toEqual([]);
  await opening;
  expect(readdirSync(folder)).toEqual([]);
});
