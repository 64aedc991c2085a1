"""What a number measures in print: money, a percentage, points, or things counted; and which numbers are none of these."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from decimal import Decimal

from quotepart.extraction.languages.language import Language
from quotepart.extraction.numbers import Number
from quotepart.extraction.tokens import Hit, Phrasebook, Tokens

COUNT, PERCENT, POINTS, OF_GDP, TIMES, FRACTION = "count", "percent", "points", "percent_of_gdp", "times", "fraction"
ELLIPSIS = "ellipsis"  # of a count: the noun was said before
MONEY_UNKNOWN = "money"  # a scale without currency or noun ("41 milliards"): the context says which

_FIRST_YEAR, _LAST_YEAR = 1900, 2100
_FEW = 10  # a number up to this in words counts only what the tables name: "trois priorités" is no figure
_REACH = 3  # words looked at between a number and what it counts


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
        units=Phrasebook.from_lists(table["units"]),
        product=Phrasebook.from_lists({True: table["product"]}),
        counted=Phrasebook.from_lists(table["counted"]),
        elliptic=Phrasebook.from_lists({True: table["elliptic"]}),
        times_after=Phrasebook.from_lists({True: table["times_after"]}),
        comparison=Phrasebook.from_lists({True: table["comparison"]}),
        plurals=tuple(table["plurals"]),
        by=frozenset(language.tables["figures"]["change"]["by"]),
        inside_fraction=frozenset(language.tables["numbers"]["inside_fraction"]),
        **{name: frozenset(table[name]) for name in _SETS},
    )


_SETS = (
    "links", "product_links", "parts_of", "not_parts", "times", "definite", "naming", "uncounted", "qualities", "timed", "out_of", "only",
)  # fmt: skip


def measure(tokens: Tokens, number: Number, grammar: UnitsGrammar, text: str) -> Measured | None:
    """Return ``number`` with its unit, ``None`` where it has none: a date, an age, the number of an article, a name.

    ``text`` is the document's own text, whose capitals tell names.
    """
    if _is_attached(tokens, number, grammar):
        return None
    return (
        _in_units(tokens, number, grammar)
        or _money(tokens, number, grammar)
        or _times(tokens, number, grammar)
        or _fraction(tokens, number, grammar)
        or _count(tokens, number, grammar, text)
        or _scale_alone(number)
    )


def is_year(tokens: Tokens, number: Number) -> bool:
    """Whether the number is written as a year is: four digits between 1900 and 2100."""
    word = tokens.words[number.first]
    return (
        number.last == number.first + 1
        and len(word) == 4
        and word.isdecimal()
        and _FIRST_YEAR <= int(word) < _LAST_YEAR
    )


def _measured(number: Number, first: int, last: int, unit: str) -> Measured:
    return Measured(number=number, first=first, last=last, unit=unit, value=number.value, step=number.step)


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
        return before != "-" or folded[start - 2].isalpha()
    if after.isalpha() and not number.short:
        return not _has_unit_at(tokens, number.last, grammar)
    return after in ("/", ":") and folded[end + 1 : end + 2].isdecimal()


def _is_code(tokens: Tokens, number: Number, grammar: UnitsGrammar) -> bool:
    index = number.first - 1
    return index >= 0 and grammar.currencies.at(tokens.words, index) is not None


def _has_unit_at(tokens: Tokens, index: int, grammar: UnitsGrammar) -> bool:
    words = tokens.words
    return grammar.units.at(words, index) is not None or grammar.currencies.at(words, index) is not None


def _in_units(tokens: Tokens, number: Number, grammar: UnitsGrammar) -> Measured | None:
    """Percentages and points, also after a fraction: "half a percentage point"."""
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
    if hit is None:
        return None
    product = _product_at(tokens, hit.last, grammar) if hit.label == PERCENT else None
    if product is not None:
        return _measured(number, number.first, product, OF_GDP)
    measured = _measured(number, number.first, hit.last, hit.label)
    is_part = hit.last + 1 < len(words) and words[hit.last] in grammar.parts_of and tokens.is_joined(hit.last - 1)
    is_part = is_part and words[hit.last + 1] not in grammar.not_parts
    return replace(measured, is_part=is_part and hit.label == PERCENT)


def _product_at(tokens: Tokens, index: int, grammar: UnitsGrammar) -> int | None:
    words = tokens.words
    for at in range(index, min(index + 7, len(words))):
        hit = grammar.product.at(words, at)
        if hit is not None:
            return hit.last
        if words[at] not in grammar.product_links:
            return None
    return None


def _money(tokens: Tokens, number: Number, grammar: UnitsGrammar) -> Measured | None:
    words = tokens.words
    first, before = _currency_before(tokens, number.first, grammar)
    last, after = _currency_after(tokens, number.last, grammar)
    unit = after if after and after != "USD" else before or after
    return _measured(number, first, last if after else number.last, unit) if unit and words else None


def _currency_before(tokens: Tokens, index: int, grammar: UnitsGrammar) -> tuple[int, str]:
    words = tokens.words
    if index < 1:
        return index, ""
    word, gap = words[index - 1], tokens.gap(index - 1)
    if word in grammar.symbols and gap in ("", " "):
        letters = words[index - 2] if index > 1 and tokens.gap(index - 2) == "" else ""
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
        if at < len(words) and words[at] not in grammar.links:
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


def _times(tokens: Tokens, number: Number, grammar: UnitsGrammar) -> Measured | None:
    words, index = tokens.words, number.last
    if index + 1 >= len(words) or words[index] not in grammar.times or number.value <= 1:
        return None
    return _measured(number, number.first, index + 1, TIMES) if grammar.times_after.at(words, index + 1) else None


def _fraction(tokens: Tokens, number: Number, grammar: UnitsGrammar) -> Measured | None:
    """A part of something named, or by which something changed: "un quart des dépenses", "shrunk by a third"."""
    words, index = tokens.words, number.last
    if number.form != "fraction":
        return None
    measured = _measured(number, number.first, index, FRACTION)
    if index >= len(words) or words[index] not in grammar.parts_of:
        before = words[number.first - 1] if number.first else ""
        after = words[index] if index < len(words) else ""
        return measured if before in grammar.by and after not in grammar.uncounted and not after.isdecimal() else None
    for at in range(index + 1, min(index + 4, len(words))):
        hit = grammar.counted.at(words, at)
        if hit is not None:
            return replace(measured, is_part=True, counted=hit.label)
        if words[at] in grammar.timed or words[at].isdecimal():
            return None
    return replace(measured, is_part=True)


def _count(tokens: Tokens, number: Number, grammar: UnitsGrammar, text: str) -> Measured | None:
    is_plain = number.form != "fraction" and number.short not in ("k", "m", "t", "b") and number.value != 1
    if not is_plain or _is_named(tokens, number, grammar, text):
        return None
    noun = None if _is_out_of(tokens, number, grammar) else _noun_after(tokens, number, grammar, text)
    if noun is None:
        return _elliptic(tokens, number, grammar)
    kind, is_few = noun[2], number.form == "words" and number.value <= _FEW
    if is_few and (kind == "" or _is_definite(tokens, number, grammar)):
        return None
    if is_year(tokens, number) and (kind == "" or noun[0] > number.last or _is_definite(tokens, number, grammar)):
        return None
    value = number.value if number.other is None else number.other
    if value != int(value) or (number.scale >= 1_000_000_000 and kind == ""):
        return None
    counted = _measured(number, number.first, noun[1], COUNT)
    return replace(counted, counted=kind or "thing", noun=(noun[0], noun[1]), value=value)


def _is_definite(tokens: Tokens, number: Number, grammar: UnitsGrammar) -> bool:
    return number.first > 0 and tokens.words[number.first - 1] in grammar.definite


def _is_out_of(tokens: Tokens, number: Number, grammar: UnitsGrammar) -> bool:
    """Whether the number is the whole of "seven of 29" and no noun of its own can follow but a known one."""
    words = tokens.words
    if number.first < 2 or words[number.first - 1] not in grammar.out_of or not words[number.first - 2][0].isalnum():
        return False
    return number.last >= len(words) or grammar.counted.at(words, number.last) is None


def _is_named(tokens: Tokens, number: Number, grammar: UnitsGrammar, text: str) -> bool:
    """Whether the word before makes the number a name: "article 5", "Leopard 2"."""
    if number.first == 0 or number.form != "digits":
        return False
    index = number.first - 1
    word = tokens.words[index]
    if (
        word in (".", "°")
        and index > 0
        and tokens.words[index - 1] in grammar.naming
        and len(tokens.words[index - 1]) <= 4
    ):
        return True
    if word in grammar.naming and tokens.gap(index) in (" ", ""):
        return True
    is_capital = text[tokens.starts[index]].isupper() and index > 0 and tokens.gap(index) in (" ", "-", "\n")
    is_common = (
        word in grammar.uncounted or word in grammar.definite or word in grammar.qualities or word in grammar.links
    )
    is_short = number.last == number.first + 1 and len(tokens.words[number.first]) <= 4
    return is_capital and is_short and not is_common and "." not in word


def _noun_after(tokens: Tokens, number: Number, grammar: UnitsGrammar, text: str) -> tuple[int, int, str] | None:
    """The noun counted: its tokens and kind ("" where the tables do not know it, but it is a plural)."""
    words, index = tokens.words, number.last
    if (
        index < len(words)
        and words[index] in grammar.links
        and (number.form == "collective" or number.scale >= 1_000_000)
    ):
        index += 1
    unknown: int | None = None
    for at in range(index, min(index + 1 + _REACH, len(words))):
        if not tokens.is_joined(at - 1) or not words[at][0].isalpha():
            break
        hit = grammar.counted.at(words, at)
        if hit is not None and not _goes_on(tokens, hit, grammar):
            return index, hit.last, hit.label
        if words[at] in grammar.uncounted or words[at] in grammar.links:
            break
        is_quality = words[at] in grammar.qualities or text[tokens.starts[at]].isupper()
        if unknown is None and not is_quality and words[at].endswith(grammar.plurals):
            unknown = at
        elif unknown is None and not is_quality and at > index:
            break
    return None if unknown is None else (index, unknown + 1, "")


def _goes_on(tokens: Tokens, hit: Hit[str], grammar: UnitsGrammar) -> bool:
    """Whether the word found is but the first of two: "member" before "states", "NATO" before "allies"."""
    words = tokens.words
    is_quality = hit.last == hit.first + 1 and words[hit.first] in grammar.qualities
    joined = hit.last < len(words) and tokens.is_joined(hit.last - 1)
    return is_quality and joined and grammar.counted.at(words, hit.last) is not None


def _elliptic(tokens: Tokens, number: Number, grammar: UnitsGrammar) -> Measured | None:
    """A count whose noun is left out: "5.600 autres", "23 of them", "22 sur 32", "against three", "over 300,000"."""
    words, index = tokens.words, number.last
    if number.form == "fraction" or is_year(tokens, number) or number.scale >= 1_000_000:
        return None
    value = number.value if number.other is None else number.other
    if value != int(value) or value <= 1:
        return None
    joined = index < len(words) and tokens.is_joined(index - 1)
    hit = grammar.elliptic.at(words, index) if joined else None
    counts = hit is not None or (
        joined and words[index] in grammar.out_of and index + 1 < len(words) and words[index + 1][0].isdecimal()
    )
    if not counts and not _is_compared(tokens, number, grammar) and not _is_out_of(tokens, number, grammar):
        if value < 10_000 and not (value >= 1000 and len(words[number.first]) > 4):
            return None
    last = hit.last if hit is not None and words[hit.first] in grammar.qualities else index
    return replace(_measured(number, number.first, last, COUNT), counted=ELLIPSIS, value=value)


def _is_compared(tokens: Tokens, number: Number, grammar: UnitsGrammar) -> bool:
    """Whether the number is set against another: "contre seulement trois", "compared with just three"."""
    words, at = tokens.words, number.first
    for _ in range(2):
        if at and grammar.comparison.ending_at(words, at) is not None:
            return True
        if not at or (words[at - 1] not in grammar.only and words[at - 1] not in grammar.definite):
            return False
        at -= 1
    return bool(at) and grammar.comparison.ending_at(words, at) is not None


def _scale_alone(number: Number) -> Measured | None:
    """Billions of nothing said: money, whose currency the context gives."""
    if number.form != "fraction" and number.value >= 1_000_000_000 and number.last - number.first > 1:
        return _measured(number, number.first, number.last, MONEY_UNKNOWN)
    return None
