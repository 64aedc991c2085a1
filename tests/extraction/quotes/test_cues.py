from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from quotepart.extraction.quotes.cues import Cue, find_cues
from quotepart.extraction.quotes.frames import cut, find_stretches
from quotepart.extraction.quotes.quotations import find_quotations
from quotepart.extraction.quotes.speakers import find_quotes

Told = Callable[..., Any]


def cues(told: Told, text: str, lang: str) -> list[tuple[str, str, str]]:
    ready = told(text, lang)
    prepared, grammar = ready.prepared, ready.grammars.quotes
    found: list[tuple[str, str, str]] = []
    starts = [mention.span.start for mention in prepared.mentions]
    for stretch in find_stretches(prepared, find_quotations(text, prepared.paragraphs)):
        (frame,) = cut(prepared, prepared.folded, stretch, grammar, starts)
        found += [(cue.lemma, cue.shape, _group(text, frame, cue)) for cue in find_cues(frame, grammar)]
    return found


def _group(text: str, frame: Any, cue: Cue) -> str:
    return str(frame.stretch(cue.start, cue.end).cut(text))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Il a déclaré que oui.", ("déclarer", "finite", "a déclaré")),
        ("« Oui », a-t-il ensuite ajouté.", ("ajouter", "finite", "a-t-il ensuite ajouté")),
        ("Elle s'est également félicitée de cela.", ("féliciter", "finite", "s'est également félicitée")),
        ("La ministre a, elle, dénoncé ce plan.", ("dénoncer", "finite", "a, elle, dénoncé")),
        ("Il est parti, estimant que tout va bien.", ("estimer", "gerund", "estimant")),
        ("Il a tenu à souligner cela.", ("souligner", "finite", "a tenu à souligner")),
        ("Il a fait savoir que oui.", ("faire savoir", "finite", "a fait savoir")),
        ("Selon Ivan Krolt, tout va bien.", ("selon", "source", "Selon")),
        ("« Non », tonitrua Ivan Krolt.", ("tonitruer", "finite", "tonitrua")),
        ("« Non », marmotte Ivan Krolt.", ("marmotte", "finite", "marmotte")),
    ],
)
def test_french_groups(told: Told, text: str, expected: tuple[str, str, str]) -> None:
    assert expected in cues(told, text, "fr")


@pytest.mark.parametrize(
    "text",
    [
        "L'annonce de la demande est une menace.",
        "Il a été qualifié de traître.",
        "La décision annoncée mardi a plu.",
        "Les travaux se poursuivaient.",
        "Le juge est parti.",
    ],
)
def test_french_words_that_only_look_like_cues(told: Told, text: str) -> None:
    assert cues(told, text, "fr") == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("He has also said that it works.", ("say", "finite", "has also said")),
        ("He went on to say that it works.", ("say", "finite", "went on to say")),
        ("He left, adding that it works.", ("add", "gerund", "adding")),
        ("The ministry claims half is lost.", ("claim", "finite", "claims")),
        ("According to Ivan Krolt, it works.", ("according to", "source", "According to")),
        ('"No," Ivan Krolt thunders.', ("thunder", "finite", "thunders")),
    ],
)
def test_english_groups(told: Told, text: str, expected: tuple[str, str, str]) -> None:
    assert expected in cues(told, text, "en")


@pytest.mark.parametrize(
    "text",
    [
        "The claims were a warning.",
        "He was told to go.",
        "Members urged by nobody stayed.",
        "The member states agreed terms.",
    ],
)
def test_english_words_that_only_look_like_cues(told: Told, text: str) -> None:
    assert [cue for cue in cues(told, text, "en") if cue[0] not in ("agree",)] == []


def test_a_verb_in_no_list_may_have_a_described_subject_behind_words(told: Told) -> None:
    text = "“Over my dead body,” texted one ministry official from Klow."
    ready = told(text, "en")
    quotes = find_quotes(ready.prepared, ready.grammars.quotes)
    assert [each.speaker.name for each in quotes if each.speaker] == ["one ministry official from Klow"]
