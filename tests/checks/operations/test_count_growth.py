from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from quotepart.checks.operations.count_growth import fits, read
from quotepart.model.dates import Period


def test_the_members_at_the_line_are_set_against_those_of_the_first_year(make, setting) -> None:
    claim = make("has doubled", "2", "times", metric="members", who="NATO", period=Period("2014", None))
    claim = replace(claim, threshold=Decimal(2))
    on = setting("2024-08-01")
    (found,) = read(claim, on)
    assert fits(claim, on)
    assert found.formulas == ("count(defence_share_gdp[NATO, 2024] >= 2) / count(defence_share_gdp[NATO, 2014] >= 2)",)
    assert (found.start, found.end, found.unit) == (2014, 2024, "times")


def test_without_a_first_year_or_a_line_nothing_is_read(make, setting) -> None:
    claim = make("has doubled", "2", "times", metric="members", who="NATO")
    assert not fits(claim, setting("2024-08-01"))
    assert read(replace(claim, threshold=Decimal(2)), setting("2024-08-01")) == ()


def test_a_number_of_members_that_grew_is_judged(judge) -> None:
    text = "Since 2014 the number of allies spending at least 2 percent of GDP on defence has {}."
    assert judge(text.format("more than tripled"), "2024-08-01").verdict == "supported"
    assert judge(text.format("doubled"), "2020-12-01").verdict != "contradicted"
    undated = "The number of allies spending at least 2 percent of GDP on defence has tripled."
    assert judge(undated, "2024-08-01").verdict == "not_checkable"
