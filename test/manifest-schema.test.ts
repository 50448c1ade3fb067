import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** Folder with Microsoft's schemas, which are not ours to pass on. */
const folder = process.env["MANIFEST_SCHEMAS"];
const ROOT = "OfficeAppManifestV1_1.xsd";
if (!folder)
  process.stderr.write(
    `The manifest is not held against Microsoft's schemas: MANIFEST_SCHEMAS names no folder. Put the schemas of [MS-OWEMXML], chapter 5 ` +
      `(learn.microsoft.com/openspecs/office_file_formats/ms-owemxml), each under the name by which ${ROOT} imports it, into one folder, ` +
      "and install xmllint (Debian: libxml2-utils).\n",
  );
const withSchemas = folder ? test : test.skip;

const manifest = readFileSync(join(__dirname, "..", "manifest.xml"), "utf8");
let schemas: string;

beforeAll(() => {
  schemas = mkdtempSync(join(tmpdir(), "manifest-"));
  for (const name of readdirSync(folder ?? schemas).filter((one) => one.endsWith(".xsd"))) {
    const text = readFileSync(join(folder!, name), "utf8");
    // Two slips of the published copies: a lazy quantifier, which patterns of schemas do not have, and https in the name of XML Schema itself.
    const mended = text
      .replace(/(\{\d+,\d+\})\?/g, "$1")
      .replaceAll("https://www.w3.org/2001/XMLSchema", "http://www.w3.org/2001/XMLSchema");
    writeFileSync(join(schemas, name), mended);
  }
});

/** What xmllint says of a manifest; "" where it is valid. */
function faultsOf(xml: string): string {
  const file = join(schemas, "manifest.xml");
  writeFileSync(file, xml);
  const { status, stderr, error } = spawnSync("xmllint", ["--noout", "--nonet", "--schema", join(schemas, ROOT), file], {
    encoding: "utf8",
  });
  if (error) throw new Error(`xmllint (Debian: libxml2-utils) does not run: ${error.message}`);
  return status === 0 ? "" : stderr;
}

withSchemas("the manifest is valid against Microsoft's schemas", () => {
  expect(faultsOf(manifest)).toBe("");
});

withSchemas("an element at a wrong place is told", () => {
  const [support = ""] = /<SupportUrl[\s\S]*<\/SupportUrl>/.exec(manifest) ?? [];
  const moved = manifest.replace(support, "").replace("<Version>", `${support}<Version>`);
  expect(faultsOf(moved)).toContain("SupportUrl");
});
