import type { ReactNode } from "react";
import { blocksOf, type Block, type Inline } from "./markdown";

/** A text in Markdown as elements: nothing in it can become markup of its own. */
export function Guide({ markdown }: { readonly markdown: string }) {
  return (
    <>
      {blocksOf(markdown).map((block, index) => (
        <BlockOf key={index} block={block} />
      ))}
    </>
  );
}

function BlockOf({ block }: { readonly block: Block }) {
  switch (block.kind) {
    case "heading": {
      const Heading = (["h2", "h3", "h4"] as const)[block.level - 1]!;
      return <Heading>{block.text.map(inline)}</Heading>;
    }
    case "list": {
      const items = block.items.map((item, index) => <li key={index}>{item.map(inline)}</li>);
      return block.ordered ? <ol>{items}</ol> : <ul>{items}</ul>;
    }
    case "image":
      return (
        <figure>
          <img src={block.source} alt={block.text} loading="lazy" />
          <figcaption>{block.text}</figcaption>
        </figure>
      );
    case "paragraph":
      return <p>{block.text.map(inline)}</p>;
  }
}

function inline({ kind, text }: Inline, index: number): ReactNode {
  switch (kind) {
    case "plain":
      return text;
    case "strong":
      return <strong key={index}>{text}</strong>;
    case "code":
      return <code key={index}>{text}</code>;
  }
}
