from __future__ import annotations

from decimal import Decimal

from quotepart.dossier.charts.accounts import SHADES, draw_bars, draw_heat


def test_bars_are_of_the_last_year_the_highest_first(samples) -> None:
    cells = draw_bars(samples.drawing(samples.YEARS, target="2"))["data"]["values"]
    assert [cell["name"] for cell in cells] == ["Borduria", "Syldavia", "Khemed"]
    assert [cell["text"] for cell in cells] == ["3.10", "2.00", "1.99"]


def test_a_target_is_met_at_printed_precision(samples) -> None:
    spec = draw_bars(samples.drawing(samples.YEARS, target="2"))
    assert [cell["met"] for cell in spec["data"]["values"]] == [True, True, False]
    assert "target: 2%" in str(spec["layer"])
    assert all(cell["met"] for cell in draw_bars(samples.drawing(samples.YEARS))["data"]["values"])


def test_estimates_are_marked(samples) -> None:
    title = draw_bars(samples.drawing(samples.YEARS))["title"]
    assert title["text"] == ["Share of income, 2024e"]
    mixed = [*samples.YEARS[:-1], samples.known("KHE", 2024, "1.9")]
    texts = [cell["text"] for cell in draw_bars(samples.drawing(mixed))["data"]["values"]]
    assert texts == ["3.10 e", "2.00 e", "1.90"]
    final = [row for row in samples.YEARS if row.year == 2023]
    assert "estimate" not in str(draw_bars(samples.drawing(final)))


def test_source_and_unit_stand_on_every_chart(samples) -> None:
    for draw in (draw_bars, draw_heat):
        text = str(draw(samples.drawing(samples.YEARS, lang="fr")))
        assert "Source\\xa0: League" in text.replace("\xa0", "\\xa0")


def test_money_is_drawn_in_a_scale_that_fits(samples) -> None:
    rows = [
        samples.known(who, 2024, value, unit="EUR", basis="constant", price_base=2015)
        for who, value in (("SYL", "41700000000"), ("BOR", "800000000"))
    ]
    spec = draw_bars(samples.drawing(rows, indicator=samples.MONEY))
    assert [cell["text"] for cell in spec["data"]["values"]] == ["41.7", "0.8"]
    assert spec["title"]["subtitle"] == ["billions of euros · constant prices of 2015"]


def test_the_heat_map_turns_at_the_target(samples) -> None:
    cells = draw_heat(samples.drawing(samples.YEARS, target="2"))["data"]["values"]
    shades = {(cell["name"], cell["year"]): cell["shade"] for cell in cells}
    assert shades["Syldavia", "2024e"] >= 2 > shades["Khemed", "2024e"]
    assert max(shades.values()) < len(SHADES)
    assert {cell["year"] for cell in cells} == {"2023", "2024e"}


def test_without_a_target_the_shades_are_used_evenly(samples) -> None:
    rows = [samples.known("SYL", year, str(Decimal(year - 2000) / 10)) for year in range(2001, 2017)]
    cells = draw_heat(samples.drawing(rows))["data"]["values"]
    assert {cell["shade"] for cell in cells} == set(range(len(SHADES)))
