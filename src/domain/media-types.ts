export const XLSX_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
export const ZIP_TYPE = "application/zip";

/** The media type of a file that leaves, by the ending of its name: a mail, an archive, or a workbook. */
export function mediaTypeOf(name: string): string {
  if (name.endsWith(".eml")) return "message/rfc822";
  return name.endsWith(".zip") ? ZIP_TYPE : XLSX_TYPE;
}
