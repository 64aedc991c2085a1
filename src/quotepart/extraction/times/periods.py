"""What time a figure is about: the times of its sentence, ranges of them, and terms of office and meetings."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from quotepart.extraction.languages.language import Language
from quotepart.extraction.text.fold import fold
from quotepart.extraction.text.tokens import Phrasebook, Tokens
from quotepart.extraction.times.resolve import resolve_time
from quotepart.extraction.times.times import Time
from quotepart.model.dates import Dating, Period
from quotepart.model.frozen import dataclass
from quotepart.model.pact import Holding, Names, Pact

_LEAST = 4  # tokens before a time in which marks do not part it from "since"
_DECADE = 10  # years
_YEAR = 4  # digits of a year
_NEAR = 9  # tokens after "since" in which an office or a meeting may be named


@dataclass(frozen=True, slots=True)
class PeriodHit:
    """A time named in tokens ``first`` up to ``last``; ``is_until`` where it is a deadline ("by 2035")."""

    first: int
    last: int
    period: Period
    is_until: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class PeriodsGrammar:
    """What a language reckons times from; made by ``compile_periods``.

    ``holders`` gives the first years in office by the last word of a name, ``meetings`` the years of the summits in a city,
    ``events`` the words for what began at a time.
    """

    since: frozenset[str]
    until: frozenset[str]
    until_joins: frozenset[str]
    earlier: frozenset[str]
    than: frozenset[str]
    prices: frozenset[str]
    office: frozenset[str]
    first: frozenset[str]
    summit: frozenset[str]
    opens: frozenset[str]
    joins: frozenset[str]
    also: list[str]
    holders: Mapping[str, tuple[int, ...]]
    meetings: Mapping[str, tuple[int, ...]]
    events: Phrasebook[str]


def compile_periods(language: Language, pact: Pact) -> PeriodsGrammar:
    """Return the grammar made from the language's table ``periods`` and the pact's office-holders and summits."""
    table = language.tables["periods"]
    names = pact.names.get(language.code) or Names(lang=language.code)
    return PeriodsGrammar(
        since=frozenset(table["since"]),
        until=frozenset(table["until"]),
        until_joins=frozenset(table["until_joins"]),
        earlier=frozenset(table["earlier"]),
        than=frozenset(table["than"]),
        prices=frozenset(table["prices"]),
        office=frozenset(table["office"]),
        first=frozenset(table["first"]),
        summit=frozenset(table["summit"]),
        opens=frozenset(table["from"]),
        joins=frozenset(table["to"]),
        also=table["also"],
        holders=_terms(pact.holdings),
        meetings=_summit_years(pact, language.code),
        events=Phrasebook.from_lists(names.events),
    )


def find_periods(
    tokens: Tokens, times: Sequence[Time], published: Dating | None, grammar: PeriodsGrammar
) -> list[PeriodHit]:
    """Return the times that ``tokens`` name, in order; ``times`` are the expressions of time that stand in them."""
    found = list(_joined([*_resolved(tokens, times, published, grammar)], tokens, grammar))
    found += _reckoned(tokens, published, grammar)
    return sorted(found, key=lambda hit: (hit.first, -hit.last))


def _resolved(
    tokens: Tokens, times: Sequence[Time], published: Dating | None, grammar: PeriodsGrammar
) -> Iterator[PeriodHit]:
    before: PeriodHit | None = None
    for time in times:
        period = resolve_time(time, published)
        first = tokens.at(time.span.start)
        last = max(first + 1, tokens.at(time.span.end))
        if _only_compares(tokens.words, first, last, grammar):
            continue
        if before is not None and time.unit == "year" and tokens.words[last - 1] in grammar.earlier:
            period = _earlier(before.period, time.shift) or period
        counts = time.shift > 1 or (time.bound == "until" and time.shift > 0)
        if before is not None and counts and _is_past(before.period, published):
            period = _by_then(before.period, time) or period
        if period is not None and not (time.weekday and not time.month) and time.unit not in ("day", "week"):
            hit = PeriodHit(first, last, period, time.bound == "until")
            before = hit if time.bound else _bounded(hit, tokens.words, grammar)
            yield before


def _only_compares(words: Sequence[str], first: int, last: int, grammar: PeriodsGrammar) -> bool:
    """Whether a time only says of which prices a sum is or how far off a plan was: "2010 prices", "a year earlier than"."""
    after = words[last] if last < len(words) else ""
    if after in grammar.prices or (words[last - 1] in grammar.earlier and after in grammar.than):
        return True
    return first > 1 and words[first - 1] in grammar.until_joins and words[first - 2] in grammar.prices


def _earlier(period: Period, shift: int) -> Period | None:
    """The year so many years before a time named already: "last year, against eight a year earlier"."""
    return Period(str(period.start_year + shift), str(period.start_year + shift)) if period.start_year else None


def _is_past(period: Period, published: Dating | None) -> bool:
    return published is None or (period.end_year or period.start_year or 0) < published.latest.year


def _by_then(period: Period, time: Time) -> Period | None:
    """The end of so many years from a time named already: "in 2014 allies agreed to get there within a decade"."""
    years = {"year": 1, "decade": _DECADE}.get(time.unit or "", 0) * time.shift
    return Period(None, str(period.start_year + years)) if period.start_year and years else None


def _bounded(hit: PeriodHit, words: Sequence[str], grammar: PeriodsGrammar) -> PeriodHit:
    """The time with the bound that stands a few words before it: "d'ici à la fin de 2024", "since the pledge of 2014"."""
    at = hit.first - 1
    while at > 0 and words[at] in grammar.until_joins:
        at -= 1
    if at >= 0 and words[at] in grammar.until and hit.period.start is not None:
        return PeriodHit(hit.first, hit.last, Period(None, hit.period.end), True)
    if hit.period.start is not None and _follows_since(words, hit.first, grammar):
        return PeriodHit(hit.first, hit.last, Period(hit.period.start, None))
    return hit


def _follows_since(words: Sequence[str], first: int, grammar: PeriodsGrammar) -> bool:
    """Whether a word for since stands before the time, with nothing but words between: "since we agreed it in 2014"."""
    for at in range(first - 1, max(-1, first - 1 - _NEAR), -1):
        if words[at] in grammar.since:
            return True
        if not words[at][0].isalnum() and first - at > _LEAST:
            return False
    return False


def _joined(hits: Sequence[PeriodHit], tokens: Tokens, grammar: PeriodsGrammar) -> Iterator[PeriodHit]:
    """Make one time of "between 2014 and 2024", "de 2014 à 2024" and "2018 and 2019"."""
    words, at = tokens.words, 0
    while at < len(hits):
        hit = hits[at]
        after = hits[at + 1] if at + 1 < len(hits) else None
        if after is not None and _is_range(words, hit, after, grammar):
            yield PeriodHit(hit.first, after.last, Period(hit.period.start, after.period.end))
            at += 1
        else:
            yield hit
        at += 1


def _is_range(words: Sequence[str], hit: PeriodHit, after: PeriodHit, grammar: PeriodsGrammar) -> bool:
    opens = hit.first > 0 and words[hit.first - 1] in grammar.opens
    between = words[hit.last : after.first]
    years = (hit.period.start or "", after.period.end or "")
    if all(len(year) == _YEAR for year in years) and between == grammar.also and int(years[1]) == int(years[0]) + 1:
        return True
    later = (hit.period.start or "9999") < (after.period.end or "")
    return later and ((opens and len(between) <= 2 and bool(between) and between[0] in grammar.joins) or not between)


def _reckoned(tokens: Tokens, published: Dating | None, grammar: PeriodsGrammar) -> Iterator[PeriodHit]:
    words = tokens.words
    latest = published.latest.year if published else 9999
    for index, word in enumerate(words):
        if word in grammar.since:
            near = words[index + 1 : index + 1 + _NEAR]
            year = _office_year(near, latest, grammar) or _summit_year(near, latest, grammar)
            if year is not None:
                yield PeriodHit(index, index + 2, Period(str(year), None))
            elif (event := _event(near, grammar)) is not None and int(event[:4]) <= latest:
                yield PeriodHit(index, index + 2, Period(event, None))


def _office_year(near: Sequence[str], latest: int, grammar: PeriodsGrammar) -> int | None:
    """The first year of the term named after "since": the latest one begun, or the first where that is said."""
    if not any(word in grammar.office for word in near):
        return None
    for word in near:
        years = [year for year in grammar.holders.get(word, ()) if year <= latest]
        if years:
            return years[0] if any(word in grammar.first for word in near) else years[-1]
    return None


def _event(near: Sequence[str], grammar: PeriodsGrammar) -> str | None:
    """When what is named after "since" began."""
    found = grammar.events.find(near)
    return found[0].label if found else None


def _summit_year(near: Sequence[str], latest: int, grammar: PeriodsGrammar) -> int | None:
    if not any(word in grammar.summit for word in near):
        return None
    years = [year for word in near for year in grammar.meetings.get(word, ()) if year <= latest]
    return max(years, default=None)


def _terms(holdings: Sequence[Holding]) -> dict[str, tuple[int, ...]]:
    """First years in office by surname, where one person bears it: those of the office held last."""
    persons: dict[str, dict[str, list[Holding]]] = {}
    for holding in holdings:
        surname = fold(holding.holder).replace("-", " ").split()[-1]
        persons.setdefault(surname, {}).setdefault(holding.wikidata or holding.holder, []).append(holding)
    return {surname: _first_years(*rows.values()) for surname, rows in persons.items() if len(rows) == 1}


def _first_years(held: Sequence[Holding]) -> tuple[int, ...]:
    office = max(held, key=lambda holding: holding.start).office
    return tuple(sorted({int(holding.start[:4]) for holding in held if holding.office == office and holding.start}))


def _summit_years(pact: Pact, lang: str) -> dict[str, tuple[int, ...]]:
    names = pact.names.get(lang)
    local = names.cities if names else {}
    years: dict[str, set[int]] = {}
    for meeting in pact.meetings:
        if meeting.kind == "summit":
            called = {one for one, other in local.items() if other == meeting.city}
            for city in filter(None, {meeting.city, *called}):
                years.setdefault(fold(city).replace("-", " ").split()[-1], set()).add(int(meeting.start[:4]))
    return {city: tuple(sorted(found)) for city, found in years.items()}
