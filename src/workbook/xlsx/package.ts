import type { Refusal } from "../../domain/refusal";
import type { InflateRaw } from "./inflate";
import type { Meter } from "./limits";
import { damaged, Refused, shown } from "./refused";
import { PARTS_OF_PACKAGES } from "./sniff";
import { XmlScanner } from "./xml-scan";
import { decodePart, plainText, walkPart } from "./xml-text";
import { inflateEntry, partKey, readDirectory, type ZipEntry } from "./zip";

/** Where a relationship leads; types are compared by their last word, which strict and transitional files share. */
export interface PartRelation {
  readonly id: string;
  readonly type: string;
  readonly target: string;
  readonly external: boolean;
}

/** An open package (ECMA-376 part 2): parts by name, their content types and relationships. Nothing is inflated before it is asked for. */
export class Package {
  readonly entries: ReadonlyMap<string, ZipEntry>;
  /** Part key to content type, lower case. */
  readonly contentTypes: ReadonlyMap<string, string>;

  constructor(
    bytes: Uint8Array,
    private readonly inflate: InflateRaw,
    readonly meter: Meter,
  ) {
    this.entries = readDirectory(bytes, meter);
    if (!this.has("[Content_Types].xml")) throw new Refused(this.noPackage());
    this.contentTypes = readContentTypes(this.scan("[Content_Types].xml"), this.entries.keys());
  }

  has(name: string): boolean {
    return this.entries.has(partKey(name));
  }

  /** What a zip without content types is. OpenDocument says its type in a part of its own (ODF 1.2, part 3, 3.3). */
  private noPackage(): Refusal {
    const type = this.has("mimetype") ? new TextDecoder().decode(this.bytes("mimetype")) : "";
    if (type.startsWith("application/vnd.oasis.opendocument.spreadsheet")) return { code: "opendocument", detail: type.trim() };
    const code = PARTS_OF_PACKAGES.some((name) => this.has(name)) ? "not-a-workbook" : "packed";
    return { code, detail: "a zip without [Content_Types].xml" };
  }

  /** @throws Refused where the part is missing, over a limit or broken */
  private bytes(name: string): Uint8Array {
    const entry = this.entries.get(partKey(name));
    return entry ? inflateEntry(entry, this.inflate, this.meter) : damaged(`the part ${shown(name)} is missing`);
  }

  /** A part to be read. @throws Refused where it is missing, over a limit or no text */
  scan(name: string): XmlScanner {
    return new XmlScanner(walkPart(this.bytes(name), name, this.inflate.utf8), this.meter, shown(name));
  }

  /** A part to be changed: its `text` holds its characters. @throws Refused as `scan` */
  scanText(name: string): XmlScanner {
    return new XmlScanner(plainText(decodePart(this.bytes(name), name)), this.meter, shown(name));
  }

  /**
   * The relationships of a part, as they stand; of the package itself where `part` is "". They lead where they say, which may be nowhere:
   * only one that is followed can damage a file.
   */
  relations(part: string): PartRelation[] {
    const name = relationsName(part);
    const relations: PartRelation[] = [];
    if (!this.has(name)) return relations;
    const xml = this.scan(name);
    if (!xml.root("Relationships")) xml.fail("no Relationships");
    while (xml.nextChild(1)) {
      if (!xml.is("Relationship")) continue;
      const id = xml.attribute("Id") ?? "";
      const external = xml.attribute("TargetMode")?.toLowerCase() === "external";
      const target = xml.attribute("Target") ?? "";
      const type = xml.attribute("Type") ?? "";
      relations.push({ id, type: type.slice(type.lastIndexOf("/") + 1), target: external ? target : resolve(part, target), external });
    }
    xml.toEnd();
    return relations;
  }
}

/** Where the relationships of a part stand; those of the package itself where `part` is "". */
export function relationsName(part: string): string {
  const cut = part.lastIndexOf("/") + 1;
  return `${part.slice(0, cut)}_rels/${part.slice(cut)}.rels`;
}

/** The part a relationship of another part names (ECMA-376 part 2, 6.2 and 9.3). Steps above the root end there (RFC 3986, 5.2.4). */
function resolve(from: string, target: string): string {
  const path = decoded(target).replace(/\\/g, "/");
  const steps = path.startsWith("/") ? [] : from.split("/").slice(0, -1);
  for (const step of path.split("/")) {
    if (step === "..") steps.pop();
    else if (step !== "." && step !== "") steps.push(step);
  }
  return steps.join("/");
}

function decoded(target: string): string {
  try {
    return decodeURIComponent(target);
  } catch {
    return target;
  }
}

function readContentTypes(xml: XmlScanner, parts: Iterable<string>): Map<string, string> {
  if (!xml.root("Types")) xml.fail("no Types");
  const byExtension = new Map<string, string>();
  const types = new Map<string, string>();
  while (xml.nextChild(1)) {
    const type = (xml.attribute("ContentType") ?? "").toLowerCase();
    if (xml.is("Default")) byExtension.set((xml.attribute("Extension") ?? "").toLowerCase(), type);
    else if (xml.is("Override")) types.set(partKey((xml.attribute("PartName") ?? "").replace(/^\//, "")), type);
  }
  xml.toEnd();
  for (const part of parts) {
    const type = byExtension.get(part.slice(part.lastIndexOf(".") + 1));
    if (type !== undefined && !types.has(part)) types.set(part, type);
  }
  return types;
}
