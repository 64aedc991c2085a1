from __future__ import annotations

from decimal import Decimal
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotepart.model.amount import Amount, Interval, Qualifier, is_exact_count, near, reach, understated_beyond

VALUES = st.decimals(min_value=1, max_value=10**12, places=2)
HEDGES = st.sampled_from([hedge for hedge in get_args(Qualifier) if hedge != "between"])


def amount(value: str, step: str, qualifier: Qualifier = "exact", unit: str = "USD") -> Amount:
    return Amount(value=Decimal(value), unit=unit, qualifier=qualifier, step=Decimal(step))


def test_a_bare_number_means_half_a_digit_either_way() -> None:
    assert reach(amount("2.5", "0.1", unit="percent")) == Interval(Decimal("2.45"), Decimal("2.55"))


def test_a_round_number_is_no_vaguer_than_five_per_cent() -> None:
    assert amount("700", "100").digit == 35


def test_more_than_leaves_the_number_itself_out() -> None:
    reached = reach(amount("700", "100", "more_than"))
    assert not reached.meets(Interval(Decimal(700), Decimal(700)))
    assert reached.meets(Interval(Decimal(701), Decimal(701)))
    assert understated_beyond(amount("700", "100", "more_than")) == 770


def test_a_threshold_has_no_tolerance() -> None:
    threshold = amount("2", "1", "at_least", "percent_of_gdp")
    assert not near(threshold).meets(Interval(Decimal("1.98"), Decimal("1.98")))
    assert near(threshold) == reach(threshold)


def test_a_small_count_is_exact_and_its_neighbour_is_near() -> None:
    count = amount("23", "1", unit="count")
    assert is_exact_count(count)
    assert reach(count) == Interval(Decimal(23), Decimal(23))
    assert near(count).meets(Interval(Decimal(24), Decimal(24)))
    assert not near(count).meets(Interval(Decimal(25), Decimal(25)))


def test_a_range_must_go_up() -> None:
    with pytest.raises(ValueError, match="go up"):
        Amount(value=Decimal(3), high=Decimal(2), unit="percent")


@given(VALUES, HEDGES)
def test_what_fits_is_also_near(value: Decimal, qualifier: Qualifier) -> None:
    stated = Amount(value=value, unit="USD", qualifier=qualifier, step=Decimal(1))
    inner, outer = reach(stated), near(stated)
    assert inner.low is None or (outer.low is not None and outer.low <= inner.low) or outer.low is None
    assert inner.high is None or outer.high is None or outer.high >= inner.high


@given(VALUES, VALUES, VALUES, VALUES)
def test_meeting_is_mutual(a: Decimal, b: Decimal, c: Decimal, d: Decimal) -> None:
    one, other = Interval(min(a, b), max(a, b)), Interval(min(c, d), max(c, d))
    assert one.meets(other) == other.meets(one) == (max(min(a, b), min(c, d)) <= min(max(a, b), max(c, d)))


def test_an_open_interval_meets_everything_on_its_side() -> None:
    assert Interval(Decimal(2), None).meets(Interval(None, Decimal(2)))
    assert not Interval(Decimal(2), None, strict=True).meets(Interval(None, Decimal(2)))


def test_digits_behind_the_point_are_meant_as_they_stand() -> None:
    stated = Amount(value=Decimal("0.9"), unit="percent_of_gdp", step=Decimal("0.1"))
    assert reach(stated) == Interval(Decimal("0.85"), Decimal("0.95"))
