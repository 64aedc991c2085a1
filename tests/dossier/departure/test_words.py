from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from dossier.departures import JUNE, LATER, QUICK, telling
from quotepart.dossier.departure.words import Telling, answer_of, scope_of, sources_of, sure_of, title_of, unknown_of
from quotepart.wording.wording import find_wording
from quotepart.workspace import Workspace


def test_the_answer_in_a_few_sentences() -> None:
    told = answer_of(telling())
    assert told[0].startswith("65.6% of the money, 53.2% of the GDP, 38.0% of the people in uniform")
    assert "the other 31 would have to spend 2.9 times what they spend now: 5.84% of GDP instead of 2.01%" in told[1]
    assert told[2] == "Even at 5% of GDP, they would together be $212 billion short of today’s total."
    assert "7 of 13 lines of capability" in told[3]
    assert (
        "nine in ten of 28 figures printed so early had moved by 8.6% or less, compared 4 years later or more"
        in told[4]
    )


def test_the_answer_in_french() -> None:
    found = telling(lang="fr")
    assert title_of(found) == "États-Unis\u00a0: ce qui partirait, et ce qu’il faudrait"
    assert answer_of(found)[0].startswith("Partiraient\u00a0: 65,6\u202f% de l’argent")


def test_the_scope_is_always_said() -> None:
    assert "whole budgets" in scope_of(telling())
    assert "area of the pact" in scope_of(telling(part="theatre"))
    assert scope_of(telling(part="tanker_aircraft")) == "Scope: one capability"


def test_a_departure_of_forces_only() -> None:
    assert answer_of(telling(part="theatre", day=LATER))[0].startswith("US troops in Europe: 84,000 (2025-02).")
    assert answer_of(telling("FRA", part="theatre")) == (
        "No citable figure says what forces those who leave keep in the area of the pact.",
    )
    assert answer_of(telling(part="aircraft_carriers"))[0].endswith("It is not guessed.")
    assert "614 would go (2019-12); 74 are known to stay" in answer_of(telling(part="tanker_aircraft"))[0]


def test_who_spends_nothing_takes_no_money_along() -> None:
    told = answer_of(telling("ISL"))
    assert told[0] == "0.1% of the GDP would go."
    assert told[1] == "The total would stay as it is: those who leave spend nothing."


def test_a_small_member_can_be_made_up_for() -> None:
    assert answer_of(telling("EST"))[2] == "At 5% of GDP, they would together spend more than today’s total."


def test_what_is_not_known_is_said() -> None:
    told = " ".join(unknown_of(telling()))
    assert "C-17 transport aircraft" in told
    assert "--scenario" in told
    assert "--scenario" not in " ".join(unknown_of(telling(scenarios=(QUICK,))))
    assert "no forecast" in told


def test_who_stays_without_spending_is_named() -> None:
    assert "Without spending: Iceland." in " ".join(sure_of(telling()))
    assert "Without spending" not in " ".join(sure_of(telling("ISL")))


def test_how_sure_names_editions_years_and_estimates() -> None:
    told = " ".join(sure_of(telling(day=LATER)))
    assert "10 July 2026" in told
    assert "People in uniform is of 2024" in told
    assert "one author each" in told
    assert "one author" not in " ".join(sure_of(telling(day=JUNE)))


@pytest.mark.parametrize("day", [JUNE, LATER])
def test_each_source_is_named_once(day) -> None:
    sources = sources_of(telling(day=day))
    assert len(sources) == len(set(sources))
    assert sources[0].startswith("NATO, Defence Expenditure of NATO Countries")


def test_many_members_are_counted() -> None:
    assert telling("EU", "TUR").leavers == "24 members"
    assert telling("FRA", "DEU").leavers == "France and Germany"


def test_a_group_that_leaves_is_called_by_its_name() -> None:
    assert title_of(telling("EU")).startswith("European Union: ")


def test_lines_that_count_only_some_leavers_are_told_apart() -> None:
    told = unknown_of(telling("EU"))
    assert any(sentence.startswith("Only some of those who leave have a figure") for sentence in told)
    assert not any(sentence.startswith("No citable figure") and "Tanker" in sentence for sentence in told)


def test_a_rule_without_figures_is_told() -> None:
    league = Workspace.open(Path(__file__).parents[2] / "pact")
    found = Telling(league.depart(["BOR"], known_on=date(2024, 6, 1)), league.account, find_wording("en"))
    assert "How these rules would share the bill, for lack of figures: by ability." in unknown_of(found)
