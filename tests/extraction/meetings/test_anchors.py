from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from quotepart.extraction.languages.find import language_of
from quotepart.extraction.meetings.anchors import Hit, Sentence, actor_after, find_anchors, find_hits
from quotepart.extraction.meetings.words import compile_occasions
from quotepart.model.pact import Pact
from quotepart.model.span import Span

MakeReady = Callable[..., Any]


def anchored(ready: MakeReady, pact: Pact, text: str, lang: str) -> list[tuple[str, str]]:
    prepared = ready(text, lang).prepared
    grammar = compile_occasions(language_of(lang), pact)
    sentence = Sentence(
        prepared=prepared,
        grammar=grammar,
        number=0,
        span=Span(0, len(text)),
        hits=list(find_hits(prepared, grammar)),
        times=(),
    )
    return [(text[hit.start : hit.end], hit.role) for hit in find_anchors(sentence)]


@pytest.mark.parametrize(
    ("lang", "text", "anchors"),
    [
        ("fr", "La réunion du sommet de Vilnius.", [("réunion", "head"), ("sommet", "head")]),
        ("fr", "Les ministres de la Défense se réunissent à Bruxelles.", [("ministres de la Défense", "people")]),
        ("fr", "Les ministres de la Défense se taisent.", []),
        ("en", "In Brussels, defence ministers disagreed.", [("defence ministers", "people")]),
        ("en", "NATO meets in Riga.", [("meets", "meet")]),
        ("en", "A meeting of the contact group.", [("meeting of the contact group", "head")]),
    ],
)
def test_what_a_meeting_hangs_on(
    ready: MakeReady, nato_pact: Pact, lang: str, text: str, anchors: list[tuple[str, str]]
) -> None:
    assert anchored(ready, nato_pact, text, lang) == anchors


def test_an_office_is_named_with_its_holder(ready: MakeReady) -> None:
    text = "She is due to meet Canadian Prime Minister Ana Zubrin there."
    at = text.index("meet") + len("meet")
    span = actor_after(ready(text, "en").prepared, Hit(at - 4, at, "one", ""))
    assert span is not None
    assert span.cut(text).endswith("Ana Zubrin")
