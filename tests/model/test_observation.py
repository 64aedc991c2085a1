from __future__ import annotations

from datetime import date
from decimal import Decimal

from quotepart.model.observation import Edition, Observation


def test_an_observation_keeps_both_of_its_dates() -> None:
    edition = Edition(id="league:2030-01-01", producer="league", published=date(2030, 1, 1), title="", held="full")
    observation = Observation(
        entity="SYL", indicator="share", year=2029, value=Decimal(2), unit="percent_of_gdp", basis="current",
        status="final", edition=edition.id, source="t", step=Decimal("0.01"),
    )  # fmt: skip
    assert (observation.year, observation.edition) == (2029, "league:2030-01-01")
    assert edition.sources == ()
