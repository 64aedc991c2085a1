from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from quotepart.extraction.quotes.speakers import find_quotes

Told = Callable[..., Any]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("« Nous restons ici », a dit Ivan Krolt.", "direct"),
        ("Ivan Krolt a dit : « jamais de la vie ».", "direct"),
        ("Ivan Krolt a parlé d'« un pas en avant ».", "mixed"),
        ("Ivan Krolt est parti, insistant sur la « tragédie humaine ».", "mixed"),
        ("Les propos du ministre de la Flotte Ivan Krolt sur une Ligue « ruinée » ont surpris.", "mixed"),
        ("M. Krolt : la Ligue ne laissera « couler aucun navire » en mer", "mixed"),
        ("La Ligue « ne cédera pas au chantage », a dit Ivan Krolt.", "mixed"),
        ("Ivan Krolt a remercié la Ligue d'avoir « ouvert ses ports ».", "mixed"),
    ],
)
def test_a_clause_is_direct_and_a_fragment_mixed(told: Told, text: str, kind: str) -> None:
    ready = told(text)
    (quote,) = find_quotes(ready.prepared, ready.grammars.quotes)
    assert quote.kind == kind


@pytest.mark.parametrize(
    "text",
    [
        "Ivan Krolt a présenté le livre « Tenir la Mer ».",
        "Ivan Krolt raconte la « nuit des longs mâts » à ses amis.",
        "La frégate « Pélican Blanc » est arrivée.",
        "Surnommé « le vieux loup de Klow », l'ancien ministre Ivan Krolt est parti.",
        "À Klow, tout se pèse : « solidarité », « devoir ».",
        "Les élus vont au « Forum pour la paix en mer ».",
        "L'exercice est mené par la « Force de secours des ports du Nord ».",
    ],
)
def test_names_and_labels_are_left(told: Told, text: str) -> None:
    ready = told(text)
    assert find_quotes(ready.prepared, ready.grammars.quotes) == ()


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Ivan Krolt spoke of the word “wreck” at noon.", 0),
        ("Ivan Krolt said the yard, which nobody has seen since the flood of last May, is “rot”.", 1),
        ("Ivan Krolt mentioned the “Grey Heron” at noon.", 0),
    ],
)
def test_marks_that_only_name_a_thing_hold_no_quote(told: Told, text: str, count: int) -> None:
    ready = told(text, "en")
    found = [each for each in find_quotes(ready.prepared, ready.grammars.quotes) if each.kind != "indirect"]
    assert len(found) == count


def test_a_nickname_inside_a_name_is_no_quote(told: Told) -> None:
    ready = told("« Non », a dit le commodore Otto « Ours » Brac.")
    assert len(find_quotes(ready.prepared, ready.grammars.quotes)) == 1


def test_a_name_in_marks_behind_a_preposition_is_nobodys_words(told: Told) -> None:
    ready = told("Speaking to “Morgenpost,” Ida Sporsz said that the fleet would sail.", "en")
    quotes = find_quotes(ready.prepared, ready.grammars.quotes)
    assert [each.span.cut(ready.prepared.text) for each in quotes] == ["the fleet would sail"]


def test_a_verb_behind_a_fragment_may_be_its_own(told: Told) -> None:
    ready = told("Ida Sporsz said Klow's “fight for the sea” reflects the League's principles.", "en")
    quotes = find_quotes(ready.prepared, ready.grammars.quotes)
    assert [each.speaker.name for each in quotes if each.speaker] == ["Ida Sporsz"]


def test_a_thing_with_a_number_in_marks_is_a_name(told: Told) -> None:
    ready = told("Ida Sporsz a répondu sur les exercices de « l'article 5 » que « rien ne presse ».", "fr")
    quotes = find_quotes(ready.prepared, ready.grammars.quotes)
    assert [quote.span.cut(ready.prepared.text) for quote in quotes] == ["rien ne presse"]
