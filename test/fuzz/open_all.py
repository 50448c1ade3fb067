"""Opens workbooks with openpyxl and mails with Python's parser; prints a JSON list of [file, what is wrong]."""
import email, email.policy, glob, json, math, os, sys, warnings
import openpyxl
from openpyxl.utils.escape import unescape

# openpyxl says what it leaves out; that it does so is no fault of the file.
warnings.simplefilter("ignore")


def workbook(path):
    for values in (False, True):
        book = openpyxl.load_workbook(path, data_only=values)
        for sheet in book:
            for row in sheet.iter_rows():
                for cell in row:
                    if isinstance(cell.value, float) and not math.isfinite(cell.value):
                        return f"{sheet.title}!{cell.coordinate} holds {cell.value}"
                    if isinstance(cell.value, str) and len(unescape(cell.value)) > 32767:
                        return f"{sheet.title}!{cell.coordinate} holds {len(cell.value)} characters"
                    if cell.hyperlink is not None and len(cell.hyperlink.target or "") > 2083:
                        return f"{sheet.title}!{cell.coordinate} leads to {len(cell.hyperlink.target)} characters"
    return None


def mail(path):
    with open(path, "rb") as file:
        message = email.message_from_binary_file(file, policy=email.policy.default)
    defects = [str(defect) for part in message.walk() for defect in part.defects]
    if defects:
        return str(defects)
    if len(message["To"].addresses) > 1:
        return f"goes to {message['To']}"
    for part in message.iter_attachments():
        if (part.get_filename() or "").endswith(".xlsx"):
            copy = path + ".attached.xlsx"
            with open(copy, "wb") as file:
                file.write(part.get_content())
            wrong = workbook(copy)
            os.remove(copy)
            return wrong and f"attached: {wrong}"
    return None


wrong = []
paths = sorted(glob.glob(os.path.join(glob.escape(sys.argv[1]), "**", "*"), recursive=True))
for path in paths:
    look = {".xlsx": workbook, ".eml": mail}.get(os.path.splitext(path)[1])
    if look is None or os.path.isdir(path):
        continue
    try:
        said = look(path)
    except Exception as error:
        said = f"{type(error).__name__}: {error}"
    if said:
        wrong.append([os.path.relpath(path, sys.argv[1])[:200], said[:500]])
print(json.dumps(wrong))
