import type { Locator, Page } from "playwright-core";
import { fill, zhCN } from "../../../src/locales";

const words = zhCN.pane.fill;
/** On no roster that we have, though its characters stand in other names in the same order. */
const UNLISTED = "湖北职业技术学院";

/** The names of the options that people see a frame around. */
function outlined(options: Locator): Promise<string[]> {
  return options.evaluateAll((all) =>
    all.filter((one) => getComputedStyle(one).outlineStyle !== "none").map(({ textContent }) => textContent),
  );
}

/** What the field of the school does for somebody who has a keyboard only; pane and page have the same. */
export async function schoolByKeyboard(page: Page): Promise<void> {
  const field = page.getByRole("combobox", { name: words.school });
  const number = page.getByRole("spinbutton", { name: words.sheets });
  const options = page.getByRole("listbox").getByRole("option");
  const clear = async (): Promise<void> => {
    await field.focus();
    await page.keyboard.press("ControlOrMeta+A");
    await page.keyboard.press("Delete");
    await page.keyboard.press("Escape");
  };
  const paste = async (text: string): Promise<void> => {
    await page.evaluate((copied) => navigator.clipboard.writeText(copied), text);
    await field.focus();
    await page.keyboard.press("ControlOrMeta+A");
    await page.keyboard.press("ControlOrMeta+V");
  };

  const active = page.locator("[data-activedescendant]");
  const type = async (text: string): Promise<void> => {
    await clear();
    await page.keyboard.type(text);
    await options.first().waitFor();
  };

  await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);

  // An abbreviation: its characters in their order, the closest together first.
  await field.focus();
  await page.keyboard.insertText("武职");
  await options.filter({ hasText: "武汉职业技术学院" }).waitFor();
  const offered = await options.allTextContents();
  expect(offered[0]).toBe("武汉职业技术学院");
  expect(offered.every((name) => /武.*职/.test(name))).toBe(true);
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  expect(await field.inputValue()).toBe("武汉职业技术学院");
  await page.getByText(/名录中有 3 个专业/).waitFor();
  expect(await number.count()).toBe(0);

  // A beginning that several names share chooses none of them, and accuses nobody of a school that is not there.
  await type("武汉");
  expect(await options.count()).toBeGreaterThan(1);
  expect([await active.count(), await page.getByText(words.notOnRoster).count()]).toEqual([0, 0]);
  await page.keyboard.press("Tab");
  expect(await field.inputValue()).toBe("武汉");
  await page.keyboard.press("Tab");
  await page.getByText(fill(words.which.ask, { school: "武汉" })).waitFor();
  expect(await number.count()).toBe(0);

  // The one that is left Enter takes; what may be the whole name of another school it does not.
  await type("软件");
  expect(await options.count()).toBe(1);
  await page.keyboard.press("Enter");
  expect(await field.inputValue()).toBe("武汉软件工程职业学院");
  await type("武汉软件学院");
  expect(await options.allTextContents()).toEqual(["武汉软件工程职业学院"]);
  await page.keyboard.press("Enter");
  expect(await field.inputValue()).toBe("武汉软件学院");
  await page.getByRole("button", { name: "武汉软件工程职业学院" }).press("Enter");
  expect(await field.inputValue()).toBe("武汉软件工程职业学院");

  // What Enter takes is the one that is marked: the arrow begins with the first.
  for (const step of [0, 1]) {
    await type("武汉职业");
    const names = await options.allTextContents();
    for (let times = 0; times <= step; times++) await page.keyboard.press("ArrowDown");
    expect(await active.allTextContents()).toEqual([names[step]]);
    expect(await outlined(options)).toEqual([names[step]]);
    await page.keyboard.press("Enter");
    expect(await field.inputValue()).toBe(names[step]);
  }

  // Of what fits no name it is said at once.
  await type("示例职业学院");
  await page.getByText(words.notOnRoster).waitFor();

  // Another name pasted over it is taken, whether the roster has it or not.
  await paste("襄阳职业技术学院");
  expect(await field.inputValue()).toBe("襄阳职业技术学院");
  await page.getByText(/名录中有 1 个专业/).waitFor();
  await paste(UNLISTED);
  expect(await field.inputValue()).toBe(UNLISTED);

  // Behind the arrow of the list the next stop is the number of programmes; leaving the field puts no other school in its place.
  await page.keyboard.press("Tab");
  await page.keyboard.press("Tab");
  expect(await field.inputValue()).toBe(UNLISTED);
  await page.getByRole("button", { name: fill(words.which.right, { school: UNLISTED }) }).press("Enter");
  await page.getByText(words.notOnRoster).waitFor();
  await page.keyboard.press("Tab");
  await page.keyboard.press("Tab");
  expect(await number.evaluate((element) => element === document.activeElement)).toBe(true);
  await page.keyboard.press("ArrowUp");
  await page.keyboard.press("ArrowUp");
  expect(await number.inputValue()).toBe("3");

  // Typed, letter by letter, over a chosen one.
  await paste("襄阳职业技术学院");
  await page.keyboard.press("Escape");
  await page.keyboard.press("ControlOrMeta+A");
  await page.keyboard.type(UNLISTED);
  await page.keyboard.press("Enter");
  expect(await field.inputValue()).toBe(UNLISTED);
  await number.waitFor();
  await clear();
  expect(await field.inputValue()).toBe("");
  expect(await number.count()).toBe(0);
}
