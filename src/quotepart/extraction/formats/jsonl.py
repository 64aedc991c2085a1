"""JSON Lines: one document a line, with ``text`` and perhaps ``id``, ``date``, ``lang``, ``title``."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import BinaryIO

from quotepart.errors import DocumentError
from quotepart.extraction.formats.format import LIMIT, Format, Taken, hash_of
from quotepart.extraction.languages.find import code_of, find_languages
from quotepart.model.dates import Dating
from quotepart.model.document import Document

_HALVES = re.compile("[\ud800-\udfff]")  # half a character, which JSON can write and UTF-8 cannot
_HINT = 'each line is an object such as {"id": "a", "text": "…", "date": "2018-07-12", "lang": "fr"}'


def read(file: BinaryIO, name: str) -> Iterator[Taken]:
    """Yield one document or error a line, keeping one line in memory; blank lines are passed over."""
    number = 0
    while raw := file.readline(LIMIT + 1):
        number += 1
        where = f"{name}, line {number}"
        if len(raw) > LIMIT:
            yield DocumentError("the line is larger than a document may be", where=where, hint=_HINT)
            _skip_line(file)
        elif raw.strip():
            yield _read_line(raw, name, number, where)
    if number == 0:
        yield DocumentError("the file is empty", where=name, hint=_HINT)


def _skip_line(file: BinaryIO) -> None:
    while (rest := file.readline(LIMIT)) and not rest.endswith(b"\n"):
        pass


def _read_line(raw: bytes, name: str, number: int, where: str) -> Taken:
    try:
        row = json.loads(raw)
    except (ValueError, RecursionError):
        return DocumentError("the line is not JSON", where=where, hint=_HINT)
    if not isinstance(row, dict) or not isinstance(row.get("text"), str) or not row["text"].strip():
        return DocumentError("the line has no text", where=where, hint=_HINT)
    lang = row.get("lang")
    if lang and code_of(lang) is None:
        hint = f"choose one of: {', '.join(find_languages())}; or leave “lang” out, and the language is found"
        return DocumentError(f"there is no language {lang!r}", where=where, hint=hint)
    text = _HALVES.sub("\ufffd", row["text"])
    published, notes = _given_date(row.get("date"))
    return Document(
        id=str(row.get("id") or f"{name}:{number}"),
        text=text,
        sha256=hash_of(text.encode("utf-8")),
        lang=code_of(lang),
        published=published,
        title=_text_or_none(row.get("title")),
        notes=notes,
    )


def _text_or_none(value: object) -> str | None:
    return value if isinstance(value, str) and value else None


def _given_date(value: object) -> tuple[Dating | None, tuple[str, ...]]:
    if value in (None, ""):
        return None, ()
    try:
        return Dating(date=str(value)[:10], how="given"), ()
    except ValueError:
        return None, (f"the given date {value!r} is not an ISO date and was left out",)


FORMAT = Format(name="JSON Lines", endings=(".jsonl", ".ndjson"), read=read)
