"""A figure of a time that the words leave open, "before I came in": no year bears it out, but all together can rule it out."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from quotepart.checks.claims.claim import PARTS, SHARES, Claim
from quotepart.checks.readings.readings import DEPTH, Query, Setting
from quotepart.checks.working.ledger import as_text
from quotepart.model.dates import Period

_SPANS, _AGREED = (DEPTH, 6, 4), (2, 1)
"""Over how many years the nearest is sought: as many as an edition holds; of shares that are agreed on, those in force."""


def is_of_some_time(claim: Claim) -> bool:
    """Whether a share or a count is dated by no year, but by somebody's time that no register tells."""
    if claim.period is not None or claim.event_year is not None or claim.shape != "figure":
        return False
    is_level = claim.unit in (*SHARES, *PARTS) and claim.kind != "change"
    return is_of_open_time(claim) and (is_level or claim.kind == "count")


def is_of_open_time(claim: Claim) -> bool:
    """Whether the words date it by a time that they do not tell: "when I came in", "before she took office"."""
    is_since = claim.kind == "change" and not claim.is_money and claim.cues.has("since")
    return claim.cues.has("someones_time") or (claim.cues.has("term") and (claim.cues.has("when") or is_since))


def nearest_in_time(
    claim: Claim, setting: Setting, read: Callable[[Claim, Setting], tuple[Query, ...]]
) -> tuple[Query, ...]:
    """Return the readings that ``read`` makes of ``claim``, each of the year before the last that comes nearest."""
    last = setting.last_year
    if last is None:
        return ()
    years = (Period(str(year), str(year)) for year in range(last - 1, last - DEPTH - 1, -1))
    by_year = [read(replace(claim, period=period), setting) for period in years]
    return tuple(_nearest(queries, setting) for queries in zip(*by_year, strict=True))


def _nearest(queries: tuple[Query, ...], setting: Setting) -> Query:
    """The same reading of each year, the last one first, as one of the year that comes nearest to what is said."""
    newest, oldest = queries[0], queries[-1]
    wanted = as_text(newest.amount.value)
    indicator = setting.pact.indicators.get(newest.indicator)
    spans = _AGREED if indicator and indicator.kind == "none" else _SPANS
    formulas = tuple(
        f"nearest({wanted}, {', '.join(each.formulas[way] for each in queries[:span])})"
        for way in range(len(newest.formulas))
        for span in spans
    )
    label = newest.label.replace(str(newest.end), f"{oldest.start}–{newest.end}")
    return replace(
        newest,
        label=label,
        formulas=formulas,
        start=oldest.start,
        may_confirm=newest.fact is not None,
        revised_as=newest.formulas[0],
    )
