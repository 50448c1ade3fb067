import { ruleset } from "../../src/forms";
import { built, run } from "./built";
import { newFolder } from "./folder";

beforeAll(built, 600_000);

test.each(["zh-CN", "en-US"])("the rule book names every relation in %s, in each format", (lang) => {
  const [text, json, markdown] = ["text", "json", "markdown"].map((format) =>
    run(newFolder(), ["rules", "--format", format, "--lang", lang]),
  );
  for (const ran of [text, json, markdown]) expect([ran?.status, ran?.err]).toEqual([0, ""]);
  const { rules } = JSON.parse(json!.out) as { rules: { ref: string; title: string }[] };
  expect(rules.map(({ ref }) => ref)).toEqual([...ruleset.settings, ...ruleset.across].map(({ ref }) => ref));
  for (const { ref, title } of rules) {
    expect(text!.out).toMatch(new RegExp(`^${ref}  `, "m"));
    expect(markdown!.out).toContain(ref);
    expect(markdown!.out).toContain(title);
  }
});
