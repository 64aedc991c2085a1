from __future__ import annotations

import io
from pathlib import Path

import pytest

from quotepart.errors import DocumentError
from quotepart.extraction.formats.format import Taken
from quotepart.extraction.intake import documents_in, take_in
from quotepart.model.document import Document


def shown(taken: list[Taken]) -> list[str]:
    return [each.id if isinstance(each, Document) else f"! {each.message}" for each in taken]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "sub").mkdir()
    (tmp_path / ".hidden").mkdir()
    for name in ("b.txt", "a.txt", "sub/c.md", "notes.xyz", ".hidden/d.txt"):
        (tmp_path / name).write_text("Un texte.", encoding="utf-8")
    (tmp_path / "a2.txt").write_bytes(b"")
    return tmp_path


def test_a_folder_is_read_in_order_with_the_faulty_among_the_good(folder: Path) -> None:
    assert shown(list(take_in(folder))) == ["! the file is empty", "a.txt", "b.txt", "sub/c.md"] or shown(
        list(take_in(folder))
    ) == ["a.txt", "! the file is empty", "b.txt", "sub/c.md"]


def test_a_file_with_an_unknown_ending_is_an_error_only_when_named(folder: Path) -> None:
    (fault,) = take_in(folder / "notes.xyz")
    assert isinstance(fault, DocumentError)
    assert ".xyz" in fault.message
    assert ".txt" in fault.hint


def test_a_missing_path_is_an_error_and_the_others_are_read(folder: Path) -> None:
    fault, document = documents_in([folder / "nowhere.txt", folder / "a.txt"])
    assert isinstance(fault, DocumentError)
    assert fault.where.endswith("nowhere.txt")
    assert isinstance(document, Document)


def test_a_file_that_may_not_be_read_is_an_error(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(self: Path, mode: str) -> io.BytesIO:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "open", refuse)
    (fault,) = take_in(folder / "a.txt")
    assert isinstance(fault, DocumentError)
    assert "Permission denied" in fault.message


def test_a_folder_without_documents_says_so(tmp_path: Path) -> None:
    (fault,) = take_in(tmp_path)
    assert isinstance(fault, DocumentError)


def test_a_dash_is_standard_input() -> None:
    (document,) = documents_in(["-"], stdin=io.BytesIO("Été.".encode()))
    assert isinstance(document, Document)
    assert (document.id, document.text) == ("stdin", "Été.")


def test_garbled_letters_are_said_in_the_notes() -> None:
    (document,) = documents_in(["-"], stdin=io.BytesIO("L’été à Klow.".encode().decode("cp1252", "replace").encode()))
    assert isinstance(document, Document)
    assert "garbled" in document.notes[-1]
