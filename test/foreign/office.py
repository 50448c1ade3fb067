"""LibreOffice for the tests: one private, headless instance, driven by JSON lines.

Reads {"do": name, ...} from stdin, one a line; answers {"ok": result} or {"error": text}, one a line, in the same order.
Rows and columns count from 0. The end of stdin ends LibreOffice.
Usage: office.py <path of soffice>
"""
import json
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
import traceback
import uuid

import uno
from com.sun.star.beans import PropertyValue
from com.sun.star.connection import NoConnectException
from com.sun.star.table import TableSortField

START_SECONDS = 120
EXCEL_2007 = "Calc MS Excel 2007 XML"
# What the room of a text depends on.
LOOKS = (  # in the order of their names, as getPropertyValues wants them
    "CharFontName", "CharFontNameAsian", "CharHeight", "CharHeightAsian", "CharWeight", "CharWeightAsian", "HoriJustify", "IsTextWrapped",
    "ParaBottomMargin", "ParaIndent", "ParaLeftMargin", "ParaRightMargin", "ParaTopMargin", "ShrinkToFit",
)


def properties(**values):
    made = []
    for name, value in values.items():
        one = PropertyValue()
        one.Name, one.Value = name, value
        made.append(one)
    return tuple(made)


def letters(column):
    text, n = "", column + 1
    while n > 0:
        text, n = chr(65 + (n - 1) % 26) + text, (n - 1) // 26
    return text


def area_name(a):
    first, last = f"{letters(a.StartColumn)}{a.StartRow + 1}", f"{letters(a.EndColumn)}{a.EndRow + 1}"
    return first if first == last else f"{first}:{last}"


class Office:
    def __init__(self, soffice):
        self.doc = None
        self.measured = {}
        self.home = tempfile.mkdtemp(prefix="foreign-office-")
        pipe = f"foreign{uuid.uuid4().hex}"
        self.process = subprocess.Popen(
            [
                soffice, "--headless", "--invisible", "--norestore", "--nologo", "--nodefault", "--nolockcheck",
                f"-env:UserInstallation={uno.systemPathToFileUrl(os.path.join(self.home, 'profile'))}",
                f"--accept=pipe,name={pipe};urp;StarOffice.ComponentContext",
            ],
            stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
            # A group of its own: soffice is a script, and ending it must end what it started, and nothing else.
            **({} if os.name == "nt" else {"start_new_session": True}),
        )
        try:
            self.connect(pipe)
        except BaseException:
            self.end()
            raise

    def connect(self, pipe):
        local = uno.getComponentContext()
        resolver = local.ServiceManager.createInstanceWithContext("com.sun.star.bridge.UnoUrlResolver", local)
        url = f"uno:pipe,name={pipe};urp;StarOffice.ComponentContext"
        until = time.monotonic() + START_SECONDS
        while True:
            try:
                self.context = resolver.resolve(url)
                break
            except NoConnectException:
                if time.monotonic() > until:
                    raise RuntimeError(f"LibreOffice did not answer within {START_SECONDS} s")
                if self.process.poll() not in (None, 0):
                    raise RuntimeError(f"LibreOffice ended with {self.process.returncode}")
                time.sleep(0.1)
        services = self.context.ServiceManager
        self.desktop = services.createInstanceWithContext("com.sun.star.frame.Desktop", self.context)
        self.dispatcher = services.createInstanceWithContext("com.sun.star.frame.DispatchHelper", self.context)

    def end(self):
        try:
            if self.doc is not None:
                self.doc.close(False)
            self.desktop.terminate()
        except Exception:
            pass
        try:
            self.process.wait(15)
        except subprocess.TimeoutExpired:
            pass
        if os.name != "nt":
            try:
                os.killpg(self.process.pid, signal.SIGKILL)
            except (ProcessLookupError, PermissionError):
                pass
        elif self.process.poll() is None:
            self.process.kill()
        shutil.rmtree(self.home, ignore_errors=True)

    # -- places

    def sheet(self, name):
        return self.doc.Sheets.getByName(name)

    def cell(self, sheet, row, column):
        return self.sheet(sheet).getCellByPosition(column, row)

    # -- documents

    def open(self, path):
        self.close()
        self.doc = self.desktop.loadComponentFromURL(uno.systemPathToFileUrl(path), "_blank", 0, properties(Hidden=True))
        if self.doc is None:
            raise RuntimeError(f"LibreOffice does not open {path}")

    def landed(self, url):
        """Where the address of a link, with its #place, leads: [cell, what it shows]."""
        doc = self.desktop.loadComponentFromURL(url, "_blank", 0, properties(Hidden=True))
        if doc is None:
            raise RuntimeError(f"LibreOffice does not open {url}")
        try:
            cell = doc.CurrentSelection
            return [cell.AbsoluteName, cell.String]
        finally:
            doc.close(False)

    def close(self):
        if self.doc is not None:
            self.doc.close(False)
            self.doc = None

    def store(self, path):
        self.doc.storeToURL(uno.systemPathToFileUrl(path), properties(FilterName=EXCEL_2007, Overwrite=True))

    def pdf(self, path):
        self.doc.storeToURL(uno.systemPathToFileUrl(path), properties(FilterName="calc_pdf_Export", Overwrite=True))

    def recalculate(self):
        self.doc.calculateAll()

    # -- what LibreOffice made of the file

    def sheets(self):
        found = []
        for sheet in (self.doc.Sheets.getByIndex(i) for i in range(self.doc.Sheets.Count)):
            titles = sheet.getTitleRows()
            found.append({
                "name": sheet.Name,
                "visible": sheet.IsVisible,
                "protected": sheet.isProtected(),
                "printAreas": [area_name(a) for a in sheet.getPrintAreas()],
                "titleRows": [titles.StartRow, titles.EndRow] if sheet.getPrintTitleRows() else None,
            })
        return found

    def names(self):
        found = list(self.doc.NamedRanges.ElementNames)
        for i in range(self.doc.Sheets.Count):
            sheet = self.doc.Sheets.getByIndex(i)
            found += [f"{sheet.Name}!{name}" for name in sheet.NamedRanges.ElementNames]
        return found

    def unlocked(self, sheet):
        """Cells that protection leaves open, within the used area; merged ones count once, by their first cell."""
        of = self.sheet(sheet)
        cursor = of.createCursor()
        cursor.gotoEndOfUsedArea(False)
        end = cursor.RangeAddress
        used = of.getCellRangeByPosition(0, 0, end.EndColumn, end.EndRow)
        groups = used.getUniqueCellFormatRanges()
        found = set()
        for group in (groups.getByIndex(i) for i in range(groups.Count)):
            if group.CellProtection.IsLocked:
                continue
            for a in group.RangeAddresses:
                for row in range(a.StartRow, a.EndRow + 1):
                    for column in range(a.StartColumn, a.EndColumn + 1):
                        found.add((row, column))
        return sorted(found)

    def cells(self, sheet, at):
        of = self.sheet(sheet)
        found = []
        for row, column in at:
            cell = of.getCellByPosition(column, row)
            found.append({"number": cell.Value, "text": cell.String, "error": cell.getError()})
        return found

    def texts(self, sheet):
        """All that the cells of the used area show, row by row: [row, column, text], where there is one."""
        of = self.sheet(sheet)
        cursor = of.createCursor()
        cursor.gotoEndOfUsedArea(False)
        end = cursor.RangeAddress
        shown = []
        for row, contents in enumerate(of.getCellRangeByPosition(0, 0, end.EndColumn, end.EndRow).getDataArray()):
            for column, content in enumerate(contents):
                if content != "":
                    shown.append([row, column, of.getCellByPosition(column, row).String])
        return shown

    def validation(self, sheet, row, column):
        v = self.cell(sheet, row, column).Validation
        v.setSourcePosition(self.cell(sheet, row, column).CellAddress)
        return {
            "type": v.Type.value, "operator": v.getOperator().value, "formula1": v.getFormula1(), "formula2": v.getFormula2(),
            "ignoreBlank": v.IgnoreBlankCells, "alertStyle": v.ErrorAlertStyle.value, "showList": v.ShowList,
            "prompt": [v.InputTitle, v.InputMessage] if v.ShowInputMessage else None,
            "alert": [v.ErrorTitle, v.ErrorMessage] if v.ShowErrorMessage else None,
        }

    def invalid(self, sheet):
        """Cells that LibreOffice's own validator marks."""
        of = self.sheet(sheet)
        of.clearArrows()
        of.showInvalid()
        page = of.DrawPage
        found = []
        for shape in (page.getByIndex(i) for i in range(page.Count)):
            x, y = shape.Position.X + shape.Size.Width // 2, shape.Position.Y + shape.Size.Height // 2
            row, column = self.cell_at(of, x, y)
            cursor = of.createCursorByRange(of.getCellByPosition(column, row))
            cursor.collapseToMergedArea()
            found.append([cursor.RangeAddress.StartRow, cursor.RangeAddress.StartColumn])
        of.clearArrows()
        return sorted(found)

    def cell_at(self, of, x, y):
        """The cell whose rectangle holds a point, in 1/100 mm."""
        def index(count, far):
            low, high = 0, count - 1
            while low < high:
                middle = (low + high) // 2
                if far(middle):
                    high = middle
                else:
                    low = middle + 1
            return low

        def right(i):
            cell = of.getCellByPosition(i, 0)
            return cell.Position.X + cell.Columns.getByIndex(0).Width > x

        def below(i):
            cell = of.getCellByPosition(0, i)
            return cell.Position.Y + cell.Rows.getByIndex(0).Height > y

        return [index(2000, below), index(200, right)]

    def offered(self, sheet, row, column):
        """The entries of a cell's list, its formula evaluated by LibreOffice at that cell. Empty ones offer nothing."""
        of = self.sheet(sheet)
        cell = of.getCellByPosition(column, row)
        validation = cell.Validation
        validation.setSourcePosition(cell.CellAddress)
        formula = validation.getFormula1()
        protected = of.isProtected()
        if protected:
            of.unprotect("")

        # Beside the form, in the cell's own sheet: references without a sheet mean this one.
        def evaluated(text, rows):
            scratch = of.getCellRangeByPosition(600, row, 600, row + rows - 1)
            scratch.setArrayFormula(text)
            cells = [scratch.getCellByPosition(0, i) for i in range(rows)]
            broken = [one.getError() for one in cells if one.getError()]
            found = [(one.Value, one.String) for one in cells]
            scratch.setArrayFormula("")
            scratch.clearContents(1023)
            if broken:
                raise RuntimeError(f"error {broken[0]} in {text}")
            return found

        try:
            rows = int(evaluated(f"=ROWS({formula})", 1)[0][0])
            columns = int(evaluated(f"=COLUMNS({formula})", 1)[0][0])
            if columns != 1:
                raise RuntimeError(f"{columns} columns in {formula}")
            # An empty cell arrives as the number 0.
            return [text for _, text in evaluated(f"=({formula})&\"\"", rows) if text != ""]
        finally:
            if protected:
                of.protect("")

    def heights(self, sheet, rows):
        """Points, and whether a row follows its text."""
        of = self.sheet(sheet)
        return [[of.Rows.getByIndex(row).Height * 72 / 2540, of.Rows.getByIndex(row).OptimalHeight] for row in rows]

    def misfits(self, sheet):
        """
        Texts that do not fit their cells: [row, column, how, room, need]. Merged cells count as one. A wrapped text needs height, another width
        (it may run on over empty cells to its right); a text that shrinks to fit is told where it loses more than a third of its size.
        Measured by LibreOffice in a sheet of its own: what a PDF holds says nothing, since LibreOffice draws over the edges of cells.
        """
        of = self.sheet(sheet)
        cursor = of.createCursor()
        cursor.gotoEndOfUsedArea(False)
        end = cursor.RangeAddress
        sheets = self.doc.Sheets
        sheets.insertNewByName("measure", sheets.Count)
        found = []
        try:
            measure = sheets.getByName("measure")
            one, column0, row0 = measure.getCellByPosition(0, 0), measure.Columns.getByIndex(0), measure.Rows.getByIndex(0)
            widths = [of.Columns.getByIndex(i).Width for i in range(end.EndColumn + 1)]
            heights = [of.Rows.getByIndex(i).Height for i in range(end.EndRow + 1)]
            contents = of.getCellRangeByPosition(0, 0, end.EndColumn, end.EndRow).getDataArray()
            printed = of.getPrintAreas()[0].EndColumn if of.getPrintAreas() else end.EndColumn
            for row in range(end.EndRow + 1):
                for column in range(end.EndColumn + 1):
                    if contents[row][column] == "":
                        continue
                    cell = of.getCellByPosition(column, row)
                    text = cell.String
                    if text == "":
                        continue  # a number whose format shows nothing
                    around = of.createCursorByRange(cell)
                    around.collapseToMergedArea()
                    a = around.RangeAddress
                    width, height = sum(widths[a.StartColumn:a.EndColumn + 1]), sum(heights[a.StartRow:a.EndRow + 1])
                    looks = cell.getPropertyValues(LOOKS)
                    wraps, shrinks = looks[LOOKS.index("IsTextWrapped")], looks[LOOKS.index("ShrinkToFit")]
                    # Many cells hold the same text in the same looks: each is measured once.
                    key = (text, repr(looks), width if wraps else 0)
                    if key not in self.measured:
                        one.setPropertyValues(LOOKS, tuple(False if name == "ShrinkToFit" else look for name, look in zip(LOOKS, looks)))
                        one.setString(text)
                        if wraps:
                            column0.Width = width
                            row0.OptimalHeight = True
                        else:
                            column0.OptimalWidth = True
                        self.measured[key] = row0.Height if wraps else column0.Width
                    need = self.measured[key]
                    if wraps:
                        # A rounding of heights to whole pixels is no misfit.
                        if need > height + 20:
                            found.append([row, column, "height", height * 72 / 2540, need * 72 / 2540])
                        continue
                    if shrinks:
                        if need * 2 > width * 3:
                            found.append([row, column, "shrink", width * 72 / 2540, need * 72 / 2540])
                        continue
                    after = a.EndColumn + 1
                    while after < len(widths) and contents[row][after] == "":
                        width, after = width + widths[after], after + 1
                    if after == len(widths) and column > printed:
                        continue  # beside the printed form a text may run on for ever
                    if need > width + 20:
                        found.append([row, column, "width", width * 72 / 2540, need * 72 / 2540])
        finally:
            sheets.removeByName("measure")
        return found

    # -- what a user does

    def set(self, cells):
        """Each of [sheet, row, column, value]: a number, a text as text, or {"typed": …} for what LibreOffice makes of it."""
        for sheet, row, column, value in cells:
            cell = self.cell(sheet, row, column)
            if value is None:
                cell.setString("")
            elif isinstance(value, dict):
                cell.setFormula(value["typed"])
            elif isinstance(value, str):
                cell.setString(value)
            else:
                cell.setValue(value)

    def type(self, sheet, row, column, text):
        """Enters a text through the view, as the keyboard does."""
        controller = self.doc.CurrentController
        controller.setActiveSheet(self.sheet(sheet))
        controller.select(self.cell(sheet, row, column))
        self.dispatcher.executeDispatch(controller.Frame, ".uno:EnterString", "", 0, properties(StringName=text, DontCommit=False))

    def rename(self, sheet, to):
        self.sheet(sheet).Name = to

    def unprotect(self, sheet):
        self.sheet(sheet).unprotect("")

    def insert_rows(self, sheet, at, count):
        self.sheet(sheet).Rows.insertByIndex(at, count)

    def insert_columns(self, sheet, at, count):
        self.sheet(sheet).Columns.insertByIndex(at, count)

    def delete_rows(self, sheet, at, count):
        self.sheet(sheet).Rows.removeByIndex(at, count)

    def sort(self, sheet, top, bottom, last, by):
        """Sorts whole rows by a column, largest first."""
        field = TableSortField()
        field.Field, field.IsAscending = by, False
        fields = uno.Any("[]com.sun.star.table.TableSortField", (field,))
        self.sheet(sheet).getCellRangeByPosition(0, top, last, bottom).sort(properties(SortFields=fields, ContainsHeader=False))

    def set_height(self, sheet, row, points):
        self.sheet(sheet).Rows.getByIndex(row).Height = round(points * 2540 / 72)


VERBS = {
    "open", "close", "store", "pdf", "recalculate", "sheets", "names", "unlocked", "cells", "texts", "validation", "invalid", "offered",
    "heights", "landed", "misfits", "set", "type", "rename", "unprotect", "insert_rows", "insert_columns", "delete_rows", "sort",
    "set_height",
}


def main():
    sys.stdin.reconfigure(encoding="utf-8")
    sys.stdout.reconfigure(encoding="utf-8")
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(1))
    office = Office(sys.argv[1])

    def answer(**what):
        print(json.dumps(what, ensure_ascii=False), flush=True)

    try:
        answer(ok="ready")
        for line in sys.stdin:
            order = json.loads(line)
            verb = order.pop("do")
            try:
                if verb not in VERBS:
                    raise RuntimeError(f"unknown verb {verb}")
                answer(ok=getattr(office, verb)(**order))
            except Exception:
                answer(error=traceback.format_exc())
    finally:
        office.end()


if __name__ == "__main__":
    main()
