/**
 * @jest-environment ./test/taskpane/environment.ts
 */
import { screen, waitFor } from "@testing-library/react";
import { built } from "../cli/built";
import { describeWith } from "../foreign/programs";
import { openPane } from "../taskpane/pane";
import { keyOf, savedByLibreOffice, shownIn, type Saved } from "./made";

describeWith(["libreoffice", "openpyxl"], "what LibreOffice filled in and saved of an unknown form", () => {
  let saved: Saved[];
  beforeAll(async () => {
    built();
    saved = await savedByLibreOffice();
  }, 300_000);

  test("is judged by the pane as by the command line, to the last sentence", async () => {
    for (const { name, bytes, catalogue, told } of saved) {
      const { user, close } = await openPane({ file: bytes });
      await screen.findByText(new RegExp(`表式码 ${catalogue.code}`));
      const rows = (): HTMLElement[] => [...document.querySelectorAll<HTMLElement>('[aria-busy="false"] [data-row]')];
      await waitFor(() => expect(rows().length).toBeGreaterThan(0));
      const keys = told.map(keyOf);
      const folds = rows().filter((row) => !keys.includes(row.dataset["row"]!));
      for (const fold of folds) await user.click(fold);
      await waitFor(() => expect(rows().length).toBe(keys.length + folds.length));
      const shown = new Map(rows().map((row) => [row.dataset["row"]!, row.textContent!]));
      expect([name, shownIn(shown, told)]).toEqual([name, keys]);
      close();
    }
  });
});
