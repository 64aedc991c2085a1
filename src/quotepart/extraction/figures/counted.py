"""Numbers that count: "29 États membres", "four US soldiers", and those whose noun was said before: "against three"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from quotepart.extraction.figures.numbers import Number
from quotepart.extraction.figures.units import (
    COUNT,
    ELLIPSIS,
    MEMBERS_OF,
    THING,
    VOICES,
    Measured,
    UnitsGrammar,
    is_year,
    with_unit,
)
from quotepart.extraction.text.tokens import Hit, Phrasebook, Tokens

_FEW = 10  # a number up to this in words counts only what the tables name: "trois priorités" is no figure
_INITIALS = 4  # tokens that initials with full stops take more: "U.S."
_MODEL = 3  # tokens that a type takes more: "F-35A"
_REACH = 3  # words looked at between a number and what it counts


def as_count(tokens: Tokens, number: Number, grammar: UnitsGrammar, text: str) -> Measured | None:
    """Return a number of things, named after it or before; ``text`` shows by its capitals which words are names."""
    is_plain = number.form != "fraction" and number.short not in ("k", "m", "t", "b") and number.value != 1
    if not is_plain or _is_named(tokens, number, grammar, text):
        return None
    noun = _noun_after(tokens, number, grammar, text)
    if noun is None or (noun[2] == "" and _is_out_of(tokens, number, grammar)):
        return _elliptic(tokens, number, grammar)
    kind, is_few = noun[2], number.form == "words" and number.value <= _FEW
    if is_few and (kind in ("", VOICES) or _is_definite(tokens, number, grammar)):
        return None
    if is_year(tokens, number) and (kind == "" or noun[0] > number.last or _is_definite(tokens, number, grammar)):
        return None
    value = number.value if number.other is None else number.other
    if value != int(value) or (number.scale >= 1_000_000_000 and kind == ""):
        return None
    counted = with_unit(number, number.first, noun[1], COUNT)
    return replace(counted, counted=kind or THING, noun=(noun[0], noun[1]), value=value)


def find_counted(words: Sequence[str], counted: Phrasebook[str], metrics: Phrasebook[str]) -> list[Hit[str]]:
    """Return the words for what can be counted, less those that only say what is measured: "dépenses militaires"."""
    measured = [hit for hit in metrics.find(words) if hit.last > hit.first + 1]
    return [hit for hit in counted.find(words) if not any(each.first <= hit.first < each.last for each in measured)]


def _is_definite(tokens: Tokens, number: Number, grammar: UnitsGrammar) -> bool:
    return number.first > 0 and tokens.words[number.first - 1] in grammar.definite


def _is_out_of(tokens: Tokens, number: Number, grammar: UnitsGrammar) -> bool:
    """Whether the number is the whole of "seven of 29" and no noun of its own can follow but a known one."""
    words = tokens.words
    is_out_of = number.first > 1 and words[number.first - 1] in grammar.out_of
    return is_out_of and words[number.first - 2] not in grammar.ones


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
        and words[index] in grammar.parts_of
        and (number.form == "collective" or number.scale >= 1_000_000)
    ):
        index += 1
    if index + 1 < len(words) and words[index] in grammar.parts_of and words[index + 1] in grammar.definite:
        hit = grammar.counted.at(words, index + 2) if index + 2 < len(words) else None
        return (index + 2, hit.last, hit.label) if hit is not None else None
    unknown: int | None = None
    named: int | None = None
    kind = ""
    modifiers = 0
    reach = index + 1 + _REACH + (_INITIALS if _is_in_initials(tokens, index) else 0)
    reach += _MODEL * any(_is_model(tokens, at, text) for at in range(index, min(reach, len(words))))
    for at in range(index, min(reach, len(words))):
        if not tokens.is_joined(at - 1) and not _is_in_initials(tokens, at - 1):
            break
        if _is_model(tokens, at, text) or _is_in_initials(tokens, at):
            continue
        if not words[at][0].isalpha():
            break
        hit = grammar.counted.at(words, at)
        if hit is not None and _is_model(tokens, hit.last, text):
            named, kind = hit.last, hit.label
            continue
        if hit is not None and not _goes_on(tokens, hit, grammar):
            return index, hit.last, _kind_of(tokens, index, hit, grammar, text)
        if words[at] in grammar.uncounted or words[at] in grammar.links:
            break
        is_quality = words[at] in grammar.qualities or text[tokens.starts[at]].isupper()
        if text[tokens.starts[at]].isupper() and words[at].endswith(grammar.plurals):
            named = at
        if unknown is None and not is_quality and words[at].endswith(grammar.plurals):
            unknown = at
        elif unknown is None and not is_quality:
            modifiers += 1
            if modifiers > 1:
                break
    last = unknown if unknown is not None else named
    if number.scale >= 1_000_000 and index == number.last:
        return None
    if last is not None and _is_model(tokens, last + 1, text):
        last += 1
    return None if last is None else (index, last + 1, kind)


def _is_in_initials(tokens: Tokens, at: int) -> bool:
    """Whether a token is part of initials with full stops: "U.S. soldiers"."""
    words = tokens.words
    if at + 1 >= len(words):
        return False
    if words[at] == ".":
        return len(words[at - 1]) == 1 and words[at - 1].isalpha()
    return len(words[at]) == 1 and words[at].isalpha() and words[at + 1] == "." and tokens.gap(at) == ""


def _is_model(tokens: Tokens, at: int, text: str) -> bool:
    """Whether digits, or a letter behind them, only tell the type of what is counted: "14 MiG-29 jets", "32 F-35A"."""
    if not 0 < at < len(tokens):
        return False
    if len(tokens.words[at]) == 1 and tokens.words[at].isalpha() and tokens.gap(at - 1) == "":
        return _is_model(tokens, at - 1, text)
    is_tied = tokens.gap(at - 1) == "-" and text[tokens.starts[at - 1]].isupper()
    return is_tied and tokens.words[at].isdecimal()


def _kind_of(tokens: Tokens, index: int, hit: Hit[str], grammar: UnitsGrammar, text: str) -> str:
    """The kind of the noun; members of something named between ("22 Republican members") are of that and of no pact."""
    named = [at for at in range(index, hit.first) if text[tokens.starts[at]].isupper()]
    return hit.label if not named or hit.label != "members" else MEMBERS_OF + tokens.words[named[0]]


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
    if joined and words[index] in grammar.timed:
        return None
    hit = grammar.elliptic.at(words, index) if joined else None
    counts = hit is not None or (
        joined and (_is_part_of_number(words, index, grammar) or _is_subject(words, number, grammar))
    )
    counts = counts or _is_compared(tokens, number, grammar) or _is_out_of(tokens, number, grammar)
    beside = [*words[max(0, number.first - 1) : number.first], *words[index : index + 1]]
    is_large = value >= 10_000 or (value >= 1000 and len(words[number.first]) > 4)
    is_large = is_large and not any(word[0].isdecimal() for word in beside)
    if not counts and not is_large:
        return None
    last = hit.last if hit is not None and words[hit.first] in grammar.qualities else index
    return replace(with_unit(number, number.first, last, COUNT), counted=ELLIPSIS, value=value)


def _is_part_of_number(words: Sequence[str], index: int, grammar: UnitsGrammar) -> bool:
    """Whether "of 29" or "sur 32" follows."""
    following = words[index + 1 : index + 6]
    return words[index] in grammar.parts and any(word[0].isdecimal() for word in following)


def _is_subject(words: Sequence[str], number: Number, grammar: UnitsGrammar) -> bool:
    """Whether the number stands for what was counted and a verb follows: "Quatre respectent", "les Vingt-Neuf ont promis"."""
    before = words[number.first - 1] if number.first else ""
    are_all = before in grammar.definite and number.value > _FEW
    are_all = are_all and not (number.first > 1 and words[number.first - 2] in grammar.out_of)
    return (before in grammar.opening or not before or are_all) and words[number.last] in grammar.subject_verbs


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
