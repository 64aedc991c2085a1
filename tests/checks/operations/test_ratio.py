from __future__ import annotations

from quotepart.checks.claims.claim import Actor
from quotepart.checks.operations.ratio import fits, pair, read


def compared(make, words: str, value: str, **more: object):
    actors = (Actor(id="NATO_EUROPE", start=0, end=3), Actor(id="USA", start=20, end=23))
    return make(words, value, "times", who="NATO_EUROPE", actors=actors, **more)


def test_the_one_spoken_of_comes_first(make, setting) -> None:
    claim = compared(make, "twice as much than", "2")
    assert fits(claim, setting("2024-08-01")) and pair(claim, setting("2024-08-01")) == ("NATO_EUROPE", "USA")
    query = read(claim, setting("2024-08-01"))[0]
    assert query.formulas == ("(defence_expenditure[NATO_EUROPE, 2024]) / (defence_expenditure[USA, 2024])",)


def test_times_less_turns_the_ratio_round(make, setting) -> None:
    query = read(compared(make, "two times less than", "2"), setting("2024-08-01"))[0]
    assert query.formulas == ("(defence_expenditure[USA, 2024]) / (defence_expenditure[NATO_EUROPE, 2024])",)
    assert "United States divided by European Allies" in query.label


def test_the_others_are_said_to_be_all_others_whichever_is_above(judge) -> None:
    less = judge("Germany spends fourteen times less than the rest of NATO.", "2024-07-01", "en")
    more = judge("The United States spends twice as much as the rest of NATO.", "2024-07-01", "en")
    assert "all others together divided by Germany" in less.readings[0].label
    assert "United States divided by all others together" in more.readings[0].label


def test_one_alone_is_no_comparison(make, setting) -> None:
    assert not fits(make("twice as much than", "2", "times", who="USA"), setting("2024-08-01"))


def test_a_multiple_of_an_earlier_time_compares_no_members(judge) -> None:
    text = "C'est dix fois plus qu'en 2021, avec les soldats américains présents en Europe."
    assert judge(text, "2022-06-15", "fr").verdict != "contradicted"


def test_whom_a_first_multiple_is_compared_with_is_not_the_subject_of_a_second(judge) -> None:
    finding = judge("Norway spends twice as much as Portugal and five times as much as Croatia.", "2024-08-01", "en")
    assert "Norway divided by Croatia" in finding.readings[0].label
