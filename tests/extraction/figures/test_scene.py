from __future__ import annotations

from collections.abc import Callable
from typing import Any

from quotepart.extraction.figures.scene import Scene, mentions_between
from quotepart.extraction.text.tokens import tokenise
from quotepart.extraction.times.periods import PeriodHit
from quotepart.model.dates import Period

MakeReady = Callable[..., Any]


def scene_of(ready: MakeReady, text: str, lang: str = "fr", periods: tuple[PeriodHit, ...] = ()) -> Scene:
    made = ready(text, lang)
    tokens = tokenise(made.prepared.folded, 0, len(text))
    return Scene(tokens, made.grammars.figures.scene, made.prepared.mentions, periods, 2025)


def test_marks_and_conjunctions_part_clauses(ready: MakeReady) -> None:
    scene = scene_of(ready, "Le pays dépense, tandis que son voisin attend")
    assert scene.clause == [0, 0, 0, 1, 1, 1, 1, 1, 1]
    assert scene.apart(0, 8) == 1


def test_brackets_around_one_word_part_nothing(ready: MakeReady) -> None:
    scene = scene_of(ready, "du produit (PIB) en 2016")
    assert scene.apart(0, 5) == 0


def test_a_pair_of_dashes_parts_nothing_around_it(ready: MakeReady) -> None:
    scene = scene_of(ready, "Les dépenses syldaves – une notion large, qui dure – sont de 2 milliards.")
    assert scene.apart(scene.tokens.words.index("syldaves"), scene.tokens.words.index("sont")) == 0
    assert scene.apart(scene.tokens.words.index("syldaves"), scene.tokens.words.index("large")) == 1


def test_a_semicolon_parts_more_than_a_comma(ready: MakeReady) -> None:
    scene = scene_of(ready, "Il paie ; elle attend")
    assert scene.apart(0, 4) == 2


def test_the_nearest_cue_within_bounds(ready: MakeReady) -> None:
    scene = scene_of(ready, "une hausse de 3 % après une hausse de 4 %")
    near = scene.nearest("up", 9, 11)
    assert near is not None
    assert near.first == 7
    assert scene.nearest("up", 9, 11, before=0) is None
    assert scene.nearest("down", 9, 11) is None


def test_words_for_what_is_measured_come_from_the_pact(ready: MakeReady) -> None:
    scene = scene_of(ready, "les dépenses de défense des alliés")
    assert next(hit.label for hit in scene.metrics) == "defence_expenditure"


def test_an_adjective_of_a_group_owns_what_it_stands_beside(ready: MakeReady) -> None:
    scene = scene_of(ready, "les dépenses militaires européennes")
    assert [actor.mention.actors for actor in scene.owners if actor.only_owns] == [("NATO_EUROPE",)]
    assert not any(actor.only_owns for actor in scene_of(ready, "un diplomate européen").owners)


def test_what_lies_ahead_of_the_year_of_publication(ready: MakeReady) -> None:
    scene = scene_of(ready, "un mot")
    assert scene.is_ahead(Period("2030", "2030"))
    assert not scene.is_ahead(Period("2025", None))


def test_a_record_only_looks_back(ready: MakeReady) -> None:
    scene = scene_of(ready, "la plus forte hausse depuis 1989, quand le mur est tombé, et depuis 2014")
    assert scene.is_record(4)
    assert not scene.is_record(13)


def test_mentions_of_a_stretch(ready: MakeReady) -> None:
    mentions = ready("La France et l'Italie et la Grèce", "fr").prepared.mentions
    starts = [mention.span.start for mention in mentions]
    assert [mention.name for mention in mentions_between(mentions, starts, 4, 24)] == ["Italie"]
