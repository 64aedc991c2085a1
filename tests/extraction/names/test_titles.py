from __future__ import annotations

import pytest

from quotepart.extraction.names.titles import compile_titles, find_title
from quotepart.model.pact import Names
from quotepart.model.span import Span

NAMES = Names(
    lang="fr",
    roles={
        "dm": {"any": ("ministre de la Défense",), "SYL": ("ministre de la Flotte",)},
        "nsa": {"any": ("conseiller à la sécurité",)},
        "hog": {"any": ("Premier ministre",)},
    },
)
GRAMMAR = compile_titles(NAMES, (" de la ", " à la "))


def found(text: str, adjective: str, actor: str) -> tuple[str, str] | None:
    folded = text.lower()
    start = folded.index(adjective)
    title = find_title(folded, Span(start, start + len(adjective)), actor, GRAMMAR)
    return (title[0].cut(text), title[1]) if title else None


@pytest.mark.parametrize(
    ("text", "adjective", "actor", "expected"),
    [
        ("la ministre syldave de la Défense a dit", "syldave", "SYL", ("ministre syldave de la Défense", "SYL.dm")),
        ("ministre syldave de la Flotte", "syldave", "SYL", ("ministre syldave de la Flotte", "SYL.dm")),
        ("le conseiller bordure à la sécurité.", "bordure", "BOR", ("conseiller bordure à la sécurité", "BOR.nsa")),
        ("ministre bordure de la Flotte", "bordure", "BOR", None),
        ("ministre syldave de la Défenseuse", "syldave", "SYL", None),
        ("administre syldave de la Défense", "syldave", "SYL", None),
        ("le Premier ministre syldave a dit", "syldave", "SYL", None),
        ("syldave de la Défense", "syldave", "SYL", None),
    ],
)
def test_a_title_is_whole_with_its_adjective_inside(
    text: str, adjective: str, actor: str, expected: tuple[str, str] | None
) -> None:
    assert found(text, adjective, actor) == expected


def test_a_language_that_parts_no_titles_has_none() -> None:
    assert compile_titles(NAMES, ()) == {}
    assert find_title("ministre syldave de la défense", Span(9, 16), "SYL", {}) is None
