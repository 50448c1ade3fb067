"""
Follows every hyperlink of a summary's 明细 as a person would, with openpyxl: from the folder of the summary to the file, its sheet, its cell.
The column of the numbers is found by its head, which is given.
Prints JSON: {"followed": number of links, "wrong": [what leads nowhere, or to a cell with another value]}
"""
import json
import pathlib
import re
import sys
import urllib.parse

import openpyxl


def main(path, value):
    summary = pathlib.Path(path)
    sheet = openpyxl.load_workbook(summary)["明细"]
    heads = {}
    books = {}
    followed, wrong = 0, []
    for row in sheet.iter_rows():
        words = {str(cell.value): cell.column - 1 for cell in row if cell.value is not None}
        if not heads and value in words:
            heads = words
            continue
        for cell in row:
            link = re.match(r'=HYPERLINK\("((?:[^"]|"")*)",', cell.value) if isinstance(cell.value, str) else None
            if not link:
                continue
            followed += 1
            target, _, place = link[1].replace('""', '"').partition("#")
            target = urllib.parse.unquote(target)
            match = re.fullmatch(r"'(.*)'!([A-Z]+\d+)", place)
            file = (summary.parent / target).resolve()
            if not match or not file.is_file():
                wrong.append([cell.coordinate, target, place])
                continue
            if file not in books:
                books[file] = openpyxl.load_workbook(file)
            there = books[file][match[1].replace("''", "'")][match[2]].value
            here = row[heads[value]].value
            if there != here:
                wrong.append([cell.coordinate, str(file), place, there, here])
    print(json.dumps({"followed": followed, "wrong": wrong}, ensure_ascii=False))


main(*sys.argv[1:])
