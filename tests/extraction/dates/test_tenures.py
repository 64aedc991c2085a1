from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from quotepart.extraction.dates.tenures import tenure_clues

MakeReady = Callable[..., Any]


def windows(ready: MakeReady, text: str, lang: str = "fr") -> list[tuple[str, str]]:
    made = ready(text, lang)
    clues = tenure_clues(made.prepared, made.times, made.grammars.dates.evidence.tenures)
    return [(str(window.first), str(window.until)) for clue in clues for window in clue.windows]


def test_a_title_before_or_after_a_name_gives_the_time_in_office(ready: MakeReady) -> None:
    before = windows(ready, "Le secrétaire américain à la Défense, Jim Mattis, est arrivé à Bruxelles.")
    after = windows(ready, "Jim Mattis, secrétaire américain à la Défense, est arrivé à Bruxelles.")
    assert before == after
    assert before[0][0] == "2017-01-20"


def test_a_holder_of_two_terms_leaves_two_windows(ready: MakeReady) -> None:
    found = windows(ready, "Le président américain Donald Trump est arrivé à Bruxelles.")
    assert [first[:4] for first, _ in found] == ["2017", "2025"]


def test_a_name_alone_gives_none(ready: MakeReady) -> None:
    assert windows(ready, "Jim Mattis est arrivé à Bruxelles.") == []


def test_a_title_in_another_sentence_gives_none(ready: MakeReady) -> None:
    assert windows(ready, "Le secrétaire américain à la Défense est là. Jim Mattis est arrivé.") == []


def test_a_new_holder_is_new_for_some_months(ready: MakeReady) -> None:
    found = windows(ready, "Le nouveau secrétaire américain à la Défense, Jim Mattis, est arrivé à Bruxelles.")
    assert found[0][0] == "2017-01-20"
    assert found[0][1] < "2017-07"


def test_an_end_in_office_dates_to_days(ready: MakeReady) -> None:
    text = "La démission de Michael Flynn, conseiller à la sécurité nationale, a surpris."
    assert any(first.startswith("2017-02") and until.startswith("2017-02") for first, until in windows(ready, text))


def test_english(ready: MakeReady) -> None:
    found = windows(ready, "U.S. Secretary of State Antony Blinken arrived in Riga.", "en")
    assert found[0] == ("2021-01-26", "2025-01-20")


def test_what_another_clause_says_is_not_of_the_holder(ready: MakeReady) -> None:
    text = "They argued about future membership.\nJens Stoltenberg, the Nato secretary general, was calm."
    assert windows(ready, text, "en") == [("2014-10-01", "2024-10-01")]


def test_a_title_behind_and_is_somebody_elses(ready: MakeReady) -> None:
    text = "Didier Reynders, ministre belge des Affaires étrangères, et le ministre belge de la Défense ont parlé."
    assert all(first < "2018" for first, _ in windows(ready, text))


def test_a_new_administration_is_new_for_some_months(ready: MakeReady) -> None:
    assert windows(ready, "La nouvelle administration Biden attend les alliés.")[0][1] < "2021-06"
    assert windows(ready, "L'administration Biden attend les alliés.")[0][1] == "2025-01-20"


def test_who_fires_back_stays_in_office(ready: MakeReady) -> None:
    text = "Defence Minister Ursula von der Leyen fired back."
    assert windows(ready, text, "en") == [("2013-12-17", "2019-07-17")]
    assert len(windows(ready, "Ursula von der Leyen was fired.", "en")) >= 1


def test_a_month_is_no_name(ready: MakeReady) -> None:
    assert windows(ready, "Ida Sporsz took office on 5 May 2017.", "en") == []
    assert windows(ready, "Theresa May took office in 2016.", "en") != []


@pytest.mark.parametrize(
    ("text", "is_end"),
    [
        ("Jim Mattis resigned.", True),
        ("The resignation of Defence Secretary Jim Mattis surprised Klow.", True),
        ("Jim Mattis, whose resignation was expected, smiled.", True),
        ("Jim Mattis dismissed the report.", False),
        ("Jim Mattis praised a recently resigned minister of Syldavia.", False),
        ("Ms Sporsz denied that Jim Mattis had threatened to quit the League.", False),
    ],
)
def test_an_end_in_office_is_told_right_beside_the_name(ready: MakeReady, text: str, is_end: bool) -> None:
    assert any(first.startswith("2018-12") for first, _ in windows(ready, text, "en")) == is_end


def test_whose_end_nobody_knows_stays_in_office(ready: MakeReady) -> None:
    found = windows(ready, "The U.S. ambassador to NATO, Matthew Whitaker, spoke.", "en")
    assert found == [("2025-04-01", "9999-12-31")]


def test_the_first_time_since_something_else_is_no_first_visit(ready: MakeReady) -> None:
    assert windows(ready, "They meet for the first time since Donald Trump spoke of Klow.", "en") == []
    assert windows(ready, "Donald Trump is on his first overseas trip.", "en") != []


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "The aide met the former US president Donald Trump."),
        ("fr", "Il a parlé de l'ancien président américain Donald Trump."),
    ],
)
def test_who_held_an_office_does_not_hold_it(ready: MakeReady, lang: str, text: str) -> None:
    assert windows(ready, text, lang) == [("2021-01-20", "2025-01-20")]


def test_a_former_aide_of_a_holder_tells_no_end(ready: MakeReady) -> None:
    found = windows(ready, "The former aide to US president Donald Trump spoke.", "en")
    assert ("2021-01-20", "2025-01-20") not in found


@pytest.mark.parametrize(
    ("lang", "text", "first"),
    [
        ("en", "Germany's Boris Pistorius spoke.", "2023-01-19"),
        ("fr", "L'Allemand Boris Pistorius a parlé.", "2023-01-19"),
        ("en", "The secretary general Jens Stoltenberg spoke.", "2014-10-01"),
    ],
)
def test_a_holder_is_called_by_the_state_or_by_a_title_of_several(
    ready: MakeReady, lang: str, text: str, first: str
) -> None:
    assert [window[0] for window in windows(ready, text, lang)] == [first]


def test_who_held_offices_of_two_states_is_not_told_by_one(ready: MakeReady) -> None:
    assert windows(ready, "Norway's Jens Stoltenberg spoke.", "en") == []
