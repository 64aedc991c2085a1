from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from quotepart.extraction.quotes.unmarked.labels import find_labels, is_party, person_at

Told = Callable[..., Any]


def names(told: Told, text: str, lang: str = "en") -> list[str]:
    ready = told(text, lang)
    found = find_labels(ready.prepared, ready.prepared.paragraphs, ready.grammars.quotes)
    return [label.name for label in found if label]


def test_who_follows_a_question_with_a_label_answers(told: Told) -> None:
    text = "Gazette : Que fait la flotte ?\n\nIvan Krolt : Elle attend."
    assert names(told, text, "fr") == ["Gazette", "Ivan Krolt"]


def test_who_sends_somebody_to_ask_is_a_label(told: Told) -> None:
    text = "Agence de presse Klow : Que fait la flotte ?\n\nIvan Krolt : Elle attend."
    assert names(told, text, "fr") == ["Agence de presse Klow", "Ivan Krolt"]


def test_a_name_with_a_sign_in_brackets_is_a_label(told: Told) -> None:
    text = "L’honorable Ida Sporsz [ + ]\n\nMonsieur le ministre, bienvenue.\n\nL’honorable Jan Novak, ministre [ + ]\n\nMerci."
    assert names(told, text, "fr") == ["L’honorable Ida Sporsz", "L’honorable Jan Novak"]


def test_minutes_may_part_a_label_by_more_than_one_space(told: Told) -> None:
    text = "M. le président.  - La parole est libre.\n\nM. Ivan Krolt, ministre .  - Merci à tous."
    assert [name.split(",")[0].strip() for name in names(told, text, "fr")] == ["M. le président", "M. Ivan Krolt"]


def test_a_label_may_stand_on_a_line_of_its_own(told: Told) -> None:
    text = "Ivan Krolt:\nOui.\nPetra Vlasz:\nNon.\nIvan Krolt:\nSi."
    assert names(told, text, "fr") == ["Ivan Krolt", "Petra Vlasz", "Ivan Krolt"]


def test_a_label_may_be_a_name_in_capitals_on_its_line(told: Told) -> None:
    text = "IVAN KROLT\nOui.\nPETRA VLASZ\nNon.\nIVAN KROLT\nSi.\nPETRA VLASZ\nNon."
    assert names(told, text, "fr") == ["IVAN KROLT", "PETRA VLASZ", "IVAN KROLT", "PETRA VLASZ"]


@pytest.mark.parametrize(
    "line",
    [
        "MS. WELK: We stay.",
        "Minister Welk: We stay.",
        ">> Q: Will you stay?",
        "Dora Welk, Minister. – We stay.",
        "Dora Welk -- Chief Executive Officer: We stay.",
        "Sir Ivan Krolt (Upper Moor) (Con): We stay.",
        "The Deputy Chair: Order.",
        "Speaker 2: (04:10) We stay.",
        "Question (Klow Street Journal): Do you stay?",
        "Ivan Krolt (Klow North): We stay.",
        "[00:41] Dora Welk: We stay.",
        "DORA WELK, KLOW RADIO ANCHOR: We stay.",
        "REP. DORA WELK (R-KL), SPEAKER OF THE HOUSE: We stay.",
        "DORA WELK, HOST:",
        "SECRETARY OF DEFENSE DORA J. WELK III: We stay.",
        "SecDef Welk: We stay.",
    ],
)
def test_a_label_is_told_by_its_own_words(told: Told, line: str) -> None:
    assert len(names(told, line)) == 1


def test_a_label_that_comes_back_counts_beside_a_sure_one(told: Told) -> None:
    text = "Host: Line two.\n\nMoira: Well, it's mad.\n\nHost: Is it?\n\nMoira: It is.\n"
    assert names(told, text) == ["Host", "Moira", "Host", "Moira"]


def test_what_stands_once_before_the_talk_is_no_label(told: Told) -> None:
    talk = "Host: Line two.\n\nMoira: It's mad.\n\nHost: Is it?\n\nMr. Krolt: Yes."
    text = f"Note: made by a machine.\n\n{talk}\n\nDuration: ten minutes\n"
    assert names(told, text) == ["Host", "Moira", "Host", "Mr. Krolt"]


def test_a_role_with_a_name_in_brackets_is_the_name(told: Told) -> None:
    assert names(told, "The Minister of the Fleet (Ms Petra Vlasz): We sail.") == ["Ms Petra Vlasz"]


def test_a_part_in_a_talk_may_be_numbered(told: Told) -> None:
    grammar = told("Dora Welk.", "en").grammars.quotes
    assert is_party("Speaker 2", grammar)
    assert not is_party("Dora Welk", grammar)


def test_the_first_person_of_a_stretch_is_found(told: Told) -> None:
    prepared = told("Yesterday Dora Welk met Ivan Krolt.", "en").prepared
    first = person_at(prepared, 0, 30)
    assert first is not None and first.name == "Dora Welk"
    assert person_at(prepared, 0, 5) is None


def test_a_party_in_brackets_names_nobody(told: Told) -> None:
    assert names(told, "REP. DORA WELK (R-KL), SPEAKER OF THE HOUSE: We stay.")[0].startswith("REP. DORA WELK")


def test_an_initial_is_no_letter_of_a_questioner(told: Told) -> None:
    assert names(told, "R. Dora Welk, Under Secretary") == []


def test_a_title_in_capitals_may_have_an_article(told: Told) -> None:
    assert names(told, "The CHAIRMAN. The sitting is open.") == ["The CHAIRMAN"]
    assert names(told, "The minister. The sitting is open.") == []


def test_initials_and_the_name_that_they_shorten_are_labels(told: Told) -> None:
    text = "What of the dyke?\n\nSonia Kmet: It holds.\n\nAnd the school?\n\nSK: It stands.\n"
    assert names(told, text) == ["Sonia Kmet", "SK"]


def test_a_name_may_stand_behind_an_office_in_capitals(told: Told) -> None:
    text = (
        "PETRA VLASZ: What is the idea here?\n\n"
        "SHADOW MINISTER FOR THE FLEET, THE HON. OTTO BRAC MP: Good evening. I did write to him.\n\n"
        "PETRA VLASZ: How do we pay for it?\n\nOTTO BRAC: We will have to save."
    )
    ready = told(text, "en")
    labels = find_labels(ready.prepared, ready.prepared.paragraphs, ready.grammars.quotes)
    assert [label.name for label in labels if label] == ["PETRA VLASZ", "OTTO BRAC", "PETRA VLASZ", "OTTO BRAC"]


def test_a_sign_stands_before_each_turn_of_captions(told: Told) -> None:
    text = (
        ">> Good evening from Klow.\n\n>> OTTO BRAC: Thank you.\n\n>> How is the fleet?\n\n"
        ">> OTTO BRAC: It is in good shape."
    )
    assert names(told, text) == [">>", "OTTO BRAC", ">>", "OTTO BRAC"]
    assert names(told, "The port is full.\n\n>> Read on\n\nThe sea is calm.\n\n>> More here.") == []
