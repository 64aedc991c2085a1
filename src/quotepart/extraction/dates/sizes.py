"""How many belong to the pact, as a text counts them: it was written when there were so many."""

from __future__ import annotations

import datetime as dt
import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence

from quotepart.extraction.languages.language import Language
from quotepart.extraction.text.prepared import Prepared
from quotepart.extraction.times.clues import Clue, says
from quotepart.extraction.times.times import Time
from quotepart.extraction.times.windows import Window
from quotepart.model.frozen import dataclass
from quotepart.model.pact import Pact
from quotepart.model.span import Span

_FEWEST_MEMBERS = 10
_FEWEST_WORDS = 2  # between a number of allies and whose they are: "28 allies of X"
_COUNT_REACH = 90  # characters beside a count in which the name of the pact may stand
_TWO_DIGITS = re.compile(r"(?<![\w.,])\d\d(?![\d.,]\d|\d|\w)")


@dataclass(frozen=True, slots=True, kw_only=True)
class SizeGrammar:
    """When the pact had how many members, the words by which they are counted, and the folded names of the whole pact."""

    windows: Mapping[int, tuple[Window, ...]]
    counted: Mapping[str, tuple[str, ...]]
    whole: frozenset[str]


def compile_sizes(language: Language, pact: Pact, whole: Iterable[str]) -> SizeGrammar:
    """Return the grammar made from the pact's members and the language's table ``dates``; ``whole`` are the pact's names."""
    counted = language.tables.get("dates", {}).get("counted", {})
    return SizeGrammar(
        windows=_sizes(pact),
        counted={name: tuple(words) for name, words in counted.items()},
        whole=frozenset(whole),
    )


def size_clues(prepared: Prepared, times: Sequence[Time], grammar: SizeGrammar) -> Iterator[Clue]:
    """Yield how many belong: "the 29 allies", "32 pays membres de l'Alliance", "the alliance's 27 other members"."""
    starts = [time.span.start for time in times]
    for found in _TWO_DIGITS.finditer(prepared.folded):
        size, before = int(found[0]), bisect_right(starts, found.start()) - 1
        is_day = before >= 0 and found.start() < times[before].span.end
        if is_day or (size not in grammar.windows and size + 1 not in grammar.windows):
            continue
        words = prepared.folded[max(0, found.start() - _COUNT_REACH) : found.start()]
        after = prepared.folded[found.end() : found.end() + _COUNT_REACH]
        if _counts_members(words, after, grammar):
            size += _leaves_one_out(words, after, Span(found.start(), found.end()), prepared, grammar)
            windows = grammar.windows.get(size)
            if windows:
                yield Clue(f"{found[0]}{after[:20].rstrip()}", f"{size}", windows)


def _leaves_one_out(before: str, after: str, number: Span, prepared: Prepared, grammar: SizeGrammar) -> bool:
    """Whether those counted are the members besides one: "27 other members", "its 28 allies", "the 28 allies of X"."""
    counted = grammar.counted
    if says(" ".join(after.split()[:1]), counted.get("besides", ())):
        return True
    if before.split()[-1:] and before.split()[-1] in counted.get("whose", ()):
        return True
    at = bisect_right(prepared.mentions, number.end, key=lambda mention: mention.span.start)
    for mention in prepared.mentions[at : at + 2]:  # the first may be "allies"
        between = prepared.folded[number.end : mention.span.start].split(maxsplit=1)
        is_one = len(mention.actors) == 1 and not set(mention.actors) & set(prepared.pact.groups)
        if is_one and len(between) == _FEWEST_WORDS and between[0] in counted.get("own", ()):
            return between[1].strip() in counted.get("of", ())
    return False


def _counts_members(before: str, after: str, grammar: SizeGrammar) -> bool:
    """Whether a number beside these words counts the members of the pact as they are."""
    next_words = " ".join(after.replace("-", " ").split()[:4])
    if says(before[-30:] + after, grammar.counted.get("other", ())) or says(
        before + after, grammar.counted.get("future", ())
    ):
        return False
    if says(next_words, grammar.counted.get("own", ())):
        return True
    return says(next_words, grammar.counted.get("any", ())) and any(
        name in before or name in after for name in grammar.whole
    )


def _sizes(pact: Pact) -> dict[int, tuple[Window, ...]]:
    """When the pact had how many members."""
    members = pact.members.values()
    turns = sorted({member.joined for member in members} | {member.left for member in members if member.left})
    found: dict[int, list[Window]] = {}
    for first, until in zip(turns, [*turns[1:], dt.date.max], strict=True):
        found.setdefault(sum(member.is_member_on(first) for member in members), []).append(Window(first, until))
    return {size: tuple(windows) for size, windows in found.items() if size >= min(_FEWEST_MEMBERS, len(members))}
