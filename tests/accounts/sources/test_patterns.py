from __future__ import annotations

import pytest

from quotepart.accounts.sources.patterns import Pattern


@pytest.mark.parametrize(
    ("pattern", "text", "fits", "year"),
    [
        ("Current prices", "CURRENT  prices ", True, None),
        ("Current prices", "Current prices and exchange rates", False, None),
        ("Constant {price_base} prices", "Constant 2015 prices", True, 2015),
        ("Constant ({price_base}) US$", "Constant (2023) US$", True, 2023),
        ("Constant {price_base} prices", "Constant 15 prices", False, None),
        ("Equipment (a)", "Equipment (a)", True, None),
        ("Equipment (a)", "Equipment a", False, None),
        ("{price_base} prices and exchange rates", "2015 prices and exchange rates", True, 2015),
    ],
)
def test_a_text_with_a_place_for_the_year_of_prices(pattern: str, text: str, fits: bool, year: int | None) -> None:
    assert (Pattern(pattern).fits(text), Pattern(pattern).price_base(text)) == (fits, year)


def test_patterns_of_one_text_are_one() -> None:
    assert len({Pattern("a"), Pattern("a"), Pattern("b")}) == 2
