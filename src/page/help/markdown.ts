/** What the guide is written in: as much of Markdown as it uses. */
export type Block =
  | { readonly kind: "heading"; readonly level: 1 | 2 | 3; readonly text: readonly Inline[] }
  | { readonly kind: "list"; readonly ordered: boolean; readonly items: readonly (readonly Inline[])[] }
  | { readonly kind: "image"; readonly source: string; readonly text: string }
  | { readonly kind: "paragraph"; readonly text: readonly Inline[] };

export interface Inline {
  readonly kind: "plain" | "strong" | "code";
  readonly text: string;
}

/** Takes a text apart into blocks. */
export function blocksOf(markdown: string): Block[] {
  return markdown
    .replace(/\r\n?/g, "\n")
    .split(/\n{2,}/)
    .flatMap((part) => (/^#{1,3} /.test(part) ? headed(part) : [part]))
    .filter((part) => part.trim() !== "")
    .map(blockOf);
}

/** A heading ends with its line. */
function headed(part: string): string[] {
  const [first = "", ...rest] = part.split("\n");
  return [first, rest.join("\n")];
}

function blockOf(part: string): Block {
  const heading = /^(#{1,3}) (.*)$/.exec(part);
  if (heading) return { kind: "heading", level: heading[1]!.length as 1 | 2 | 3, text: inlines(heading[2]!) };
  const image = /^!\[([^\]]*)\]\(([^)]*)\)$/.exec(part.trim());
  if (image) return { kind: "image", text: image[1]!, source: image[2]! };
  const lines = part.trim().split("\n");
  const marker = /^(?:- |\d+\. )/;
  if (lines.every((line) => marker.test(line)))
    return { kind: "list", ordered: /^\d/.test(lines[0]!), items: lines.map((line) => inlines(line.replace(marker, ""))) };
  return { kind: "paragraph", text: inlines(lines.join(" ")) };
}

function inlines(text: string): Inline[] {
  return text
    .split(/(\*\*[^*]+\*\*|`[^`]+`)/)
    .filter((part) => part !== "")
    .map((part): Inline => {
      if (part.startsWith("**")) return { kind: "strong", text: part.slice(2, -2) };
      return part.startsWith("`") ? { kind: "code", text: part.slice(1, -1) } : { kind: "plain", text: part };
    });
}
