from __future__ import annotations

from decimal import Decimal
from itertools import pairwise

import pytest

from dossier.departures import LATER, QUICK, SLOW, telling
from quotepart.dossier.charts.departure import draw_departure, embedded, pictures_of, steps_of
from quotepart.dossier.charts.files import drawn_as
from quotepart.errors import UsageError


def test_the_waterfall_falls_to_what_stays_and_climbs_back() -> None:
    steps = steps_of(telling())
    assert [step.kind for step in steps] == ["level", "goes", "level", "up", "up", "up"]
    assert steps[1].end == steps[2].end == steps[3].start
    assert steps[-1].end == pytest.approx(steps[0].end)
    assert steps[-1].words == "up to the old total"


def test_each_leaver_falls_by_itself_and_the_many_small_ones_together() -> None:
    steps = steps_of(telling("EU"))
    falls = [step for step in steps if step.kind == "goes"]
    assert len(falls) == 6
    assert falls[-1].words.startswith("goes: 18 others")
    assert all(first.end == second.start for first, second in pairwise(falls))


def test_a_target_beyond_the_old_total_comes_after_it() -> None:
    words = [step.words for step in steps_of(telling("EST")) if step.kind == "up"]
    assert words[0] == "up to the old total"


def test_levels_do_not_fall_below_nothing() -> None:
    assert all(step.end >= Decimal(0) for step in steps_of(telling("NATO_EUROPE")))


@pytest.mark.parametrize("name", ["what_goes", "shares", "cost"])
@pytest.mark.parametrize("lang", ["en", "fr"])
def test_each_chart_is_drawn_for_the_page_and_for_itself(name: str, lang: str) -> None:
    found = telling(lang=lang, scenarios=(QUICK, SLOW))
    spec = draw_departure(found, name)
    assert spec["title"]["text"]
    svg = drawn_as(spec, "a.svg", found.wording).decode()
    assert "NaN" not in svg and "undefined" not in svg
    assert embedded(pictures_of(found)[name])["background"] is None
    if name == "cost":
        assert ("INVENTED" if lang == "en" else "INVENTÉ") in svg


def test_a_chart_names_the_editions_it_was_made_of() -> None:
    svg = drawn_as(draw_departure(telling(day=LATER), "what_goes"), "a.svg", telling().wording).decode()
    assert "World Economic Outlook" in svg
    assert "FlightGlobal" not in svg


def test_what_can_not_be_drawn_is_a_clear_error() -> None:
    with pytest.raises(UsageError, match="no chart “cost”"):
        draw_departure(telling(), "cost")
    with pytest.raises(UsageError, match="no chart “what_goes”"):
        draw_departure(telling(part="theatre"), "what_goes")
    assert "shares" not in pictures_of(telling("ISL"))
