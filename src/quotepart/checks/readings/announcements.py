"""What the producer of the series said without a table: which announcements state a claim's figure, over which base year."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import replace
from datetime import date, timedelta

from quotepart.checks.claims.caution import is_part_of_few
from quotepart.checks.claims.claim import Claim
from quotepart.checks.claims.thresholds import day_spoken_of, pledged_threshold, threshold_in
from quotepart.checks.readings.some_time import is_of_open_time
from quotepart.checks.readings.values import is_money
from quotepart.checks.working.register import MEMBERS
from quotepart.model.amount import Interval, reach
from quotepart.model.observation import Announcement
from quotepart.model.pact import Pact

_RECENT = timedelta(days=550)  # a figure without a period is an announcement's figure only for about a year and a half
AT_LINE, BELOW_LINE = "members_at_guideline", "members_below_guideline"
"""The measures of how many members reach the line that the pact has set, and how many do not."""

_PLEDGED = ("_pledged", "_committed", "_allocated")


def by_producer(pact: Pact) -> tuple[Announcement, ...]:
    """Return the citable announcements of the pact's own organs, the latest first."""
    own = (each for each in pact.announcements if each.office.partition(".")[0] == pact.conventions.whole)
    return tuple(sorted((each for each in own if each.source.citable), key=_day, reverse=True))


def known_by(announcements: Iterable[Announcement], day: date) -> tuple[Announcement, ...]:
    """Return those of ``announcements`` that had been made by ``day``."""
    return tuple(each for each in announcements if each.announced_on <= day)


def announced_bases(known: Iterable[Announcement], measure: str) -> tuple[int, ...]:
    """Return the base years over which announcements of ``measure`` counted, in the order of ``known``, each once."""
    bases = (each.base_year for each in known if each.measure == measure and each.base_year)
    return tuple(dict.fromkeys(bases))


def stating(
    claim: Claim, known: Iterable[Announcement], groups: Collection[str], measures: Iterable[str], pact: Pact
) -> tuple[Announcement, ...]:
    """Return the announcements of this figure: same number, measure, group and period.

    Who announced how many members reach the line announced how many do not.
    """
    wanted = {claim.metric, *measures}
    if is_part_of_few(claim, pact) or _is_of_another_line(claim, pact):
        return ()
    return tuple(
        each
        for each in known
        if each.group in groups
        and _is_about(each, claim)
        and any(_is_of(one.measure, wanted) and _states(one, claim) for one in (each, *_the_others(each, pact)))
    )


def _is_of_another_line(claim: Claim, pact: Pact) -> bool:
    """Whether members are counted at a line that is stated, and not that of the pact, which announcements count by."""
    figure = threshold_in(claim) if claim.metric == MEMBERS and claim.threshold is None else None
    line = figure.amount.value if figure else claim.threshold
    return line is not None and line != pledged_threshold(pact, pact.conventions.share_indicator, day_spoken_of(claim))


def _the_others(announcement: Announcement, pact: Pact) -> Iterator[Announcement]:
    """Yield a count of members at the line as one of those below it: all others, or all others that have a figure."""
    if announcement.measure != AT_LINE:
        return
    members = pact.members_on(announcement.group, announcement.announced_on)
    nothing = pact.indicators[pact.conventions.main_indicator].without
    for size in {len(members), len([each for each in members if each not in nothing])}:
        yield replace(announcement, measure=BELOW_LINE, value=size - announcement.value)


def _day(announcement: Announcement) -> date:
    return announcement.announced_on


def is_pledge(announcement: Announcement) -> bool:
    """Whether what was announced was promised, not spent."""
    return announcement.measure.endswith(_PLEDGED)


def _is_of(measure: str, wanted: Collection[str]) -> bool:
    """Whether an announcement's measure is one wanted, or a part of one: what is pledged or provided of it."""
    parts = set(measure.split("_"))
    return measure in wanted or any(set(each.split("_")) < parts for each in wanted if "_" in each)


def _states(announcement: Announcement, claim: Claim) -> bool:
    amount = replace(claim.amount, qualifier="exact" if claim.amount.high is None else "between")
    same_unit = announcement.unit == amount.unit or (is_money(announcement.unit) and is_money(amount.unit))
    value = announcement.value
    return same_unit and reach(amount).meets(Interval(value, value))


def _is_about(announcement: Announcement, claim: Claim) -> bool:
    period = claim.period
    if period is None and is_of_open_time(claim):
        return False
    if period is None or announcement.end_year is None:
        return claim.said_on - announcement.announced_on <= _RECENT
    end = period.end_year or claim.said_on.year
    start = period.start_year or end
    return (announcement.start_year or announcement.end_year) <= end and start <= announcement.end_year
