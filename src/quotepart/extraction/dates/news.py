"""News of a known day: a text that tells of it with a weekday, or as of these days, was written then."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence

from ahocorasick_rs import AhoCorasick, MatchKind

from quotepart.extraction.languages.language import Language
from quotepart.extraction.text.fold import fold
from quotepart.extraction.text.prepared import Prepared
from quotepart.extraction.times.clues import says
from quotepart.model.frozen import dataclass
from quotepart.model.pact import Event, Pact
from quotepart.model.span import Span

_REACH = 1  # days after an event on which it is told as news
_BETWEEN = 160  # characters that may lie between the words of an event
_ELLIPSIS = "…"


@dataclass(frozen=True, slots=True, kw_only=True)
class NewsGrammar:
    """The words of events by their first part: what must follow, and the events known by them.

    ``denied`` are words between those of an event by which it is not told as having happened.
    """

    first: AhoCorasick
    rest: tuple[tuple[tuple[tuple[str, ...], tuple[Event, ...]], ...], ...]
    denied: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Told:
    """Words of a text by which events are known, with these events: one, or all of a kind that comes again and again."""

    span: Span
    events: tuple[Event, ...]


def compile_news(language: Language, pact: Pact) -> NewsGrammar:
    """Return the grammar made from the words that the pact's events have in the language."""
    known: dict[tuple[str, ...], list[Event]] = {}
    for event in pact.events:
        for words in event.words.get(language.code, ()):
            known.setdefault(tuple(fold(part).strip() for part in words.split(_ELLIPSIS)), []).append(event)
    by_first: dict[str, list[tuple[tuple[str, ...], tuple[Event, ...]]]] = {}
    for (first, *rest), events in known.items():
        by_first.setdefault(first, []).append((tuple(rest), tuple(events)))
    return NewsGrammar(
        first=AhoCorasick(list(by_first) or ["\0"], matchkind=MatchKind.Standard),
        rest=tuple(tuple(found) for found in by_first.values()),
        denied=tuple(language.tables.get("dates", {}).get("fresh", {}).get("denied", ())),
    )


def find_told(prepared: Prepared, sentences: Sequence[Span], grammar: NewsGrammar) -> Iterator[Told]:
    """Yield the events that are told in ``sentences``, in their order."""
    for sentence in sentences:
        folded = sentence.cut(prepared.folded)
        for index, start, end in grammar.first.find_matches_as_indexes(folded, overlapping=True):
            if _goes_on(folded, start):
                continue
            for rest, events in grammar.rest[index]:
                until = _follow(folded, end, rest)
                if until and not says(folded[start:until], grammar.denied):
                    yield Told(Span(sentence.start + start, sentence.start + until), events)


def _follow(folded: str, end: int, rest: Sequence[str]) -> int:
    """Return where the last of these words ends, each the beginning of a word behind the one before; 0 where one lacks."""
    for part in rest:
        at = folded.find(part, end, end + _BETWEEN)
        while at >= 0 and _goes_on(folded, at):
            at = folded.find(part, at + 1, end + _BETWEEN)
        if at < 0:
            return 0
        end = at + len(part)
    return end


def _goes_on(folded: str, at: int) -> bool:
    """Whether a word or number begins before ``at``: "2,4 %" does not say "4 %"."""
    before = folded[max(0, at - 1) : at]
    return before.isalnum() or (
        before in (".", ",") and folded[at : at + 1].isdigit() and folded[at - 2 : at - 1].isdigit()
    )


def days_of_news(event: Event) -> tuple[dt.date, ...]:
    """Return the days on which an event is news: its own and those that follow."""
    return tuple(event.day + dt.timedelta(days=ahead) for ahead in range(_REACH + 1))
