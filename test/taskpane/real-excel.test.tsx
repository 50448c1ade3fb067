/**
 * @jest-environment ./test/taskpane/environment.ts
 */
import { screen, waitFor } from "@testing-library/react";
import { zhCN } from "../../src/locales";
import { BEHAVIOUR_IDS } from "../host";
import { cell, slip, withFaults } from "./faulty";
import { button } from "./pane";

const words = zhCN.pane;

describe("the pane of a workbook with a form", () => {
  test("is shown where Excel starts the add-in out of view with it, and not where a ribbon function was what started it", async () => {
    const started = await withFaults({
      behaviours: BEHAVIOUR_IDS,
      prepare: (excel) => {
        excel.setPane("Background");
        excel.book.startState = "Background";
      },
    });
    await waitFor(() => expect(started.excel.paneState).toBe("Visible"));
    started.close();
    const pressed = await withFaults({ behaviours: BEHAVIOUR_IDS, prepare: (excel) => excel.setPane("Background") });
    expect(pressed.excel.paneState).toBe("Background");
  });

  test("asks Excel nothing while it is hidden, and looks again when it is shown", async () => {
    const { excel } = await withFaults();
    const { listening } = excel;
    excel.setPane("Background");
    await waitFor(() => expect(excel.listening).toBe(0));
    excel.resetTraffic();
    excel.type(cell("18"), 30);
    expect(await slip()).toBeVisible();
    excel.setPane("Visible");
    await waitFor(() => expect(screen.queryByRole("button", { name: /填的“２１”/ })).toBeNull());
    expect([listening > 0, excel.listening]).toEqual([true, listening]);
    excel.type(cell("18"), "２１");
    expect(await slip()).toBeVisible();
  });
});

describe.each(["1.13", "1.20"])("ExcelApi %s, with all that real Excels are known to do", (api) => {
  test("the live check leaves the user's own undo alone", async () => {
    const { excel } = await withFaults({ api, behaviours: BEHAVIOUR_IDS });
    excel.type(cell("18"), 30);
    await waitFor(() => expect(screen.queryByRole("button", { name: /填的“２１”/ })).toBeNull());
    expect(excel.undo()).toBe(true);
    expect(excel.valueAt(cell("18"))).toBe("２１");
    expect(await slip()).toBeVisible();
  });

  test("a repair is made, can be taken back from the pane, and with 1.20 by Ctrl+Z as well", async () => {
    const { excel, user } = await withFaults({ api, behaviours: BEHAVIOUR_IDS });
    (await slip()).focus();
    await user.keyboard("{Control>}{Enter}{/Control}");
    const undo = await button(words.notice.undo);
    expect(excel.valueAt(cell("18"))).toBe(21);
    if (api === "1.20") expect(excel.undo()).toBe(true);
    else await user.click(undo);
    expect(await slip()).toBeVisible();
    expect(excel.valueAt(cell("18"))).toBe("２１");
  });
});
