from __future__ import annotations

import pytest

from quotepart.checks.operations.first_time import fits, read


def test_a_first_time_asks_which_of_the_years_at_the_line_it_is(make, setting) -> None:
    claim = make("reached for the first time", "2", "percent_of_gdp", who="GRC", hedge="at_least")
    assert fits(claim, setting("2024-08-01"))
    (query,) = read(claim, setting("2024-08-01"))
    assert query.formulas[0] == "nth(defence_share_gdp[GRC, 2014:2024] >= 2)" and not query.may_confirm
    assert query.formulas[-1] == "nth(defence_share_gdp[GRC, 2019:2024] >= 2)"
    assert not fits(make("reached", "2", "percent_of_gdp", who="GRC", hedge="at_least"), setting("2024-08-01"))


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        ("Greece has met the target for the first time.", "contradicted"),
        ("Spain has met the target for the first time.", "contradicted"),
        ("Norway has met the target for the first time.", "supported"),
        ("L'Allemagne atteint l'objectif de 2 % pour la première fois.", "supported"),
        ("La Grèce atteint les 2 % pour la première fois.", "contradicted"),
        ("Denmark exceeds 2 percent of GDP for the first time.", "contradicted"),
        (
            "Norway exceeds 2 percent of GDP for the first time.",
            "not_checkable",
        ),  # of the years before 2014 nothing is held
        ("Finland, which took part for the first time, spends more than 2% of its GDP.", "supported"),
    ],
)
def test_a_line_reached_before_or_not_yet_was_not_reached_for_the_first_time(judge, text: str, verdict: str) -> None:
    assert judge(text, "2024-07-20", "fr" if "pour" in text else "en").verdict == verdict


@pytest.mark.parametrize(
    ("lang", "text", "verdict"),
    [
        ("en", "For the first time, Poland meets the 2 percent target.", "contradicted"),
        ("fr", "Pour la première fois, la Grèce atteint les 2 %.", "contradicted"),
        ("en", "In 2024, for the first time, Poland spent more than 2 percent of GDP on defence.", "contradicted"),
        ("en", "For the first time, Norway meets the 2 percent target.", "supported"),
    ],
)
def test_for_the_first_time_may_open_the_sentence(lang: str, text: str, verdict: str, judge) -> None:
    assert judge(text, "2024-07-01", lang).verdict == verdict
