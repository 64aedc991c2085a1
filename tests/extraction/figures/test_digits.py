from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotepart.extraction.figures.digits import print_number, read_digits, significant_step


@pytest.mark.parametrize("code", ["12.07.2018", "1.1.1.1", "1.2.3", "1,23,45", "9" * 30])
def test_dates_versions_and_codes_are_no_numbers(code: str) -> None:
    assert read_digits(code, ",") is None


@given(value=st.integers(min_value=1, max_value=10**13))
def test_the_last_digit_that_counts_divides_the_number(value: int) -> None:
    step = int(significant_step(Decimal(value)))
    assert value % step == 0
    assert value // step % 10 != 0


@given(value=st.decimals(min_value=0, max_value=10**9, places=2, allow_nan=False), decimal=st.sampled_from(".,"))
def test_what_is_printed_reads_again_as_itself(value: Decimal, decimal: str) -> None:
    read = read_digits(print_number(value, decimal).replace("\u202f", " "), decimal)
    assert read is not None
    assert read[0] == value
