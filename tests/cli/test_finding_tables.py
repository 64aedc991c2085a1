from __future__ import annotations

from decimal import Decimal

import pytest

from quotepart.cli.finding_tables import headline, parts_of_finding, parts_of_findings
from quotepart.cli.output import Table
from quotepart.errors import LanguageError
from quotepart.model.finding import Finding, Now, Reading
from quotepart.wording.wording import find_wording

READING = Reading(
    label="level", weight=0.7, measure="share", group="SYL", start="2030", end="2030", basis="current",
    known_on="2030-05-01", edition="league:2029", edition_is="substitute", unit="percent_of_gdp", result="match",
    value=Decimal("2.06"),
)  # fmt: skip
FINDING = Finding(
    id="1", claim="2 %  du\nPIB", verdict="supported", basis="Syldavie, 2030 : 2,06 %.", said_by="Mme Sporsz",
    said_on="2030-05-01", readings=(READING,), assumptions=("dit le 1er mai",), flags=("estimate",),
    now=Now(verdict="close", edition="league:2031", value=Decimal("2.1"), basis="Syldavie, 2030 : 2,10 %."),
)  # fmt: skip


def test_the_headline_says_verdict_claim_speaker_and_day() -> None:
    assert headline(FINDING, find_wording("fr")) == "Confirmé · 2 % du PIB · Mme Sporsz · 1er mai 2030"


def test_many_findings_are_two_lines_each() -> None:
    assert len(list(parts_of_findings([FINDING, FINDING], "en"))) == 4


def test_one_finding_shows_its_working() -> None:
    parts = list(parts_of_finding(FINDING, "en"))
    (table,) = (part for part in parts if isinstance(part, Table))
    assert list(table.rows) == [("level", "0.70", "2.06% of GDP", "league:2029 (substitute)", "fits")]
    assert "- dit le 1er mai" in parts
    assert any(isinstance(part, str) and "Close. Syldavie, 2030 : 2,10 %." in part for part in parts)
    assert any(isinstance(part, str) and part.startswith("! ") for part in parts)


def test_the_working_speaks_the_language_of_the_reader() -> None:
    (table,) = (part for part in parts_of_finding(FINDING, "fr") if isinstance(part, Table))
    assert table.columns == ("lecture", "poids", "valeur officielle", "édition", "résultat")
    assert "league:2029 (substitut)" in table.rows[0]


def test_what_would_settle_it_is_said() -> None:
    undecided = Finding(
        id="1", claim="c", verdict="not_checkable", basis="b", reason="no_series", settle="a table of ships"
    )
    assert any(
        isinstance(part, str) and part.endswith("a table of ships") for part in parts_of_finding(undecided, "en")
    )


def test_a_language_nobody_writes_is_an_error() -> None:
    with pytest.raises(LanguageError):
        list(parts_of_finding(FINDING, "xx"))
