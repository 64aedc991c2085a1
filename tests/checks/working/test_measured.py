from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotepart.checks.working.measured import Measured, count_where, rank_of, total

numbers = st.decimals("-1000", "1000", places=2)
steps = st.decimals("0", "2", places=2)
measured = st.builds(Measured.printed, numbers, steps)


@given(measured, measured)
def test_every_operation_keeps_its_value_between_its_ends(one: Measured, other: Measured) -> None:
    for result in (one + other, one - other, one * other):
        assert result.low <= result.value <= result.high


@given(measured, st.builds(Measured.printed, st.decimals("5", "100", places=1), steps))
def test_a_quotient_keeps_its_value_between_its_ends(one: Measured, other: Measured) -> None:
    result = one / other
    assert result.low <= result.value <= result.high


def test_a_divisor_that_may_be_zero_is_refused() -> None:
    with pytest.raises(ZeroDivisionError):
        Measured.exactly(1) / Measured.printed(Decimal("0.1"), Decimal(1))


def test_a_threshold_is_met_at_printed_precision() -> None:
    shares = [Measured.printed(Decimal(value), Decimal("0.01")) for value in ("1.996", "1.98", "2.4")]
    assert count_where(shares, lambda value: value >= 2).value == 2


def test_values_printed_alike_share_their_places() -> None:
    values = {
        name: Measured.printed(Decimal(v), Decimal("0.1")) for name, v in {"A": "3", "B": "2.02", "C": "1.98"}.items()
    }
    assert rank_of("A", values).interval == Measured.exactly(1).interval
    assert (rank_of("B", values).low, rank_of("B", values).high) == (2, 3)


def test_a_sum_of_nothing_is_zero_and_widening_goes_both_ways() -> None:
    assert total(()) == Measured.exactly(0)
    assert Measured.exactly(100).widened(Decimal("0.05")) == Measured(Decimal(100), Decimal(95), Decimal(105))
