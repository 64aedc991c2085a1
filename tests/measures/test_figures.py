from __future__ import annotations

from datetime import date
from decimal import Decimal

from quotepart.measures.figures import figures_of


def test_what_the_edition_prints_comes_first(asked) -> None:
    found = figures_of(asked(), "gdp")
    assert (found.how, found.missing, len(found.values)) == ("printed", (), 32)
    assert {each.edition for each in found.inputs} == {"nato:2024-06-17"}


def test_spending_and_its_share_imply_the_gdp_in_constant_prices(asked) -> None:
    found = figures_of(asked(edition="nato:2026-07-10", basis="constant"), "gdp", ["FRA", "USA"])
    assert found.how == "implied"
    spent, share = found.inputs[0], found.inputs[2]
    assert found.values["FRA"] == spent.value / share.value * 100


def test_another_edition_known_on_the_day_stands_in(asked) -> None:
    found = figures_of(asked(edition="nato:2026-07-10", year=2026), "gdp")
    assert (found.how, found.missing) == ("other", ())
    assert {each.edition for each in found.inputs} == {"imf:2026-04-14"}


def test_what_was_not_yet_known_does_not_stand_in(asked) -> None:
    """Before any edition with the population, NATO's GDP and its GDP per head imply the people."""
    found = figures_of(asked(known_on=date(2024, 7, 1)), "population")
    assert found.how == "implied"
    assert abs(found.values["FRA"] - Decimal(68_400_000)) < 1_000_000
    later = figures_of(asked(known_on=date(2026, 11, 1)), "population")
    assert later.how == "other"
    assert abs(found.values["FRA"] / later.values["FRA"] - 1) < Decimal("0.02")


def test_nothing_stands_in_for_spending(asked) -> None:
    found = figures_of(asked(edition="nato:2025-08-28", year=2025), "defence_expenditure")
    assert found.how == "printed"
    assert "DEU" in found.missing


def test_shares_sum_to_one(asked) -> None:
    assert sum(figures_of(asked(), "personnel").shares().values()) == 1
