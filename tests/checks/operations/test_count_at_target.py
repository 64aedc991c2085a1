from __future__ import annotations

from decimal import Decimal

import pytest

from quotepart.checks.check import check_claim
from quotepart.checks.operations.count_at_target import fits, read, threshold_of


def count(make, words: str, value: str = "23", **more: object):
    return make(words, value, "count", kind="count", metric="members", **more)


def test_the_threshold_is_the_pledge_in_force_where_none_is_stated(make, setting, nato_pact) -> None:
    here, share = setting("2024-08-01"), nato_pact.indicators["defence_share_gdp"]
    assert threshold_of(count(make, "meet the target"), here, share) == 2
    assert threshold_of(count(make, "meet it", threshold=Decimal(3)), here, share) == 3


def test_those_who_reach_it_are_counted(make, setting) -> None:
    query = read(count(make, "meet the target"), setting("2024-08-01"))[0]
    assert query.formulas == ("count(defence_share_gdp[NATO, 2024] >= 2)",)


def test_those_below_are_all_others_or_those_with_a_figure(make, setting) -> None:
    found = read(count(make, "are below the target"), setting("2024-08-01"))[0].formulas
    others = "members[NATO, 2024] - count(defence_share_gdp[NATO, 2024] >= 2)"
    assert found == (f"nearest(23, {others}, count(defence_share_gdp[NATO, 2024] < 2))",)


def test_those_who_spend_more_than_before_are_counted_in_constant_prices(make, setting) -> None:
    query = read(count(make, "allies increased their spending"), setting("2024-08-01"))[0]
    assert query.formulas == ("risen(defence_expenditure[NATO, 2023:2024])",)
    assert query.frame.basis == "constant"


def test_a_bare_count_is_none(make, setting) -> None:
    assert not fits(count(make, "members signed"), setting("2024-08-01"))


def test_a_group_with_others_outside_the_pact_is_counted_in_part(make, setting) -> None:
    for words, group, may in (
        ("are below", "EU", (False, False)),
        ("meet", "EU", (False, True)),
        ("meet", "NATO", (True, True)),
    ):
        query = read(count(make, f"{words} the target", who=group), setting("2024-08-01"))[0]
        assert (query.may_contradict, query.may_confirm) == may


def test_a_part_of_each_ones_spending_is_counted_by_its_own_series(judge) -> None:
    finding = judge("All allies spend at least 20 percent of their defence budgets on equipment.", "2024-08-01", "en")
    assert "share of defence expenditure on equipment" in finding.readings[0].label


@pytest.mark.parametrize("text", ["Nine allies are still below 2%.", "Eight allies are still below 2%."])
def test_those_below_are_counted_with_or_without_who_has_no_figure(text: str, judge) -> None:
    assert judge(text, "2024-08-01").verdict == "supported"


def test_more_than_a_line_leaves_out_who_is_at_it(judge) -> None:
    finding = judge("Only two allies spend more than 3.4 percent of GDP on defence.", "2024-08-01")
    assert finding.verdict == "supported" and "over 3.4%" in finding.basis


def test_a_share_in_brackets_behind_a_name_is_no_line(judge) -> None:
    finding = judge("Nine allies exceed the 2% target, including Greece (2.58%).", "2020-10-21")
    assert "2.58% or more" not in finding.basis


@pytest.mark.parametrize(
    ("lang", "text", "is_below"),
    [
        ("fr", "Sept alliés ont tenu l'objectif en 2022, un de moins que l'année précédente.", False),
        ("en", "Fewer than ten countries in NATO have made it to 2 percent.", False),
        ("en", "Nine NATO countries spend less than 2 percent of GDP.", True),
        ("en", "Nine NATO members spend less than the current 2% target.", True),
    ],
)
def test_what_is_fewer_is_not_below_the_line(lang, text, is_below, extractor, account) -> None:
    finding = check_claim(text, extractor, account, on="2024-09-11", lang=lang)[0]
    assert ("< 2" in finding.readings[0].formula) is is_below


def test_fewer_than_a_number_are_not_below_the_line(judge) -> None:
    finding = judge("Fewer than ten countries in NATO have reached 2 percent of GDP.", "2024-09-11")
    assert "below" not in finding.basis and finding.verdict != "supported"
