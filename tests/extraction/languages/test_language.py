from __future__ import annotations

import pytest

from quotepart.extraction.languages.find import find_languages
from quotepart.extraction.languages.language import Tables


@pytest.mark.parametrize("code", sorted(find_languages()))
def test_every_language_has_the_tables_of_speech(code: str) -> None:
    assert {"acts", "people", "saying", "text"} <= Tables(code).keys()


def test_languages_have_the_same_keys_of_speech() -> None:
    """What one language's table says, every other's must say too, if only with an empty list."""
    tables = [Tables(code)["saying"] for code in sorted(find_languages())]
    for section in ("verbs", "syntax", "speakers", "blocks"):
        assert len({frozenset(table[section]) for table in tables}) == 1, section


def test_a_verb_stands_in_one_class_unless_it_is_of_two_minds() -> None:
    for code in find_languages():
        verbs = Tables(code)["saying"]["verbs"]
        for name, words in verbs.items():
            assert len(words) == len(set(words)), f"{code}: a verb of {name} stands there twice"
