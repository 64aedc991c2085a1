"""The examples: every figure in them is sourced, and the ones that are wrong are known to be wrong."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

EXAMPLES = Path(__file__).parents[1] / "examples"
ROWS = list(csv.DictReader((EXAMPLES / "sources.csv").read_text(encoding="utf-8").splitlines()))


def text_of(name: str) -> str:
    return (EXAMPLES / name).read_text(encoding="utf-8")


@pytest.mark.parametrize("row", ROWS, ids=lambda row: f"{row['file']}: {row['words']}")
def test_a_sourced_figure_stands_in_its_file(row: dict[str, str]) -> None:
    assert row["words"] in text_of(row["file"])
    assert row["is_right"] in ("yes", "no")
    assert row["source"]


def test_every_report_is_sourced() -> None:
    assert {row["file"] for row in ROWS} == {file.name for file in EXAMPLES.glob("*.txt")}
