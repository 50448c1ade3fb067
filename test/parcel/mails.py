"""Writes mails with Python's own email package. Reads [{"kind": …, "files": [[name, base64]], …}] from stdin; writes a JSON list of mails in base64."""
import base64
import email.message
import email.mime.application
import email.mime.multipart
import email.mime.text
import email.policy
import email.utils
import json
import sys

XLSX = ("application", "vnd.openxmlformats-officedocument.spreadsheetml.sheet")
PIXEL = base64.b64decode("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==")


def head(mail, order):
    mail["From"] = email.utils.formataddr((order.get("sender", "张三"), "zhangsan@example.edu.cn"), "utf-8")
    mail["To"] = "office@example.edu.cn"
    mail["Subject"] = order.get("subject", "报送统计表")
    mail["Date"] = order.get("date", "Tue, 20 Dec 2026 09:30:00 +0800")


def modern(order):
    """As today's programs write: names by RFC 2231, or raw UTF-8 under the smtputf8 policy."""
    mail = email.message.EmailMessage(policy=email.policy.SMTPUTF8 if order.get("utf8") else email.policy.SMTP)
    head(mail, order)
    mail.set_content("见附件。", charset=order.get("charset", "utf-8"))
    if order.get("picture"):
        mail.add_alternative('<p>见附件。<img src="cid:sign"></p>', subtype="html")
        mail.get_payload()[1].add_related(PIXEL, "image", "png", cid="<sign>", disposition="inline", filename="签名.png")
    for name, content in order["files"]:
        mail.add_attachment(base64.b64decode(content), *order.get("type", XLSX), filename=name, cte=order.get("cte", "base64"))
    if order.get("signature"):
        mail.add_attachment(b"signed", "application", "pkcs7-signature", filename="smime.p7s")
    if order.get("inner"):
        mail.add_attachment(modern(order["inner"]))
    return mail


def word(text):
    return "=?gb2312?B?" + base64.b64encode(text.encode("gb18030")).decode() + "?="


def older(order):
    """As Foxmail and 163 wrote: RFC 2047 words in GB2312 as parameters, which RFC 2231 replaced."""
    mail = email.mime.multipart.MIMEMultipart()
    mail["From"] = word("张三") + " <zhangsan@example.edu.cn>"
    mail["Subject"] = word(order.get("subject", "报送统计表"))
    mail["Date"] = order.get("date", "Tue, 20 Dec 2026 09:30:00 +0800 (CST)")
    mail.attach(email.mime.text.MIMEText("见附件。", "plain", "gb2312"))
    for name, content in order["files"]:
        part = email.mime.application.MIMEApplication(base64.b64decode(content))
        part.replace_header("Content-Type", f'application/octet-stream; name="{word(name)}"')
        part["Content-Disposition"] = f'attachment; filename="{word(name)}"'
        mail.attach(part)
    return mail


def bare(order):
    """As the oldest wrote: names as bytes of GBK, against every standard."""
    mail = older({**order, "files": [["@@@@", content] for _, content in order["files"]]})
    raw = mail.as_bytes()
    for name, _ in order["files"]:
        raw = raw.replace(word("@@@@").encode(), name.encode("gbk"), 2)
    return raw


KINDS = {"modern": modern, "older": older, "bare": bare}
sys.stdin.reconfigure(encoding="utf-8")
mails = []
for order in json.load(sys.stdin):
    mail = KINDS[order["kind"]](order)
    mails.append(base64.b64encode(mail if isinstance(mail, bytes) else mail.as_bytes()).decode())
json.dump(mails, sys.stdout)
