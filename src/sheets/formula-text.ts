/** A text as a formula writes it. Excel takes at most 255 characters for one. */
export function quoted(text: string): string {
  return `"${text.replace(/"/g, '""')}"`;
}
