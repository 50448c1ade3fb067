import { secondForm } from "../fuzz/subjects";
import type { Plot } from "../province/plot";
import { FARMS, parsed } from "./farms";
import { sample } from "./sample";

/** So many farms that each story of a province has one; no two names are alike. */
const NAMES = [
  "稻香晨光",
  "麦浪金秋",
  "油菜花开",
  "柑橘满园",
  "莲藕清波",
  "茶山春晓",
  "棉海银白",
  "鱼跃碧湖",
  "蔬菜新绿",
  "果林红霞",
  "竹海翠微",
  "桑园吐丝",
  "菌菇林下",
  "花木芬芳",
  "蜂蜜山谷",
  "药材深山",
];
const AREAS = [
  ["江北片区", "稻米产区", ["早稻", "晚稻"]],
  ["江北片区", "油料产区", ["油菜", "芝麻"]],
  ["江南片区", "果蔬产区", ["柑橘", "莲藕"]],
] as const;

/** Every third farm reports two lines. */
const entries = NAMES.flatMap((name, index) =>
  [index, ...(index % 3 === 0 ? [index + 1] : [])].map((area) => {
    const [category, cluster, programmes] = AREAS[area % AREAS.length]!;
    return { category, cluster, school: `示例${name}农场`, programme: programmes[index % 2]! };
  }),
).map((entry, index) => ({ number: index + 1, ...entry }));

/** What a farm adds in half a year at most; what is not here stays, and the yield is the sum of its parts. */
const GROWTH: Readonly<Record<string, number>> = { "01": 3, "1": 1, "1.1": 1, "1E2": 2, "100": 2, A1: 1, "1-1": 3, true: 4 };

/** A province of farms. */
export const farmsPlot: Plot = {
  ...secondForm,
  catalogue: parsed({ ...FARMS, roster: { ...FARMS.roster, entries } }),
  renewed: "how",
  growing(random, periods) {
    const size = random.whole(1, 3);
    let now = Object.fromEntries(Object.entries(sample.values).map(([code, value]) => [code, value * size]));
    return Array.from({ length: periods }, () => {
      now = Object.fromEntries(Object.entries(now).map(([code, value]) => [code, value + random.whole(0, GROWTH[code] ?? 0)]));
      // Something is always sold: no form is the one of before.
      now = { ...now, true: now["true"]! + 0.25, "1.10": now["1E2"]! + now["100"]! };
      return now;
    });
  },
  jump: { ref: "B02", code: "true" },
  sum: { ref: "A03", code: "1.10" },
  changed: "01",
  corrected: "1.1",
  misspelt: (school) => `${school.slice(0, -1)}庄`,
  ofStrangers: ["A08", "B08"],
};
