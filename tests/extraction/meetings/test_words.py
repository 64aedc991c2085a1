from __future__ import annotations

import pytest

from quotepart.extraction.extractor import Extractor
from quotepart.extraction.languages.find import language_of
from quotepart.extraction.meetings.words import ASPECTS, OccasionGrammar, compile_occasions
from quotepart.model.dates import Dating
from quotepart.model.document import Document
from quotepart.model.pact import Pact


def meanings(grammar: OccasionGrammar, text: str) -> list[tuple[str, str, str]]:
    hits = grammar.automaton.find_matches_as_indexes(text)
    return [(text[start:end], *grammar.meanings[pattern]) for pattern, start, end in hits]


@pytest.mark.parametrize(
    ("lang", "text", "expected"),
    [
        ("fr", "sommet", ("sommet", "head", "summit")),
        ("fr", "la haye", ("la haye", "city", "The Hague")),
        ("fr", "ministres de la défense", ("ministres de la défense", "people", "defence_ministers")),
        ("en", "the hague", ("the hague", "city", "The Hague")),
        ("en", "foreign ministers", ("foreign ministers", "people", "foreign_ministers")),
    ],
)
def test_words_of_language_and_pact(nato_pact: Pact, lang: str, text: str, expected: tuple[str, str, str]) -> None:
    assert expected in meanings(compile_occasions(language_of(lang), nato_pact), text)


def test_a_press_conference_is_no_meeting(nato_pact: Pact) -> None:
    grammar = compile_occasions(language_of("fr"), nato_pact)
    assert all(role != "head" for _, role, _ in meanings(grammar, "conférence de presse"))


def test_an_invented_pact_brings_its_own_cities(tiny_pact: Pact) -> None:
    grammar = compile_occasions(language_of("fr"), tiny_pact)
    assert ("klow", "city", "Klow") in meanings(grammar, "klow")
    assert all(role != "city" for _, role, _ in meanings(grammar, "bruxelles"))


def test_every_aspect_has_words(nato_pact: Pact) -> None:
    for lang in ("fr", "en"):
        assert set(compile_occasions(language_of(lang), nato_pact).aspects) == set(range(len(ASPECTS)))


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("NATO leaders wrapped up a two-day meeting near London on Wednesday.", "near London"),
        ("NATO leaders gathered in Watford for the day.", "in Watford"),
    ],
)
def test_those_who_lead_the_pact_meet_by_its_name(text: str, named: str, nato_extractor: Extractor) -> None:
    published = Dating(date="2019-12-04", how="given")
    document = Document(id="a", text=text, sha256="", lang="en", published=published)
    (meeting,) = nato_extractor.extract(document).meetings
    assert meeting.kind == "summit" and meeting.meeting_id == "S_2019-12-03" and named in meeting.span.cut(text)
