"""Read mail with Python's email package and print, a line a file, what it makes of it (JSON)."""
import hashlib
import json
import sys
from email import message_from_bytes, policy
from email.utils import getaddresses, parsedate_to_datetime


def addresses(message, name):
    values = message.get_all(name, [])
    found = []
    for value in values:
        if hasattr(value, "addresses"):
            found += [[a.display_name, a.addr_spec] for a in value.addresses]
        else:
            found += [list(pair) for pair in getaddresses([str(value)])]
    return found


def date_of(message):
    value = message.get("date")
    if value is None:
        return None
    moment = getattr(value, "datetime", None) or parsedate_to_datetime(str(value))
    if moment.tzinfo is None:
        import datetime
        moment = moment.replace(tzinfo=datetime.timezone.utc)
    return int(moment.timestamp())


def leaves(part):
    if part.get_content_maintype() == "multipart" and part.is_multipart():
        for child in part.get_payload():
            yield from leaves(child)
    else:
        yield part


def content_of(part, linesep):
    if part.get_content_maintype() == "message" and part.is_multipart():
        # The parser takes messages apart, so their bytes are put together again, with the fields as they were.
        as_sent = policy.compat32.clone(max_line_length=None, linesep=linesep)
        return b"".join(inner.as_bytes(unixfrom=False, policy=as_sent) for inner in part.get_payload())
    return part.get_payload(decode=True) or b""


def text_of(part):
    try:
        return part.get_content()
    except LookupError:  # a charset that Python does not know
        return part.get_payload(decode=True).decode("utf-8", "replace")


def read(path):
    with open(path, "rb") as file:
        source = file.read()
    # message_from_bytes keeps line ends; BytesParser.parse would turn CRLF into LF.
    message = message_from_bytes(source, policy=policy.default)
    as_sent = message_from_bytes(source, policy=policy.compat32)
    linesep = "\r\n" if b"\r\n" in source else "\n"
    text, attachments = [], []
    for part, sent in zip(leaves(message), leaves(as_sent)):
        shown = part.get_content_disposition() != "attachment"
        if shown and part.get_content_type() in ("text/plain", "text/html"):
            if part.get_content_type() == "text/plain":
                text.append(str(text_of(part)))
            continue
        data = content_of(sent, linesep)
        attachments.append([part.get_filename(), part.get_content_type(), len(data), hashlib.sha256(data).hexdigest()])
    return {
        "subject": str(message["subject"]) if message["subject"] is not None else "",
        "from": addresses(message, "from"),
        "to": addresses(message, "to"),
        "date": guarded(lambda: date_of(message)),
        # HTML makes text in as many ways as there are readers: only plain text is compared.
        "text": "\n".join(text) if text else None,
        "attachments": attachments,
    }


def guarded(work):
    try:
        return work()
    except Exception as error:  # an answer of the parser under comparison: it could not read this
        return "error: " + type(error).__name__


for path in sys.argv[1:]:
    result = guarded(lambda: read(path))
    print(json.dumps({"path": path, "result": result}))
