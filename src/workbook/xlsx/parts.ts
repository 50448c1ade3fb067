import { packEntry, packPieces, zipOf, type DeflatePieces, type PackedEntry } from "./zip-write";
import { attributes, relationsPart, XML_HEAD, type Relation } from "./xml-write";

const OFFICE_TYPE = "application/vnd.openxmlformats-officedocument.";

/** Characters from which on a part is worth another engine. No part of a form has so many: its bytes are the same on every machine. */
const LONG = 1 << 18;

/** The parts of a package being written, with their content types and relationships (ECMA-376 part 2). */
export class PartBook {
  private readonly parts: PackedEntry[] = [];
  private readonly overrides: string[] = [];
  private readonly counts = new Map<string, number>();

  /** @param deflate for long parts and those that are made piece by piece; the engine for everywhere where absent */
  constructor(private readonly deflate?: DeflatePieces) {}

  /** The next path of a numbered kind: `next("xl/charts/chart")` is `xl/charts/chart1.xml`, then `chart2.xml`. */
  next(stem: string): string {
    const number = (this.counts.get(stem) ?? 0) + 1;
    this.counts.set(stem, number);
    return `${stem}${number}.xml`;
  }

  /**
   * @param xml the part, or its pieces in their order
   * @param type the end of an officedocument content type, or a whole one
   */
  add(path: string, xml: string | Iterable<string>, type: string, relations: readonly Relation[] = []): void {
    const short = typeof xml === "string" && xml.length <= LONG;
    this.parts.push(short ? packEntry(path, xml) : packPieces(path, typeof xml === "string" ? [xml] : xml, this.deflate));
    const contentType = type.startsWith("application/") ? type : OFFICE_TYPE + type;
    this.overrides.push(`<Override${attributes({ PartName: `/${path}`, ContentType: contentType })}/>`);
    this.addRelations(path, relations);
  }

  addRelations(path: string, relations: readonly Relation[]): void {
    if (relations.length === 0) return;
    const cut = path.lastIndexOf("/") + 1;
    this.parts.push(packEntry(`${path.slice(0, cut)}_rels/${path.slice(cut)}.rels`, relationsPart(relations)));
  }

  /** The package in pieces, one behind the other. */
  zip(): Uint8Array[] {
    const types =
      `${XML_HEAD}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">` +
      '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
      `<Default Extension="xml" ContentType="application/xml"/>${this.overrides.join("")}</Types>`;
    // Programs that sniff a file look for the content types in the first entry.
    return zipOf([packEntry("[Content_Types].xml", types), ...this.parts]);
  }
}

/** Relationships of one part, collected while it is written. */
export class RelationList {
  readonly items: Relation[] = [];

  /** @returns the id to write into the part */
  add(relation: Relation): string {
    return `rId${this.items.push(relation)}`;
  }
}
