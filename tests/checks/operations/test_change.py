from __future__ import annotations

from dataclasses import replace

from quotepart.checks.operations.change import Stretch, fits, read, stretch_of
from quotepart.model.dates import Period


def test_growth_is_read_as_real_with_the_newcomers_first(make, setting) -> None:
    claim = make("rose by", "18", "percent", kind="change", who="EUROPE_CANADA", period=Period("2024", "2024"))
    found = read(claim, setting("2024-08-01"))
    assert (found[0].rule, found[0].frame.membership) == ("real", "as_published")
    assert {(each.rule, each.frame.membership) for each in found} == {
        (rule, membership) for rule in ("real", "nominal") for membership in ("as_published", "base")
    }


def test_a_member_has_no_newcomers(make, setting) -> None:
    claim = make("rose by", "18", "percent", kind="change", who="DEU")
    assert {each.frame.membership for each in read(claim, setting("2024-08-01"))} == {"as_published"}


def test_a_fall_is_stated_as_a_positive_number(make, checker) -> None:
    claim = make("fell by", "3", "percent", kind="change", who="GBR", period=Period("2015", "2015"))
    reading = checker.check(claim).readings[0]
    assert reading.formula.startswith("0 - (")


def test_points_are_a_difference_of_shares(make, setting) -> None:
    claim = make("rose by", "0.5", "points", kind="change", who="DEU", period=Period("2014", "2024"))
    (query,) = read(claim, setting("2024-08-01"))
    assert query.formulas == ("defence_share_gdp[DEU, 2024] - defence_share_gdp[DEU, 2014]",)


def test_a_doubling_needs_words_of_movement(make, setting) -> None:
    here = setting("2024-08-01")
    assert fits(make("doubled", "2", "times", kind="change", who="DEU"), here)
    assert not fits(make("twice as much as", "2", "times", kind="change", who="DEU"), here)


def test_the_years_compared(make, setting) -> None:
    here = setting("2024-08-01")
    for period, years in (
        (Period("2014", "2024"), (2014, 2024)),
        (Period("2023", "2023"), (2022, 2023)),
        (Period("2014", None), (2014, 2024)),
        (None, (2023, 2024)),
    ):
        claim = make("rose by", "18", "percent", kind="change", who="DEU", period=period)
        assert stretch_of(claim, here) == Stretch(first=years[0], last=years[1])
    assert Stretch(first=2023, last=2024).is_annual


def test_current_prices_of_one_member_are_those_of_its_own_currency_first(make, setting) -> None:
    nominal = make("nominal spending rose by", "60", "percent", kind="change", who="CAN", period=Period("2014", "2021"))
    found = read(nominal, setting("2024-08-01"))
    assert [(each.rule, each.indicator) for each in sorted(found, key=lambda each: -each.weight)] == [
        ("national", "defence_expenditure_national"),
        ("nominal", "defence_expenditure"),
    ]
    assert {each.rule for each in read(replace(nominal, groups=("USA",)), setting("2024-08-01"))} == {"nominal"}


def test_what_is_no_money_has_no_prices_and_its_own_last_year(make, setting) -> None:
    grew = make(
        "doubled since 2014", "2", "times", kind="change", metric="personnel", who="POL", period=Period("2014", None)
    )
    (query,) = read(grew, setting("2025-11-03"))
    assert (query.rule, query.start, query.end) == ("plain", 2014, 2024)


def test_people_under_arms_are_lost_by_number(make, setting) -> None:
    here, more = setting("2024-08-01"), {"kind": "change", "metric": "personnel", "who": "GBR"}
    lost = make("has lost 30,000 soldiers", "30000", "count", period=Period("2014", "2024"), **more)
    assert fits(lost, here) and not fits(make("30,000 soldiers", "30000", "count", **more), here)
    (query,) = read(lost, here)
    assert query.formulas == ("personnel[GBR, 2024] - personnel[GBR, 2014]",)
    assert (query.unit, query.turn) == ("persons", -1)
