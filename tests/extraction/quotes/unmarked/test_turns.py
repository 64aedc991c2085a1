from __future__ import annotations

from collections.abc import Callable
from typing import Any

from quotepart.extraction.quotes.unmarked.turns import find_turns

Told = Callable[..., Any]


def turns(told: Told, text: str, lang: str = "en") -> list[tuple[str, str | None]]:
    ready = told(text, lang)
    found = find_turns(ready.prepared, frozenset(ready.prepared.paragraphs), ready.grammars.quotes)
    return [(block.span.cut(text), block.speaker.name if block.speaker else None) for block in found]


def test_brackets_round_a_turn_are_no_words_of_it(told: Told) -> None:
    text = (
        "Q: (Klow Radio) And the half?\n\nMS WELK: It is painted.\n\n(The sitting closed.)\n\n"
        "Q: Thanks.\n\nMS WELK: (inaudible)\n"
    )
    assert turns(told, text) == [("And the half?", None), ("It is painted.", "Ms Welk"), ("Thanks.", None)]


def test_a_label_means_the_person_with_that_surname(told: Told) -> None:
    text = (
        "The minister Dora Welk met the press on Monday.\n\n"
        "WELK: We stay.\n\nQUESTION: All of you?\n\nWELK: Nearly all.\n\nIn two weeks.\n"
    )
    assert turns(told, text) == [
        ("We stay.", "Dora Welk"),
        ("All of you?", None),
        ("Nearly all.\n\nIn two weeks.", "Dora Welk"),
    ]


def test_who_leads_is_named_by_the_part(told: Told) -> None:
    text = "Host: Line two.\n\nCaller: It's mad.\n\nHost: Is it?\n\nCaller: It is.\n"
    assert [speaker for _, speaker in turns(told, text)] == ["Host", "Caller", "Host", "Caller"]


def test_two_labels_in_a_long_report_make_no_transcript(told: Told) -> None:
    report = "\n\n".join(f"The fleet has sailed again on day {day}." for day in range(20))
    assert turns(told, f"MS. WELK: We stay.\n\n{report}\n\nMR. KROLT: We go.\n") == []


def test_the_time_of_a_turn_is_no_word_of_it(told: Told) -> None:
    text = "Dora Welk: (00:10)\nWe stay.\n\nSpeaker 2: (00:20)\nWhy?\n\nDora Welk: (00:30)\nWe must.\n"
    assert turns(told, text) == [("We stay.", "Dora Welk"), ("Why?", "Speaker 2"), ("We must.", "Dora Welk")]


def test_a_label_alone_on_its_line_opens_a_turn(told: Told) -> None:
    text = "DORA WELK, HOST:\n\nA summit begins.\n\nIVAN KROLT: Good morning.\n\nWELK: So?\n\nKROLT: Well.\n"
    assert turns(told, text)[:2] == [("A summit begins.", "Dora Welk"), ("Good morning.", "Ivan Krolt")]


def test_a_line_that_only_says_who_somebody_is_holds_no_turn(told: Told) -> None:
    text = (
        "Presenter: Julia Penn (JP)\nGuest: Marek Holub, deputy minister (MH)\n\n"
        "JP: Do you stay?\n\nMH: We stay.\n\nJP: All of you?\n\nMH: All of us.\n"
    )
    assert [name for _, name in turns(told, text)] == ["Julia Penn", "Marek Holub"] * 2


def test_initials_may_be_those_of_a_person_known_by_surname_alone(told: Told) -> None:
    text = "NA: President Kalv, do you stay?\n\nMK: We stay.\n\nNA: All of you?\n\nMK: All of us.\n"
    assert turns(told, text)[1] == ("We stay.", "Kalv")


def test_voices_may_be_numbered_before_a_dash(told: Told) -> None:
    text = "VOICE 1 – Do we stay?\n\nVOICE 2 – We do.\n\nVOICE 1 – All of us?\n"
    assert [name for _, name in turns(told, text)] == ["Voice 1", "Voice 2", "Voice 1"]


def test_the_one_person_of_the_heading_answers(told: Told) -> None:
    text = "La ministre Dora Welk devant la presse\n\nQ : Combien ?\nR : Quarante-cinq.\n\nQ : Et après ?\nR : Plus un seul.\n"
    assert [speaker for _, speaker in turns(told, text, "fr")] == [None, "Dora Welk"] * 2


def test_a_turn_of_nothing_but_brackets_holds_no_words(told: Told) -> None:
    text = "NA: Do you stay?\n\nMK: (From video.) (Inaudible.)\n\nNA: All of you?\n\nMK: All of us.\n"
    assert "(From video.) (Inaudible.)" not in [said for said, _ in turns(told, text)]


def test_a_speech_may_end_where_the_first_question_stands(told: Told) -> None:
    lines = "\n".join(f"We stay for reason number {at}." for at in range(9))
    text = f"Remarks by Dora Welk\n\nDear friends,\n{lines}\nQuestion: All of you?\nDora Welk: All of us.\n"
    assert [said for said, _ in turns(told, text)][-2:] == ["All of you?", "All of us."]


def test_a_loud_title_before_a_dash_is_a_label(told: Told) -> None:
    text = "Le président Ivan Krolt à Klow\n\nLE PRÉSIDENT – Bonjour.\n\nQUESTION – Pourquoi ?\n\nLE PRÉSIDENT – Par devoir.\n"
    assert turns(told, text, "fr") == [
        ("Bonjour.", "Le Président"),
        ("Pourquoi ?", None),
        ("Par devoir.", "Le Président"),
    ]


def test_questions_without_a_label_go_on_behind_the_first_pair(told: Told) -> None:
    text = (
        "THE COURIER. – Are you surprised?\n\nDORA WELK. – I was there in the year of the flood. You are surprised once.\n\n"
        "So he is right?\n\nHe is wrong about the sum. Nobody owes us.\n\nAnd he is polite.\n\nWhat next?\n\nWe wait.\n"
    )
    assert turns(told, text) == [
        ("Are you surprised?", "The Courier"),
        ("I was there in the year of the flood. You are surprised once.", "Dora Welk"),
        ("So he is right?", "The Courier"),
        ("He is wrong about the sum. Nobody owes us.\n\nAnd he is polite.", "Dora Welk"),
        ("What next?", "The Courier"),
        ("We wait.", "Dora Welk"),
    ]


def test_a_time_behind_a_label_tells_a_talk_of_one(told: Told) -> None:
    text = (
        "Minister Sporsz (00:01):\nWe stay with our allies.\n(00:18)\nAnd we shall pay for it.\n(00:43)\nThat is all.\n"
    )
    said = "We stay with our allies.\n(00:18)\nAnd we shall pay for it.\n(00:43)\nThat is all."
    assert [words for words, _ in turns(told, text)] == [said]


def test_a_reaction_behind_the_last_words_is_not_said(told: Told) -> None:
    text = "M. le président. La parole est à M. Novak. (Applaudissements.)\n\nM. Jan Novak. Je la prends.\n"
    assert [words for words, _ in turns(told, text, "fr")] == ["La parole est à M. Novak.", "Je la prends."]


def test_a_station_in_small_letters_asks_before_a_label_that_is_sure(told: Told) -> None:
    text = "klowinfo : La flotte reste-t-elle au port, comme on le dit.\n\nIda Sporsz, ministre : Elle sort demain.\n"
    assert [words for words, _ in turns(told, text, "fr")][-1] == "Elle sort demain."
    assert len(turns(told, text, "fr")) == 2
