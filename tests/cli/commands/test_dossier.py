from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

EXAMPLE = "examples/erreurs-2024.txt"


def test_html_is_one_file_that_asks_for_nothing(quotepart, tmp_path: Path) -> None:
    out = tmp_path / "new" / "dossier.html"
    ended = quotepart("dossier", EXAMPLE, "-o", out)
    assert (ended.code, ended.out) == (0, "")
    assert str(out) in ended.err
    page = out.read_text(encoding="utf-8")
    assert page.lower().startswith("<!doctype html>")
    assert not re.search(r'(?:src|href)="https?://', page)


@pytest.mark.parametrize(("words", "verdict"), [("fr", "Contredit"), ("en", "Contradicted")])
def test_it_speaks_the_readers_language(quotepart, tmp_path: Path, words: str, verdict: str) -> None:
    out = tmp_path / "dossier.html"
    assert quotepart("dossier", EXAMPLE, "-o", out, "--words", words).code == 0
    page = out.read_text(encoding="utf-8")
    assert f'lang="{words}"' in page
    assert verdict in page


def test_it_speaks_the_documents_language_where_none_is_asked_for(quotepart, tmp_path: Path) -> None:
    out = tmp_path / "dossier.html"
    quotepart("dossier", EXAMPLE, "-o", out)
    assert '<html lang="fr"' in out.read_text(encoding="utf-8")


def test_json_and_markdown_hold_the_findings(quotepart, tmp_path: Path) -> None:
    assert quotepart("dossier", EXAMPLE, "-o", tmp_path / "d.json").code == 0
    data = json.loads((tmp_path / "d.json").read_text(encoding="utf-8"))
    assert data["documents"][0]["findings"]
    assert quotepart("dossier", EXAMPLE, "-o", tmp_path / "d.md").code == 0
    assert "2,06" in (tmp_path / "d.md").read_text(encoding="utf-8")


def test_another_ending_is_a_usage_error_before_any_work(quotepart, tmp_path: Path) -> None:
    ended = quotepart("dossier", "absent", "-o", tmp_path / "d.docx")
    assert ended.code == 2
    assert ".html" in ended.err
    assert "absent" not in ended.err


def test_a_place_that_can_not_be_written_is_said(quotepart, tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    ended = quotepart("dossier", EXAMPLE, "-o", tmp_path / "file" / "d.html")
    assert ended.code == 2
    assert "Traceback" not in ended.err


def test_what_could_not_be_read_stands_in_the_dossier(quotepart, tmp_path: Path) -> None:
    (tmp_path / "bad.txt").write_bytes(b"\0" * 100)
    ended = quotepart("dossier", EXAMPLE, tmp_path / "bad.txt", "-o", tmp_path / "d.json")
    assert ended.code == 3
    data = json.loads((tmp_path / "d.json").read_text(encoding="utf-8"))
    assert [unread["id"] for unread in data["unread"]] == ["bad.txt"]


def test_nothing_to_show_is_an_error_and_no_page(quotepart, tmp_path: Path) -> None:
    ended = quotepart("dossier", tmp_path / "absent.txt", "-o", tmp_path / "d.html")
    assert ended.code == 3
    assert not (tmp_path / "d.html").exists()
