from __future__ import annotations

from datetime import date

from dossier.briefs import brief, texts, told
from quotepart.dossier.brief.words import answer_of, bears_table, gaps_table, notes_of, odds_table, payers_of, title_of


def test_the_answer_says_share_gap_odds_and_what_it_would_bear() -> None:
    stands, lacks, likely, bears = answer_of(told())
    assert title_of(told()) == "France in brief"
    assert stands == "France: 2.22% of GDP in 2026 (estimate), 0.34 percentage points more than in 2023."
    assert lacks == "To 3.5% of GDP it lacks €39 billion a year ($46 billion)."
    assert likely.startswith("The odds of 3.5% of GDP in 2035: ") and "course “trend”" in likely
    assert bears.startswith("After a departure (United States), keeping the total would take 5.2% to 5.6% of GDP")


def test_a_member_without_figures_is_told_why() -> None:
    (only,) = list(answer_of(told(brief("ISL"))))
    assert only.startswith("Iceland has no figures to report: defence expenditure as a share of GDP is not published")
    (only,) = list(answer_of(told(brief("ISL"), "fr")))
    assert only.startswith("Islande n’a pas de chiffres")


def test_a_member_that_joined_lately_has_no_figure_yet() -> None:
    first = next(answer_of(told(brief("SWE", day=date(2024, 4, 1)))))
    assert first.startswith("Of Sweden no defence expenditure as a share of GDP had been published by 1 April 2024")


def test_the_largest_spender_is_told_what_goes_with_it() -> None:
    found = told(brief("USA"))
    assert list(answer_of(found))[-1].startswith("If it left itself: 57.1% of the money")
    assert "own money" not in [head.words for head in gaps_table(found).heads], "its own currency is the pact's"


def test_gaps_stand_in_both_currencies() -> None:
    table = gaps_table(told())
    assert texts(table.rows) == [
        "2% of GDP |  | reached", "3.5% of GDP | €39 billion | $46 billion", "5% of GDP | €84.7 billion | $99.9 billion",
    ]  # fmt: skip


def test_odds_stand_by_course_with_the_median_arrival_and_the_spread() -> None:
    table = odds_table(told())
    assert [head.words for head in table.heads] == ["", "trend", "national plan", "pledge"]
    assert [row[0] for row in table.rows] == ["in 2030", "in 2035", "half there by", "9 in 10 draws, 2035"]
    assert len(odds_table(told(brief("PRT"))).heads) == 3, "without a plan of its own it follows its trend"


def test_the_bill_is_shared_under_every_rule() -> None:
    found = told()
    assert len(bears_table(found).rows) == len(payers_of(found)) == 4
    assert {rule for rule, _ in payers_of(found)} == {"pro_rata", "income_key", "capped", "ability_to_pay"}
    assert payers_of(told(brief("USA"))) == []


def test_the_method_is_named_and_its_calibration_linked() -> None:
    notes = " ".join(notes_of(told()))
    assert "growth model, 400 draws, seed 1" in notes and "docs/outlook.md" in notes
    assert "5% of GDP: the pledge also counts spending that no official series follows" in notes
    assert "Defence Expenditure of NATO Countries (2014-2026), 10 July 2026" in notes
