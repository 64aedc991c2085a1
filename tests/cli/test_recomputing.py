from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from quotepart.cli.recomputing import findings_in, table_of_recomputed
from quotepart.errors import DocumentError

INPUTS = [
    {"member": "SYL", "year": year, "indicator": "spending", "value": value, "edition": "e"}
    for year, value in ((2030, 10), (2031, 12))
]
FINDING: dict[str, Any] = {
    "claim": "2",
    "verdict": "supported",
    "readings": [
        {"label": "added", "value": 2, "formula": "spending[SYL, 2031] - spending[SYL, 2030]", "inputs": INPUTS},
        {"label": "no data", "value": None, "formula": "", "inputs": []},
    ],
}


def test_a_value_is_computed_again() -> None:
    table, is_same = table_of_recomputed(FINDING)
    assert is_same
    assert list(table.rows) == [("added", "2", "2", "yes"), ("no data", "", "", "yes")]


def test_a_value_that_was_tampered_with_shows() -> None:
    wrong = {**FINDING, "readings": [{**FINDING["readings"][0], "value": 2.1}]}
    table, is_same = table_of_recomputed(wrong)
    assert not is_same
    assert table.rows[0][-1] == "no"


@pytest.mark.parametrize(
    "text", [json.dumps(FINDING), json.dumps(FINDING, indent=2), json.dumps({"findings": [FINDING]})]
)
def test_findings_are_found_alone_and_in_documents(text: str, tmp_path: Path) -> None:
    (tmp_path / "f.json").write_text(text, encoding="utf-8")
    assert list(findings_in(tmp_path / "f.json")) == [FINDING]


def test_findings_are_found_line_by_line(tmp_path: Path) -> None:
    (tmp_path / "f.jsonl").write_text(f"{json.dumps(FINDING)}\n" * 3, encoding="utf-8")
    assert len(list(findings_in(tmp_path / "f.jsonl"))) == 3


def test_a_document_without_findings_is_none(tmp_path: Path) -> None:
    (tmp_path / "f.json").write_text('{"findings": []}', encoding="utf-8")
    assert list(findings_in(tmp_path / "f.json")) == []


@pytest.mark.parametrize("text", ["", "no json", "[1]", '{"a": 1}', '{"findings": [1]}', "\x00"])
def test_anything_else_is_refused(text: str, tmp_path: Path) -> None:
    (tmp_path / "f.json").write_text(text, encoding="utf-8")
    with pytest.raises(DocumentError):
        list(findings_in(tmp_path / "f.json"))


def test_a_missing_file_is_said(tmp_path: Path) -> None:
    with pytest.raises(DocumentError, match="can be read"):
        list(findings_in(tmp_path / "absent.json"))
