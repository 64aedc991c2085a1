"""The examples: every figure in them is sourced, and the ones that are wrong are known to be wrong."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from quotepart.errors import QuotepartError
from quotepart.model.finding import Finding
from quotepart.model.span import Span
from quotepart.workspace import Workspace

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


# Judged, no figure that is right is contradicted, and none that is wrong is supported.

WRONG_IF_RIGHT = {"contradicted", "out_of_date"}
WRONG_IF_WRONG = {"supported", "close"}


@pytest.fixture(scope="module")
def findings() -> dict[str, tuple[Finding, ...]]:
    workspace = Workspace.open("nato")
    read = [each for each in workspace.records([EXAMPLES]) if not isinstance(each, QuotepartError)]
    return {document.id: workspace.check(document, record) for document, record in read}


@pytest.mark.parametrize("row", ROWS, ids=lambda row: f"{row['file']}: {row['words']}")
def test_a_verdict_agrees_with_the_source(row: dict[str, str], findings: dict[str, tuple[Finding, ...]]) -> None:
    start = text_of(row["file"]).index(row["words"])
    place = Span(start, start + len(row["words"]))
    verdicts = {each.verdict for each in findings[row["file"]] if each.span and each.span.overlaps(place)}
    assert not verdicts & (WRONG_IF_RIGHT if row["is_right"] == "yes" else WRONG_IF_WRONG)


def test_what_is_wrong_on_purpose_is_found(findings: dict[str, tuple[Finding, ...]]) -> None:
    wrong = {row["words"] for row in ROWS if row["is_right"] == "no"}
    found = {each.claim for each in findings["erreurs-2024.txt"] if each.verdict in ("contradicted", "out_of_date")}
    assert found == wrong


def test_the_report_without_a_date_is_dated_by_evidence() -> None:
    workspace = Workspace.open("nato")
    ((_, record),) = [each for each in workspace.records([EXAMPLES / "sans-date.txt"]) if isinstance(each, tuple)]
    assert record.published is not None
    assert record.published.how == "inferred"
    assert record.published.date.startswith("2024-10")
    assert record.published.evidence
