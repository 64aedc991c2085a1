"""The past that projections start from: each member's share of GDP by year, as it could be known on a day, and how GDP grew.

The level is always that of the last official value known on the day. Earlier years give their growth only: of the edition of the
day where it is held in full, else of the nearest edition after it, cut at the last year; before that of older editions; before
that, where the user asks for it, of another producer's long series. Each part names its edition and whether it is the day's own.
"""

from __future__ import annotations

from datetime import date
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from quotepart.model.frozen import dataclass

Floats = NDArray[np.float64]
"""An array of floats."""

Role = Literal["last", "years", "before", "gdp"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """Which edition gave what: the ``last`` values, the ``years`` up to them, those ``before``, or the growth of ``gdp``.

    ``edition_is`` ``own`` had appeared by the day; a ``substitute`` appeared later and is cut at the last year. ``members`` took
    something from it. ``ratio`` is the median over them of this history's level over that of the edition.
    """

    role: Role
    indicator: str
    edition: str
    edition_is: Literal["own", "substitute"]
    members: tuple[str, ...]
    ratio: float = 1.0


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class History:
    """The past of some members as known on a day. Arrays run over members, then years; NaN where unknown; none can be written to.

    ``share_percent`` is the share of GDP in per cent; the last year is known of every member. ``real_gdp_growth`` and
    ``real_spending_growth`` are the growth *into* each year as differences of logarithms, so that always
    ``Δ ln share = real_spending_growth − real_gdp_growth``: spending is deflated by the prices of GDP. ``revision_p50`` and
    ``revision_p90`` say by how much of itself each last value may yet be revised within a year, as editions known on the day
    tell, NaN where they don't. ``missing`` are members asked for without an official value in the last year.
    """

    members: tuple[str, ...]
    years: tuple[int, ...]
    share_percent: Floats
    real_gdp_growth: Floats
    real_spending_growth: Floats
    revision_p50: Floats
    revision_p90: Floats
    known_on: date
    parts: tuple[Part, ...] = ()
    missing: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        for array in (self.share_percent, self.real_gdp_growth, self.real_spending_growth):
            array.setflags(write=False)

    @property
    def last_year(self) -> int:
        """The last year, from which projections start."""
        return self.years[-1]

    @property
    def last_percent(self) -> Floats:
        """Each member's share of GDP in the last year, in per cent."""
        return self.share_percent[:, -1]

    @property
    def share_growth(self) -> Floats:
        """Growth of the share into each year, as differences of logarithms; NaN in the first year and beside unknown ones."""
        grown: Floats = np.full_like(self.share_percent, np.nan)
        grown[:, 1:] = np.diff(np.log(self.share_percent), axis=1)
        return grown

    def of(self, *members: str) -> History:
        """Return the history of these members only, in this order; raises ``KeyError`` for one that is not there."""
        at = {member: row for row, member in enumerate(self.members)}
        rows = [at[member] for member in members]
        return History(
            members=members,
            years=self.years,
            share_percent=self.share_percent[rows],
            real_gdp_growth=self.real_gdp_growth[rows],
            real_spending_growth=self.real_spending_growth[rows],
            revision_p50=self.revision_p50[rows],
            revision_p90=self.revision_p90[rows],
            known_on=self.known_on,
            parts=self.parts,
            missing=self.missing,
        )


def history_of(
    share_percent: dict[str, dict[int, float]], *, known_on: date, real_gdp_growth: dict[str, dict[int, float]] | None = None,
    revisions: dict[str, tuple[float, float]] | None = None, parts: tuple[Part, ...] = (), missing: tuple[str, ...] = (),
) -> History:  # fmt: skip
    """Return the history of members whose shares, in per cent by year, all end in the same year.

    ``real_gdp_growth`` is by member and year, as differences of logarithms; ``revisions`` holds each member's
    ``revision_p50`` and ``revision_p90``.
    """
    members = tuple(share_percent)
    first = min(min(years) for years in share_percent.values())
    years = tuple(range(first, max(max(years) for years in share_percent.values()) + 1))
    shares, gdp = _table(share_percent, members, years), _table(real_gdp_growth or {}, members, years)
    spending: Floats = np.full_like(shares, np.nan)
    spending[:, 1:] = np.diff(np.log(shares), axis=1) + gdp[:, 1:]
    bands = np.array([(revisions or {}).get(member, (np.nan, np.nan)) for member in members], dtype=np.float64)
    return History(
        members=members,
        years=years,
        share_percent=shares,
        real_gdp_growth=gdp,
        real_spending_growth=spending,
        revision_p50=bands[:, 0],
        revision_p90=bands[:, 1],
        known_on=known_on,
        parts=parts,
        missing=missing,
    )


def _table(values: dict[str, dict[int, float]], members: tuple[str, ...], years: tuple[int, ...]) -> Floats:
    rows = [[values.get(member, {}).get(year, np.nan) for year in years] for member in members]
    return np.array(rows, dtype=np.float64)
