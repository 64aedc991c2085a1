from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from quotepart.extraction.quotes.frames import Frame, cut, find_stretches
from quotepart.extraction.quotes.owners import owner_of_words
from quotepart.extraction.quotes.phrases import first_phrase, subject_after, subject_before, subject_of_marks
from quotepart.extraction.quotes.quotations import find_quotations

Told = Callable[..., Any]


def frame_of(told: Told, text: str, lang: str) -> tuple[Frame, Any]:
    ready = told(text, lang)
    prepared = ready.prepared
    starts = [mention.span.start for mention in prepared.mentions]
    stretch = next(iter(find_stretches(prepared, find_quotations(text, prepared.paragraphs))))
    return cut(prepared, prepared.folded, stretch, ready.grammars.quotes, starts)[0], ready.grammars.quotes


def before(told: Told, text: str, verb: str, lang: str = "fr") -> str | None:
    frame, grammar = frame_of(told, text, lang)
    phrase = subject_before(frame, frame.words.index(verb), grammar)
    return phrase.span.cut(text) if phrase else None


def after(told: Told, text: str, verb: str, lang: str = "fr") -> str | None:
    frame, grammar = frame_of(told, text, lang)
    phrase = subject_after(frame, frame.words.index(verb) + 1, grammar)
    return phrase.span.cut(text) if phrase else None


@pytest.mark.parametrize(
    ("text", "subject"),
    [
        ("Ivan Krolt affirme que oui.", "Ivan Krolt"),
        ("Mardi à Klow, le ministre Ivan Krolt affirme que oui.", "Ivan Krolt"),
        ("Le ministre de la Flotte, Ivan Krolt, affirme que oui.", "Ivan Krolt"),
        ("Ivan Krolt, ministre de la Flotte, affirme que oui.", "Ivan Krolt"),
        ("Ivan Krolt, qui a vu Petra Berg à Klow, affirme que oui.", "Ivan Krolt"),
        ("Le porte-parole de Petra Berg affirme que oui.", "Le porte-parole de Petra Berg"),
        ("Le porte-parole de Petra Berg, Ivan Krolt, affirme que oui.", "Ivan Krolt"),
        ("Un diplomate en poste à Klow affirme que oui.", "Un diplomate en poste à Klow"),
        ("Elle affirme que oui.", "Elle"),
        ("La Ligue, dont la flotte reste au port, affirme que oui.", "La Ligue"),
        ("Le rapport, que Petra Berg a pu lire, affirme que oui.", "Le rapport"),
    ],
)
def test_the_subject_before_a_french_verb(told: Told, text: str, subject: str) -> None:
    assert before(told, text, "affirme") == subject


@pytest.mark.parametrize(
    ("text", "subject"),
    [
        ("Syldavian Fleet Minister Ivan Krolt says so.", "Ivan Krolt"),
        ("Ivan Krolt, the fleet minister, says so.", "Ivan Krolt"),
        ("A spokesman for President Karl Bruntz says so.", "A spokesman for President Karl Bruntz"),
        ("Petra Berg's spokesman Ivan Krolt says so.", "Ivan Krolt"),
        ("Local residents in Klow says so.", "Local residents in Klow"),
        ("A report issued after a meeting with Petra Berg says so.", "A report issued after a meeting with Petra Berg"),
    ],
)
def test_the_subject_before_an_english_verb(told: Told, text: str, subject: str) -> None:
    assert before(told, text, "says", "en") == subject


@pytest.mark.parametrize(
    ("text", "subject"),
    [
        ("« Oui », affirme Ivan Krolt.", "Ivan Krolt"),
        ("« Oui », affirme mardi à la presse Ivan Krolt.", "Ivan Krolt"),
        ("« Oui », affirme le ministre de la Flotte, Ivan Krolt.", "Ivan Krolt"),
        ("« Oui », affirme, un brin lasse, Petra Berg.", "Petra Berg"),
        ("« Oui », affirme un diplomate poldève lors d'une pause.", "un diplomate poldève"),
        ("« Oui », affirme que non.", None),
    ],
)
def test_the_subject_after_a_verb(told: Told, text: str, subject: str | None) -> None:
    assert after(told, text, "affirme") == subject


def test_the_first_phrase_stands_after_no_preposition(told: Told) -> None:
    text = "Dans un long texte lu à la Diète, le ministre Bela Tork défend son budget."
    frame, grammar = frame_of(told, text, "fr")
    phrase = first_phrase(frame, len(frame), grammar)
    assert phrase is not None
    assert phrase.head == "Bela Tork"


def test_several_adverbials_may_stand_before_the_first_phrase(told: Told) -> None:
    text = "Le 13 mai 2026, lors d'une visite à Klow aux côtés de la ministre Petra Vlasz, Bela Tork défend son budget."
    frame, grammar = frame_of(told, text, "fr")
    phrase = first_phrase(frame, len(frame), grammar)
    assert phrase is not None
    assert phrase.head == "Bela Tork"


@pytest.mark.parametrize(
    ("text", "owner"),
    [
        ("Ida Sporsz's answer was short: no.", "Ida Sporsz"),
        ("Her reply was short: no.", "her"),
        ("The fleet had one answer: no.", None),
    ],
)
def test_whose_words_a_noun_names(told: Told, text: str, owner: str | None) -> None:
    frame, grammar = frame_of(told, text, "en")
    phrase = owner_of_words(frame, frame.words.index(":"), grammar)
    assert (phrase.head.lower() if phrase else None) == (owner.lower() if owner else None)


def test_the_subject_of_words_in_marks_stands_behind_the_last_semicolon(told: Told) -> None:
    text = "Ivan Krolt wants it booked; his host, Petra Berg, would rather “buy what is needed”."
    frame, grammar = frame_of(told, text, "en")
    phrase = subject_of_marks(frame, next(iter(frame.quotations)), grammar)
    assert phrase is not None and phrase.head == "Petra Berg"


@pytest.mark.parametrize(
    ("lang", "text", "who"),
    [
        ("en", "The move angered Syldavia, which called it a “provocation”.", "Syldavia"),
        ("en", "The decision shook Borduria, which called it a “provocation”.", "Borduria"),
        (
            "fr",
            "Une intégration qui a provoqué la colère de la Syldavie qui dénonce une « provocation ».",
            "Syldavie",
        ),
    ],
)
def test_a_relative_takes_up_the_state_that_ends_a_clause(told: Told, lang: str, text: str, who: str) -> None:
    assert before(told, text, "dénonce" if lang == "fr" else "called", lang) == who
