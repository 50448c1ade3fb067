import { inBrowser } from "../browser";
import { built } from "../cli/built";
import { describeWith } from "../foreign/programs";
import { give, Place } from "../page/open";
import { expectedOf, keyOf, listed, savedByLibreOffice, shownIn, type Saved } from "./made";

describeWith(["libreoffice", "openpyxl"], "what LibreOffice filled in and saved of an unknown form", () => {
  let saved: Saved[];
  let place: Place;
  beforeAll(async () => {
    built();
    saved = await savedByLibreOffice();
    place = await Place.start();
  }, 300_000);
  afterAll(() => place?.end(), 60_000);

  test("is judged by the command line as what openpyxl saves", () => {
    expect(saved.map(({ told }) => listed(told))).toEqual(saved.map(({ catalogue, report }) => expectedOf(catalogue, report)));
  });

  inBrowser("is judged by the page as by the command line, to the last sentence", async () => {
    for (const { name, bytes, catalogue, told } of saved) {
      const { page, context, trouble } = await place.open({}, "#/check");
      await give(page, { name, bytes });
      await page.getByText(`表式码 ${catalogue.code}`).waitFor();
      await page.locator('[aria-busy="false"] [data-row]').first().waitFor();
      const keys = told.map(keyOf);
      const rows = (): Promise<[string, string][]> =>
        page.locator("[data-row]").evaluateAll((all) => all.map((one) => [one.getAttribute("data-row")!, one.textContent!]));
      const folds = (await rows()).filter(([key]) => !keys.includes(key));
      for (const [key] of folds) await page.locator(`[data-row="${key}"]`).click();
      await page.waitForFunction((least) => document.querySelectorAll("[data-row]").length >= least, keys.length + folds.length);
      const shown = await rows();
      expect([name, shown.length, shownIn(new Map(shown), told)]).toEqual([name, keys.length + folds.length, keys]);
      expect(trouble).toEqual([]);
      await context.close();
    }
  });
});
