from __future__ import annotations

from collections.abc import Callable, Mapping
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from quotepart.accounts.account import Account
from quotepart.accounts.difference import median_of
from quotepart.model.observation import Edition

Make = Callable[..., Any]
Open = Callable[[Mapping[Edition, str]], Account]
FIRST, SECOND = "league:2018-06-01", "league:2019-06-01"


def compare(
    league: Open, make_table: Make, make_edition: Make, first: list[str], second: list[str], **changes: Any
) -> Any:
    account = league(
        {
            make_edition(FIRST): make_table("2015,2016,2017", *first),
            make_edition(SECOND, **changes): make_table("2016,2017,2018e", *second),
        }
    )
    return account.difference(FIRST, SECOND), account.pact


def test_figures_are_new_gone_revised_or_the_same(league: Open, make_table: Make, make_edition: Make) -> None:
    rows = (["spending,current,SYL,,,,tables,10,20,30"], ["spending,current,SYL,,,,tables,20,33,40"])
    found, _ = compare(league, make_table, make_edition, *rows)
    assert [(each.period, each.kind, each.size) for each in found.changes] == [
        ("2015", "gone", None),
        ("2016", "same", Decimal(0)),
        ("2017", "revised", Decimal("0.1")),
        ("2018", "new", None),
    ]
    assert {kind: found.count(kind) for kind in ("new", "gone", "revised", "same")} == dict.fromkeys(
        ("new", "gone", "revised", "same"), 1
    )


def test_a_move_within_the_printed_digits_is_none(league: Open, make_table: Make, make_edition: Make) -> None:
    rows = (["spending,current,SYL,,,,tables,,20,30"], ["spending,current,SYL,,,,tables,20.9,31.1,"])
    found, _ = compare(league, make_table, make_edition, *rows)
    assert [each.kind for each in found.changes] == ["same", "revised"]


def test_constant_prices_are_put_into_those_of_the_later_edition(
    league: Open, make_table: Make, make_edition: Make
) -> None:
    rows = (["spending,constant,SYL,,,,tables,100,200,300"], ["spending,constant,SYL,,,,tables,220,330,"])
    found, pact = compare(league, make_table, make_edition, *rows, price_base=2015)
    assert [(each.kind, each.factor) for each in found.changes if each.after] == [("same", Decimal("1.1"))] * 2
    assert found.changes[1].first == Decimal(220_000)
    (series,) = found.by_series(pact)
    assert (series.same, series.gone, series.median, series.outliers) == (2, 1, None, 0)


def test_a_change_of_change_is_in_points(league: Open, make_table: Make, make_edition: Make) -> None:
    rows = (["change,constant,SYL,,,,tables,,2.0,3.0"], ["change,constant,SYL,,,,tables,2.5,13.0,"])
    found, pact = compare(league, make_table, make_edition, *rows)
    assert [each.size for each in found.changes] == [Decimal("0.5"), Decimal(10)]
    assert [each.period for each in found.outliers] == ["2017"]
    assert found.by_series(pact)[0].in_points


def test_another_currency_is_no_revision(league: Open, make_table: Make, make_edition: Make) -> None:
    rows = (["spending,current,SYL,XAA,,,tables,,20,30"], ["spending,current,SYL,XBB,,,tables,10,15,"])
    found, _ = compare(league, make_table, make_edition, *rows)
    assert [each.kind for each in found.changes] == ["gone", "new", "gone", "new"]


def test_what_lies_far_beyond_the_usual_stands_out(league: Open, make_table: Make, make_edition: Make) -> None:
    first = [f"spending,current,{member},,,,tables,,1000,1000" for member in ("SYL", "BOR", "SAT")]
    second = [
        "spending,current,SYL,,,,tables,1010,1020,",
        "spending,current,BOR,,,,tables,990,1030,",
        "spending,current,SAT,,,,tables,1600,1200,",
    ]
    found, _ = compare(league, make_table, make_edition, first, second)
    assert [(each.entity, each.period) for each in found.outliers] == [("SAT", "2016"), ("SAT", "2017")]
    assert found.outliers[0].excess > found.outliers[1].excess > 1


def test_a_figure_from_zero_has_no_size_and_stands_out(league: Open, make_table: Make, make_edition: Make) -> None:
    rows = (["spending,current,SYL,,,,tables,,0,1"], ["spending,current,SYL,,,,tables,500,1,"])
    found, _ = compare(league, make_table, make_edition, *rows)
    assert [(each.size, each.is_outlier) for each in found.changes] == [(None, True), (Decimal(0), False)]


@settings(deadline=None, max_examples=30, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(values=st.lists(st.integers(1, 10**6), min_size=3, max_size=3))
def test_an_edition_does_not_differ_from_itself(
    values: list[int], league: Open, make_table: Make, make_edition: Make
) -> None:
    row = "spending,current,SYL,,,,tables," + ",".join(map(str, values))
    account = league({make_edition(FIRST): make_table("2015,2016,2017", row)})
    assert {each.kind for each in account.difference(FIRST, FIRST).changes} == {"same"}


@pytest.mark.parametrize(("values", "middle"), [([], None), ([1], 1), ([3, 1, 2], 2), ([4, 1, 3, 2], 2)])
def test_the_middle_is_a_value_that_was_there(values: list[int], middle: int | None) -> None:
    assert median_of([Decimal(value) for value in values]) == middle


def test_editions_of_the_nato_pact_compare(nato: Account) -> None:
    found = nato.difference("nato:2024-06-17", "nato:2025-08-28")
    revised = {
        (each.entity, each.period): each
        for each in found.changes
        if each.indicator == "defence_expenditure" and each.kind == "revised"
    }
    spain = revised["ESP", "2024"]
    assert (spain.is_outlier, round(spain.size or 0, 3)) == (True, Decimal("0.149"))
    assert all(each.factor != 1 for each in revised.values())
