from __future__ import annotations

from itertools import combinations

from hypothesis import given, settings
from hypothesis import strategies as st

from quotepart.dossier.charts.placing import Box, Place, place_names

SIDE = 500
POINTS = st.lists(st.tuples(st.integers(0, SIDE), st.integers(0, SIDE)), min_size=1, max_size=12)


def test_boxes_overlap_by_their_common_area() -> None:
    assert Box(0, 0, 10, 10).overlap(Box(5, 8, 20, 20)) == 10
    assert Box(0, 0, 10, 10).overlap(Box(10, 0, 20, 10)) == 0


def test_a_lone_name_stands_right_of_its_point() -> None:
    box = place_names({"SYL": Place(x=100, y=100, words="Syldavia")}, SIDE)["SYL"]
    assert box.left > 100
    assert box.top < 100 < box.bottom
    assert not Place(x=100, y=100, words="").is_far_from(box)


def test_a_name_at_the_right_edge_stands_inside() -> None:
    assert place_names({"SYL": Place(x=SIDE - 2, y=100, words="Syldavia")}, SIDE)["SYL"].right <= SIDE


def test_neighbours_do_not_stand_on_each_other() -> None:
    points = {str(at): Place(x=200 + 6 * at, y=200 - 6 * at, words="Syldavia") for at in range(6)}
    boxes = place_names(points, SIDE)
    assert all(one.overlap(other) == 0 for one, other in combinations(boxes.values(), 2))


def test_names_keep_off_lines() -> None:
    wall = [Box(105, y, 110, y + 5) for y in range(0, SIDE, 5)]
    box = place_names({"SYL": Place(x=100, y=100, words="Syldavia")}, SIDE, wall)["SYL"]
    assert all(box.overlap(each) == 0 for each in wall)


@settings(max_examples=20)
@given(POINTS)
def test_every_point_has_a_place_and_the_same_again(points: list[tuple[int, int]]) -> None:
    named = {str(at): Place(x=x, y=y, words="Borduria") for at, (x, y) in enumerate(points)}
    boxes = place_names(named, SIDE)
    assert set(boxes) == set(named)
    assert boxes == place_names(named, SIDE)
