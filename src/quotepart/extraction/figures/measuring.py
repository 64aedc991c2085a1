"""Which numbers of a text are figures: each number with its unit, or none for a date, a name, an age."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from quotepart.extraction.figures.counted import as_count
from quotepart.extraction.figures.numbers import Number
from quotepart.extraction.figures.units import (
    COUNT,
    ELLIPSIS,
    MONEY_UNKNOWN,
    OF_GDP,
    PERCENT,
    Measured,
    UnitsGrammar,
    as_fraction,
    as_money,
    as_times,
    in_units,
    with_unit,
)
from quotepart.extraction.text.tokens import Tokens

_MOST, _MILLION = 11, 1_000_000  # no nation spends more of its product on one purpose
_SHORT = 3  # letters of words that are no nouns


def measure_alone(
    tokens: Tokens, number: Number, grammar: UnitsGrammar, unit: str, currency: str, ties: frozenset[str]
) -> Measured | None:
    """Return a number without a unit that goes on in the one before it: "we were at 1.1", "not above 3.9 million".

    ``unit`` is that of the figure before, ``currency`` the one named last, ``ties`` the words before such a share.
    """
    if _is_attached(tokens, number, grammar):
        return None
    before = tokens.words[number.first - 1] if number.first else ""
    after = tokens.words[number.last] if number.last < len(tokens) else ""
    if number.form == "fraction" or (_goes_on(after) and after not in grammar.uncounted):
        return None
    is_first = number.first == 0 or not before[0].isalnum()
    is_alone = is_first and (not after or not after[0].isalnum() or number.form == "words")
    is_named = before[:1].isalpha() and not after[:1].isalnum()
    is_said = before in ties or before in grammar.bare or is_alone or is_named
    if unit == OF_GDP and number.step < 1 <= number.value < _MOST and is_said:
        return with_unit(number, number.first, number.last, OF_GDP)
    if unit == PERCENT and number.step < 1 and (before, after) == ("(", ")"):
        return with_unit(number, number.first, number.last, PERCENT)
    if currency and number.scale >= _MILLION and number.last - number.first > 1:
        return with_unit(number, number.first, number.last, MONEY_UNKNOWN)
    return None


def _goes_on(after: str) -> bool:
    return bool(after) and after[0].isalpha() and len(after) > _SHORT


def measure(tokens: Tokens, number: Number, grammar: UnitsGrammar, text: str) -> Measured | None:
    """Return ``number`` with its unit, ``None`` where it has none: a date, an age, the number of an article, a name.

    ``text`` is the document's own text, whose capitals tell names.
    """
    if _is_attached(tokens, number, grammar):
        return None
    return (
        in_units(tokens, number, grammar)
        or as_money(tokens, number, grammar)
        or as_times(tokens, number, grammar)
        or as_fraction(tokens, number, grammar)
        or as_count(tokens, number, grammar, text)
        or _scale_alone(number)
    )


def _is_attached(tokens: Tokens, number: Number, grammar: UnitsGrammar) -> bool:
    """Whether the digits belong to a name, a code, a time or a date: "F-16", "G7", "5G", "20h30", "9/11"."""
    if number.form != "digits":
        return False
    folded, start = tokens.folded, tokens.starts[number.first]
    end = tokens.ends[number.last - 1]
    before, after = folded[start - 1 : start], folded[end : end + 1]
    if (
        before.isalnum()
        and tokens.words[number.first - 1] not in grammar.dollars
        and not _is_code(tokens, number, grammar)
    ):
        return True
    if before in ("-", "/", ":") and start > 1 and folded[start - 2].isalnum():
        return before != "-" or (
            folded[start - 2].isalpha() and not (number.step < 1 and _has_unit_at(tokens, number.last, grammar))
        )
    if after.isalpha() and not number.short:
        return not _has_unit_at(tokens, number.last, grammar)
    return after in ("/", ":") and folded[end + 1 : end + 2].isdecimal()


def _is_code(tokens: Tokens, number: Number, grammar: UnitsGrammar) -> bool:
    index = number.first - 1
    return index >= 0 and grammar.currencies.at(tokens.words, index) is not None


def _has_unit_at(tokens: Tokens, index: int, grammar: UnitsGrammar) -> bool:
    words = tokens.words
    return grammar.units.at(words, index) is not None or grammar.currencies.at(words, index) is not None


def _scale_alone(number: Number) -> Measured | None:
    """Billions of nothing said: money, whose currency the context gives."""
    if number.form != "fraction" and number.value >= 1_000_000_000 and number.last - number.first > 1:
        return with_unit(number, number.first, number.last, MONEY_UNKNOWN)
    return None


def with_shared_units(tokens: Tokens, measured: Sequence[Measured | None]) -> list[Measured | None]:
    """Return the numbers of a sentence, those that leave out their noun or currency with that of the number after them."""
    return _with_currencies(tokens, _with_nouns(measured))


def _with_nouns(measured: Sequence[Measured | None]) -> list[Measured | None]:
    """Give "seven" in "seven of 29 members" the noun of the number after it."""
    given = list(measured)
    for at in range(len(given) - 2, -1, -1):
        one, after = given[at], given[at + 1]
        if one is None or after is None or one.counted != ELLIPSIS or after.unit != COUNT:
            continue
        if after.counted != ELLIPSIS and after.first - one.last <= 3:
            given[at] = replace(one, counted=after.counted)
    return given


def _with_currencies(tokens: Tokens, measured: Sequence[Measured | None]) -> list[Measured | None]:
    """Give "1.1 billion" in "1.1 billion of 3.2 billion euros" the currency of the sum after it, unless that is in brackets."""
    given = list(measured)
    for at in range(len(given) - 2, -1, -1):
        one, after = given[at], given[at + 1]
        if one is None or after is None or tokens.words[one.last : one.last + 1] == ["("]:
            continue
        if one.unit == MONEY_UNKNOWN and after.unit.isupper():
            given[at] = replace(one, unit=after.unit)
    return given


def noun_of(tokens: Tokens, measured: Measured) -> str | None:
    """Return the words for what is counted, ``None`` where nothing is."""
    if measured.noun is None:
        return None
    return " ".join(tokens.words[measured.noun[0] : measured.noun[1]])


def is_converted(tokens: Tokens, measured: Measured) -> bool:
    """Return whether the sum only repeats another in a second currency, in brackets."""
    return measured.first > 0 and any(
        word in "([" for word in tokens.words[max(0, measured.first - 3) : measured.first]
    )
