import { sealed, type Situation } from "./situation";

/** The numbers of the last period and of the same half a year ago, where they differ from those of now. */
const BEFORE = { "01": 11, "04": 4, "08": 12, "18": 19, "20": 170, "21": 55, "22": 40, "23": 75, "29": 210.4 };

export const previousAtHand: Situation = {
  id: "previous-at-hand",
  title: { "zh-CN": "手边有上期表", "en-US": "Previous period at hand" },
  says: {
    "zh-CN": "上半年和去年下半年报过的表就在手边：插入新表时选入窗格，对比数随之带入。",
    "en-US": "The forms of the last half and of a year ago are at hand: choose them in the pane, and the new form brings their numbers.",
  },
  async make() {
    const last = await sealed({
      sheets: [{ values: BEFORE }],
      cover: { date: { day: "2026-06-20" } },
      issue: { period: { year: 2026, half: 1 } },
    });
    const yearAgo = await sealed({
      sheets: [{ values: { ...BEFORE, "26": 130 } }],
      cover: { date: { day: "2025-12-18" } },
      issue: { period: { year: 2025, half: 2 } },
    });
    return {
      files: [last, yearAgo].map(({ workbook, fileName }) => ({ name: fileName, bytes: workbook.bytes() })),
    };
  },
};
