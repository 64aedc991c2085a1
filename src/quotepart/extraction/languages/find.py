"""Which languages there are, found by scanning this folder, and which of them a text is written in."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache
from importlib import import_module
from pathlib import Path

from quotepart.errors import LanguageError
from quotepart.extraction.languages.language import Language

_SAMPLE = 20_000
_WORD = re.compile(r"[^\W\d_]+")
_LEAST_SHARE = 0.12
_SHORT = 20  # words of a text in which one frequent word is enough
_TELLING = ("claims", "units")


@cache
def find_languages() -> Mapping[str, Language]:
    """Return every language of this folder by its code: each two-letter module exports ``LANGUAGE``."""
    codes = sorted(file.stem for file in Path(__file__).parent.glob("??.py"))
    return {code: import_module(f"{__package__}.{code}").LANGUAGE for code in codes}


def detect(text: str) -> Language | None:
    """Return the language whose frequent words make up most of the text's beginning, ``None`` when none is likely.

    A very short text is given to the language with the most such words; one without any, to the only language whose tables
    know most of its words.

    >>> language = detect("Les alliés ont dit que la réunion est un succès pour tous.")
    >>> language.code if language else None
    'fr'
    """
    words = _WORD.findall(text[:_SAMPLE].lower())
    if not words:
        return None
    hits = {code: sum(map(language.common.__contains__, words)) for code, language in find_languages().items()}
    if not any(hits.values()) and len(words) <= _SHORT:
        hits = {code: sum(map(_vocabulary(code).__contains__, words)) for code in find_languages()}
        return _most(hits) if len(set(hits.values())) > 1 else None
    is_likely = len(words) <= _SHORT or max(hits.values()) >= _LEAST_SHARE * len(words)
    return _most(hits) if any(hits.values()) and is_likely else None


def _most(hits: Mapping[str, int]) -> Language:
    return find_languages()[max(hits, key=lambda code: hits[code])]


@cache
def _vocabulary(code: str) -> frozenset[str]:
    """Every word of a language's tables on claims and units."""
    tables = find_languages()[code].tables
    return frozenset(word for name in _TELLING for phrase in _phrases(tables[name]) for word in _WORD.findall(phrase))


def _phrases(table: object) -> Iterator[str]:
    if isinstance(table, str):
        yield table
    elif isinstance(table, Mapping | list):
        for each in table.values() if isinstance(table, Mapping) else table:
            yield from _phrases(each)


def language_of(code: str) -> Language:
    """Return the language with this code; raises ``LanguageError`` for one that Quotepart can't read."""
    languages = find_languages()
    if code not in languages:
        known = ", ".join(sorted(languages))
        raise LanguageError(f"there is no language {code!r}", hint=f"choose one of: {known}")
    return languages[code]


def code_of(tag: object) -> str | None:
    """Return the code of the language that a tag such as ``fr``, ``FR`` or ``en-GB`` names, ``None`` for one not read here."""
    short = str(tag or "").lower().replace("_", "-").split("-")[0]
    return short if short in find_languages() else None
