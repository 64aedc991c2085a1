"""How a number is hedged, and which two numbers are the ends of one range."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from typing import Literal

from quotepart.extraction.figures.numbers import Number
from quotepart.extraction.figures.units import COUNT, MONEY_UNKNOWN, OF_GDP, PERCENT, Measured, is_year
from quotepart.extraction.languages.language import Language
from quotepart.extraction.text.tokens import Phrasebook, Tokens
from quotepart.model.amount import Qualifier
from quotepart.model.frozen import dataclass

End = Literal["", "from", "to"]
_PERCENTAGES = (PERCENT, OF_GDP)
_CODE = 3  # letters of a currency
_FAR = 6  # tokens before the start of a movement in which "from" may stand: "from its current level of 0.5 %"
_MOVED = 30  # tokens before it in which the word of movement may stand
_HEDGE_ROOM = 4  # tokens between two ends of a range, hedges included: "entre 2 et peut-être 3 %"
_ARTICLE = 2  # tokens between two ends of a range where an article stands before the second: "entre 1 et les 2 %"


@dataclass(frozen=True, slots=True, kw_only=True)
class HedgesGrammar:
    """The words that hedge a number or tie two; made by ``compile_hedges``."""

    before: Phrasebook[Qualifier]
    after: Phrasebook[Qualifier]
    definite: frozenset[str]
    between: frozenset[str]
    both: frozenset[str]
    to: frozenset[str]
    either: frozenset[str]
    opens: frozenset[str]
    far: frozenset[str]
    by: frozenset[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Stated:
    """A measured number with its hedge; ``end`` tells the start from the goal of a movement ("from 1.2 to 2 %")."""

    measured: Measured
    qualifier: Qualifier
    first: int
    end: End = ""


def compile_hedges(language: Language) -> HedgesGrammar:
    """Return the grammar made from the language's table ``figures``."""
    hedges, ranges = language.tables["figures"]["hedges"], language.tables["figures"]["ranges"]
    return HedgesGrammar(
        before=Phrasebook.from_lists(hedges["before"]),
        after=Phrasebook.from_lists(hedges["after"]),
        definite=frozenset(ranges["skipped"]),
        between=frozenset(ranges["between"]),
        both=frozenset(ranges["both"]),
        to=frozenset(ranges["to"]),
        either=frozenset(ranges["either"]),
        opens=frozenset(ranges["from"]),
        far=frozenset(ranges["from_afar"]),
        by=frozenset(ranges["by"]),
    )


def qualify(tokens: Tokens, measured: Measured, grammar: HedgesGrammar) -> tuple[Qualifier, int]:
    """Return the hedge of a number and the token at which number and hedge begin."""
    if measured.high is not None:
        return "between", measured.first
    words, first = tokens.words, measured.first
    for at in (first, first - 1):
        if at < 1 or (at < first and words[at] not in grammar.definite):
            break
        hit = grammar.before.ending_at(words, at)
        if hit is not None:
            return hit.label, hit.first
    after = grammar.after.at(words, measured.last) if measured.last < len(words) else None
    if after is not None:
        return after.label, first
    return ("about" if measured.number.form == "collective" else "exact"), first


def tie_numbers(
    tokens: Tokens,
    numbers: Sequence[Number],
    measures: Sequence[Measured | None],
    grammar: HedgesGrammar,
    moves: Sequence[int],
) -> list[tuple[Measured, End]]:
    """Return the measured numbers, two ends of a range as one, a unit said once given to both.

    ``moves`` are the tokens of words of movement, after which "from … to …" are two figures and not a range.
    """
    measures = _with_listed(tokens, numbers, measures)
    tied: list[tuple[Measured, End]] = []
    at = len(numbers) - 1
    while at >= 0:
        upper = _in_currency_of(measures[at - 1] if at else None, measures[at])
        lower = (
            _lower(tokens, numbers[at - 1], measures[at - 1], upper, grammar, moves)
            if at > 0 and upper is not None
            else None
        )
        if upper is None or lower is None:
            if upper is not None:
                tied.append((upper, ""))
            at -= 1
            continue
        joined, is_movement = _join(tokens, lower, upper, grammar, moves)
        if joined is not None:
            tied.append((joined, ""))
        else:
            tied += [(upper, "to" if is_movement else ""), (lower, "from" if is_movement else "")]
        at -= 2
    return tied[::-1]


def _in_currency_of(lower: Measured | None, upper: Measured | None) -> Measured | None:
    """ "€7 to 8bn": the sign before the first number holds for both."""
    if lower is None or upper is None or upper.unit != MONEY_UNKNOWN or lower.number.scale > upper.number.scale:
        return upper
    is_near = upper.first - lower.last <= _HEDGE_ROOM and len(lower.unit) == _CODE and lower.unit.isupper()
    return replace(upper, unit=lower.unit) if is_near else upper


def _lower(
    tokens: Tokens,
    number: Number,
    measured: Measured | None,
    upper: Measured,
    grammar: HedgesGrammar,
    moves: Sequence[int],
) -> Measured | None:
    """The number before ``upper`` where a word ties the two, with the unit of ``upper`` if it has none of its own."""
    last = measured.last if measured is not None else number.last
    if upper.first < last:
        return None
    is_movement = _has_opening(tokens, number.first, grammar) and _moves(number.first, moves)
    if not _are_tied(tokens, last, upper.first, grammar) and not (
        is_movement and _goes_to(tokens, last, upper.first, grammar)
    ):
        return None
    if measured is not None and measured.unit == upper.unit:
        return _on_same_scale(measured, upper)
    if measured is not None and measured.unit in _PERCENTAGES and upper.unit in _PERCENTAGES:
        return measured
    if measured is not None and measured.unit not in (MONEY_UNKNOWN, COUNT):
        return None
    if measured is not None and measured.noun is not None and upper.unit != COUNT:
        return None
    if (is_year(tokens, number) and upper.unit != COUNT) or number.form == "fraction" or _is_inside(tokens, number):
        return None
    bare = _with_unit_of(number, upper)
    if bare.unit == COUNT and number.other is not None:
        bare = replace(bare, value=number.other)
    return _on_same_scale(bare, upper)


def _with_listed(
    tokens: Tokens, numbers: Sequence[Number], measures: Sequence[Measured | None]
) -> list[Measured | None]:
    """Give the unit said at the end of a list to all its numbers."""
    given = list(measures)
    for at in range(len(given) - 2, -1, -1):
        upper = given[at + 1]
        if given[at] is None and upper is not None and _is_listed(tokens, numbers[at], upper):
            given[at] = _with_unit_of(numbers[at], upper)
    return given


def _is_listed(tokens: Tokens, number: Number, upper: Measured) -> bool:
    """Whether a number with decimals stands in a list that says its unit once: "Poland 4.12, Estonia 3.43 percent"."""
    between = tokens.words[number.last : upper.first]
    has_decimals = number.form == "digits" and number.step < 1
    return (
        upper.unit in _PERCENTAGES
        and has_decimals
        and 1 <= len(between) <= 5
        and ("," in between[:1] or len(between[0]) <= 3)
    )


def _with_unit_of(number: Number, upper: Measured) -> Measured:
    return Measured(
        number=number,
        first=number.first,
        last=number.last,
        unit=upper.unit,
        value=number.value,
        step=number.step,
        counted=upper.counted,
    )


def _is_inside(tokens: Tokens, number: Number) -> bool:
    start = tokens.starts[number.first]
    return start > 0 and (tokens.folded[start - 1].isalnum() or tokens.folded[start - 1] in "/:")


def _on_same_scale(lower: Measured, upper: Measured) -> Measured:
    """ "2 à 3 milliards": the scale said once holds for both."""
    scale = upper.number.scale
    if lower.number.scale == 1 and scale > 1 and lower.value * scale <= upper.value * 10:
        return replace(lower, value=lower.value * scale, step=lower.step * scale)
    return lower


def _are_tied(tokens: Tokens, last: int, first: int, grammar: HedgesGrammar) -> bool:
    between = tokens.words[last:first]
    if not between:
        return tokens.gap(last - 1) in ("-", " - ")
    if between[0] not in grammar.to or len(between) > _HEDGE_ROOM:
        return False
    hedge = grammar.before.ending_at(tokens.words, first)
    is_hedged = hedge is not None and hedge.first <= last + 1
    return len(between) == 1 or is_hedged or (len(between) == _ARTICLE and between[-1] in grammar.definite)


def _goes_to(tokens: Tokens, last: int, first: int, grammar: HedgesGrammar) -> bool:
    """Whether a movement goes on to the second number behind a few words: "from 2 % this year to 3 %"."""
    between = tokens.words[last:first]
    return 1 < len(between) <= _FAR and between[-1] in grammar.to and between[-1] not in grammar.both


def _has_opening(tokens: Tokens, first: int, grammar: HedgesGrammar) -> bool:
    """Whether a word for where a movement starts stands right before the number."""
    return any(word in grammar.opens for word in tokens.words[max(0, first - 2) : first])


def _moves(first: int, moves: Sequence[int]) -> bool:
    return any(first - _MOVED < at < first for at in moves)


def _join(
    tokens: Tokens, lower: Measured, upper: Measured, grammar: HedgesGrammar, moves: Sequence[int]
) -> tuple[Measured | None, bool]:
    words = tokens.words
    tie = words[lower.last] if lower.last < upper.first else "-"
    if lower.noun is not None and upper.noun is not None:
        return None, False
    is_between = any(word in grammar.between for word in words[max(0, lower.first - 3) : lower.first])
    opens = _has_opening(tokens, lower.first, grammar) or not grammar.far.isdisjoint(
        words[max(0, lower.first - _FAR) : lower.first]
    )
    is_movement = opens and tie not in grammar.either and _moves(lower.first, moves)
    is_list = tie in grammar.both and not is_between
    is_list = is_list or (lower.first > 0 and words[lower.first - 1] in grammar.by)
    if is_movement or is_list or upper.value <= lower.value:
        return None, is_movement or (opens and not is_list)
    step = min(lower.step, upper.step)
    return replace(upper, first=lower.first, value=lower.value, high=upper.value, step=Decimal(step)), False
