from __future__ import annotations

import pytest

from dossier.outlook_samples import told
from quotepart.dossier.outlook.tables import (
    basis_of,
    joint_table,
    members_table,
    notes_of,
    paths_table,
    tables_of,
    title_of,
    years_table,
)


def test_title_and_basis_say_what_was_asked() -> None:
    assert title_of(told("SYL")) == "1.5% of GNI by 2030: where the pledges lead"
    assert basis_of(told("SYL")) == "As known on 31 December 2024: growth model, 400 draws, seed 1."
    assert "tendance linéaire" in basis_of(told("SYL", lang="fr", method="linear_trend"))


def test_a_member_that_is_there_needs_nothing() -> None:
    table = members_table(told("SYL", "PDV"))
    syldavia, poldavia = (dict(zip([head.words for head in table.heads], row, strict=True)) for row in table.rows)
    assert float(syldavia["growth needed, % a year"]) > 5
    assert syldavia["gap"].endswith("CHF")
    assert (poldavia["gap"], poldavia["median arrival"], poldavia["growth needed, % a year"]) == ("met", "met", "")


def test_an_estimate_is_marked() -> None:
    telling = told("SYL")
    is_estimate = telling.outlook.prospects["SYL"].standing.share.status != "final"
    assert members_table(telling).heads[1].words == ("2024e, %" if is_estimate else "2024, %")


def test_every_scenario_has_its_odds() -> None:
    heads = [head.words for head in members_table(told("SYL")).heads]
    assert [head for head in heads if head.startswith("odds 2030")] == [
        "odds 2030, %: trend", "odds 2030, %: national plan", "odds 2030, %: pledge",
    ]  # fmt: skip
    alone = [head.words for head in members_table(told("SYL", method="random_walk")).heads]
    assert sum(head.startswith("odds") for head in alone) == 1


def test_joint_answers_are_of_all_members_whoever_is_asked_for() -> None:
    one, all_of_them = joint_table(told("SYL")), joint_table(told())
    assert one == all_of_them
    assert len(one.rows) == 3
    assert len(one.heads) == 4, "the scenario, the members of one year, all of them, the league as a whole"


def test_few_members_are_shown_year_by_year_and_many_are_not() -> None:
    assert len(list(tables_of(told("SYL", "KHE")))) == 6
    assert len(list(tables_of(told()))) == 2


def test_years_and_paths_run_to_the_deadline() -> None:
    telling = told("KHE")
    assert [row[0] for row in years_table(telling, "KHE").rows] == [str(year) for year in range(2025, 2031)]
    paths = paths_table(telling, "KHE")
    assert [head.words for head in paths.heads][-3:] == ["plan, then straight", "trend of 3 years", "growth, %"]
    assert paths.rows[-1][1:6] == ("1.50",) * 5


@pytest.mark.parametrize("lang", ["en", "fr"])
def test_notes_tell_delay_plan_and_past(lang: str) -> None:
    notes = " ".join(notes_of(told("KHE", lang=lang)))
    for word in ("2030", "2024", "Khemed"):
        assert word in notes
    assert "quotepart outlook backtest" in notes


def test_notes_tell_what_was_supposed_in_place_of_estimates() -> None:
    estimated, supposed = (" ".join(notes_of(each)) for each in (told("KHE"), told("KHE", growth=2, credibility=0.25)))
    assert "own past suggests" in estimated and "earlier promises" in estimated
    assert "by the 2% a year given" in supposed and "take the 25% given" in supposed
    assert "own past suggests" not in supposed and "earlier promises" not in supposed


def test_a_baseline_says_that_it_knows_no_plans() -> None:
    assert any("knows no plans" in note for note in notes_of(told("SYL", method="random_walk")))


def test_the_last_year_can_not_be_waited_out() -> None:
    assert any("no year to wait" in note for note in notes_of(told("SYL", by=2025)))


def test_odds_are_never_rounded_to_certainty() -> None:
    telling = told("SYL")
    assert [telling.odds(each) for each in (0.0, 0.001, 0.4, 0.999, 1.0)] == ["0", "<1", "40", ">99", "100"]
