"""Which languages there are, found by scanning this folder, and which of them a text is written in."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from importlib import import_module
from pathlib import Path

from quotepart.errors import LanguageError
from quotepart.extraction.languages.language import Language

_SAMPLE = 20_000
_WORD = re.compile(r"[^\W\d_]+")
_LEAST_SHARE = 0.12


@cache
def find_languages() -> Mapping[str, Language]:
    """Return every language of this folder by its code: each two-letter module exports ``LANGUAGE``."""
    codes = sorted(file.stem for file in Path(__file__).parent.glob("??.py"))
    return {code: import_module(f"{__package__}.{code}").LANGUAGE for code in codes}


def detect(text: str) -> Language | None:
    """Return the language whose frequent words make up most of the text's beginning, ``None`` when none is likely.

    A very short text is given to the language with the most such words.

    >>> language = detect("Les alliés ont dit que la réunion est un succès pour tous.")
    >>> language.code if language else None
    'fr'
    """
    words = _WORD.findall(text[:_SAMPLE].lower())
    if not words:
        return None
    hits = {code: sum(map(language.common.__contains__, words)) for code, language in find_languages().items()}
    best = max(hits, key=lambda code: hits[code])
    if hits[best] == 0 or (len(words) > 20 and hits[best] < _LEAST_SHARE * len(words)):
        return None
    return find_languages()[best]


def language_of(code: str) -> Language:
    """Return the language with this code; raises ``LanguageError`` for one that Quotepart can't read."""
    languages = find_languages()
    if code not in languages:
        known = ", ".join(sorted(languages))
        raise LanguageError(f"there is no language {code!r}", hint=f"choose one of: {known}")
    return languages[code]
