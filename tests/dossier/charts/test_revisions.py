from __future__ import annotations

from decimal import Decimal

import pytest

from quotepart.accounts.revision_table import MEMBERS, RevisionRow
from quotepart.accounts.revisions import RevisionBand
from quotepart.dossier.charts.files import drawn_as
from quotepart.dossier.charts.revisions import age_words, draw_revisions, lag_words, who_words
from quotepart.errors import UsageError
from quotepart.wording.wording import find_wording

ENGLISH, FRENCH = find_wording("en"), find_wording("fr")


def row(
    entity: str = MEMBERS, age: int | None = 0, count: int = 12, ends: tuple[str, str] = ("0.75", "2")
) -> RevisionRow:
    band = RevisionBand(
        lag_years=Decimal(1), from_lag=Decimal(ends[0]), to_lag=Decimal(ends[1]), median=Decimal(0), p50=Decimal("0.01"),
        p90=Decimal("0.05"), p99=Decimal("0.2"), count=count, pairs=(("league:2018", "league:2019"),),
    )  # fmt: skip
    return RevisionRow(indicator="ships", basis="current", entity=entity, age=age, band=band)


def drawn(*rows: RevisionRow) -> dict:
    return draw_revisions(rows, lambda id: {"SYL": "Syldavia"}.get(id, id), ENGLISH, "2 editions of the League")


def test_sizes_are_per_cent_and_counts_are_written(samples) -> None:
    cells = [cell for cell in samples.values_in(drawn(row())) if "p99" in cell]
    assert (cells[0]["p50"], cells[0]["p90"], cells[0]["p99"], cells[0]["count"]) == (1, 5, 20, "12")


def test_each_entity_has_a_head_of_its_own(samples) -> None:
    spec = drawn(row(), row("SYL"))
    svg = drawn_as(spec, "a.svg", ENGLISH).decode()
    assert "Syldavia" in svg
    assert "members, each by itself" in svg
    assert "2 editions of the League" in svg


def test_few_revisions_and_all_ages_are_left_to_the_table() -> None:
    with pytest.raises(UsageError, match="too few"):
        drawn(row(count=2), row(age=None))
    with pytest.raises(UsageError):
        drawn()


def test_lags_ages_and_entities_in_words() -> None:
    ends = [("0", "0.75"), ("0.75", "2"), ("4", "Infinity")]
    assert [lag_words(row(ends=each).band, ENGLISH) for each in ends] == [
        "compared less than 9 months later",
        "compared 9 months to 2 years later",
        "compared 4 years later or more",
    ]
    assert age_words(row(age=None), FRENCH) == "chiffres de toutes les années"
    assert who_words(row("SYL"), lambda id: "Syldavia", ENGLISH) == "Syldavia"
