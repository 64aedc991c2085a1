"""Who holds which office in a text, and when that was so: titles beside names, first visits, ends in office."""

from __future__ import annotations

import datetime as dt
import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence

from ahocorasick_rs import AhoCorasick, MatchKind

from quotepart.extraction.languages.language import Language
from quotepart.extraction.text.fold import fold
from quotepart.extraction.text.prepared import Mention, Prepared
from quotepart.extraction.text.whole_words import whole_words
from quotepart.extraction.times.clues import Clue, says
from quotepart.extraction.times.times import Time
from quotepart.extraction.times.windows import Window, around
from quotepart.model.frozen import dataclass
from quotepart.model.pact import Holding, Names, Pact
from quotepart.model.span import Span

_BESIDE = 45  # characters between a title and its holder's name
_NEAR = 26  # characters in which a word beside a title counts
_NEW = dt.timedelta(days=120)
_FIRST = dt.timedelta(days=200)
_ELECT = dt.timedelta(days=80)
_ENDED = dt.timedelta(days=9)
_CLAUSE_END = re.compile("[.;:!?\n]")
_BREAKS = frozenset('.;\n!?:«»"“”')
FIRST = "first"  # what a clue means that tells of a first visit
ENDED = "ended"  # what a clue means that tells of an end in office
_STATES = ("member", "demonym")
_POSSESSIVES = ("", "'s", "'")
_HEADS = (".hos", ".hog")
_ADJOINING = 16  # characters between a name and the words that tell of its bearer's end in office


@dataclass(frozen=True, slots=True, kw_only=True)
class TenureGrammar:
    """Holders' names with their holdings, the offices a title stands for, and the words beside them.

    ``bare`` are the titles of an office that those of others bear too.
    """

    holders: AhoCorasick
    holdings: tuple[tuple[Holding, ...], ...]
    roles: Mapping[str, frozenset[str]]
    bare: Mapping[str, tuple[str, ...]]
    beside: Mapping[str, tuple[str, ...]]


def compile_tenures(language: Language, pact: Pact) -> TenureGrammar:
    """Return the grammar made from the pact's offices and the language's table ``dates``."""
    by_name: dict[str, list[Holding]] = {}
    for holding in pact.holdings:
        for name in {fold(holding.holder), *map(fold, holding.aliases)}:
            by_name.setdefault(name, []).append(holding)
    table = language.tables.get("dates", {})
    names = pact.names.get(language.code) or Names(lang=language.code)
    return TenureGrammar(
        holders=AhoCorasick(list(by_name) or ["\0"], matchkind=MatchKind.LeftmostLongest),
        holdings=tuple(tuple(held) for held in by_name.values()),
        roles=_roles(names),
        bare=_bare_titles(names),
        beside={name: tuple(words) for name, words in table.get("holding", {}).items()},
    )


def _roles(names: Names) -> dict[str, frozenset[str]]:
    """The offices or kinds of office (``dm``) that a title can stand for."""
    found: dict[str, set[str]] = {}
    for office, titles in names.offices.items():
        for title in titles:
            found.setdefault(fold(title), set()).add(office)
    for role, owners in names.roles.items():
        for titles in owners.values():
            for title in titles:
                found.setdefault(fold(title), set()).add(role)
    return {title: frozenset(offices) for title, offices in found.items()}


def _bare_titles(names: Names) -> dict[str, tuple[str, ...]]:
    """The titles by which news names the holders of an office and of others, by the office."""
    found: dict[str, list[str]] = {}
    for epithet in names.epithets:
        if epithet.kind == "office":
            found.setdefault(epithet.target, []).append(fold(epithet.phrase))
    return {office: tuple(titles) for office, titles in found.items()}


def tenure_clues(prepared: Prepared, times: Sequence[Time], grammar: TenureGrammar) -> Iterator[Clue]:
    """Yield what titles and names tell of the time, in text order; a month is no name: "5 May"."""
    titles = [mention for mention in prepared.mentions if mention.kind == "office"]
    starts = [title.span.start for title in titles]
    for span, holdings in _holders(prepared, times, grammar):
        at = bisect_right(starts, span.start)
        beside = [t for t in titles[max(0, at - 1) : at + 1] if _are_beside(prepared, t.span, span, grammar)]
        told = [clue for title in beside for clue in _of_title(prepared, title, span, holdings, grammar)]
        yield from told or _called(prepared, span, holdings, grammar)
        yield from _of_name(prepared, span, holdings, grammar)


def _holders(
    prepared: Prepared, times: Sequence[Time], grammar: TenureGrammar
) -> Iterator[tuple[Span, tuple[Holding, ...]]]:
    starts = [time.span.start for time in times]
    for pattern, start, end in whole_words(grammar.holders, prepared.folded):
        before = bisect_right(starts, start) - 1
        is_month = before >= 0 and end <= times[before].span.end
        if prepared.text[start].isupper() and not is_month:
            yield Span(start, end), grammar.holdings[pattern]


def _are_beside(prepared: Prepared, title: Span, name: Span, grammar: TenureGrammar) -> bool:
    """Whether a title and a name stand side by side in one sentence: at most a comma and a few words between, no "and"."""
    end, start = min(title.end, name.end), max(title.start, name.start)
    between = prepared.folded[end : min(start, end + _BESIDE + 1)]
    is_one = len(between) <= _BESIDE and not _BREAKS.intersection(between)
    return is_one and not (name.end <= title.start and says(between, grammar.beside.get("joins", ())))


def _clause_before(folded: str, start: int) -> str:
    """The words before a title or name in its sentence, as far as they count."""
    before = folded[max(0, start - _NEAR) : start]
    return before[max(map(before.rfind, ".,;\n!?")) + 1 :]


def _of_title(
    prepared: Prepared, title: Mention, name: Span, holdings: Sequence[Holding], grammar: TenureGrammar
) -> Iterator[Clue]:
    gone, called = grammar.beside.get("gone", ()), fold(title.name)
    plain = next((called.removeprefix(f"{word} ") for word in gone if called.startswith(f"{word} ")), called)
    offices = {title.office} if title.office else grammar.roles.get(plain, frozenset())
    held = [h for h in holdings if h.office in offices or h.office.partition(".")[2] in offices]
    folded, first = prepared.folded, min(title.span.start, name.start)
    before = _clause_before(folded, first) + folded[first : title.span.start]
    if not held:
        return
    if plain != called or says(before, grammar.beside.get("former", ())):
        if plain != called or _is_gone(prepared, title, first, grammar):
            yield Clue(
                prepared.text[first : max(title.span.end, name.end)], f"no {_meaning(held)}", tuple(_after(held))
            )
        return
    if says(before + folded[title.span.start : max(title.span.end, name.end) + 12], grammar.beside.get("elect", ())):
        windows = [Window(h.first - _ELECT, h.first) for h in held]
    elif says(before, grammar.beside.get("new", ())):
        windows = [Window(h.first, min(h.until, h.first + _NEW)) for h in held]
    else:
        grace = _ENDED if says(before, grammar.beside.get("end_of", ())) else dt.timedelta()
        windows = [Window(h.first, h.until + grace if h.end else dt.date.max) for h in held]
    yield Clue(prepared.text[first : max(title.span.end, name.end)], _meaning(held), tuple(windows))


def _is_gone(prepared: Prepared, title: Mention, first: int, grammar: TenureGrammar) -> bool:
    """Whether a word right before a title, or before the state that begins it, says that its holder held it: "former"."""
    gone = grammar.beside.get("gone", ())
    before = prepared.folded[max(0, first - _NEAR) : first].rstrip()
    state = _mention_before(prepared, first)
    if state is not None:
        before = prepared.folded[max(0, state.span.start - _NEAR) : state.span.start].rstrip()
    return first == title.span.start and before.endswith(gone)


def _after(held: Sequence[Holding]) -> Iterator[Window]:
    """The times after one has held an office, those in which one holds it again left out."""
    ordered = sorted(held, key=lambda holding: holding.first)
    for holding, again in zip(ordered, (*(each.first for each in ordered[1:]), dt.date.max), strict=True):
        if holding.end and holding.until < again:
            yield Window(holding.until, again)


def _mention_before(prepared: Prepared, start: int) -> Mention | None:
    """The state named right before a place, with or without a possessive: "Germany's X", "the German X"."""
    at = bisect_right(prepared.mentions, start, key=lambda mention: mention.span.start) - 1
    for mention in reversed(prepared.mentions[max(0, at - 1) : at + 1]):
        between = prepared.folded[mention.span.end : start] if mention.span.end <= start else None
        if mention.kind in _STATES and between is not None and between.strip() in _POSSESSIVES:
            return mention
    return None


def _of_name(prepared: Prepared, name: Span, holdings: Sequence[Holding], grammar: TenureGrammar) -> Iterator[Clue]:
    """A first visit, an end in office, an administration called by its head: beside the name, without a title."""
    folded = prepared.folded[max(0, name.start - 2 * _NEAR) : name.end + 2 * _NEAR]
    words = name.cut(prepared.text)
    if says(folded, grammar.beside.get("first", ())):
        yield Clue(words, FIRST, tuple(Window(h.first, min(h.until, h.first + _FIRST)) for h in holdings))
    if _has_ended(prepared.folded, name, grammar):
        yield Clue(words, ENDED, tuple(around(h.until, _ENDED) for h in holdings if h.end))
    if says(prepared.folded[max(0, name.start - 20) : name.end + 20], grammar.beside.get("era", ())):
        heads = [h for h in holdings if h.office.endswith(_HEADS)]
        is_new = says(_clause_before(prepared.folded, name.start), grammar.beside.get("new", ()))
        if heads:
            until = [min(h.until, h.first + _NEW) if is_new else h.until for h in heads]
            yield Clue(words, _meaning(heads), tuple(map(Window, (h.first for h in heads), until)))


def _called(prepared: Prepared, name: Span, holdings: Sequence[Holding], grammar: TenureGrammar) -> Iterator[Clue]:
    """Who is called by a title that others bear too, or by the one state in which one held office."""
    before = prepared.folded[max(0, name.start - _BESIDE) : name.start].rstrip()
    if says(_clause_before(prepared.folded, name.start), grammar.beside.get("former", ())):
        return
    state = _mention_before(prepared, name.start)
    owners = {holding.office.partition(".")[0] for holding in holdings}
    is_of_state = state is not None and len(owners) == 1 and bool(owners & set(state.actors))
    held = [h for h in holdings if is_of_state or before.endswith(grammar.bare.get(h.office, ()))]
    if held:
        windows = tuple(Window(h.first, h.until if h.end else dt.date.max) for h in held)
        yield Clue(name.cut(prepared.text), _meaning(held), windows)


def _has_ended(folded: str, name: Span, grammar: TenureGrammar) -> bool:
    """Whether the words right beside a name say that its bearer goes: "X resigned", "the resignation of X"."""
    after = _CLAUSE_END.split(folded[name.end : name.end + 2 * _ADJOINING], maxsplit=1)[0]
    ended = [word for word in grammar.beside.get("ended", ()) if 0 <= after.find(word) <= _ADJOINING]
    before = _CLAUSE_END.split(folded[max(0, name.start - 2 * _NEAR) : name.start])[-1]
    return says(after, ended) or says(before, grammar.beside.get("end_of", ()))


def _meaning(holdings: Sequence[Holding]) -> str:
    return ", ".join(f"{h.office} {h.start}/{h.end or h.as_of}" for h in holdings)
