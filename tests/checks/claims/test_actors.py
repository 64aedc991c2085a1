from __future__ import annotations

import pytest

from quotepart.checks.claims.actors import ActorFinder, is_behind, with_quantity
from quotepart.checks.claims.cues import cue_grammar, find_cues
from quotepart.model.dates import Dating
from quotepart.model.pact import Pact

DAY = Dating(date="2024-08-01", how="given")


@pytest.mark.parametrize(
    ("lang", "text", "actors"),
    [
        ("en", "Germany spends less than the United States.", ["DEU", "USA"]),
        ("en", "European defence spending rose.", ["NATO_EUROPE"]),
        ("fr", "les dépenses européennes de défense", ["NATO_EUROPE"]),
        ("en", "allies other than the United States", ["EUROPE_CANADA"]),
        ("en", "Russia attacks.", ["RUS"]),
    ],
)
def test_who_is_named(lang: str, text: str, actors: list[str], nato_pact: Pact) -> None:
    found = ActorFinder(nato_pact, lang).find(text, DAY, find_cues(text, cue_grammar(lang)))
    assert [each.id for each in found][-len(actors) :] == actors
    assert all(0 <= each.start < each.end <= len(text) for each in found)


def test_all_and_none_of_the_whole_are_cues(nato_pact: Pact) -> None:
    for text, kind in (("all NATO allies meet it", "all"), ("no NATO ally meets it", "none")):
        cues = find_cues(text, cue_grammar("en"))
        actors = ActorFinder(nato_pact, "en").find(text, DAY, cues)
        assert with_quantity(cues, actors, "NATO").has(kind)
        assert is_behind(actors[0], cues, "every" if kind == "all" else "no")
    cues = find_cues("NATO allies meet it", cue_grammar("en"))
    assert with_quantity(cues, (), "NATO") is cues


@pytest.mark.parametrize(
    ("lang", "text", "per_head"),
    [
        ("en", "a Norwegian pays more", True),
        ("en", "a German budget of 90 billion", False),
        ("fr", "un Norvégien paie plus", True),
        ("en", "each German pays more", True),
    ],
)
def test_one_of_a_people_who_spends_says_per_head(lang: str, text: str, per_head: bool, nato_pact: Pact) -> None:
    cues = find_cues(text, cue_grammar(lang))
    actors = ActorFinder(nato_pact, lang).find(text, DAY, cues)
    assert with_quantity(cues, actors, "NATO").has("per_head") is per_head


@pytest.mark.parametrize(
    ("lang", "text", "actors"),
    [
        ("en", "The EU members of NATO spend less than America.", ["EU", "USA"]),
        ("en", "Europe's NATO members spend less than America.", ["NATO_EUROPE", "USA"]),
        ("fr", "Les pays de l'UE membres de l'OTAN dépensent moins que les États-Unis.", ["EU", "USA"]),
        ("en", "European and Canadian defence spending rose.", ["EUROPE_CANADA"]),
        ("fr", "les dépenses canadiennes et européennes", ["EUROPE_CANADA"]),
        ("en", "the EU and NATO", ["EU", "NATO"]),
        ("en", "the German army", ["DEU"]),
        ("fr", "l'armée allemande", ["DEU"]),
    ],
)
def test_a_part_of_all_is_no_second_party_and_an_army_is_its_state(
    lang: str, text: str, actors: list[str], nato_pact: Pact
) -> None:
    found = ActorFinder(nato_pact, lang).find(text, DAY, find_cues(text, cue_grammar(lang)))
    assert [actor.id for actor in found] == actors
