from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from quotepart.extraction.quotes.cues import find_cues
from quotepart.extraction.quotes.frames import cut, find_stretches
from quotepart.extraction.quotes.quotations import find_quotations
from quotepart.extraction.quotes.speakers import find_quotes
from quotepart.extraction.quotes.subjects import find_subjects

Told = Callable[..., Any]


def subjects(told: Told, text: str, lang: str = "fr") -> list[str | None]:
    ready = told(text, lang)
    prepared, grammar = ready.prepared, ready.grammars.quotes
    starts = [mention.span.start for mention in prepared.mentions]
    stretch = next(iter(find_stretches(prepared, find_quotations(text, prepared.paragraphs))))
    frame = cut(prepared, prepared.folded, stretch, grammar, starts)[0]
    return [
        phrase.span.cut(text) if phrase else None for phrase in find_subjects(frame, find_cues(frame, grammar), grammar)
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ivan Krolt a dit oui et a ajouté que tout va bien.", ["Ivan Krolt", "Ivan Krolt"]),
        ("Ivan Krolt a quitté la salle, estimant que tout va bien.", ["Ivan Krolt"]),
        ("Le ministre Ivan Krolt et la ministre Petra Vlasz ont dit que tout va bien.", ["Ivan Krolt"]),
        ("Le ministre et la ministre de la Flotte ont dit oui.", ["Le ministre et la ministre de la Flotte"]),
        (
            "Le ministre, qui estime que la mer est « calme » dans ce golfe, invite ses alliés à partir.",
            ["Le ministre"] * 2,
        ),
        ("Pour la Bordurie, partir serait long.", [None]),
        ("Saluant cet effort, Ivan Krolt a souligné que tout va bien.", ["Ivan Krolt", "Ivan Krolt"]),
        ("Tout va bien, a annoncé mardi le ministère de la Flotte.", ["le ministère de la Flotte"]),
        ("Le ministre, Ivan Krolt, a rassuré les alliés.", ["Ivan Krolt"]),
        ("Comme l'a dit Ivan Krolt, tout va bien.", ["Ivan Krolt"]),
        (
            "Ivan Krolt, qui affrontera le président bordure, Jan Novak, à l'élection de mai, a dit que tout va bien.",
            ["Ivan Krolt"],
        ),
        ("Selon Ivan Krolt, tout va bien.", ["Ivan Krolt"]),
        ("Selon lui, tout va bien.", ["lui"]),
        ("Hier, la Zilande, où Ivan Krolt a vu Petra Berg, a promis que tout ira bien.", ["la Zilande"]),
        ("Selon de nombreux analystes, tout va bien.", ["de nombreux analystes"]),
        ("La Ligue (LDM), première force du pays, a dit que tout va bien.", ["La Ligue"]),
        ("Comme le note Ivan Krolt, tout va bien.", ["Ivan Krolt"]),
        (
            "Ivan Krolt, qui préside la Ligue, a écrit en réponse à un voisin de la ville, Jan Novak : non.",
            ["Ivan Krolt"],
        ),
        ("La ministre de la Flotte, Petra Vlasz, commente sur Radio Klow les propos de la Ligue.", ["Petra Vlasz"]),
        ("Tout va bien, a dit la ministre de la Flotte et du Port, la modérée Petra Vlasz.", ["Petra Vlasz"]),
        ("Il convient de partir.", []),
        ("Tout va bien, selon le ministre de la Flotte, qui a dit merci.", ["le ministre de la Flotte"] * 2),
        ("Tout va bien, répond-on à l'état-major.", ["l'état-major"]),
        ("De source militaire, on affirme que tout va bien.", ["source militaire"]),
        ("Comme la semaine dernière, il a dit que tout va bien.", ["il"]),
        ("Selon les circonstances, tout va bien.", [None]),
    ],
)
def test_each_cue_has_its_subject(told: Told, text: str, expected: list[str | None]) -> None:
    assert subjects(told, text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("All is well, said Ivan Krolt.", ["Ivan Krolt"]),
        ("The fleet, said to be ready, stayed.", []),
        ("Ivan Krolt of Klow, says the quake shook his house.", ["Ivan Krolt"]),
        ("All members, among others, have called on Petra Berg to pay.", ["All members"]),
        ("Ivan Krolt spoke of the sea and repeatedly warned of it.", ["Ivan Krolt", "Ivan Krolt"]),
        ("The view was shared by a source who said that all is well.", ["a source"]),
        ("He'll leave, saying all is well.", ["He'll"]),
        ("Ivan Krolt, a Zealand democrat, on Tuesday criticised the plan.", ["Ivan Krolt"]),
        ("Ivan Krolt, the contender to succeed Petra Berg as head, said that all is well.", ["Ivan Krolt"]),
        ("All left, with a leading politician slamming the plan.", ["a leading politician"]),
        ("Nils Harg, heir to outgoing Chancellor Petra Berg, said that all is well.", ["Nils Harg"]),
        ("All left, with one saying the fleet is a wreck.", ["one"]),
        ("Ivan Krolt, who took office in May, said his crew intends to stay.", ["Ivan Krolt"]),
        ("The minister, founder of the yard, Nils Harg, has warned that all is lost.", ["Nils Harg"]),
        ("The letter then urged the port to pay.", ["The letter"]),
        ("Ivan Krolt called on the port to “now” welcome Petra Vlasz.", ["Ivan Krolt"]),
        ("“All is well” – said Ivan Krolt.", ["Ivan Krolt"]),
        ("Petra Berg MP, who runs the yard, said all is well.", ["Petra Berg"]),
        ("Asked on the radio if the port would open, he sidestepped the question, only saying all is well.", ["he"]),
        ("All left at noon, a move Krolt welcomed.", ["Krolt"]),
        ("Ivan Krolt said he was “tired” by all the fuss.", ["Ivan Krolt"]),
        ("Ivan Krolt, head of the yard, said the Klow council has fallen.", ["Ivan Krolt"]),
        ("All members must understand that the fleet is a wreck.", []),
        ("Petra Berg slams Ivan Krolt for saying the fleet is a wreck.", ["Petra Berg", "Ivan Krolt"]),
        ("Among them was Ivan Krolt, a former head of the yard, who said all is well.", ["Ivan Krolt"]),
    ],
)
def test_english_turns_round_only_beside_a_clause(told: Told, text: str, expected: list[str | None]) -> None:
    assert subjects(told, text, "en") == expected


def test_a_participle_behind_a_reported_clause_is_the_speakers(told: Told) -> None:
    text = "Ida Sporsz said that Klow has pressed for boats, arguing that the sea is wide."
    ready = told(text, "en")
    quotes = find_quotes(ready.prepared, ready.grammars.quotes)
    assert {each.speaker.name for each in quotes if each.speaker} == {"Ida Sporsz"}


@pytest.mark.parametrize(
    ("text", "subject"),
    [
        ("The yard will go on despite Ivan Krolt insisting the offer was “final”.", "Ivan Krolt"),
        ("They lost the award, which Petra Berg has described as another “pay cut”.", "Petra Berg"),
        ("They lost the award, which the minister called a “pay cut”.", "the minister"),
        ("The woman who the ministers met said “all is well”.", "The woman"),
        ("Ivan Krolt shared a message from Petra Berg that read: “You will win.”", "Petra Berg"),
        ("Ivan Krolt shared a message from her that read: “You will win.”", "her"),
    ],
)
def test_english_subjects_inside_other_clauses(told: Told, text: str, subject: str) -> None:
    assert subjects(told, text, "en")[-1] == subject
