"""Bodies of requests, and texts of answers."""

import json
from urllib.parse import urlencode

FORM = "application/x-www-form-urlencoded"
_BOUNDARY = "----interleave-boundary"


def form(data):
    """Writes fields as a form does; a list gives a field for each of its values."""
    pairs = data.items() if hasattr(data, "items") else data
    return urlencode(
        [
            (key, value)
            for key, values in pairs
            for value in (values if isinstance(values, (list, tuple)) else [values])
            if value is not None
        ]
    )


def encoded(data, as_json, files, separators=None):
    """Returns a body and its type."""
    if files:
        return multipart(data, files)
    if data is None or not data and as_json is not None:
        if as_json is None:
            return b"", None
        return json.dumps(as_json, separators=separators).encode(), "application/json"
    if isinstance(data, bytes):
        return data, None
    if isinstance(data, str):
        return data.encode(), None
    if hasattr(data, "read"):
        text = data.read()
        return text.encode() if isinstance(text, str) else text, None
    return form(data).encode(), FORM


def multipart(data, files):
    """Writes fields and files as a form with files does."""
    parts = []
    fields = data.items() if hasattr(data, "items") else data or ()
    for name, value in fields:
        parts.append((f'name="{name}"', None, value))
    for name, file in files.items() if hasattr(files, "items") else files:
        kind, title = None, name
        if isinstance(file, tuple):
            title, file, *rest = file
            kind = rest[0] if rest else None
        content = file.read() if hasattr(file, "read") else file
        parts.append((f'name="{name}"; filename="{title}"', kind, content))
    body = b""
    for head, kind, content in parts:
        kind = f"Content-Type: {kind}\r\n" if kind else ""
        content = content if isinstance(content, bytes) else str(content).encode()
        body += f"--{_BOUNDARY}\r\nContent-Disposition: form-data; {head}\r\n{kind}\r\n".encode()
        body += content + b"\r\n"
    return body + f"--{_BOUNDARY}--\r\n".encode(), f"multipart/form-data; boundary={_BOUNDARY}"


def guessed(body):
    """Returns the encoding that bytes seem to be in."""
    if body.startswith(b"\xef\xbb\xbf"):
        return "UTF-8-SIG"
    for encoding in ("ascii", "utf-8", "gb18030"):
        try:
            body.decode(encoding)
            return encoding
        except (LookupError, UnicodeDecodeError):
            pass
    return "Windows-1252"


def text(body, encoding):
    """Decodes a body; what does not fit becomes U+FFFD."""
    try:
        return body.decode(encoding or "utf-8", "replace")
    except (LookupError, TypeError):
        return body.decode("utf-8", "replace")
