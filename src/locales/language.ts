/** Whether a BCP 47 tag asks for English; everyone else is spoken to in Chinese. */
export function speaksEnglish(tag: string | undefined): boolean {
  return tag?.toLowerCase().startsWith("en") ?? false;
}
