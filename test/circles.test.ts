import { posix } from "node:path";
import { files, importsOf } from "./imports";

/** The files that each file asks for as it is loaded. Types count, too: two files that need each other's are one. */
const asked = new Map(files.map((file) => [file, importsOf(file).flatMap(({ from, later }) => (later ? [] : fileOf(file, from)))]));

function fileOf(file: string, from: string): string[] {
  if (!from.startsWith(".")) return [];
  const target = posix.join(posix.dirname(file), from);
  return [`${target}.ts`, `${target}.tsx`, `${target}/index.ts`].filter((path) => files.includes(path));
}

/** The first circle that a walk from each file comes to, as its files one after the other; empty where there is none. */
function circleIn(graph: ReadonlyMap<string, readonly string[]>): string[] {
  const done = new Set<string>();
  const walk = (file: string, way: readonly string[]): string[] => {
    if (way.includes(file)) return [...way.slice(way.indexOf(file)), file];
    if (done.has(file)) return [];
    for (const next of graph.get(file) ?? []) {
      const circle = walk(next, [...way, file]);
      if (circle.length > 0) return circle;
    }
    done.add(file);
    return [];
  };
  for (const file of graph.keys()) {
    const circle = walk(file, []);
    if (circle.length > 0) return circle;
  }
  return [];
}

test("no file needs, by whatever way, one that needs it", () => {
  expect([...asked.values()].flat().length).toBeGreaterThan(500);
  expect(circleIn(asked)).toEqual([]);
});

test("a circle is found, with its way", () => {
  const graph = new Map([
    ["a", ["b"]],
    ["b", ["c", "d"]],
    ["c", []],
    ["d", ["c", "b"]],
  ]);
  expect(circleIn(graph)).toEqual(["b", "d", "b"]);
  expect(circleIn(new Map([["a", ["a"]]]))).toEqual(["a", "a"]);
});
