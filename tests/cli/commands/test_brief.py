from __future__ import annotations

import json
from pathlib import Path

import pytest


def test_a_member_in_brief(quotepart) -> None:
    ended = quotepart("brief", "Pologne", "--known-on", "2024-07-01", "--words", "fr")
    assert ended.code == 0 and ended.out.startswith("Pologne en bref\nPologne")


def test_a_page_is_written(quotepart, tmp_path: Path) -> None:
    out = tmp_path / "fra.html"
    ended = quotepart("brief", "FRA", "--docs", "examples/erreurs-2024.txt", "-o", out)
    assert (ended.code, ended.out) == (0, "") and "erreurs-2024.txt" in out.read_text(encoding="utf-8")


def test_a_document_that_cannot_be_read_is_told(quotepart) -> None:
    ended = quotepart("brief", "FRA", "--docs", "nowhere.txt", "--json")
    assert ended.code == 3 and "nowhere.txt" in ended.err
    assert json.loads(ended.out)["documents"] == 0


@pytest.mark.parametrize(
    ("arguments", "code", "words"),
    [
        (("Syldavie",), 3, "no member or group"),
        (("NATO",), 2, "a brief is about one member"),
        (("FRA", "-o", "brief.pdf"), 2, "end it in .html"),
        (("FRA", "--known-on", "2005-01-01"), 3, "no edition held"),
        (("FRA", "--by", "2020"), 3, "is past"),
        (("FRA", "--if-left", "FIN", "--known-on", "2019-12-31"), 2, "was no member"),
    ],
)
def test_what_makes_no_sense_is_a_clear_error(quotepart, arguments: tuple[str, ...], code: int, words: str) -> None:
    ended = quotepart("brief", *arguments)
    assert ended.code == code and words in ended.err
