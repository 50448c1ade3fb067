import { VALUES } from "../fill";
import type { Random } from "./random";

/** What a programme adds in half a year at most; what is not here stays. The parts of 20 grow with it. */
const GROWTH: Readonly<Record<string, number>> = {
  "01": 1,
  "03": 1,
  "07": 1,
  "08": 2,
  "09": 1,
  "18": 2,
  "21": 2,
  "22": 2,
  "23": 3,
  "24": 1,
  "26": 4,
  "27": 3,
  "30": 40,
  "31": 1,
};

export type Numbers = Readonly<Record<string, number>>;

/**
 * The numbers of one programme over several periods: of a size of its own, growing slowly, in all relations of the form, and with no
 * change that a rule would ask about.
 */
export function growing(random: Random, periods: number): Numbers[] {
  const size = random.whole(1, 3);
  let now = Object.fromEntries(
    Object.entries(VALUES).map(([code, value]) => [code, value * size + (GROWTH[code] ? random.whole(0, 2) : 0)]),
  );
  return Array.from({ length: periods }, (_, period) => {
    if (period > 0)
      now = Object.fromEntries(Object.entries(now).map(([code, value]) => [code, value + random.whole(0, GROWTH[code] ?? 0)]));
    // Small steps of decimals, in whole units of their last place.
    const flows = { "19": (VALUES["19"]! * 10 * size + period * 5) / 10, "29": (VALUES["29"]! * 100 * size + period * 425) / 100 };
    now = { ...now, "09": Math.min(now["09"]!, now["08"]!), "20": now["21"]! + now["22"]! + now["23"]!, ...flows };
    return now;
  });
}
