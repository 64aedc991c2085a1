"""An outlook as rows, and as a Polars frame: one value a row, with its unit and all that it depends on."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from quotepart.outlook.cost import Spread
from quotepart.outlook.odds import LEVELS, Odds
from quotepart.outlook.prospects import Outlook, Prospect

if TYPE_CHECKING:
    import polars as pl

COLUMNS = ("scenario", "entity", "quantity", "year", "value", "unit")
Cell = str | int | float | None


def outlook_rows(outlook: Outlook) -> Iterator[dict[str, Cell]]:
    """Yield every value of an outlook: of each member asked for and each group by scenario and year, then the joint ones.

    Quantities are ``share_p05`` to ``share_p95``, ``odds_at`` and ``odds_by`` the target, ``arrival`` (the probability of a year
    to be the first there), ``members_at`` and ``all_at``; without a scenario ``share``, ``gap``, ``growth_needed``, ``cost_…``,
    ``unspent_…``, ``path_…``.
    """
    for member in outlook.asked:
        yield from _prospect(outlook, outlook.prospects[member])
    for scenario, odds in outlook.odds.items():
        for entity in (*outlook.asked, *outlook.groups):
            yield from _odds(scenario, odds, entity, outlook.unit)
        for year in odds.years:
            yield _row(scenario, "", "members_at", year, odds.expected_members(year), "count")
            yield _row(scenario, "", "all_at", year, odds.at_least(len(odds.members), year), "probability")


def outlook_frame(outlook: Outlook) -> pl.DataFrame:
    """Return an outlook as a frame of ``COLUMNS``; ``value`` is float64 in the row's ``unit``, null where there is none."""
    import polars as pl

    kinds = {"year": pl.Int32, "value": pl.Float64}
    return pl.DataFrame(list(outlook_rows(outlook)), schema={name: kinds.get(name, pl.String) for name in COLUMNS})


def _prospect(outlook: Outlook, prospect: Prospect) -> Iterator[dict[str, Cell]]:
    member, standing, last = prospect.member, prospect.standing, outlook.last_year
    yield _row(None, member, "share", last, float(standing.share.value), outlook.unit)
    yield _row(None, member, "gap", last, None if standing.gap is None else float(standing.gap), outlook.currency)
    if standing.own_gap is not None and standing.own_currency:
        yield _row(None, member, "gap", last, float(standing.own_gap), standing.own_currency)
    if prospect.delay:
        yield _row(None, member, "growth_needed", outlook.by, prospect.delay.growth_now, "percent")
        yield _row(None, member, "growth_needed_a_year_later", outlook.by, prospect.delay.growth_later, "percent")
        yield from _spread(outlook, member, "unspent_by_delay", prospect.delay.unspent)
    if prospect.cost:
        yield from _spread(outlook, member, "cost_total", prospect.cost.total)
        yield from _spread(outlook, member, "cost_extra", prospect.cost.extra)
    for path in prospect.paths:
        for year, share in zip(path.years, path.shares, strict=True):
            yield _row(None, member, f"path_{path.shape}", year, share, outlook.unit)


def _spread(outlook: Outlook, member: str, name: str, spread: Spread | None) -> Iterator[dict[str, Cell]]:
    if spread:
        for level, value in (("p05", spread.low), ("p50", spread.median), ("p95", spread.high)):
            yield _row(None, member, f"{name}_{level}", outlook.by, value, outlook.currency)


def _odds(scenario: str, odds: Odds, entity: str, unit: str) -> Iterator[dict[str, Cell]]:
    row, arrivals = odds.entities.index(entity), odds.arrivals(entity)
    for at, year in enumerate(odds.years):
        yield _row(scenario, entity, "odds_at", year, float(odds.at[row, at]), "probability")
        yield _row(scenario, entity, "odds_by", year, float(odds.by[row, at]), "probability")
        yield _row(scenario, entity, "arrival", year, float(arrivals[at]), "probability")
        for level, share in zip(LEVELS, odds.fans[row, at], strict=True):
            yield _row(scenario, entity, f"share_p{round(level * 100):02}", year, float(share), unit)


def _row(
    scenario: str | None, entity: str, quantity: str, year: int, value: float | None, unit: str
) -> dict[str, Cell]:
    cells = (scenario, entity, quantity, year, value, unit)
    return dict(zip(COLUMNS, cells, strict=True))
