from __future__ import annotations

import pytest

from quotepart.checks.operations.level import read


def test_a_few_are_above_a_line_each_or_together(make, setting) -> None:
    here = setting("2024-08-01")
    claim = make("the Baltic states are above 3 percent", "3", "percent_of_gdp", who="BALTIC_STATES", hedge="more_than")
    formulas = {query.formulas[0] for query in read(claim, here)}
    assert formulas >= {"defence_share_gdp[BALTIC_STATES, 2024]", "smallest(defence_share_gdp[BALTIC_STATES, 2024])"}
    plain = make("at 3 percent", "3", "percent_of_gdp", who="BALTIC_STATES")
    many = make("above 3 percent", "3", "percent_of_gdp", who="NATO_EUROPE", hedge="more_than")
    for other in (plain, many):
        assert not any(query.formulas[0].startswith("smallest") for query in read(other, here))


@pytest.mark.parametrize(
    ("lang", "text", "verdict"),
    [
        ("en", "The Baltic states are above 3 percent.", "depends"),
        ("en", "The Baltic states are above 2.5 percent.", "supported"),
        ("en", "The Nordic allies are below 3 percent of GDP.", "supported"),
        ("fr", "Les trois pays baltes dépassent les 3 %.", "contradicted"),
        ("fr", "Les trois pays baltes dépassent les 2,5 %.", "supported"),
        ("fr", "Les pays baltes dépassent les 3,5 %.", "contradicted"),
    ],
)
def test_the_share_of_all_together_does_not_hide_one(lang: str, text: str, verdict: str, judge) -> None:
    assert judge(text, "2024-07-01", lang).verdict == verdict
