from __future__ import annotations

from datetime import date
from decimal import Decimal

from quotepart.model.pact import Conventions, Holding, Indicator


def test_a_holder_is_unknown_beyond_the_last_day_it_was_known() -> None:
    assert Holding(office="SYL.hog", holder="Mme Sporsz", start="2019", as_of="2024-03").until == date(2024, 4, 1)
    assert Holding(office="SYL.hog", holder="Mme Sporsz", start="2019", end="2023-06-01").until == date(2023, 6, 1)
    assert Holding(office="SYL.hog", holder="Mme Sporsz", start="2019").first == date(2019, 1, 1)


def test_the_last_printed_digit_is_in_full_units() -> None:
    assert Indicator(id="spending", unit="USD", scale=Decimal(1_000_000), digits=1).step == 100_000
    assert Indicator(id="share", unit="percent_of_gdp", digits=2).step == Decimal("0.01")


def test_a_price_base_holds_from_its_day_on() -> None:
    conventions = Conventions(
        whole="LEAGUE", main_indicator="a", share_indicator="b", currency="SYF",
        price_bases=((date(2014, 1, 1), 2010), (date(2019, 3, 14), 2015)),
    )  # fmt: skip
    assert conventions.price_base_on(date(2013, 1, 1)) is None
    assert conventions.price_base_on(date(2019, 3, 13)) == 2010
    assert conventions.price_base_on(date(2019, 3, 14)) == 2015
