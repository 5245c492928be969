"""Messages of mail: made, printed, and read again."""

import email
import email.policy
from email.header import decode_header, make_header
from email.message import EmailMessage
from email.mime.multipart import MIMEMultipart
from email.mime.text import MIMEText
from email.utils import formataddr, getaddresses, parseaddr, parsedate_to_datetime

message = EmailMessage()
message["Subject"] = "Grüße"
message["From"] = "Ada <ada@example.com>"
message["To"] = "bob@example.com, Eve <eve@example.com>"
message.set_content("Hello,\nworld.\n")
print(message.as_string())
print(message["to"].addresses[1].display_name, message.get_content_type(), message["subject"])
message.add_alternative("<p>Hello</p>", subtype="html")
print(message.is_multipart(), [part.get_content_type() for part in message.walk()])
print(message.get_body(("html",)).get_content())
text = """From: a@b.c
To: d@e.f
Subject: =?utf-8?q?Caf=C3=A9?=
Date: Tue, 05 Mar 2024 10:00:00 +0100
X-Long: one
 two
Content-Type: text/plain; charset="utf-8"

Body line
"""
read = email.message_from_string(text)
print(read["subject"], str(make_header(decode_header(read["Subject"]))), read.get_payload(), read.keys(), repr(read["x-long"]))
print(read.get_content_charset(), read.get("nope", "none"), parsedate_to_datetime(read["date"]))
modern = email.message_from_string(text, policy=email.policy.default)
print(modern["subject"], modern["date"].datetime.isoformat(), modern.get_content())
print(parseaddr("Ada Lovelace <ada@x.org>"), formataddr(("Ada L", "a@x.org")), getaddresses(["a@b, C <c@d>"]))
mixed = MIMEMultipart("mixed", boundary="BOUND")
mixed["Subject"] = "parts"
mixed.attach(MIMEText("plain", "plain", "utf-8"))
mixed.attach(MIMEText("<b>x</b>", "html"))
print(mixed.as_string())
