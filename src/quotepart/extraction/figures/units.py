"""What a number measures in print: money, a percentage, points, or things counted; and which numbers are none of these."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from decimal import Decimal

from quotepart.extraction.figures.numbers import Number
from quotepart.extraction.languages.language import Language
from quotepart.extraction.text.tokens import Phrasebook, Tokens
from quotepart.model.frozen import dataclass

COUNT, PERCENT, POINTS, OF_GDP, TIMES, FRACTION = "count", "percent", "points", "percent_of_gdp", "times", "fraction"
MEMBERS_OF = "members of "  # of something named, which may be no pact
NO_CURRENCY = "XXX"  # ISO 4217 for a currency that is not known: "crowns" of a state not named
VOICES = "voices"  # people counted because they speak: "four diplomats said"
THING = "thing"  # counted, but in no table
ELLIPSIS = "ellipsis"  # of a count: the noun was said before
MONEY_UNKNOWN = "money"  # a scale without currency or noun ("41 milliards"): the context says which

_PAIR = 2  # words of "two thirds"
_ROUND = (5, 10, 20, 100)  # of which parts are taken
_FIRST_YEAR, _LAST_YEAR = 1900, 2100


@dataclass(frozen=True, slots=True, kw_only=True)
class Measured:
    """A number with its unit: the tokens of both together, and of the noun counted.

    ``unit`` is an ISO 4217 code, ``percent``, ``percent_of_gdp``, ``points``, ``count``, ``times``, ``fraction`` or
    ``MONEY_UNKNOWN``; ``counted`` is the kind of thing counted. ``high`` is the upper end of a range.
    """

    number: Number
    first: int
    last: int
    unit: str
    value: Decimal
    step: Decimal
    counted: str = ""
    noun: tuple[int, int] | None = None
    high: Decimal | None = None
    is_part: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class UnitsGrammar:
    """The words of a language beside numbers; made by ``compile_units``."""

    currencies: Phrasebook[str]
    symbols: Mapping[str, str]
    dollars: Mapping[str, str]
    crowns: Mapping[str, str]
    units: Phrasebook[str]
    product: Phrasebook[bool]
    counted: Phrasebook[str]
    elliptic: Phrasebook[bool]
    links: frozenset[str]
    product_links: frozenset[str]
    parts_of: frozenset[str]
    inside_fraction: frozenset[str]
    times: frozenset[str]
    times_after: Phrasebook[bool]
    definite: frozenset[str]
    naming: frozenset[str]
    uncounted: frozenset[str]
    qualities: frozenset[str]
    timed: frozenset[str]
    out_of: frozenset[str]
    only: frozenset[str]
    ones: frozenset[str]
    parts: frozenset[str]
    ordinals: frozenset[str]
    parted: frozenset[str]
    bare: frozenset[str]
    either: frozenset[str]
    ratios: frozenset[str]
    wholes: Mapping[str, int]
    articles: frozenset[str]
    opening: frozenset[str]
    subject_verbs: frozenset[str]
    not_parts: frozenset[str]
    by: frozenset[str]
    comparison: Phrasebook[bool]
    plurals: tuple[str, ...]


def compile_units(language: Language) -> UnitsGrammar:
    """Return the grammar made from the language's table ``units``."""
    table = language.tables["units"]
    return UnitsGrammar(
        currencies=Phrasebook.from_lists(table["currencies"]),
        symbols=table["symbols"],
        dollars=table["dollars"],
        crowns=table["crowns"],
        units=Phrasebook.from_lists(table["units"]),
        product=Phrasebook.from_lists({True: table["product"]}),
        counted=Phrasebook.from_lists(table["counted"]),
        elliptic=Phrasebook.from_lists({True: table["elliptic"]}),
        times_after=Phrasebook.from_lists({True: table["times_after"]}),
        comparison=Phrasebook.from_lists({True: table["comparison"]}),
        plurals=tuple(table["plurals"]),
        wholes=_wholes(language.tables["numbers"]["atoms"]),
        articles=frozenset(language.tables["numbers"]["articles"]),
        either=frozenset(language.tables["figures"]["ranges"]["either"]),
        by=frozenset(language.tables["figures"]["change"]["by"]),
        inside_fraction=frozenset(language.tables["numbers"]["inside_fraction"]),
        **{name: frozenset(table[name]) for name in _SETS},
    )


_SETS = (
    "links", "product_links", "parts_of", "not_parts", "times", "definite", "naming", "uncounted", "qualities", "timed",
    "out_of", "only", "ones", "parts", "opening", "subject_verbs", "ordinals",
    "parted", "ratios", "bare",
)  # fmt: skip


def _wholes(atoms: Mapping[str, int]) -> dict[str, int]:
    """What so many are taken out of, in words and digits."""
    wholes = {word: value for word, value in atoms.items() if 2 <= value <= 20}
    return {**wholes, **{str(value): value for value in (*wholes.values(), 100)}}


def is_year(tokens: Tokens, number: Number) -> bool:
    """Whether the number is written as a year is: four digits between 1900 and 2100."""
    word = tokens.words[number.first]
    return (
        number.last == number.first + 1
        and len(word) == 4
        and word.isdecimal()
        and _FIRST_YEAR <= int(word) < _LAST_YEAR
    )


def with_unit(number: Number, first: int, last: int, unit: str) -> Measured:
    """Return ``number`` in ``unit``, the two standing in tokens ``first`` up to ``last``."""
    return Measured(number=number, first=first, last=last, unit=unit, value=number.value, step=number.step)


def in_units(tokens: Tokens, number: Number, grammar: UnitsGrammar) -> Measured | None:
    """Return a percentage or points, also after a fraction: "half a percentage point"."""
    words, index = tokens.words, number.last
    while (
        number.form == "fraction"
        and index < min(len(words), number.last + 2)
        and words[index] in grammar.inside_fraction
    ):
        index += 1
    if index >= len(words) or not (tokens.is_joined(index - 1)):
        return None
    hit = grammar.units.at(words, index)
    if hit is None or (hit.label == POINTS and number.form != "fraction" and tokens.gap(index - 1) == "-"):
        return None
    product = _product_at(tokens, hit.last, grammar) if hit.label == PERCENT else None
    if product is not None:
        return with_unit(number, number.first, product, OF_GDP)
    measured = with_unit(number, number.first, hit.last, hit.label)
    is_part = hit.last + 1 < len(words) and words[hit.last] in grammar.parts_of and tokens.is_joined(hit.last - 1)
    is_part = is_part and words[hit.last + 1] not in grammar.not_parts
    return replace(measured, is_part=is_part and hit.label == PERCENT)


def _product_at(tokens: Tokens, index: int, grammar: UnitsGrammar) -> int | None:
    words, strangers = tokens.words, 0
    for at in range(index, min(index + 8, len(words))):
        hit = grammar.product.at(words, at)
        if hit is not None:
            return hit.last
        if words[at].rstrip("'") not in grammar.product_links:
            strangers += 1
            if strangers > 1 or at == index or not words[at].isalpha():
                return None
    return None


def as_money(tokens: Tokens, number: Number, grammar: UnitsGrammar) -> Measured | None:
    """Return a sum with its currency, which a sign before it or words after it tell."""
    words = tokens.words
    first, before = _currency_before(tokens, number.first, grammar)
    last, after = _currency_after(tokens, number.last, grammar)
    unit = after if after and after != "USD" else before or after
    return with_unit(number, first, last if after else number.last, unit) if unit and words else None


def _currency_before(tokens: Tokens, index: int, grammar: UnitsGrammar) -> tuple[int, str]:
    words = tokens.words
    if index < 1:
        return index, ""
    word, gap = words[index - 1], tokens.gap(index - 1)
    if word in grammar.symbols and gap in ("", " "):
        letters = words[index - 2] if index > 1 and tokens.gap(index - 2) in ("", " ") else ""
        letters = letters if tokens.gap(index - 2) == "" or len(letters) > 1 else ""
        if grammar.symbols[word] == "USD" and letters in grammar.dollars:
            return index - 2, grammar.dollars[letters]
        if letters == "." and index > 4:  # "U.S.$"
            return index - 1, "USD"
        return index - 1, grammar.symbols[word]
    hit = grammar.currencies.at(words, index - 1)
    is_code = hit is not None and hit.last == index and word.upper() == hit.label and gap in ("", " ")
    return (index - 1, hit.label) if is_code and hit is not None else (index, "")


def _currency_after(tokens: Tokens, index: int, grammar: UnitsGrammar) -> tuple[int, str]:
    words = tokens.words
    if index >= len(words) or not tokens.is_joined(index - 1):
        return index, ""
    if words[index] in grammar.symbols:
        return _dollars_after(tokens, index, grammar)
    if index + 1 < len(words) and words[index + 1] == "$" and words[index] in grammar.dollars:
        return index + 2, grammar.dollars[words[index]]
    for at in (index, index + 1):
        hit = grammar.currencies.at(words, at) if at < len(words) else None
        if hit is not None:
            return hit.last, hit.label
        if at < len(words) and words[at] not in grammar.links and words[at] not in grammar.qualities:
            break
    return index, ""


def _dollars_after(tokens: Tokens, index: int, grammar: UnitsGrammar) -> tuple[int, str]:
    """A sign after the number, with what tells its dollars: "41 milliards $ US", "3 $ CA"."""
    words, unit = tokens.words, grammar.symbols[tokens.words[index]]
    if (
        unit == "USD"
        and index + 1 < len(words)
        and tokens.gap(index) in ("", " ")
        and words[index + 1] in ("us", "ca", "can")
    ):
        return index + 2, grammar.dollars[words[index + 1]]
    return index + 1, unit


def as_times(tokens: Tokens, number: Number, grammar: UnitsGrammar) -> Measured | None:
    """Return a multiple: "three times as much"; "three times" alone is none."""
    words, index = tokens.words, number.last
    if index + 1 >= len(words) or words[index] not in grammar.times or number.value <= 1:
        return None
    return with_unit(number, number.first, index + 1, TIMES) if grammar.times_after.at(words, index + 1) else None


def as_fraction(tokens: Tokens, number: Number, grammar: UnitsGrammar) -> Measured | None:
    """Return a part of something named, or by which something changed: "un quart des dépenses", "shrunk by a third"."""
    words, index = tokens.words, number.last
    if number.form != "fraction":
        return _as_ratio(tokens, number, grammar)
    measured = with_unit(number, number.first, index, FRACTION)
    if words[index : index + 1] and words[index] in grammar.either:
        index += 2
    if index >= len(words) or words[index] not in grammar.parts_of:
        before = words[number.first - 1] if number.first else ""
        is_used = index < len(words) and tokens.is_joined(index - 1) and words[index] in grammar.parted
        if _are_several_parts(words, number, grammar):
            return replace(measured, is_part=True)
        if is_used and not (words[number.first] == words[index - 1] and before in grammar.articles):
            return replace(measured, is_part=True)
        return measured if before in grammar.by and not _is_ordinal(words, number, grammar) else None
    for at in range(index + 1, min(index + 4, len(words))):
        hit = grammar.counted.at(words, at)
        if hit is not None:
            return replace(measured, is_part=True, counted=hit.label)
        if words[at] in grammar.timed or (len(words[at]) == 4 and words[at].isdecimal()):
            return None
    return replace(measured, is_part=True)


def _are_several_parts(words: Sequence[str], number: Number, grammar: UnitsGrammar) -> bool:
    """Whether the number is two thirds, three quarters …, which nothing else is, and not of a time."""
    is_one = number.last - number.first < _PAIR or words[number.first] in (*grammar.articles, *grammar.ones)
    after = words[number.last] if number.last < len(words) else ""
    return not is_one and words[number.last - 1] not in grammar.ordinals and after not in grammar.timed


def _as_ratio(tokens: Tokens, number: Number, grammar: UnitsGrammar) -> Measured | None:
    """Return so many out of so many: "one in four", "six Bordurians in ten", "un sur trois"."""
    words, at = tokens.words, number.last
    if at < len(words) and words[at] not in grammar.ratios and words[at] not in grammar.parts and number.value > 1:
        at += 1
    if at + 1 < len(words) and words[at] in grammar.parts and words[at + 1] in grammar.out_of:
        at += 1
    elif at >= len(words) or words[at] not in grammar.ratios:
        return None
    if number.scale > 1 or at + 1 >= len(words) or not tokens.is_joined(at):
        return None
    whole = grammar.wholes.get(words[at + 1])
    after = words[at + 2] if at + 2 < len(words) else ""
    if whole is None or not 0 < number.value < whole or after in grammar.timed or after in grammar.wholes:
        return None
    if number.value > 1 and whole not in _ROUND:
        return None
    part = replace(number, value=number.value / whole, form="fraction")
    return replace(with_unit(part, number.first, at + 2, FRACTION), step=Decimal("0.01"), is_part=True)


def _is_ordinal(words: Sequence[str], number: Number, grammar: UnitsGrammar) -> bool:
    """Whether "a third" goes on with a noun, as in "a third term"."""
    after = words[number.last] if number.last < len(words) else ""
    return words[number.last - 1] in grammar.ordinals and after[:1].isalnum() and after not in grammar.uncounted
