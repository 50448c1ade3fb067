"""
Totals of a folder of filled forms, from the raw cells, with openpyxl: per cluster and indicator, per school and indicator, and each cell.
Shares nothing with the product: rows and columns are found by the words printed on the form, which are given as JSON. Prints JSON.

{"files": {name: {"school", "period", "sheets": [{"sheet", "category", "cluster", "programme", "cells": {code: [address, value]}, "compared": {code: 对比数}}]}},
 "clusters": {cluster: {code: total}}, "schools": {school: {code: total}}}
"""
import collections
import decimal
import json
import pathlib
import sys

import openpyxl

WORDS = json.loads(sys.argv[2])


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
    """本期数 and 对比数 by code: below the headings, and the row that numbers the columns, every row with a code and a unit is an indicator."""
    heads = {}
    cells, compared = {}, {}
    for row in sheet.iter_rows():
        words = {str(cell.value).strip(): cell.column for cell in row if cell.value is not None}
        if WORDS["code"] in words and WORDS["current"] in words:
            heads, first = words, row[0].row + 2
            continue
        if not heads or row[0].row < first:
            continue
        code, unit, cell, before = (row[heads[WORDS[key]] - 1] for key in ("code", "unit", "current", "comparison"))
        if code.value is not None and unit.value is not None:
            cells[str(code.value).strip()] = [cell.coordinate, cell.value]
            compared[str(code.value).strip()] = before.value
    return {"cells": cells, "compared": compared}


def read(path):
    book = openpyxl.load_workbook(path)
    cover = next(sheet for sheet in book.worksheets if sheet.title == WORDS["coverSheet"])
    sheets = []
    for sheet in book.worksheets:
        if sheet.sheet_state == "visible" and sheet is not cover:
            line = {key: right_of(sheet, WORDS[key]) for key in ("category", "cluster", "programme")}
            sheets.append({"sheet": sheet.title, **line, **cells_of(sheet)})
    return {"school": right_of(cover, WORDS["school"]), "period": right_of(cover, WORDS["period"]), "sheets": sheets}


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
