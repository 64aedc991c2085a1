from __future__ import annotations

import pytest

from quotepart.dossier.charts.lines import CHARTS, COLOURS, draw_lines, draw_slope
from quotepart.errors import UsageError


def words_in(samples, spec) -> list[str]:
    return [row["words"] for row in samples.values_in(spec) if "words" in row]


def test_a_slope_names_both_ends_with_their_values(samples) -> None:
    words = words_in(samples, draw_slope(samples.drawing(samples.YEARS)))
    assert {"Syldavia  1.20", "2.00  Syldavia", "Borduria  3.50", "3.10  Borduria"} <= set(words)


def test_falling_lines_are_told_apart(samples) -> None:
    rows = [row for row in samples.values_in(draw_slope(samples.drawing(samples.YEARS))) if "before" in row]
    colours = {row["name"]: row["color"] for row in rows}
    assert colours["Borduria"] != colours["Syldavia"] == colours["Khemed"]


def test_names_at_one_height_are_spread(samples) -> None:
    rows = samples.values_in(draw_slope(samples.drawing(samples.YEARS)))
    places = [row["place"] for row in rows if row.get("words", "").endswith("1.20")]
    assert len(set(places)) == 2


def test_a_slope_needs_two_years_and_somebody_in_both(samples) -> None:
    with pytest.raises(UsageError, match="two years"):
        draw_slope(samples.drawing(samples.YEARS[1::2]))
    with pytest.raises(UsageError, match="nobody"):
        draw_slope(samples.drawing([samples.YEARS[0], samples.YEARS[3]]))


def test_lines_name_the_target_among_their_ends(samples) -> None:
    words = words_in(samples, draw_lines(samples.drawing(samples.YEARS, target="2")))
    assert words == ["Syldavia 2.00", "Borduria 3.10", "Khemed 1.99", "target: 2%"]
    assert "target" not in str(words_in(samples, draw_lines(samples.drawing(samples.YEARS))))


def test_a_few_lines_have_colours_of_their_own_and_estimates_are_hollow(samples) -> None:
    rows = [row for row in samples.values_in(draw_lines(samples.drawing(samples.YEARS))) if "value" in row]
    assert {row["name"]: row["color"] for row in rows} == dict(zip(("SYL", "BOR", "KHE"), COLOURS, strict=False))
    assert {row["year"]: row["estimate"] for row in rows} == {2023: False, 2024: True}


@pytest.mark.parametrize("kind", CHARTS)
@pytest.mark.parametrize("lang", ["en", "fr"])
def test_every_chart_can_be_drawn(kind: str, lang: str, samples) -> None:
    from quotepart.dossier.charts.files import drawn_as
    from quotepart.wording.wording import find_wording

    spec = CHARTS[kind](samples.drawing(samples.YEARS, lang=lang, target="2"))
    svg = drawn_as(spec, "a.svg", find_wording(lang)).decode()
    assert "Syldavia" in svg
    assert "League, Tables" in svg
