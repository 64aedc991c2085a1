"""What words say of one year against others: more than in another, the most since, for so many years in a row."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from decimal import Decimal

from quotepart.checks.claims.claim import Actor, Claim
from quotepart.checks.claims.cues import YEAR
from quotepart.checks.claims.numerals import number_near
from quotepart.model.amount import Amount, Qualifier
from quotepart.model.dates import Period
from quotepart.model.entry import FigureKind

_BESIDE, _STEP, _TEN, _NEAR = 14, 40, 10, 2


def _is_since(claim: Claim) -> bool:
    """Whether something is said of each year since one that is stated, or of each between two."""
    period = claim.period
    return period is not None and claim.cues.has("yearly") and (claim.cues.has("since") or period.start != period.end)


def is_of_years(claim: Claim, numbers: Mapping[str, int]) -> bool:
    """Whether something rose or fell for a number of years, or in a row."""
    if not claim.cues.has("up", "down"):
        return False
    if claim.cues.has("decade_long") or _is_since(claim):
        return True
    return claim.cues.has("consecutive") or number_near(claim, claim.cues.of("years"), numbers, _BESIDE) is not None


def record(claim: Claim, parties: tuple[Actor, ...]) -> Claim:
    """Return the highest or lowest of a series of years, or the largest step in it, as a claim on that place."""
    tops, moves = claim.cues.of("highest", "lowest"), claim.cues.of("up", "down")
    is_step = any(abs(top.start - move.start) <= _STEP for top in tops for move in moves)
    kind: FigureKind = "change" if is_step and not claim.cues.has("at_level", "any_time") else "level"
    return replace(claim, amount=_count(1), kind=kind, shape="record", groups=(parties[0].id,))


def is_in_time(claim: Claim) -> bool:
    """Whether one year is compared with another: "a smaller share than in 2014", "more in 2020 than in 2024"."""
    cues = claim.cues
    return cues.has("than_in") and cues.has("more", "less") and claim.period is not None


def then_and_now(claim: Claim, parties: tuple[Actor, ...]) -> Iterator[Claim]:
    """Yield a comparison of two years as a rise or fall between them."""
    than = claim.cues.of("than_in")[0]
    years = [(found.start(), found[0]) for found in YEAR.finditer(claim.cues.text)]
    behind = [year for start, year in years if start > than.start]
    before = [year for start, year in years if start < than.start]
    if len(behind) != 1 or len(before) > 1:
        return
    if _is_of_pace(claim, than.start):
        yield replace(claim, reason="definition")
        return
    is_more = claim.cues.within(0, than.end).has("more") and not claim.cues.within(0, than.end).has("less")
    first, last = behind[0], before[0] if before else None
    if last is not None and last < first:
        first, last, is_more = last, first, not is_more
    unit = "points" if claim.cues.has("of_gdp") else "percent"
    amount = Amount(value=Decimal(0), unit=unit, qualifier="more_than" if is_more else "less_than", is_line=True)
    moved = replace(claim, amount=amount, kind="change", shape="direction", groups=(parties[0].id,))
    yield replace(moved, period=Period(first, last))


def _is_of_pace(claim: Claim, end: int) -> bool:
    """Whether two rises or falls are compared, and not two levels: "rose more in 2024 than in 2023"."""
    moves = claim.cues.within(0, end).of("up", "down")
    more = claim.cues.within(0, end).of("more", "less")
    apart = [move for move in moves if not any(move.start <= cue.start < move.end for cue in more)]
    return any(
        abs(cue.start - move.end) <= _NEAR or abs(move.start - cue.end) <= _NEAR for move in apart for cue in more
    )


def run(claim: Claim, parties: tuple[Actor, ...], numbers: Mapping[str, int]) -> Iterator[Claim]:
    """Yield for how many years in a row something rose or fell: so many, or since a year that is stated."""
    length = number_near(claim, claim.cues.of("consecutive", "years"), numbers)
    since = _is_since(claim)
    length = _TEN if claim.cues.has("decade_long") else length
    groups = (parties[0].id,) if parties else claim.groups
    if since:
        yield replace(claim, amount=_count(0, qualifier="at_least"), shape="run", groups=groups)
    elif length is not None:
        yield replace(claim, amount=_count(length, qualifier="at_least"), shape="run", groups=groups)


def _count(value: int, qualifier: Qualifier = "exact") -> Amount:
    return Amount(value=Decimal(value), unit="count", qualifier=qualifier)
