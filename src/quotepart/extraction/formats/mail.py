"""E-mail: the words of one message, its subject as title and its date; attachments are not opened."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, BinaryIO

from quotepart.errors import DocumentError
from quotepart.extraction.formats.format import Format, Taken, hash_of, read_within_limit
from quotepart.extraction.text.visible import visible_text
from quotepart.model.dates import Dating
from quotepart.model.document import Document

if TYPE_CHECKING:
    from email.message import EmailMessage

NOTE = "offsets count in the text taken out of the message"


def read(file: BinaryIO, name: str) -> Iterator[Taken]:
    """Yield the one document of a message: its plain text, or that of its HTML; one without words is an error."""
    from email import policy
    from email.parser import BytesParser

    try:
        raw = read_within_limit(file, name)
        message = BytesParser(policy=policy.default).parsebytes(raw)
        yield _document(message, raw, name)
    except DocumentError as fault:
        yield fault
    except (ValueError, LookupError, RecursionError, AttributeError, TypeError, IndexError) as fault:
        # The standard parser raises any of these on headers and parts that no sender would write.
        hint = "save the message again as .eml, or its text as .txt"
        yield DocumentError(f"the message can't be read: {type(fault).__name__}", where=name, hint=hint)


def _document(message: EmailMessage, raw: bytes, name: str) -> Document:
    body = message.get_body(preferencelist=("plain", "html"))
    content = body.get_content() if body is not None else ""
    text, apart = (content, ()) if body is None or body.get_content_subtype() == "plain" else visible_text(content)
    if not text.strip():
        raise DocumentError(
            "the message has no text", where=name, hint="its attachments are not opened: save them apart"
        )
    left = [part.get_filename() or part.get_content_type() for part in message.iter_attachments()]
    notes = (NOTE, f"attachments not read: {', '.join(left)}") if left else (NOTE,)
    title = str(message["subject"]) if message["subject"] else None
    return Document(
        id=name, text=text, sha256=hash_of(raw), published=_dating(message), title=title, notes=notes, apart=apart
    )


def _dating(message: EmailMessage) -> Dating | None:
    sent = getattr(message["date"], "datetime", None)
    return Dating(date=sent.date().isoformat(), how="stated") if sent is not None else None


FORMAT = Format(name="e-mail", endings=(".eml",), read=read)
