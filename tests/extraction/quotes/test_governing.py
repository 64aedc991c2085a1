from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from quotepart.extraction.quotes.cues import find_cues
from quotepart.extraction.quotes.frames import cut, find_stretches
from quotepart.extraction.quotes.governing import govern
from quotepart.extraction.quotes.quotations import find_quotations
from quotepart.extraction.quotes.speakers import find_quotes
from quotepart.extraction.quotes.subjects import find_subjects

Told = Callable[..., Any]


def governing(told: Told, text: str, lang: str = "fr") -> list[str | None]:
    """The verb that governs each quotation of a text of one sentence."""
    ready = told(text, lang)
    prepared, grammar = ready.prepared, ready.grammars.quotes
    starts = [mention.span.start for mention in prepared.mentions]
    stretch = next(iter(find_stretches(prepared, find_quotations(text, prepared.paragraphs))))
    (frame,) = cut(prepared, prepared.folded, stretch, grammar, starts)
    cues = find_cues(frame, grammar)
    governed = govern(frame, cues, find_subjects(frame, cues, grammar), grammar)
    return [cues[governed[token][0]].lemma if token in governed else None for token in frame.quotations]


@pytest.mark.parametrize(
    ("text", "verbs"),
    [
        ("Ivan Krolt a noté que la mer montait, qualifiant la digue de « passoire ».", ["qualifier"]),
        ("Ivan Krolt a fustigé des « retards » et a demandé à Klow de partir.", ["fustiger"]),
        ("Les alliés sont convenus d'inviter Klow « le moment venu », selon Ivan Krolt.", ["selon"]),
        ("Ivan Krolt a assuré que Klow soutiendrait la Ligue « sans faillir ».", ["assurer"]),
        ("« Tout va bien », a dit Ivan Krolt, saluant la foule.", ["dire"]),
        ("Les chars « ne changeront rien » sur le terrain, lance Ivan Krolt.", ["lancer"]),
        ("Ivan Krolt a jugé « naïf » le chef de la Ligue, qui a dit peu.", ["juger"]),
        ("« Dans ce port » rien ne va, et « on y perd tout », a dit Ivan Krolt.", ["dire", "dire"]),
        ("Ivan Krolt a dit « non », ajoutant : « Jamais. »", ["dire", "ajouter"]),
        ("« Une faute » mais « il faut tenir », estime Ivan Krolt.", ["estimer", "estimer"]),
        ("Le port n'est « pas du tout » une ruine, assure-t-il.", ["assurer"]),
        ("Ivan Krolt assure que la Ligue ira au bout de ses forces afin de tenir un « plan solide ».", ["assurer"]),
        ("Ivan Krolt a dit que le port, jugé « vide » par la Ligue, est plein.", ["juger"]),
        ("Le port attend (pour ne pas dire « dort »).", [None]),
        ("La flotte « doit sauver » ses marins « et leurs navires », selon Ivan Krolt.", ["selon", "selon"]),
        ("La Ligue sera « au centre », mais sur la mer « elle sera à l'est », annonce Ivan Krolt.", ["annoncer"] * 2),
        ("Le port est « vide » ; Ivan Krolt a dit adieu.", [None]),
    ],
)
def test_the_verb_that_stands_for_a_quotation_governs_it(told: Told, text: str, verbs: list[str | None]) -> None:
    assert governing(told, text) == verbs


def test_a_contrast_parts_a_quotation_from_the_verb_behind_it(told: Told) -> None:
    assert governing(told, "Nobody broke the “all for one” rule, though Otto Brac said it was old.", "en") == [None]
    assert governing(told, "The “all for one” rule is old, Otto Brac said.", "en") == ["say"]


@pytest.mark.parametrize(
    ("text", "verbs"),
    [
        ("All left after a move described by Ivan Krolt as a “long leap”.", ["describe"]),
        ("While the council has insisted the fleet is a “top priority”, many fear the crew is lost.", ["insist"]),
        ("Petra Berg left the talks on Friday citing a “deep rift” with Klow.", ["cite"]),
        ("“We wait,” Klow Radio quoted Ivan Krolt as saying during a visit.", ["say"]),
    ],
)
def test_english_verbs_that_stand_for_a_quotation(told: Told, text: str, verbs: list[str | None]) -> None:
    assert governing(told, text, "en") == verbs


def test_what_is_thought_in_a_reported_clause_is_said(told: Told) -> None:
    text = "Ida Sporsz told Ivan Krolt on Sunday that Klow wanted a “clear message” of support."
    ready = told(text, "en")
    quotes = find_quotes(ready.prepared, ready.grammars.quotes)
    assert [each.speaker.name for each in quotes if each.speaker] == ["Ida Sporsz"]


def test_who_describes_something_as_it_is_quoted_comes_before_who_reports_around_it(told: Told) -> None:
    text = "The talks come after Ivan Krolt confirmed that he had left, a step Ida Sporsz described as “a slap”."
    ready = told(text, "en")
    quotes = find_quotes(ready.prepared, ready.grammars.quotes)
    assert [each.speaker.name for each in quotes if each.speaker] == ["Ivan Krolt", "Ida Sporsz"]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("The coast wants to be sure that “every inch is kept”, according to Ida Sporsz.", "Ida Sporsz"),
        ("Ivan Krolt added it was “mad” and “outrageous” the council only wanted boats.", "Ivan Krolt"),
        ("Ivan Krolt added that Ida Sporsz has said “he is, of course, willing to talk”.", "Ida Sporsz"),
    ],
)
def test_who_says_it_beside_the_words_comes_before_who_thinks_or_reports(told: Told, text: str, speaker: str) -> None:
    ready = told(text, "en")
    quotes = find_quotes(ready.prepared, ready.grammars.quotes)
    assert {each.speaker.name for each in quotes if each.speaker} == {speaker}


@pytest.mark.parametrize(
    "text",
    [
        "They want to make “port hawks” from Klow and Dol, Ivan Krolt said.",
        "These words serve “the reefs alone,” Ivan Krolt criticised.",
    ],
)
def test_a_verb_with_its_subject_that_closes_a_sentence_comes_before_a_thought_or_a_thing(
    told: Told, text: str
) -> None:
    ready = told(text, "en")
    quotes = find_quotes(ready.prepared, ready.grammars.quotes)
    assert [each.speaker.name for each in quotes if each.speaker] == ["Ivan Krolt"]
