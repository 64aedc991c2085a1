"""Files opened for reading: what kind a file is shows in its bytes, never in its name."""

from __future__ import annotations

import hashlib
from pathlib import Path

from quotepart.accounts.sources import archive, delimited
from quotepart.accounts.sources.book import Book, Sheet
from quotepart.accounts.sources.workbook import Workbook
from quotepart.errors import SourceError

FILE_LIMIT = 64 * archive.MEGABYTE
_ZIP = b"PK\x03\x04"
_OLD_OFFICE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_MARK_OF_A_WORKBOOK = "xl/workbook.xml"
_NOT_THE_TABLE = "Metadata_"


def open_book(path: Path, *, with_results: bool = False) -> Book:
    """Return the open file at ``path``: a workbook, a text table, or a zip archive that holds one text table.

    ``with_results`` lets cells be formulas, of which the last result is read. Raises ``SourceError`` for what is missing, empty,
    too large, damaged or of another kind.
    """
    where = path.name
    raw = _bytes_of(path)
    if raw.startswith(_OLD_OFFICE):
        hint = "open it and save it as .xlsx, without a password"
        raise SourceError("this is an old .xls workbook or an encrypted one", where=where, hint=hint)
    if not raw.startswith(_ZIP):
        return _text_book(raw, where, delimited.text_of(raw, where))
    parts = archive.open_archive(raw, where)
    if _MARK_OF_A_WORKBOOK not in parts.namelist():
        tables = [name for name in parts.namelist() if name.endswith(".csv") and _NOT_THE_TABLE not in name]
        if len(tables) != 1:
            raise SourceError("the archive holds no workbook and not just one table", where=where)
        return _text_book(raw, where, delimited.text_of(archive.read_part(parts, tables[0]), where))
    workbook = Workbook(raw, where, with_results=with_results)
    return Book(name=where, sha256=hash_of(raw), sheet_names=workbook.names, load=workbook.sheet)


def hash_of(raw: bytes) -> str:
    """Return the SHA-256 of ``raw`` in hexadecimal."""
    return hashlib.sha256(raw).hexdigest()


def _text_book(raw: bytes, where: str, text: str) -> Book:
    def load(_: str) -> Sheet:
        return delimited.table_of(text, where)

    return Book(name=where, sha256=hash_of(raw), sheet_names=("",), load=load)


def _bytes_of(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            raw = file.read(FILE_LIMIT + 1)
    except OSError as fault:
        raise SourceError(f"the file can't be opened ({fault.strerror})", where=str(path)) from fault
    if len(raw) > FILE_LIMIT:
        raise SourceError(f"the file is larger than {FILE_LIMIT // archive.MEGABYTE} MB", where=path.name)
    if not raw:
        raise SourceError("the file is empty", where=path.name, hint=archive.DAMAGED)
    return raw
