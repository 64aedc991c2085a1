from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotepart.accounts.account import Account
from quotepart.accounts.revisions import (
    LAG_CLASSES,
    Pair,
    age_of,
    band_at,
    comparable_pairs,
    lag_of,
    quantile,
    revisions_between,
)
from quotepart.accounts.totals import Total
from quotepart.model.observation import Edition, Observation

Make = Callable[..., Any]
Open = Callable[[Mapping[Edition, str]], Account]
MOVES = st.decimals(Decimal("-0.5"), Decimal("0.5"), places=4)


def total(year: int, value: str, **changes: Any) -> Total:
    seen = Observation(
        entity="SYL", indicator="spending", year=year, value=Decimal(value), unit="USD", basis="current",
        status="final", edition="league:2018-06-01", source="", step=Decimal(1),
    )  # fmt: skip
    fields: dict[str, Any] = {
        "group": "SYL", "indicator": "spending", "year": year, "edition": "", "basis": "current", "unit": "USD",
        "membership": "as_published", "value": Decimal(value), "step": Decimal(1), "inputs": (seen,),
    }  # fmt: skip
    return Total(**{**fields, **changes})


def test_a_revision_is_a_share_of_what_was_first_printed() -> None:
    moved = revisions_between([(total(2016, "100"), total(2016, "110"))], step=Decimal(1), in_points=False)
    assert moved == [Decimal("0.1")]


def test_a_change_is_revised_in_points() -> None:
    moved = revisions_between([(total(2016, "4"), total(2016, "6"))], step=Decimal(1), in_points=True)
    assert moved == [Decimal(2)]


def test_a_move_within_the_last_digit_is_none() -> None:
    moved = revisions_between([(total(2016, "100"), total(2016, "101"))], step=Decimal(1), in_points=False)
    assert moved == [Decimal(0)]


def test_rounded_press_values_teach_nothing() -> None:
    pair = (total(2016, "100"), total(2016, "150", step=Decimal(50)))
    assert revisions_between([pair], step=Decimal(1), in_points=False) == []


def test_a_new_price_base_alone_is_no_revision() -> None:
    pairs = [
        (total(y, str(v), price_base=2010), total(y, str(2 * v), price_base=2015)) for y, v in ((1, 100), (2, 300))
    ]
    assert revisions_between(pairs, step=Decimal(1), in_points=False) == [Decimal(0), Decimal(0)]


def test_a_quantile_is_one_of_the_values_and_errs_upwards() -> None:
    values = [Decimal(each) for each in range(1, 11)]
    assert [quantile(values, Decimal(share)) for share in ("0.5", "0.9", "0.99", "0")] == [5, 9, 10, 1]


@pytest.fixture
def pairs(make_edition: Make) -> tuple[Pair, ...]:
    days = ("2016-01-01", "2016-07-01", "2017-07-01", "2020-07-01")
    editions = [make_edition(f"league:{day}") for day in days]
    core = make_edition("league:2021-07-01", definition="core")
    unheld = make_edition("league:2019-07-01", held="none")
    return comparable_pairs([core, *editions, unheld])


def test_editions_of_another_definition_or_not_held_are_not_compared(pairs: tuple[Pair, ...]) -> None:
    assert len(pairs) == 6
    assert all(one.published < other.published for one, other in pairs)


def test_a_band_is_read_at_its_lag(pairs: tuple[Pair, ...]) -> None:
    def samples(pair: Pair) -> list[Decimal]:
        return [lag_of(pair)] * 10

    found = [band_at(Decimal(lag), pairs, samples) for lag in ("0.2", "1", "3.5", "9")]
    assert [band and band.p99 for band in found] == [Decimal("0.50"), Decimal("1.50"), Decimal("3.00"), Decimal("4.50")]


def test_where_no_pair_lies_at_the_lag_the_next_longer_one_serves(pairs: tuple[Pair, ...]) -> None:
    long = [pair for pair in pairs if lag_of(pair) > 4]
    band = band_at(Decimal("0.5"), long, lambda pair: [Decimal("0.1")] * 10)
    assert band is not None
    assert (band.from_lag, band.count) == (4, 10)


def test_nothing_to_learn_from_is_an_answer(pairs: tuple[Pair, ...]) -> None:
    assert band_at(Decimal(1), pairs, lambda pair: []) is None


def test_few_revisions_are_pooled(pairs: tuple[Pair, ...]) -> None:
    own, pooled = [Decimal("0.1")], [Decimal("0.3")] * 50
    band = band_at(Decimal(1), pairs, lambda pair: own, lambda pair: pooled)
    assert band is not None
    assert (band.is_pooled, band.p50) == (True, Decimal("0.3"))
    kept = band_at(Decimal(1), pairs, lambda pair: own, lambda pair: pooled, few=1)
    assert kept is not None
    assert (kept.is_pooled, kept.p50, kept.count) == (False, Decimal("0.1"), 2)


@given(st.lists(MOVES, min_size=1), st.decimals(0, 20, places=2))
def test_a_band_is_ordered(moves: list[Decimal], lag: Decimal) -> None:
    one = Edition(id="a:1", producer="a", published=date(2016, 1, 1), title="", held="full")
    other = Edition(id="a:2", producer="a", published=date(2017, 1, 1), title="", held="full")
    band = band_at(lag, [(one, other)], lambda pair: moves)
    assert band is not None
    assert 0 <= band.p50 <= band.p90 <= band.p99 == max(map(abs, moves)) or len(moves) >= 100
    assert band.count == len(moves)
    assert band.to_lag in LAG_CLASSES


def test_the_age_of_a_figure(make_edition: Make) -> None:
    edition = make_edition("league:2018-06-01")
    assert [age_of(edition, year) for year in (2019, 2018, 2017, 2016, 2000)] == [0, 0, 1, 2, 2]


def test_a_group_has_its_own_narrow_band(nato: Account) -> None:
    group = nato.revision_band("defence_expenditure", "EUROPE_CANADA", Decimal("0.96"), basis="constant")
    member = nato.revision_band("defence_expenditure", "BGR", Decimal("0.96"), basis="constant")
    assert group is not None
    assert member is not None
    assert not group.is_pooled
    assert group.p99 < Decimal("0.01") < member.p99
    assert group.pairs == (("nato:2024-06-17", "nato:2025-08-28"),)


def test_a_restated_definition_is_no_revision(nato: Account) -> None:
    band = nato.revision_band("defence_share_gdp", "FRA", Decimal(1))
    assert band is not None
    assert all("nato:2026-07-10" not in pair for pair in band.pairs)


def test_estimates_of_the_running_year_move_most(nato: Account) -> None:
    fresh = nato.revision_band("defence_share_gdp", "EUROPE_CANADA", Decimal(1), age=0)
    member = nato.revision_band("defence_share_gdp", "FRA", Decimal(1), age=0)
    settled = nato.revision_band("defence_share_gdp", "FRA", Decimal(1), age=2)
    assert fresh is not None
    assert member is not None
    assert settled is not None
    assert settled.p90 < member.p90
