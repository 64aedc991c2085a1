from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

from quotepart.model.observation import Edition, Observation, Source


def test_an_observation_keeps_both_of_its_dates() -> None:
    edition = Edition(id="league:2030-01-01", producer="league", published=date(2030, 1, 1), title="", held="full")
    observation = Observation(
        entity="SYL", indicator="share", year=2029, value=Decimal(2), unit="percent_of_gdp", basis="current",
        status="final", edition=edition.id, source="t", step=Decimal("0.01"),
    )  # fmt: skip
    assert (observation.year, observation.edition) == (2029, "league:2030-01-01")
    assert edition.sources == ()


def test_an_edition_with_a_table_of_its_own_was_imported() -> None:
    edition = Edition(id="league:2030-01-01", producer="league", published=date(2030, 1, 1), title="", held="full")
    assert not edition.is_imported
    assert replace(edition, table=Path("league-2030-01-01.abc.csv")).is_imported


def test_a_source_is_cited_with_its_place_or_else_with_the_copy_that_was_read() -> None:
    source = Source(id="t", title="Spending of the League", publisher="The League", url="", via="The Syldavian Herald")
    assert source.cited == "The League: Spending of the League, via The Syldavian Herald"
    assert replace(source, place="Table 3").cited == "The League: Spending of the League, Table 3"
    assert replace(source, via="").cited == "The League: Spending of the League"
