from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

from quotepart.model.observation import Edition, Observation


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
