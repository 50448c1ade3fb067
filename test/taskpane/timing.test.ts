import { Debounce, Latest } from "../../src/taskpane/effects/timing";

beforeEach(() => jest.useFakeTimers());
afterEach(() => jest.useRealTimers());

test("ten changes in a row are read once, 150 ms after the last", () => {
  let runs = 0;
  const debounce = new Debounce(150, () => runs++);
  for (let change = 0; change < 10; change++) {
    debounce.ask();
    jest.advanceTimersByTime(100);
  }
  expect(runs).toBe(0);
  jest.advanceTimersByTime(50);
  expect(runs).toBe(1);
  jest.advanceTimersByTime(1_000);
  expect(runs).toBe(1);
});

test("what was called off does not run", () => {
  let runs = 0;
  const debounce = new Debounce(150, () => runs++);
  debounce.ask();
  debounce.cancel();
  jest.advanceTimersByTime(1_000);
  expect(runs).toBe(0);
});

test("a result that was overtaken knows it", () => {
  const latest = new Latest();
  const first = latest.start();
  expect(first()).toBe(true);
  const second = latest.start();
  expect([first(), second()]).toEqual([false, true]);
});
