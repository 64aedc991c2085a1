from __future__ import annotations

from collections import Counter

import pytest

from quotepart.extraction.languages.find import language_of
from quotepart.extraction.names.spoken_of import (
    compile_spoken_of,
    is_place,
    last_party,
    last_subject,
    main_state,
    origins,
    state_counts,
    topic_state,
)
from quotepart.extraction.text.prepared import Mention, MentionKind
from quotepart.model.span import Span


def mention(folded: str, words: str, kind: MentionKind, actor: str = "") -> Mention:
    start = folded.index(words)
    return Mention(span=Span(start, start + len(words)), kind=kind, name=words, actors=(actor,) if actor else ())


@pytest.mark.parametrize(
    ("text", "words", "lang", "place"),
    [
        ("réunis au sommet de klow", "klow", "fr", True),
        ("à klow, ils ont", "klow", "fr", True),
        ("la syldavie paie", "syldavie", "fr", False),
        ("they met in klow", "klow", "en", True),
        ("what syldavia pays", "syldavia", "en", False),
    ],
)
def test_a_name_can_only_say_where(text: str, words: str, lang: str, place: bool) -> None:
    assert is_place(text, mention(text, words, "institution", "SYL"), compile_spoken_of(language_of(lang))) is place


def test_the_party_spoken_of_last_is_no_place_and_no_owner() -> None:
    text = "la syldavie a reçu, en poldévie, le roi de bordurie. "
    grammar = compile_spoken_of(language_of("fr"))
    named = [mention(text, word, "member", word[:3].upper()) for word in ("syldavie", "poldévie", "bordurie")]
    assert last_subject(text, named, 0, grammar) == ("SYL",)
    assert last_subject(text, named, 20, grammar) == ()
    assert last_party(text, named[:2], grammar) == ("SYL",)


def test_persons_come_from_where_the_words_before_them_say() -> None:
    text = "la ministre syldave de la défense, ida sporsz, et jan sporsz. la reine bordure. max sporsz"
    named = [
        mention(text, "syldave", "adjective", "SYL"),
        mention(text, "ida sporsz", "person"),
        mention(text, "jan sporsz", "person"),
        mention(text, "bordure", "adjective", "BOR"),
        mention(text, "max sporsz", "person"),
    ]
    assert origins(text, named) == {"ida sporsz": ("SYL",)}


def test_a_text_is_about_the_state_it_names_most() -> None:
    text = "syldavia klow diet borduria"
    own = [mention(text, "syldavia", "member", "SYL"), mention(text, "klow", "institution", "SYL")]
    diet, other = mention(text, "diet", "institution", "DIET"), mention(text, "borduria", "member", "BOR")
    assert state_counts([*own, diet], {"DIET": "SYL"}, {"SYL"}, {"NATO"}) == {"SYL": 3}
    assert state_counts([*own, diet], {}, {"SYL"}, ()) == {"SYL": 2}
    assert state_counts([*own, diet], {"DIET": "SYL"}, (), ()) == {"SYL": 1}
    assert state_counts([*own, other], {}, {"SYL"}, {"SYL"}) == {"BOR": 1}
    assert main_state(Counter(SYL=3)) == ("SYL",)
    assert main_state(Counter(SYL=2)) == () == main_state(Counter(SYL=3, BOR=2))
    assert topic_state(Counter(SYL=2, BOR=2)) == topic_state(Counter(SYL=2)) == ("SYL",)
    assert topic_state(Counter(SYL=1)) == () == topic_state(Counter(SYL=2, BOR=2, POL=1))
