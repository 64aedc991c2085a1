from __future__ import annotations

import pytest

from quotepart.checks.claims.thresholds import is_about_target
from quotepart.checks.operations.count_members import fits, read
from quotepart.model.dates import Period


def count(make, words: str, value: str, **more: object):
    return make(words, value, "count", kind="count", metric="members", **more)


@pytest.mark.parametrize(
    ("words", "value", "verdict"),
    [
        ("the ", "32", "supported"),
        ("the ", "28", "contradicted"),
        ("the ", "31", "close"),
        ("some ", "28", "not_checkable"),
    ],
)
def test_only_all_members_can_be_the_wrong_number(words: str, value: str, verdict: str, make, checker) -> None:
    assert checker.check(count(make, words, value)).verdict == verdict


def test_the_number_of_a_year_in_which_it_changed_has_two_readings(make, setting) -> None:
    found = read(count(make, "the ", "28", on="2018-07-12", period=Period("2017", "2017")), setting("2018-07-12"))
    assert [each.fact.value.value for each in found if each.fact] == [29, 28]


def test_members_at_a_target_are_no_membership(make, setting) -> None:
    claim = count(make, "meet the target", "23")
    assert is_about_target(claim) and not fits(claim, setting("2024-08-01"))


@pytest.mark.parametrize(
    "text",
    [
        "Les 28 pays de l'Union européenne ont approuvé le plan.",
        "À ce jour, seuls cinq pays européens y sont parvenus.",
        "Des droits de douane sur huit pays européens ont été annoncés.",
        "En 2023, sept des 31 membres (la Suède n'avait pas encore adhéré) l'avaient atteint.",
    ],
)
def test_some_members_or_those_of_another_union_are_not_all_members(text: str, judge) -> None:
    assert judge(text, "2024-08-01", "fr").verdict != "contradicted"


def test_the_whole_bears_nothing_out_where_its_part_was_not_read(judge) -> None:
    assert judge("Vingt-cinq des trente-deux alliés dépassent les 2 %.", "2024-09-05", "fr").verdict == "not_checkable"


def test_members_that_the_pact_has_since_some_joined_are_all_of_them(judge) -> None:
    text = "L'Alliance compte 32 membres depuis l'adhésion de la Finlande et de la Suède, en 2023 et en 2024."
    assert judge(text, "2025-04-08", "fr").verdict == "supported"


def test_the_year_of_another_thing_does_not_date_the_members(judge) -> None:
    text = "Les 29 États membres ont confirmé l'engagement pris au pays de Galles en 2014."
    assert judge(text, "2018-07-12", "fr").verdict == "supported"
