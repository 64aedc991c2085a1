"""Numbers in digits and words, read in the manner of a language: value and worth of the last significant digit."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from fractions import Fraction
from typing import Literal

from ahocorasick_rs import AhoCorasick, MatchKind

from quotepart.extraction.figures.digits import read_digits, significant_step
from quotepart.extraction.languages.language import Language
from quotepart.extraction.text.tokens import Phrasebook, Tokens
from quotepart.model.frozen import dataclass

Form = Literal["digits", "words", "fraction", "collective"]

_DIGITS = re.compile(r"\d++")
_MOST_PLACES = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Number:
    """A number in a text: its tokens ``first`` up to ``last``, its value and the unit of its last significant digit.

    ``other`` is what the digits would mean by another language's habit ("34,000" in French), where that is possible.
    ``short`` is the abbreviated scale used ("m", "bn"), which some readings forbid; ``scale`` is the power of ten that
    a word of scale put on the rest ("41 milliards").
    """

    first: int
    last: int
    value: Decimal
    step: Decimal
    form: Form
    other: Decimal | None = None
    short: str = ""
    scale: Decimal = Decimal(1)


@dataclass(frozen=True, slots=True, kw_only=True)
class NumbersGrammar:
    """How a language writes numbers; made by ``compile_numbers``.

    A number begins in digits or at one of the ``openings``; at one of the ``lone_articles`` only before ``after_article``.
    """

    decimal: str
    atoms: Phrasebook[int]
    scales: Mapping[str, int]
    short_scales: Mapping[str, int]
    collectives: Mapping[str, int]
    denominators: Mapping[str, int]
    points: frozenset[str]
    halves: Mapping[str, Decimal]
    ones_before: frozenset[str]
    joins: frozenset[str]
    bare_scales: frozenset[str]
    articles: frozenset[str]
    inside_fraction: frozenset[str]
    openings: frozenset[str]
    lone_articles: frozenset[str]
    after_article: frozenset[str]
    automaton: AhoCorasick


def compile_numbers(language: Language) -> NumbersGrammar:
    """Return the grammar made from the language's table ``numbers``."""
    table = language.tables["numbers"]
    words = (*table["atoms"], *table["scales"], *table["collectives"], *table["denominators"], *table["halves"])
    return NumbersGrammar(
        decimal=table["decimal"],
        atoms=Phrasebook(table["atoms"]),
        scales=table["scales"],
        short_scales=table["short_scales"],
        collectives=table["collectives"],
        denominators=table["denominators"],
        points=frozenset(table["points"]),
        halves={word: _decimal(Fraction(text)) for word, text in table["halves"].items()},
        ones_before=frozenset(table["ones_before"]),
        bare_scales=frozenset(table["bare_scales"]),
        joins=frozenset(table["joins"]),
        articles=frozenset(table["articles"]),
        inside_fraction=frozenset(table["inside_fraction"]),
        openings=frozenset((*(word.split()[0] for word in words), *table["articles"])),
        lone_articles=frozenset(table["articles"]) - {word.replace("-", " ").split()[0] for word in words},
        after_article=frozenset((*words, *table["ones_before"], *table["joins"])),
        automaton=AhoCorasick(sorted({word.split()[0] for word in words}), matchkind=MatchKind.LeftmostLongest),
    )


def read_numbers(tokens: Tokens, grammar: NumbersGrammar) -> list[Number]:
    """Return the numbers of ``tokens`` from left to right, none overlapping another; articles alone are no numbers."""
    found: list[Number] = []
    free = 0
    words, openings = tokens.words, grammar.openings
    for index in [at for at, word in enumerate(words) if word in openings or word[0].isdecimal()]:
        if index >= free:
            is_digits = words[index][0].isdecimal()
            number = _in_digits(tokens, index, grammar) if is_digits else _in_words(tokens, index, grammar)
            if number is not None:
                found.append(number)
                free = number.last
    return found


def candidates(folded: str, start: int, end: int, grammar: NumbersGrammar) -> Iterator[int]:
    """Yield where a number may begin between two offsets: at digits first, then at words that numbers are made of."""
    for match in _DIGITS.finditer(folded, start, end):
        yield match.start()
    for _, at, _ in grammar.automaton.find_matches_as_indexes(folded[start:end]):
        yield start + at


def _decimal(fraction: Fraction) -> Decimal:
    return Decimal(fraction.numerator) / Decimal(fraction.denominator)


def _in_digits(tokens: Tokens, index: int, grammar: NumbersGrammar) -> Number | None:
    read = read_digits(tokens.words[index], grammar.decimal)
    if read is None:
        return None
    value, step, other = read
    last = index + 1
    added = _mixed(tokens, last, grammar)
    if added is not None and other is None:
        part, last = added
        value, step = value + part, min(part, Decimal("0.5"))
    return _scaled(tokens, Number(first=index, last=last, value=value, step=step, form="digits", other=other), grammar)


def _mixed(tokens: Tokens, index: int, grammar: NumbersGrammar) -> tuple[Decimal, int] | None:
    """A fraction added to a whole number: "2½", "1-and-a-quarter", "two and a half"."""
    words = tokens.words
    if index >= len(words) or not tokens.is_joined(index - 1):
        return None
    if words[index] in grammar.halves and not words[index].isalpha():
        return grammar.halves[words[index]], index + 1
    if words[index] not in grammar.joins:
        return None
    after = index + 1
    if after < len(words) and words[after] in grammar.articles:
        after += 1
    if after < len(words) and words[after] in grammar.denominators:
        return Decimal(1) / grammar.denominators[words[after]], after + 1
    return None


def _scaled(tokens: Tokens, number: Number, grammar: NumbersGrammar) -> Number:
    """Multiply by the scales that follow ("41 milliards", "$41bn", "2 millions et demi")."""
    words, last = tokens.words, number.last
    scale, short = Decimal(1), ""
    while last < len(words) and tokens.is_joined(last - 1):
        word = words[last]
        if word in grammar.scales:
            scale *= grammar.scales[word]
        elif not short and word in grammar.short_scales and words[last - 1][0].isdecimal():
            scale, short = scale * grammar.short_scales[word], word
        else:
            break
        last += 1
    value, step = number.value * scale, number.step * scale
    if scale > 1 and (added := _mixed(tokens, last, grammar)) is not None:
        value, step, last = value + added[0] * scale, scale * Decimal("0.1"), added[1]
    if scale == 1:
        return number if last == number.last else _moved(number, last)
    return Number(first=number.first, last=last, value=value, step=step, form=number.form, short=short, scale=scale)


def _moved(number: Number, last: int) -> Number:
    return Number(
        first=number.first, last=last, value=number.value, step=number.step, form=number.form, other=number.other
    )


def _in_words(tokens: Tokens, index: int, grammar: NumbersGrammar) -> Number | None:
    words = tokens.words
    if words[index] in grammar.lone_articles and not grammar.after_article.intersection(words[index + 1 : index + 2]):
        return None
    return (
        _part_of_a_whole(tokens, index, grammar)
        or _collective(tokens, index, grammar)
        or _composed(tokens, index, grammar)
        or _article(tokens, index, grammar)
    )


def _article(tokens: Tokens, index: int, grammar: NumbersGrammar) -> Number | None:
    words = tokens.words
    one = Number(first=index, last=index + 1, value=Decimal(1), step=Decimal(1), form="words")
    if words[index] in grammar.articles and index + 1 < len(words) and words[index + 1] in grammar.ones_before:
        return one
    if words[index] in grammar.articles and _mixed(tokens, index + 1, grammar) is not None:
        return _with_half(tokens, one, grammar)
    return None


def _collective(tokens: Tokens, index: int, grammar: NumbersGrammar) -> Number | None:
    """ "une dizaine", "a dozen", "two dozen"; "des dizaines" is vague and no number."""
    words = tokens.words
    atom = None if words[index] in grammar.articles else grammar.atoms.at(words, index)
    after = index + 1 if words[index] in grammar.articles else atom.last if atom else None
    if after is None or after >= len(words):
        return None
    size = grammar.collectives.get(words[after]) or (
        grammar.collectives.get(words[after].removesuffix("s")) if atom else None
    )
    if size is None:
        return None
    value = Decimal(size * (atom.label if atom else 1))
    number = Number(first=index, last=after + 1, value=value, step=significant_step(value), form="collective")
    link = after + 1
    if link + 1 < len(words) and words[link] in grammar.inside_fraction and words[link + 1] in grammar.scales:
        return _scaled(tokens, _moved(number, link + 1), grammar)
    return number


def _part_of_a_whole(tokens: Tokens, index: int, grammar: NumbersGrammar) -> Number | None:
    """Fractions: "un quart", "two-thirds", "la moitié", and of a scale "half a trillion"."""
    words = tokens.words
    part: Decimal | None = None
    last = index + 1
    atom = grammar.atoms.at(words, index)
    count = 1 if words[index] in grammar.articles else atom.label if atom else None
    after = atom.last if atom else index + 1
    if (
        count is not None
        and after < len(words)
        and tokens.is_joined(after - 1)
        and words[after] in grammar.denominators
    ):
        if 0 < count < grammar.denominators[words[after]]:
            part, last = Decimal(count) / grammar.denominators[words[after]], after + 1
    elif words[index] in grammar.halves:
        part = grammar.halves[words[index]]
    if part is None:
        return None
    scaled = _of_a_scale(tokens, last, grammar)
    if scaled is None:
        return Number(first=index, last=last, value=part, step=Decimal("0.01"), form="fraction")
    scale, end = scaled
    form: Form = "collective" if words[end - 1] in grammar.collectives else "words"
    return Number(first=index, last=end, value=part * scale, step=scale * Decimal("0.1"), form=form)


def _of_a_scale(tokens: Tokens, index: int, grammar: NumbersGrammar) -> tuple[int, int] | None:
    words = tokens.words
    for skipped in range(3):
        at = index + skipped
        if at >= len(words):
            return None
        size = grammar.scales.get(words[at]) or grammar.collectives.get(words[at], 0)
        if size >= 1000:
            return size, at + 1
        if words[at] not in grammar.inside_fraction:
            return None
    return None


def _composed(tokens: Tokens, index: int, grammar: NumbersGrammar) -> Number | None:
    """A number put together from words: "vingt et un", "two hundred and five thousand", "un milliard"."""
    words = tokens.words
    total, current, at = 0, 0, index
    if words[at] in grammar.articles:
        if at + 1 >= len(words) or words[at + 1] not in grammar.scales:
            return None
        current, at = 1, at + 1
    elif words[at] in grammar.scales and words[at] not in grammar.bare_scales:
        return None
    began = at
    while at < len(words) and (at == began or tokens.is_joined(at - 1)):
        if words[at] in grammar.scales:
            raised = _times_scale(total, current, grammar.scales[words[at]])
            if raised is None:
                return None
            (total, current), at = raised, at + 1
            continue
        added = _next_part(words, at, current, grammar, is_first=at == began)
        if added is None:
            break
        current, at = current + added[0], added[1]
    if at == began:
        return None
    value, scale = Decimal(total + current), Decimal(grammar.scales.get(words[at - 1], 1))
    number = Number(first=index, last=at, value=value, step=significant_step(value), form="words", scale=scale)
    return _with_half(tokens, number, grammar)


def _times_scale(total: int, current: int, scale: int) -> tuple[int, int] | None:
    """Put a word of scale to what was read: "trois" then "cents", "deux cent" then "mille", "mille" then "milliards"."""
    if scale == 100 and current < 10:
        return total, max(current, 1) * 100
    if total and total < scale >= 1_000_000:
        return (total + current) * scale, 0
    if current or not total:
        fits = total == 0 or total % (scale * 1000) == 0 or total > scale
        return (total + max(current, 1) * scale, 0) if fits else None
    return total * scale, 0


def _next_part(
    words: Sequence[str], at: int, current: int, grammar: NumbersGrammar, *, is_first: bool
) -> tuple[int, int] | None:
    """The unit or ten at token ``at``, or after "and", that may go on with ``current``: its value and the token after it."""
    joined = not is_first and words[at] in grammar.joins and at + 1 < len(words)
    start = at + 1 if joined else at
    atom = grammar.atoms.at(words, start)
    value = atom.label if atom else 1 if joined and words[start] in grammar.articles else None
    if value is None or not (is_first or _may_add(current, value, is_joined=joined)):
        return None
    return value, atom.last if atom else start + 1


def _with_spoken_places(tokens: Tokens, number: Number, grammar: NumbersGrammar) -> Number | None:
    """The places read out after a whole number: "one point three", "deux virgule cinq"."""
    words, at, places = tokens.words, number.last + 1, ""
    if at >= len(words) or words[number.last] not in grammar.points or number.scale > 1:
        return None
    while (
        at < len(words)
        and (atom := grammar.atoms.at(words, at)) is not None
        and (not places or len(places) < _MOST_PLACES)
    ):
        if atom.label > 9 and places:
            break
        places, at = places + str(atom.label), atom.last
    if not places or len(places) > _MOST_PLACES:
        return None
    value, step = number.value + Decimal(f"0.{places}"), Decimal(1).scaleb(-len(places))
    return _scaled(tokens, Number(first=number.first, last=at, value=value, step=step, form="words"), grammar)


def _with_half(tokens: Tokens, number: Number, grammar: NumbersGrammar) -> Number:
    """Add "et demi": half of the last scale, or of one; "two and a half billion" is scaled after that."""
    if (spoken := _with_spoken_places(tokens, number, grammar)) is not None:
        return spoken
    added = _mixed(tokens, number.last, grammar)
    if added is None:
        return number
    part, last = added
    before = grammar.scales.get(tokens.words[number.last - 1], 1)
    scale = Decimal(before if before >= 1000 else 1)
    tenth = scale * Decimal("0.1")
    value = number.value + part * scale
    raised = Number(first=number.first, last=last, value=value, step=tenth, form="words", scale=scale)
    return raised if scale > 1 else _scaled(tokens, raised, grammar)


def _may_add(current: int, value: int, *, is_joined: bool) -> bool:
    """Whether ``value`` may follow ``current`` inside one number: "vingt" then "deux", never "cinq" then "six"."""
    tail = current % 100
    if tail == 0:
        return current > 0 or not is_joined
    return (tail >= 20 and tail % 10 == 0 and value < 10) or (tail in (60, 80) and 10 <= value < 20)
