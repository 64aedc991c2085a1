from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from quotepart.checks.readings.compare import compare, is_understated
from quotepart.model.amount import Amount, Interval, Qualifier

WIDER: list[tuple[Qualifier, Qualifier]] = [
    ("exact", "about"), ("nearly", "about"), ("more_than", "at_least"), ("less_than", "at_most"), ("at_most", "up_to"),
]  # fmt: skip
ORDER = {"match": 0, "near": 1, "miss": 2}
values = st.decimals("0.1", "1000", places=1)


def point(value: str | Decimal) -> Interval:
    return Interval(Decimal(value), Decimal(value))


@given(
    values, st.decimals("0.7", "1.4", places=2), st.sampled_from(WIDER), st.sampled_from(["USD", "percent", "count"])
)
def test_widening_a_hedge_never_turns_a_match_into_a_miss(
    stated: Decimal, apart: Decimal, hedges: tuple[Qualifier, Qualifier], unit: str
) -> None:
    official = stated * apart  # near enough to match often
    narrow, wide = (Amount(value=stated, unit=unit, qualifier=each, step=Decimal("0.1")) for each in hedges)
    assume(compare(narrow, point(official)) == "match")
    assert compare(wide, point(official)) != "miss"


@given(values, values, values, st.sampled_from(["exact", "about", "nearly", "more_than", "less_than"]))
def test_scaling_claim_and_official_value_together_changes_nothing(
    stated: Decimal, official: Decimal, scale: Decimal, hedge: Qualifier
) -> None:
    plain = Amount(value=stated, unit="USD", qualifier=hedge, step=Decimal("0.1"))
    scaled = Amount(value=stated * scale, unit="EUR", qualifier=hedge, step=Decimal("0.1") * scale)
    assert compare(plain, point(official)) == compare(scaled, point(official * scale))


@given(values, values, st.decimals("0", "50", places=1), st.sampled_from(["exact", "about", "more_than", "less_than"]))
def test_a_wider_official_interval_never_compares_worse(
    stated: Decimal, official: Decimal, room: Decimal, hedge: Qualifier
) -> None:
    amount = Amount(value=stated, unit="percent", qualifier=hedge, step=Decimal("0.1"))
    wide = Interval(official - room, official + room)
    assert ORDER[compare(amount, wide)] <= ORDER[compare(amount, point(official))]


@pytest.mark.parametrize(
    ("value", "unit", "hedge", "step", "official", "result"),
    [
        ("41", "USD", "exact", "1", "41.4", "match"),
        ("41", "USD", "exact", "1", "42.4", "near"),
        ("2", "percent_of_gdp", "at_least", "1", "1.98", "miss"),
        ("2", "percent_of_gdp", "less_than", "1", "1.44", "match"),
        ("700", "USD", "more_than", "100", "595", "miss"),
        ("23", "count", "exact", "1", "22", "near"),
        ("23", "count", "exact", "1", "21", "miss"),
        ("4", "percent_of_gdp", "exact", "1", "3.57", "miss"),
    ],
)
def test_the_table_of_wordings(value: str, unit: str, hedge: Qualifier, step: str, official: str, result: str) -> None:
    assert (
        compare(Amount(value=Decimal(value), unit=unit, qualifier=hedge, step=Decimal(step)), point(official)) == result
    )


def test_more_than_says_too_little_far_below_the_official_value() -> None:
    more = Amount(value=Decimal(700), unit="USD", qualifier="more_than", step=Decimal(100))
    assert is_understated(more, point("798"))
    assert not is_understated(more, point("716"))


@given(values, values)
def test_nothing_is_near_a_line(value: Decimal, official: Decimal) -> None:
    line = Amount(value=value, unit="percent_of_gdp", qualifier="at_least", is_line=True)
    assert compare(line, point(official)) == ("match" if official >= value else "miss")


@pytest.mark.parametrize(("unit", "stated"), [("year", "2022"), ("record", "1")])
def test_a_matter_of_record_is_so_or_is_not(unit: str, stated: str) -> None:
    assert compare(Amount(value=Decimal(stated), unit=unit), point(stated)) == "match"
    assert compare(Amount(value=Decimal(stated), unit=unit), point(Decimal(stated) + 1)) == "miss"


def test_which_of_two_is_larger_has_no_nearly() -> None:
    assert compare(Amount(value=Decimal(1), unit="times", qualifier="more_than"), point("0.98")) == "miss"
