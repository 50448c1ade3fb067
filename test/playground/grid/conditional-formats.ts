import type { IRange, IStyleBase } from "@univerjs/core";
import type { ConditionalRule } from "hucre";
import { parseArea } from "../../../src/domain";
import type { HostSheet } from "../../host/model";
import { colourOf } from "./looks";
import { rangeOf } from "./ranges";

/** Formats that depend on a formula, as the grid takes them; those of other kinds are not shown. */
export interface GridFormat {
  readonly cfId: string;
  readonly ranges: readonly IRange[];
  readonly stopIfTrue: boolean;
  readonly rule: { readonly type: "highlightCell"; readonly subType: "formula"; readonly value: string; readonly style: IStyleBase };
}

function lookOf({ font, fill }: NonNullable<ConditionalRule["style"]>): IStyleBase {
  // In a format on a condition the fill stands where others keep the background of a pattern.
  const ground = fill?.type === "pattern" ? (colourOf(fill.bgColor) ?? colourOf(fill.fgColor)) : undefined;
  const ink = colourOf(font?.color);
  return {
    ...(ink ? { cl: { rgb: ink } } : {}),
    ...(font?.bold ? { bl: 1 } : {}),
    ...(ground ? { bg: { rgb: ground } } : {}),
  };
}

/** The conditional formats of a sheet, first ones first. */
export function formatsOf(sheet: HostSheet): GridFormat[] {
  const rules = (sheet.look["conditionalRules"] ?? []) as readonly ConditionalRule[];
  return [...rules]
    .sort((a, b) => a.priority - b.priority)
    .flatMap(({ type, formula, style, stopIfTrue, range }, index) => {
      const value = Array.isArray(formula) ? formula[0] : formula;
      if (type !== "expression" || value === undefined || !style) return [];
      return {
        cfId: `${sheet.id}-${index}`,
        ranges: range.split(/\s+/).flatMap((one) => {
          const area = parseArea(one);
          return area ? [rangeOf(area)] : [];
        }),
        stopIfTrue: stopIfTrue === true,
        rule: { type: "highlightCell" as const, subType: "formula" as const, value: `=${value}`, style: lookOf(style) },
      };
    });
}
