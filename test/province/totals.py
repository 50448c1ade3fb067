"""
Totals of a folder of filled forms, from the raw cells, with openpyxl: per cluster and indicator, per school and indicator, and each cell.
Shares nothing with the product: rows and columns are found by the words printed on the form. Prints JSON.

{"files": {name: {"school", "period", "sheets": [{"sheet", "category", "cluster", "programme", "cells": {code: [address, value]}, "compared": {code: 对比数}}]}},
 "clusters": {cluster: {code: total}}, "schools": {school: {code: total}}}
"""
import collections
import decimal
import json
import pathlib
import sys

import openpyxl


def right_of(sheet, label):
    """What stands beside a label: the first filled cell to its right."""
    for row in sheet.iter_rows():
        for cell in row:
            if isinstance(cell.value, str) and cell.value.strip().startswith(label):
                for beside in row[cell.column :]:
                    if beside.value is not None:
                        return str(beside.value).strip()
    return None


def cells_of(sheet):
    """本期数 and 对比数 by code: below the heading 代码 every row with a code of two digits is an indicator."""
    heads = {}
    cells, compared = {}, {}
    for row in sheet.iter_rows():
        words = {str(cell.value).strip(): cell.column for cell in row if cell.value is not None}
        if "代码" in words and "本期数" in words:
            heads = words
            continue
        if not heads:
            continue
        code = row[heads["代码"] - 1].value
        code = None if code is None else str(code).strip()
        if code and code.isdigit() and len(code) == 2 and code not in cells:
            cell = row[heads["本期数"] - 1]
            # The row below the headings numbers the columns; it has no name of an indicator.
            if row[heads["计量单位"] - 1].value is not None and not str(row[heads["计量单位"] - 1].value).isdigit():
                cells[code] = [cell.coordinate, cell.value]
                compared[code] = row[heads["对比数"] - 1].value
    return {"cells": cells, "compared": compared}


def read(path):
    book = openpyxl.load_workbook(path)
    cover = next(sheet for sheet in book.worksheets if sheet.title == "封面")
    sheets = []
    for sheet in book.worksheets:
        if sheet.sheet_state == "visible" and sheet is not cover:
            line = {key: right_of(sheet, label) for key, label in (("category", "产业类别"), ("cluster", "产业集群"), ("programme", "专业"))}
            sheets.append({"sheet": sheet.title, **line, **cells_of(sheet)})
    return {"school": right_of(cover, "填报单位"), "period": right_of(cover, "报告期"), "sheets": sheets}


def main(folder):
    files = {path.name: read(path) for path in sorted(pathlib.Path(folder).glob("*.xlsx"))}
    clusters = collections.defaultdict(lambda: collections.defaultdict(decimal.Decimal))
    schools = collections.defaultdict(lambda: collections.defaultdict(decimal.Decimal))
    for form in files.values():
        for sheet in form["sheets"]:
            for code, (_, value) in sheet["cells"].items():
                if isinstance(value, (int, float)) and not isinstance(value, bool):
                    # What people see: 12.5 is twelve and a half, however a computer stores it.
                    number = decimal.Decimal(repr(value))
                    clusters[sheet["cluster"]][code] += number
                    schools[form["school"]][code] += number
    plain = lambda totals: {key: {code: float(total) for code, total in of.items()} for key, of in totals.items()}
    json.dump({"files": files, "clusters": plain(clusters), "schools": plain(schools)}, sys.stdout, ensure_ascii=False)


sys.stdout.reconfigure(encoding="utf-8")
main(sys.argv[1])
