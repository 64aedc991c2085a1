from __future__ import annotations

import io
from pathlib import Path

import pytest

from quotepart.errors import DocumentError
from quotepart.extraction.formats import pdf
from quotepart.extraction.formats.format import Taken
from quotepart.model.document import Document

FILES = Path(__file__).parent / "files"


def read(raw: bytes) -> Taken:
    (taken,) = pdf.read(io.BytesIO(raw), "a.pdf")
    return taken


def printed() -> Document:
    """A page of ours as a browser prints it: a heading, two paragraphs, and one on a second page."""
    document = read((FILES / "klow.pdf").read_bytes())
    assert isinstance(document, Document)
    return document


def test_paragraphs_are_told_by_the_space_between_lines() -> None:
    paragraphs = [" ".join(paragraph.split()) for paragraph in printed().text.split("\n\n")]
    assert paragraphs[0] == "Un sommet à Klow"
    assert paragraphs[1].endswith("l’effort serait poursuivi jusqu’en 2030.")
    assert paragraphs[2].startswith("« Nous tiendrons parole »")
    assert paragraphs[3:] == ["La Bordurie, elle, n’a rien annoncé."]


def test_it_says_what_its_offsets_count_in() -> None:
    assert printed().notes == (pdf.NOTE,)


def test_a_scan_is_an_error_that_says_what_to_do() -> None:
    fault = read((FILES / "no-words.pdf").read_bytes())
    assert isinstance(fault, DocumentError)
    assert "no text" in str(fault)
    assert "recognition" in fault.hint


@pytest.mark.parametrize("raw", [b"", b"%PDF-1.7", b"\x00" * 4_000, b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 1 0 R>>"])
def test_what_is_no_pdf_is_an_error(raw: bytes) -> None:
    assert isinstance(read(raw), DocumentError)


def test_a_pdf_cut_off_is_an_error_or_what_is_left_of_it() -> None:
    raw = (FILES / "klow.pdf").read_bytes()
    taken = [read(raw[: len(raw) * part // 10]) for part in range(1, 10)]
    assert all(isinstance(each, Document | DocumentError) for each in taken)


def test_more_bytes_than_allowed_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf, "FILE_LIMIT", 1_000)
    fault = read((FILES / "klow.pdf").read_bytes())
    assert isinstance(fault, DocumentError)
    assert "larger" in str(fault)


@pytest.mark.parametrize(("limit", "word"), [("PAGE_LIMIT", "pages"), ("LIMIT", "more text")])
def test_more_pages_or_words_than_allowed_are_refused(monkeypatch: pytest.MonkeyPatch, limit: str, word: str) -> None:
    monkeypatch.setattr(pdf, limit, 1)
    fault = read((FILES / "klow.pdf").read_bytes())
    assert isinstance(fault, DocumentError)
    assert word in str(fault)
