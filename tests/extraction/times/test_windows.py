from __future__ import annotations

import datetime as dt

from hypothesis import given
from hypothesis import strategies as st

from quotepart.extraction.times.windows import Calendar, Window, around, overlap
from quotepart.model.pact import Pact

DAYS = st.dates(min_value=dt.date(2010, 1, 1), max_value=dt.date(2030, 1, 1))
WINDOWS = st.lists(
    st.tuples(DAYS, DAYS).filter(lambda pair: pair[0] < pair[1]).map(lambda pair: Window(*pair)), max_size=4
)


@given(WINDOWS, WINDOWS, DAYS)
def test_a_day_is_in_the_overlap_when_it_is_in_both(ones: list[Window], others: list[Window], day: dt.date) -> None:
    shared = overlap(ones, others)
    in_both = any(window.holds(day) for window in ones) and any(window.holds(day) for window in others)
    assert any(window.holds(day) for window in shared) == in_both
    assert list(shared) == sorted(shared)


def test_around_holds_its_edges() -> None:
    window = around(dt.date(2020, 1, 10), dt.timedelta(days=2))
    assert window.holds(dt.date(2020, 1, 8))
    assert window.holds(dt.date(2020, 1, 12))
    assert not window.holds(dt.date(2020, 1, 13))


def test_the_calendar_is_searched_by_kind_and_city(tiny_pact: Pact) -> None:
    calendar = Calendar(tiny_pact)
    summits = [held.meeting.id for held in calendar.met("summit", "Klow")]
    assert summits[:2] == ["LS_2013-09-04", "LS_2019-05-14"]
    assert calendar.met()[0].last == dt.date(2013, 9, 5)
