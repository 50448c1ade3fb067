"""The script a data officer would write: opens each form of a folder, copies 本期数 into one list and sums it up by cluster. Usage: FOLDER OUT"""
import collections
import pathlib
import sys

import openpyxl

rows = []
totals = collections.defaultdict(float)
for file in sorted(pathlib.Path(sys.argv[1]).glob("*.xlsx")):
    book = openpyxl.load_workbook(file, data_only=True)
    school = book["封面"]["C5"].value
    for sheet in book.worksheets:
        if not sheet.title.startswith("表"):
            continue
        cluster, programme = sheet["C6"].value, sheet["C7"].value
        for row in range(10, 42):
            code, value = sheet.cell(row, 2).value, sheet.cell(row, 6).value
            rows.append([school, cluster, programme, code, value, file.name, sheet.title, f"F{row}"])
            if isinstance(value, (int, float)):
                totals[cluster, code] += value

out = openpyxl.Workbook()
detail = out.active
detail.title = "明细"
for row in rows:
    detail.append(row)
summary = out.create_sheet("汇总")
for (cluster, code), total in totals.items():
    summary.append([cluster, code, total])
out.save(sys.argv[2])
print(len(rows))
