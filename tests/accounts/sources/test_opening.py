from __future__ import annotations

import hashlib
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from quotepart.accounts.sources import opening
from quotepart.accounts.sources.opening import hash_of, open_book
from quotepart.errors import SourceError


def test_a_workbook_opens_by_its_bytes_whatever_it_is_called(workbook: Callable[..., Path]) -> None:
    path = workbook({"A": [[1]]}, name="figures.dat")
    book = open_book(path)
    assert (book.sheet_names, book.is_text, book.sheet("A").rows) == (("A",), False, ((1,),))
    assert book.sha256 == hashlib.sha256(path.read_bytes()).hexdigest() == hash_of(path.read_bytes())


def test_text_is_one_sheet_without_a_name(tmp_path: Path) -> None:
    (tmp_path / "a.xls").write_bytes("ISO\t2020\nSYL\t1\n".encode("utf-16"))
    book = open_book(tmp_path / "a.xls")
    assert (book.is_text, book.sheet("").rows[1]) == (True, ("SYL", "1"))


def test_a_table_may_come_zipped_with_its_metadata(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "a.zip", "w") as made:
        made.writestr("API_X.csv", "Code,2020\nSYL,1\n")
        made.writestr("Metadata_Country_API_X.csv", "Code,Region\n")
    assert open_book(tmp_path / "a.zip").sheet("").rows[1] == ("SYL", "1")


def test_an_archive_of_anything_else_is_refused(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "a.xlsx", "w") as made:
        made.writestr("readme.txt", "nothing here")
    with pytest.raises(SourceError, match="holds no workbook"):
        open_book(tmp_path / "a.xlsx")


@pytest.mark.parametrize(
    ("raw", "message"),
    [
        (b"", "the file is empty"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 100, "old .xls workbook or an encrypted one"),
        (b"PK\x03\x04 and then nothing", "damaged or cut off"),
        (b"\x89PNG\r\n\x1a\n" + bytes(range(256)), "neither a workbook nor text"),
    ],
)
def test_what_cannot_be_read_is_said(raw: bytes, message: str, tmp_path: Path) -> None:
    (tmp_path / "a.xlsx").write_bytes(raw)
    with pytest.raises(SourceError, match=message):
        open_book(tmp_path / "a.xlsx")


def test_a_missing_or_too_large_file_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(SourceError, match="can't be opened"):
        open_book(tmp_path / "none.xlsx")
    with pytest.raises(SourceError, match="can't be opened"):
        open_book(tmp_path)
    (tmp_path / "a.csv").write_text("a,b\n", encoding="utf-8")
    monkeypatch.setattr(opening, "FILE_LIMIT", 2)
    with pytest.raises(SourceError, match="larger than"):
        open_book(tmp_path / "a.csv")
