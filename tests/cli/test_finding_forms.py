from __future__ import annotations

import csv
import io
import json
from datetime import date
from decimal import Decimal

import pytest

from quotepart.cli.finding_forms import COLUMNS, Csv, Markdown, form_asked, markdown_of, row_of
from quotepart.errors import UsageError
from quotepart.model.document import Document
from quotepart.model.finding import Finding, Now, Reading
from quotepart.model.span import Span
from quotepart.wording.wording import find_wording

TODAY = date(2030, 6, 1)
READING = Reading(
    label="share | 2030", weight=0.7, measure="share", group="SYL", start="2030", end="2030", basis="current",
    known_on="2030-05-01", edition="league:2029", edition_is="own", unit="percent_of_gdp", result="match",
    value=Decimal("2.06"),
)  # fmt: skip
EMPTY = Reading(**{**{name: getattr(READING, name) for name in READING.__slots__}, "value": None, "label": "none"})
FINDING = Finding(
    id="f1", claim="2 %  of\n<b>GDP</b>", verdict="supported", basis="Syldavia, 2030: 2.06%.", said_by="Ms Sporsz",
    said_on="2030-05-01", readings=(EMPTY, READING), flags=("estimate", "rebased"), span=Span(3, 9),
    now=Now(verdict="close", edition="league:2031", value=Decimal("2.1"), basis="b"), sentence="We spend 2 % of\nGDP.",
)  # fmt: skip


def test_a_row_has_every_column_and_the_value_that_decided() -> None:
    row = row_of(FINDING, "a.txt")
    assert tuple(row) == COLUMNS
    assert (row["value"], row["edition"], row["now_value"], row["flags"]) == (2.06, "2029", 2.1, "estimate rebased")
    assert (row["start"], row["end"], row["reason"]) == (3, 9, None)


def test_places_count_in_the_file() -> None:
    document = Document(id="a.html", text="abcdefghij", sha256="0", places=((0, 100),))
    assert row_of(FINDING, "a.html", document)["start"] == 103


def test_csv_has_one_head_and_reads_back(capsys: pytest.CaptureFixture[str]) -> None:
    form = Csv()
    form.write("a.txt", [FINDING], "en")
    form.write("b.txt", [FINDING], "en")
    rows = list(csv.DictReader(io.StringIO(capsys.readouterr().out)))
    assert [row["source"] for row in rows] == ["a.txt", "b.txt"]
    assert rows[0]["claim"] == FINDING.claim


def test_markdown_shows_words_as_they_are(capsys: pytest.CaptureFixture[str]) -> None:
    shown = markdown_of(FINDING, find_wording("en"))
    assert "\\<b\\>GDP\\</b\\>" in shown
    assert "share \\| 2030" in shown
    assert shown.startswith("**Supported**: 2 % of")
    Markdown().write("# a.txt", [FINDING], "en")
    assert capsys.readouterr().out.startswith("## \\# a.txt\n\n**Supported**")


def test_reviews_are_of_the_findings_named_and_speak_of_the_whole_sentence(capsys: pytest.CaptureFixture[str]) -> None:
    form = form_asked(claimreview=True, approved_by="A. Sporsz", url="https://x.example/a", only=["f2"], today=TODAY)
    assert form is not None
    form.write("a.txt", [FINDING, Finding(id="f2", claim="c", verdict="depends", basis="b")], "en")
    (review,) = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert (review["identifier"], review["datePublished"]) == ("f2", "2030-06-01")
    form_asked(claimreview=True, approved_by="A. Sporsz", today=TODAY).write("a.txt", [FINDING], "en")  # type: ignore[union-attr]
    assert json.loads(capsys.readouterr().out)["claimReviewed"] == "We spend 2 % of GDP."


def test_no_form_is_asked_for() -> None:
    assert form_asked(json=True, today=TODAY) is None


@pytest.mark.parametrize(
    "asked",
    [
        {"csv": True, "markdown": True},
        {"json": True, "claimreview": True, "approved_by": "A."},
        {"claimreview": True},
        {"claimreview": True, "approved_by": "  "},
        {"approved_by": "A."},
        {"csv": True, "only": ["f1"]},
    ],
)
def test_what_does_not_go_together_is_refused(asked: dict[str, object]) -> None:
    with pytest.raises(UsageError):
        form_asked(**asked, today=TODAY)  # type: ignore[arg-type]
