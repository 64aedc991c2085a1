from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from quotepart.dossier.charts.spreading import spread

VALUES = st.lists(st.floats(0, 10), min_size=1, max_size=8)


@given(VALUES, st.floats(0.1, 1))
def test_names_keep_their_order_and_their_distance(values: list[float], gap: float) -> None:
    named = {str(at): value for at, value in enumerate(values)}
    places = spread(named, gap, 0, 10)
    order = sorted(named, key=lambda name: named[name])
    assert all(places[two] - places[one] >= gap - 1e-9 for one, two in pairwise(order))
    assert all(-1e-9 <= place <= 10 + 1e-9 for place in places.values())


def test_names_with_room_stand_at_their_values() -> None:
    assert spread({"SYL": 1.0, "BOR": 5.0}, 0.5, 0, 10) == {"SYL": 1.0, "BOR": 5.0}


def test_a_crowd_shares_the_middle_of_its_values() -> None:
    places = spread({"a": 5.0, "b": 5.0, "c": 5.0}, 1.0, 0, 10)
    assert list(places.values()) == [4.0, 5.0, 6.0]


def test_names_at_an_end_are_pushed_back_in() -> None:
    assert spread({"a": 0.0, "b": 0.0}, 1.0, 0, 10) == {"a": 0.0, "b": 1.0}
    assert spread({"a": 10.0, "b": 10.0}, 1.0, 0, 10) == {"a": 9.0, "b": 10.0}
