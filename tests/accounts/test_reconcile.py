from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotepart.accounts.reconcile import CAUSES, Comparison, Figure, Side, Value, reconcile
from quotepart.model.observation import Basis
from quotepart.model.pact import Indicator

INDICATORS = {
    each.id: each
    for each in (
        Indicator(id="spending", unit="USD", kind="sum", bases=("current", "constant"), national="spending_national"),
        Indicator(id="spending_national", unit="national", fiscal=None),
        Indicator(id="outlay", unit="USD", kind="sum", akin="spending", national="outlay_national"),
        Indicator(id="outlay_national", unit="national", fiscal="outlay_fiscal"),
        Indicator(id="outlay_fiscal", unit="national"),
        Indicator(id="output", unit="USD", kind="sum", bases=("current", "constant")),
        Indicator(
            id="effort", unit="percent", kind="ratio", numerator="spending", denominator="output", factor=Decimal(100)
        ),
        Indicator(id="change", unit="percent"),
    )
}
Known = Mapping[tuple[str, Basis, int], Value]
FIRST = Figure(
    entity="SYL",
    indicator="spending",
    year=2018,
    value=Decimal(100),
    unit="USD",
    basis="current",
    step=Decimal(1),
    status="estimate",
    edition="league:2019-01-01",
    producer="league",
    published=date(2019, 1, 1),
    definition="standard",
    price_base=None,
    source="League",
)
SECOND = replace(FIRST, edition="league:2020-01-01", published=date(2020, 1, 1), status="final")


def side(figure: Figure, known: Known | None = None) -> Side:
    return Side(figure, lambda indicator, basis, year: (known or {}).get((indicator, basis, year)))


def usd(amount: str) -> Value:
    return Value(Decimal(amount), "USD")


def parts(comparison: Comparison) -> list[tuple[str, Decimal]]:
    return [(part.cause, round(part.amount, 4)) for part in comparison.parts]


def test_a_gap_within_the_printed_digits_is_rounding() -> None:
    found = reconcile(side(FIRST), side(replace(SECOND, value=Decimal("100.9"))), INDICATORS)
    assert parts(found) == [("rounding", Decimal("0.9"))]


def test_no_gap_has_no_parts() -> None:
    assert reconcile(side(FIRST), side(SECOND), INDICATORS).parts == ()


def test_what_is_left_of_one_producer_is_revision_with_what_nobody_tells() -> None:
    found = reconcile(side(FIRST), side(replace(SECOND, value=Decimal(110))), INDICATORS)
    assert parts(found) == [("revision", Decimal(10))]
    assert found.parts[0].includes == ("exchange_rate",)


def test_the_exchange_rate_is_what_both_editions_imply() -> None:
    own = {("spending_national", "current", 2018): Value(Decimal(200), "XCR")}
    later = {("spending_national", "current", 2018): Value(Decimal(220), "XCR")}
    found = reconcile(side(FIRST, own), side(replace(SECOND, value=Decimal(132)), later), INDICATORS)
    # 0.50 to 0.60 dollars a crown: 100 × 1.2 = 120; then 220 crowns instead of 200: 132.
    assert parts(found) == [("exchange_rate", Decimal(20)), ("revision", Decimal(12))]
    assert found.parts[1].includes == ()
    assert "0.500000 league:2019-01-01, 0.600000 league:2020-01-01" in found.parts[0].formula


def test_a_currency_that_changed_tells_no_rate() -> None:
    own = {("spending_national", "current", 2018): Value(Decimal(200), "XCR")}
    later = {("spending_national", "current", 2018): Value(Decimal(110), "XEU")}
    found = reconcile(side(FIRST, own), side(replace(SECOND, value=Decimal(132)), later), INDICATORS)
    assert [part.cause for part in found.parts] == ["revision"]


def test_a_rate_that_moved_within_rounding_did_not_move() -> None:
    own = {("spending_national", "current", 2018): Value(Decimal(200), "XCR", Decimal(1))}
    later = {("spending_national", "current", 2018): Value(Decimal("220.5"), "XCR", Decimal(1))}
    found = reconcile(side(FIRST, own), side(replace(SECOND, value=Decimal(110)), later), INDICATORS)
    assert [part.cause for part in found.parts] == ["revision"]


@pytest.mark.parametrize("teller", ["first", "second"])
def test_prices_of_another_year_are_told_by_either_edition(teller: str) -> None:
    one = replace(FIRST, basis="constant", price_base=2010)
    other = replace(SECOND, basis="constant", price_base=2015, value=Decimal(118))
    # In prices of 2015 the first edition's money is worth 1.15 times as much.
    tells_first = {("spending", "current", 2015): usd("230"), ("spending", "constant", 2015): usd("200")}
    tells_second = {("spending", "current", 2010): usd("200"), ("spending", "constant", 2010): usd("230")}
    found = reconcile(
        side(one, tells_first if teller == "first" else None),
        side(other, tells_second if teller == "second" else None),
        INDICATORS,
    )
    assert parts(found) == [("price_base", Decimal(15)), ("revision", Decimal(3))]
    assert found.parts[0].factor == pytest.approx(Decimal("1.15"))


def test_prices_that_nobody_tells_are_said_to_be_in_the_rest() -> None:
    one = replace(FIRST, basis="constant", price_base=2010)
    other = replace(SECOND, basis="constant", price_base=2015, value=Decimal(118))
    (part,) = reconcile(side(one), side(other), INDICATORS).parts
    assert (part.cause, part.includes, part.amount) == ("price_base", ("revision",), Decimal(18))


def test_another_definition_is_named_before_revision() -> None:
    found = reconcile(side(FIRST), side(replace(SECOND, value=Decimal(110), definition="wide")), INDICATORS)
    assert (found.parts[0].cause, found.parts[0].includes) == ("definition", ("revision", "exchange_rate"))


def test_another_producer_may_count_by_calendar_years() -> None:
    office = replace(SECOND, indicator="outlay", producer="office", edition="office:2020-01-01", value=Decimal(90))
    known = {
        ("outlay_national", "current", 2018): Value(Decimal(180), "XCR"),
        ("outlay_fiscal", "current", 2018): Value(Decimal(200), "XCR"),
    }
    own = {("spending_national", "current", 2018): Value(Decimal(200), "XCR")}
    found = reconcile(side(FIRST, own), side(office, known), INDICATORS)
    assert parts(found) == [("fiscal_year", Decimal(-10))]
    back = reconcile(side(office, known), side(FIRST, own), INDICATORS)
    assert parts(back) == [("fiscal_year", Decimal(10))]


def test_a_share_moves_with_what_it_is_a_share_of() -> None:
    one = replace(FIRST, indicator="effort", unit="percent", value=Decimal(2), step=Decimal("0.01"))
    other = replace(one, edition="league:2020-01-01", value=Decimal("2.1"))
    before = {("spending", "current", 2018): usd("20"), ("output", "current", 2018): usd("1000")}
    after = {("spending", "current", 2018): usd("23.1"), ("output", "current", 2018): usd("1100")}
    found = reconcile(side(one, before), side(other, after), INDICATORS)
    assert [(part.cause, part.of, round(part.amount, 3)) for part in found.parts] == [
        ("revision", "spending", Decimal("0.31")),
        ("revision", "output", Decimal("-0.21")),
    ]


def test_a_share_of_prices_of_another_year_is_put_right_first() -> None:
    one = replace(
        FIRST,
        indicator="effort",
        unit="percent",
        basis="constant",
        price_base=2010,
        value=Decimal(2),
        step=Decimal("0.001"),
    )
    other = replace(one, edition="league:2020-01-01", price_base=2015, value=Decimal("2.2"))
    before: Known = {
        ("spending", "constant", 2018): usd("20"), ("output", "constant", 2018): usd("1000"),
        ("spending", "constant", 2015): usd("10"), ("spending", "current", 2015): usd("12.1"),
        ("output", "constant", 2015): usd("1000"), ("output", "current", 2015): usd("1100"),
    }  # fmt: skip
    after: Known = {("spending", "constant", 2018): usd("24.2"), ("output", "constant", 2018): usd("1100")}
    found = reconcile(side(one, before), side(other, after), INDICATORS)
    assert [(part.cause, round(part.amount, 3)) for part in found.parts] == [("price_base", Decimal("0.2"))]


def test_a_change_of_change_is_all_rest() -> None:
    one = replace(FIRST, indicator="change", unit="percent", value=Decimal(3), step=Decimal("0.1"))
    found = reconcile(side(one), side(replace(one, value=Decimal(5))), INDICATORS)
    assert parts(found) == [("revision", Decimal(2))]


def test_from_zero_there_are_no_factors() -> None:
    found = reconcile(side(replace(FIRST, value=Decimal(0))), side(SECOND), INDICATORS)
    assert parts(found) == [("revision", Decimal(100))]


AMOUNT = st.decimals(1, 10**9, places=3)


@given(
    first=AMOUNT, second=AMOUNT, national=st.tuples(AMOUNT, AMOUNT), definition=st.sampled_from(["standard", "wide"])
)
def test_the_parts_add_up_to_the_gap(
    first: Decimal, second: Decimal, national: tuple[Decimal, Decimal], definition: str
) -> None:
    own, later = ({("spending_national", "current", 2018): Value(each, "XCR")} for each in national)
    found = reconcile(
        side(replace(FIRST, value=first), own),
        side(replace(SECOND, value=second, definition=definition), later),
        INDICATORS,
    )
    assert abs(sum(part.amount for part in found.parts) - found.gap) <= abs(found.gap) * Decimal("1e-15") + Decimal(
        "1e-9"
    )
    assert {part.cause for part in found.parts} <= set(CAUSES)
