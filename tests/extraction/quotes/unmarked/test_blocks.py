from __future__ import annotations

from collections.abc import Callable
from typing import Any

from quotepart.extraction.quotes.unmarked.blocks import find_blocks

Told = Callable[..., Any]


def blocks(told: Told, text: str, lang: str = "fr") -> list[tuple[str, str | None]]:
    ready = told(text, lang)
    found = find_blocks(ready.prepared, ready.grammars.quotes)
    return [(block.span.cut(text), block.speaker.name if block.speaker else None) for block in found]


def test_a_block_belongs_to_the_line_under_it(told: Told) -> None:
    text = (
        "La séance est ouverte ce matin.\n\nNous avons perdu dix ans de trop.\n\n"
        "Ivan Krolt, ministre de la Flotte\n\nElle reprend demain matin à l'aube."
    )
    assert blocks(told, text) == [("Nous avons perdu dix ans de trop.", "Ivan Krolt")]


def test_a_byline_is_no_speakers_line(told: Told) -> None:
    text = (
        "La séance est ouverte ce matin par le doyen.\n\nIvan Krolt, correspondant à Klow\n\n"
        "Elle reprend demain matin à l'aube."
    )
    assert blocks(told, text) == []


def test_a_transcript_has_a_turn_for_each_label(told: Told) -> None:
    text = "DORA WELK: Good morning. We are here.\n\nQ: Will you stay?\n\nWELK: Yes.\n\nQ: And the others?\n\nWELK: Ask them.\n"
    assert blocks(told, text, "en") == [
        ("Good morning. We are here.", "Dora Welk"),
        ("Will you stay?", None),
        ("Yes.", "Dora Welk"),
        ("And the others?", None),
        ("Ask them.", "Dora Welk"),
    ]


def test_minutes_and_interviews_have_labels_without_a_colon(told: Told) -> None:
    minutes = "M. le président Ivan Krolt. La parole est à vous.\nMme Dora Welk, rapporteuse. Merci. Elle est brève.\n"
    assert blocks(told, minutes) == [
        ("La parole est à vous.", "Ivan Krolt"),
        ("Merci. Elle est brève.", "Dora Welk"),
    ]
    interview = "Ivan Krolt - Tout va bien ?\n\nDora Welk - Oui.\n\nIvan Krolt - Et la mer ?\n\nDora Welk - Calme.\n"
    assert [name for _, name in blocks(told, interview)] == ["Ivan Krolt", "Dora Welk"] * 2


def test_a_report_with_a_colon_or_two_is_no_transcript(told: Told) -> None:
    text = (
        "Contexte : la mer monte.\n\nLa Ligue attend depuis hier.\n\nBilan : dix navires.\n\nRien de plus n'a été dit."
    )
    assert blocks(told, text) == []


def test_a_speech_is_its_speakers_from_end_to_end(told: Told) -> None:
    body = (
        "Nous vivons une époque dure, et personne ne l'ignore plus.\n\n"
        "Je suis venue vous dire une chose toute simple ce soir.\n\n"
        "Nous tiendrons ensemble, ou nous ne tiendrons pas du tout."
    )
    assert blocks(told, f"Discours de Dora Welk à la Diète\n\n{body}") == [(body, "Dora Welk")]


def test_times_before_labels_and_names_in_brackets_belong_to_no_words(told: Told) -> None:
    text = (
        "[00:01] Ivan Krolt: Good evening.\n\n[00:05] Dora Welk: Thank you.\n\n"
        "The Minister of the Fleet (Ms Petra Vlasz): We sail at dawn.\n"
    )
    found = blocks(told, text, "en")
    assert found == [("Good evening.", "Ivan Krolt"), ("Thank you.", "Dora Welk"), ("We sail at dawn.", "Petra Vlasz")]


def test_a_slug_in_capitals_is_nobody(told: Told) -> None:
    assert blocks(told, "SHIPYARDS: The fleet is late.\n\nHARBOURS: All quiet.\n", "en") == []


def test_a_dash_gives_a_block_to_somebody_described_or_to_an_account(told: Told) -> None:
    text = (
        "The session began at dawn.\n\nThe fleet was never meant to sail.\n\n— a diplomat in Klow\n\n"
        "Pay the fleet, then talk.\n\n— Ida Sporsz (@idasporsz) July 11, 2018\n\nNobody answered."
    )
    assert blocks(told, text, "en") == [
        ("The fleet was never meant to sail.", "a diplomat in Klow"),
        ("Pay the fleet, then talk.", "Ida Sporsz"),
    ]


def test_a_heading_and_a_sentence_are_no_speakers_lines(told: Told) -> None:
    text = (
        "We have lost ten years.\n\nRetaking Moria\n\nWe sail at dawn.\n\n"
        "Minister Ivan Krolt has promised three members\n\nIt rains."
    )
    assert blocks(told, text, "en") == []


def test_labels_before_words_in_marks_are_no_speakers_lines(told: Told) -> None:
    text = 'Two ministers, two answers\n\n- Ida Sporsz: "We will pay."\n- Ivan Krolt: "We will not."\n\nIt rains.'
    assert blocks(told, text, "en") == []
    assert blocks(told, "We have lost ten years.\n\n- Ivan Krolt: We will not\n\nIt rains.", "en") == []


def test_a_title_with_a_degree_opens_a_speakers_line_and_an_item_of_a_list_is_nobodys_words(told: Told) -> None:
    text = (
        "“We keep our word every night.”\nVice-Admiral Ida Thorsen, Chief of Staff\n\n"
        "• Some 530 sailors are at sea.\n\nOtto Byrne, Press Secretary\n"
    )
    ready = told(text, "en")
    found = find_blocks(ready.prepared, ready.grammars.quotes)
    assert [block.speaker.name for block in found if block.speaker] == ["Ida Thorsen"]
