"""Who held an office and when: a matter of record."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from decimal import Decimal

from quotepart.checks.claims.claim import Claim, RecordWords
from quotepart.checks.claims.told_time import begun, lasted, overlaps
from quotepart.checks.operations.operation import Operation
from quotepart.checks.readings.readings import Query, Setting
from quotepart.checks.readings.record_facts import one_of
from quotepart.checks.working.register import OFFICE, holding_input
from quotepart.model.pact import Holding


def fits(claim: Claim, setting: Setting) -> bool:
    """Whether the words say that somebody holds or held an office of the pact's register."""
    return claim.shape == "office" and claim.fact is not None


def read(claim: Claim, setting: Setting) -> tuple[Query, ...]:
    """Return the one reading: who held the office at the time, by the register; nothing where it does not know."""
    words = claim.fact
    known = [each for each in setting.pact.holdings if words and each.office == words.office]
    if words is None or not known:
        return ()
    own = [each for each in known if each.holder == words.person]
    fits_time = [(each, _is_at(each, words, claim.said_on)) for each in own]
    held = [each for each, is_so in fits_time if is_so]
    if not held and any(is_so is None for _, is_so in fits_time):
        return ()
    told = held or [each for each in known if _covers(each, words, claim.said_on)] or own
    if not told:
        return ()
    is_so = bool(held) != words.is_denied
    day = told[0].first
    inputs = tuple(holding_input(each, setting.pact, is_so=is_so) for each in told[:1])
    return (
        Query(
            label=_label(told[:3], setting),
            weight=Decimal(1),
            why=(),
            measure=OFFICE,
            indicator=OFFICE,
            group=setting.pact.conventions.whole,
            start=day.year,
            end=day.year,
            unit="record",
            formulas=(f"{OFFICE}[{setting.pact.conventions.whole}, {day.year}]",),
            amount=claim.amount,
            shown_as="fact",
            fact=one_of(is_so, inputs, day, citable=all(_is_citable(each) for each in told)),
        ),
    )


def _is_at(holding: Holding, words: RecordWords, day: date) -> bool | None:
    """Whether a holding is as the words say: at their time, begun then, held that day, or at all where they tell of what was.

    ``None`` where days differ by little, or the words give a part of its time as if it were all.
    """
    if holding.first > day:
        return False
    if words.is_term and words.when is not None:
        return lasted(words.when, holding.first, _last(holding))
    if words.begins and words.when is not None:
        return begun(words.when, holding.first)
    if words.is_past and words.when is None:
        return True
    return _covers(holding, words, day)


def _covers(holding: Holding, words: RecordWords, day: date) -> bool:
    """Whether an office was held at the time told, or on the day of the statement where none is told."""
    if words.when is None:
        return holding.first <= day <= _last(holding)
    return overlaps(words.when, holding.first, _last(holding))


def _last(holding: Holding) -> date:
    return holding.until if holding.until == date.max else holding.until - timedelta(days=1)


def _is_citable(holding: Holding) -> bool:
    return holding.source is not None and holding.source.citable


def _label(told: Sequence[Holding], setting: Setting) -> str:
    """Who held the office from when to when."""
    terms = [
        setting.label(
            "term" if each.end else "term_open", holder=each.holder, start=setting.wording.date(each.start),
            end=setting.wording.date(each.end) if each.end else "",
        )
        for each in told
    ]  # fmt: skip
    title = setting.pact.offices.get(told[0].office, {}).get(setting.lang, told[0].office)
    return setting.label("office", title=title, terms=setting.wording.listing(terms))


OPERATION = Operation(id="office", order=2, fits=fits, read=read)
