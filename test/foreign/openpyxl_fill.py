"""Fills cells of a workbook with openpyxl: load, set, save. Reads {"from", "to", "cells": [[sheet, row, column, value]]} from stdin; {"day": …} is a date."""
import datetime
import json
import sys

import openpyxl

sys.stdin.reconfigure(encoding="utf-8")
order = json.load(sys.stdin)
book = openpyxl.load_workbook(order["from"])
for sheet, row, column, value in order["cells"]:
    if isinstance(value, dict):
        value = datetime.date.fromisoformat(value["day"])
    book[sheet].cell(row + 1, column + 1).value = value
book.save(order["to"])
