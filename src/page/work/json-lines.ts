/** Plain data as one line of JSON. */
export function jsonLine(value: unknown): Blob {
  return new Blob([`${JSON.stringify(value)}\n`]);
}

/** Reads lines of JSON one by one: the whole of them is never a text. */
export async function* fromJsonLines<T>(blob: Blob): AsyncGenerator<T> {
  const reader = blob.stream().getReader();
  const decoder = new TextDecoder();
  let begun = "";
  for (let { done, value } = await reader.read(); !done; { done, value } = await reader.read()) {
    const lines = (begun + decoder.decode(value, { stream: true })).split("\n");
    begun = lines.pop()!;
    for (const line of lines) yield JSON.parse(line) as T;
  }
}
