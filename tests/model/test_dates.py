from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotepart.model.dates import Dating, Period, day_after, first_day


@pytest.mark.parametrize(
    ("partial", "first", "after"),
    [
        ("2018", date(2018, 1, 1), date(2019, 1, 1)),
        ("2018-12", date(2018, 12, 1), date(2019, 1, 1)),
        ("2020-02", date(2020, 2, 1), date(2020, 3, 1)),
        ("2020-02-29", date(2020, 2, 29), date(2020, 3, 1)),
    ],
)
def test_a_partial_date_is_an_interval(partial: str, first: date, after: date) -> None:
    assert (first_day(partial), day_after(partial)) == (first, after)


@pytest.mark.parametrize("wrong", ["", "18", "2018-13", "2018-02-30", "12/07/2018"])
def test_what_is_no_date_is_refused(wrong: str) -> None:
    with pytest.raises(ValueError, match=r".+"):
        first_day(wrong)


@given(st.dates(date(1900, 1, 1), date(2100, 1, 1)), st.sampled_from([4, 7, 10]))
def test_every_day_lies_in_its_own_year_month_and_day(day: date, length: int) -> None:
    partial = day.isoformat()[:length]
    assert first_day(partial) <= day < day_after(partial)


def test_a_dating_knows_how_much_it_knows() -> None:
    dating = Dating(date="2018-07", how="stated")
    assert dating.precision == "month"
    assert (dating.earliest, dating.latest) == (date(2018, 7, 1), date(2018, 7, 31))
    assert dating.latest - dating.earliest == timedelta(days=30)


def test_a_dating_must_be_a_date() -> None:
    with pytest.raises(ValueError, match=r".+"):
        Dating(date="hier", how="stated")


def test_a_period_may_be_open() -> None:
    assert (Period("2017-03", None).start_year, Period("2017-03", None).end_year) == (2017, None)
    assert Period(None, "2024").end_year == 2024
