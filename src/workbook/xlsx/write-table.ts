import { areaAddress } from "../../domain/cell";
import type { TablePlan } from "../../domain/plan";
import { attributes, MAIN_NS, XML_HEAD } from "./xml-write";

/**
 * A table part (ECMA-376 part 1, 18.5.1.2).
 * @param id unique in the workbook, from 1 on
 */
export function tablePart(table: TablePlan, id: number): string {
  const ref = areaAddress(table.area);
  const columns = table.columns.map((name, index) => {
    // Excel compares this name with the heading cell letter by letter, and knows line breaks here only as _x000a_.
    const attribute = attributes({ id: index + 1, name }).replace(/&#10;/g, "_x000a_");
    return `<tableColumn${attribute}/>`;
  });
  const style = attributes({
    name: table.style ?? "TableStyleMedium2",
    showFirstColumn: false,
    showLastColumn: false,
    showRowStripes: true,
    showColumnStripes: false,
  });
  return (
    `${XML_HEAD}<table xmlns="${MAIN_NS}"${attributes({ id, name: table.name, displayName: table.name, ref, totalsRowShown: false })}>` +
    `<autoFilter ref="${ref}"/><tableColumns count="${columns.length}">${columns.join("")}</tableColumns><tableStyleInfo${style}/></table>`
  );
}
