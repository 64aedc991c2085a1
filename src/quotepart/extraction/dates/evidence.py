"""What a text tells of the time it was written: office-holders, meetings to come, how many belong, weekdays, years."""

from __future__ import annotations

import datetime as dt
import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from ahocorasick_rs import AhoCorasick, MatchKind

from quotepart.extraction.dates.ages import AgeGrammar, compile_ages, event_age_clues, own_age_clues
from quotepart.extraction.dates.announced import AnnouncementGrammar, Repeated, compile_announcements, find_repeated
from quotepart.extraction.dates.distance import CountdownGrammar, compile_countdown
from quotepart.extraction.dates.news import NewsGrammar, compile_news
from quotepart.extraction.dates.sizes import SizeGrammar, compile_sizes, size_clues
from quotepart.extraction.dates.targets import TargetGrammar, compile_targets, target_clues
from quotepart.extraction.dates.tenures import ENDED, FIRST, TenureGrammar, compile_tenures, tenure_clues
from quotepart.extraction.languages.language import Language
from quotepart.extraction.meetings.occasions import Occasion
from quotepart.extraction.text.fold import fold
from quotepart.extraction.text.prepared import Prepared
from quotepart.extraction.times.clues import Clue, narrow, says
from quotepart.extraction.times.times import Time
from quotepart.extraction.times.windows import ALWAYS, Calendar, Held, Window, around
from quotepart.model.frozen import dataclass
from quotepart.model.pact import Names, Pact
from quotepart.model.span import Span

NO_OLDER = ">="  # what a clue means that the text is no older than a year it names
_AHEAD = dt.timedelta(days=400)
_REACH_BESIDE = 50  # characters beside a meeting to come in which units of time, in the plural, tell how far it is
_TO_COME_BEFORE = 36  # characters before a year in which words may say that it is to come
_TO_COME_REACH = 60  # characters behind a year in which words may say that it is to come
_PLANNED_BEFORE = 100  # characters before a year in which a verb may tell of what is to come
_ONWARD_REACH = 24  # characters before a year in which a word may make it one to come
_SAME_YEAR = dt.timedelta(days=300)
_REACHES = {"day": dt.timedelta(days=16), "week": dt.timedelta(days=70), "month": dt.timedelta(days=220)}
_WEEKS = dt.timedelta(days=12)
_MINISTERS = ("defence_ministers", "foreign_ministers")
_SAME_SEASON = dt.timedelta(days=330)  # how far off a meeting may be that is called by its month alone
_NEARLY_ALL = 0.9  # of the offices


@dataclass(frozen=True, slots=True, kw_only=True)
class EvidenceGrammar:
    """What dates a text of a language about a pact; ``horizon`` is the time of which the pact knows the office-holders."""

    tenures: TenureGrammar
    units: Mapping[str, tuple[str, ...]]
    onward: tuple[str, ...]
    planned: re.Pattern[str]
    to_come: tuple[str, ...]
    after: tuple[str, ...]
    firsts: tuple[str, ...]
    fresh: Mapping[str, tuple[str, ...]]
    whole: frozenset[str]
    sizes: SizeGrammar
    seat: str | None
    calendar: Calendar
    horizon: Window
    announcements: AnnouncementGrammar
    news: NewsGrammar
    targets: TargetGrammar
    countdown: CountdownGrammar
    cities: AhoCorasick
    held_in: tuple[str, ...]
    ministers: AhoCorasick
    kinds: tuple[str, ...]
    leads: frozenset[str]
    articles: frozenset[str]
    hosts: tuple[str, ...]
    ages: AgeGrammar


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """A text with its times and meetings, the time in which it can have been written, and the clues that left it."""

    prepared: Prepared
    times: tuple[Time, ...]
    occasions: tuple[Occasion, ...]
    grammar: EvidenceGrammar
    left: tuple[Window, ...]
    used: tuple[Clue, ...]
    repeated: tuple[Repeated, ...]

    def to_come(self) -> frozenset[Span]:
        """Return the places of times that belong to a meeting still to come."""
        return frozenset(
            time.span
            for occasion in self.occasions
            if occasion.aspect == "future"
            for time in occasion.times
            if time.span.start > occasion.span.start
        )

    def of_meetings(self) -> frozenset[Span]:
        """Return the places of times that follow the name of a meeting not under way: its days, not the report's."""
        others = (o for o in self.occasions if o.aspect != "present" and o.kind != "bilateral")
        return frozenset(time.span for o in others for time in o.times if time.span.start > o.span.start)

    def is_first(self) -> bool:
        """Return whether the text tells of somebody's first meeting: of several it is the earliest."""
        return any(clue.meaning == FIRST for clue in self.used)

    def is_kept(self, span: Span) -> bool:
        """Whether a place belongs to the report and not to the page."""
        return not self.prepared.is_furniture(span)


def compile_evidence(language: Language, pact: Pact) -> EvidenceGrammar:
    """Return the grammar made from the pact's offices, members and meetings and the language's table ``dates``."""
    names = pact.names.get(language.code) or Names(lang=language.code)
    table = language.tables.get("dates", {})
    places = table.get("places", {})
    people = language.tables.get("meetings", {}).get("people", {})
    ministers = {form: kind for kind in _MINISTERS for form in people.get(kind, ())}
    cities = Counter(meeting.city for meeting in pact.meetings)
    whole = {fold(form) for form in names.groups.get(pact.conventions.whole, ())}
    if pact.conventions.whole in names.institutions:
        institution = names.institutions[pact.conventions.whole]
        whole |= {fold(form) for form in (institution.name, *institution.forms)}
    return EvidenceGrammar(
        tenures=compile_tenures(language, pact),
        units={name: tuple(words) for name, words in table.get("units", {}).items()},
        onward=tuple(f" {word}" for word in table.get("turns", {}).get("onward", ())),
        planned=_planned(table),
        to_come=tuple(table.get("aspect", {}).get("future", ())),
        after=tuple(table.get("aspect", {}).get("past", ())),
        fresh={name: tuple(words) for name, words in table.get("fresh", {}).items()},
        firsts=tuple(table.get("holding", {}).get("own_first", ())),
        whole=frozenset(whole),
        sizes=compile_sizes(language, pact, whole),
        seat=cities.most_common(1)[0][0] if cities else None,
        calendar=Calendar(pact),
        horizon=_horizon(pact),
        announcements=compile_announcements(language, pact),
        news=compile_news(language, pact),
        targets=compile_targets(language, pact),
        countdown=compile_countdown(language),
        cities=AhoCorasick([fold(local) for local in names.cities] or ["\0"], matchkind=MatchKind.LeftmostLongest),
        held_in=tuple(names.cities.values()),
        ministers=AhoCorasick(list(ministers) or ["\0"], matchkind=MatchKind.LeftmostLongest),
        kinds=tuple(ministers.values()),
        leads=frozenset(places.get("leads", ())),
        articles=frozenset(places.get("articles", ())),
        hosts=tuple(places.get("hosts", ())),
        ages=compile_ages(language, pact, whole),
    )


def _planned(table: Mapping[str, Any]) -> re.Pattern[str]:
    """The verbs of a language that tell of what is to come: whole words, and endings of others."""
    planned = table.get("planned", {})
    words, endings = ("|".join(map(re.escape, planned.get(name, ()))) or r"(?!)" for name in ("words", "endings"))
    return re.compile(rf"(?<!\w)(?:{words}|[^\W\d_]{{1,12}}(?:{endings}))(?!\w)")


def _horizon(pact: Pact) -> Window:
    """From when on the holders of nearly all offices are known, and until when."""
    first: dict[str, int] = {}
    for holding in pact.holdings:
        first[holding.office] = min(first.get(holding.office, dt.date.max.toordinal()), holding.first.toordinal())
    if not first:
        return Window(dt.date.min, dt.date.max)
    last = max((h.until for h in pact.holdings if h.until < dt.date.max), default=dt.date.max)
    known = sorted(first.values())
    return Window(dt.date.fromordinal(known[int(_NEARLY_ALL * (len(known) - 1))]), last)


def gather(
    prepared: Prepared,
    times: Sequence[Time],
    occasions: Sequence[Occasion],
    grammar: EvidenceGrammar,
    start: Window | None = None,
) -> Evidence:
    """Return the evidence of a text, the surest kind of clue first, within ``start`` where that is known."""
    kept = [time for time in times if not prepared.is_furniture(time.span)]
    ahead = {time.span for occasion in occasions if occasion.aspect == "future" for time in occasion.times}
    clues = (
        *tenure_clues(prepared, times, grammar.tenures),
        *own_age_clues(prepared, grammar.ages),
        *event_age_clues(prepared, kept, grammar.ages),
        *size_clues(prepared, times, grammar.sizes),
        *_occasion_clues(prepared, occasions, grammar),
        *target_clues(prepared, grammar.targets),
        *_weekday_clues(prepared, kept, grammar),
        *_year_clues(prepared, [time for time in kept if time.span not in ahead], grammar),
    )
    left, used = narrow(clues, (start or grammar.horizon,))
    return Evidence(
        prepared=prepared,
        times=tuple(times),
        occasions=tuple(occasions),
        grammar=grammar,
        left=left,
        used=used,
        repeated=find_repeated(prepared, grammar.announcements),
    )


def holders_left(prepared: Prepared, times: Sequence[Time], grammar: EvidenceGrammar) -> tuple[Window, ...]:
    """Return the time in which those who hold office in a text all did so, without bounds where nobody does."""
    clues = tenure_clues(prepared, times, grammar.tenures)
    left, _ = narrow((clue for clue in clues if clue.meaning not in (ENDED, FIRST)), (ALWAYS,))
    return left


def _occasion_clues(prepared: Prepared, occasions: Sequence[Occasion], grammar: EvidenceGrammar) -> Iterator[Clue]:
    """A meeting of the calendar that is still to come, or lies behind."""
    for occasion in occasions:
        days = {(time.month, time.day) for time in occasion.times if time.month and time.day and not time.year}
        years = {time.year for time in occasion.times if time.year and occasion.aspect == "future"}
        is_told = occasion.is_named or ((days or years) and occasion.kind)
        is_called = occasion.is_named and any(time.month and not (time.day or time.year) for time in occasion.times)
        if not is_told or not (is_called or occasion.aspect in ("future", "past")):
            continue
        months = {time.month for time in occasion.times if time.month and not time.day}
        held = grammar.calendar.met(occasion.kind, occasion.city)
        held = tuple(each for each in held if not months or each.first.month in months)
        held = tuple(each for each in held if not years or each.first.year in years)
        held = tuple(each for each in held if not days or (each.first.month, each.first.day) in days)
        if occasion.aspect == "future":
            windows = tuple(_ahead_of(each, prepared, occasion, grammar) for each in held)
        elif occasion.aspect == "past":
            windows = tuple(Window(each.first, dt.date.max) for each in held)
        else:
            windows = tuple(around(each.first, _SAME_SEASON) for each in held)
        if windows:
            words = occasion.span.cut(prepared.text)
            yield Clue(words, f"{occasion.aspect}, {', '.join(each.meeting.id for each in held)}", windows)


def _ahead_of(held: Held, prepared: Prepared, occasion: Occasion, grammar: EvidenceGrammar) -> Window:
    """When a meeting to come can have been spoken of: "later this month" and "in a few weeks" are not a year."""
    if any(time.unit == "month" and time.shift == 0 for time in occasion.times):
        return Window(held.first.replace(day=1), held.first)
    if any(time.unit == "month" and time.shift == 1 for time in occasion.times):
        before = held.first.replace(day=1) - dt.timedelta(days=1)
        return Window(before.replace(day=1), held.first.replace(day=1))
    beside = prepared.folded[max(0, occasion.span.start - _REACH_BESIDE) : occasion.span.end + _REACH_BESIDE]
    usual = _SAME_YEAR if any(time.day and time.month and not time.year for time in occasion.times) else _AHEAD
    reach = next((reach for unit, reach in _REACHES.items() if says(beside, grammar.units.get(unit, ())[-1:])), usual)
    return Window(held.first - reach, held.first)


def _weekday_clues(prepared: Prepared, times: Sequence[Time], grammar: EvidenceGrammar) -> Iterator[Clue]:
    """A weekday with its day and month falls together in few years only."""
    years = range(grammar.horizon.first.year, min(grammar.horizon.until.year, 2100) + 1)
    for time in times:
        if time.weekday and time.day and time.month and time.year is None:
            days = [day for year in years if (day := day_of(year, time)) and day.isoweekday() == time.weekday]
            yield Clue(time.span.cut(prepared.text), "", tuple(around(day, _WEEKS) for day in days))


def day_of(year: int, time: Time) -> dt.date | None:
    """Return the day that a day and month are in ``year``, ``None`` where there is none."""
    try:
        return dt.date(year, time.month or 1, time.day or 1)
    except ValueError:
        return None


def _is_plan(time: Time) -> bool:
    """Whether a stretch of years is so long that it may reach beyond the day of writing: "from 2026 to 2030"."""
    return time.last_year is not None and time.last_year - (time.year or 0) > 1


def _year_clues(prepared: Prepared, times: Sequence[Time], grammar: EvidenceGrammar) -> Iterator[Clue]:
    """A year that is not to come, as one after "from" may be: the document is not older; the latest one comes first."""
    years = {time.year: time for time in times if time.year and time.bound != "until" and not _is_plan(time)}
    for year in sorted(years, reverse=True):
        start, end = years[year].span.start, years[year].span.end
        before = prepared.folded[max(0, start - _TO_COME_BEFORE) : start].split(".")[-1]
        if says(f"{before}|{prepared.folded[end : end + _TO_COME_REACH].split('.')[0]}", grammar.to_come):
            continue
        clause = prepared.folded[max(0, start - _PLANNED_BEFORE) : start].rsplit(". ", maxsplit=1)[-1]
        if grammar.planned.search(clause):
            continue
        if not prepared.folded[max(0, start - _ONWARD_REACH) : start].rstrip().endswith(grammar.onward):
            yield Clue(years[year].span.cut(prepared.text), NO_OLDER, (Window(dt.date(year, 1, 1), dt.date.max),))
