"""
What a summary says of figures 待核, read with openpyxl by the words printed on it. Formulas and charts are read from the workbook as it was
written, numbers from a copy that LibreOffice calculated anew. Prints JSON:

{"said": [sentences above the table of 汇总],
 "totals": {code: {"total": {head: number}, "settled": {head: number} or null, "items": number}},
 "movements": {code: [total, without 待核, change, change without 待核]} of the whole,
 "findings": [[序号, 影响程度, 问题数, 学校, 审核关系, 单元格]],
 "charts": [{"title", "names", "values"}]}
"""
import json
import sys

import openpyxl
from openpyxl.utils import range_boundaries


def row_of(sheet, word):
    return next(row for row in sheet.iter_rows() if any(cell.value == word for cell in row))


def columns(row):
    return {str(cell.value): cell.column for cell in row if cell.value is not None}


def totals(sheet):
    head = row_of(sheet, "代码")
    heads = columns(head)
    clusters = {name: column for name, column in columns(sheet[head[0].row + 1]).items() if name != "小计"}
    wanted = {"合计": heads["合计"], **clusters}
    found, last = {}, None
    for row in sheet.iter_rows(min_row=head[0].row + 2):
        number = lambda: {name: row[column - 1].value for name, column in wanted.items()}
        code, name = row[heads["代码"] - 1].value, str(row[heads["指标名称"] - 1].value)
        if code and str(code).isdigit() and len(str(code)) == 2:
            last = found[code] = {"total": number(), "settled": None, "items": row[heads["待核项数"] - 1].value}
        elif name.startswith("不含待核"):
            last["settled"] = number()
    said = [cell.value for row in sheet.iter_rows(max_row=head[0].row - 1) for cell in row if cell.value]
    return said, found


def movements(sheet):
    head = row_of(sheet, "增减幅度")
    heads = columns(head)
    of = lambda row, name: row[heads[name] - 1].value
    rows = [row for row in sheet.iter_rows(min_row=head[0].row + 1) if of(row, "产业类别") == "合计"]
    return {of(row, "代码"): [of(row, "本期合计"), of(row, "不含待核"), of(row, "增减幅度"), of(row, "不含待核：增减幅度")] for row in rows}


def findings(sheet):
    head = row_of(sheet, "影响程度")
    heads = columns(head)
    names = ["序号", "影响程度", "问题数", "学校", "审核关系", "单元格"]
    return [[row[heads[name] - 1].value for name in names] for row in sheet.iter_rows(min_row=head[0].row + 1)]


def charts(written, counted):
    def values(reference):
        sheet, _, area = reference.rpartition("!")
        left, top, right, bottom = range_boundaries(area.replace("$", ""))
        book = counted[sheet.strip("'")]
        return [cell.value for row in book.iter_rows(top, bottom, left, right) for cell in row]

    for chart in written["图表"]._charts:
        [series] = chart.series
        title = "".join(run.t for part in chart.title.tx.rich.p for run in part.r or [])
        names = series.cat.strRef.f if series.cat.strRef else series.cat.numRef.f
        yield {"title": title, "names": values(names), "values": values(series.val.numRef.f)}


def main(original, calculated):
    written = openpyxl.load_workbook(original)
    counted = openpyxl.load_workbook(calculated, data_only=True)
    said, found = totals(counted["汇总"])
    result = {"said": said, "totals": found, "movements": movements(counted["同比环比"])}
    result |= {"findings": findings(counted["问题清单"]), "charts": list(charts(written, counted))}
    json.dump(result, sys.stdout, ensure_ascii=False)


sys.stdout.reconfigure(encoding="utf-8")
main(*sys.argv[1:])
