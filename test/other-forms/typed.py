"""Types a 表式簿 as a clerk does, into a new workbook. Reads {"to", "sheets": {name: rows}} from stdin: a row a line, its cells between |, the
headings first. Codes are texts, counts are numbers, 〃 is merged with the cell above."""
import json
import sys

import openpyxl

NUMBERS = {"序号", "小数位", "最多字数", "打印行数", "允许误差"}

sys.stdin.reconfigure(encoding="utf-8")
order = json.load(sys.stdin)
book = openpyxl.Workbook()
book.remove(book.active)
for name, text in order["sheets"].items():
    sheet = book.create_sheet(name)
    rows = [line.split("|") for line in text.strip("\n").split("\n")]
    begun = {}
    for row, cells in enumerate(rows, 1):
        for column, value in enumerate(cells, 1):
            if value == "〃":
                first, _ = begun[column]
                begun[column] = (first, row)
                continue
            if column in begun:
                first, last = begun.pop(column)
                if last > first:
                    sheet.merge_cells(start_row=first, end_row=last, start_column=column, end_column=column)
            begun[column] = (row, row)
            if value == "":
                continue
            cell = sheet.cell(row, column)
            if row > 1 and rows[0][column - 1] in NUMBERS:
                cell.value = json.loads(value)
            else:
                cell.value = value
                cell.number_format = "@"
    for column, (first, last) in begun.items():
        if last > first:
            sheet.merge_cells(start_row=first, end_row=last, start_column=column, end_column=column)
book.save(order["to"])
