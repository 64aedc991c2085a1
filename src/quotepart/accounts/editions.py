"""Which edition answers a question asked on a day: the one known then, or the nearest that is held in its stead.

The *own* edition of a day is the newest one published on or before it whose tables cover the years. An edition counts whether or
not the pact holds it: where the newest is not held, or not for what is asked, an older one that is held was out of date on that
day, so it can only be a substitute. The substitute is the nearest later edition, which knows at least as much, else the nearest
earlier one; an edition of the same definition as the day's goes before one of another.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import date
from decimal import Decimal
from typing import Literal

from quotepart.model.frozen import dataclass
from quotepart.model.observation import Edition

Covers = Callable[[Edition], bool]


@dataclass(frozen=True, slots=True, kw_only=True)
class EditionChoice:
    """The edition that answers, whether it is the day's own, and how far from it in years.

    ``edition`` is ``None`` when none held covers what was asked. ``newest_known`` is the newest edition known to exist on that
    day with tables that cover the years, held or not: ``None`` when nothing had been published about them. ``lag_years`` lies
    between the substitute and ``newest_known``, or the day itself where there is none.
    """

    edition: Edition | None
    edition_is: Literal["own", "substitute"]
    lag_years: Decimal = Decimal(0)
    newest_known: Edition | None = None

    @property
    def had_appeared(self) -> bool:
        """Whether any table about these years had been published by that day."""
        return self.newest_known is not None


def newest_first(editions: Iterable[Edition]) -> tuple[Edition, ...]:
    """Return editions by day of publication, the newest first."""
    return tuple(sorted(editions, key=lambda edition: (edition.published, edition.id), reverse=True))


def choose(
    editions: Sequence[Edition], years: Sequence[int], *, known_on: date, covers: Covers, earlier_first: bool = False
) -> EditionChoice:
    """Return the edition of one producer that answers for ``years`` as known on a day.

    ``covers`` says whether what is held of an edition answers the question; ``editions`` are newest first. With
    ``earlier_first`` an edition published by that day goes before a later one: what a reader then had, not what was right.
    """
    known = [each for each in editions if each.published <= known_on and spans(each, years)]
    newest = known[0] if known else None
    if newest and covers(newest):
        return EditionChoice(edition=newest, edition_is="own", newest_known=newest)
    later = [each for each in reversed(editions) if each.published > known_on]
    earlier = [each for each in editions if each.published <= known_on and each is not newest]
    in_turn = (*earlier, *later) if earlier_first else (*later, *earlier)
    alike = (each for each in in_turn if newest and each.definition == newest.definition)
    substitute = next((each for each in (*alike, *in_turn) if each.held != "none" and covers(each)), None)
    day = newest.published if newest else known_on
    lag = years_between(day, substitute.published) if substitute else Decimal(0)
    return EditionChoice(edition=substitute, edition_is="substitute", lag_years=lag, newest_known=newest)


def spans(edition: Edition, years: Sequence[int]) -> bool:
    """Whether the edition's tables cover ``years``; one that does not say which years it covers may cover any."""
    if edition.years is None or not years:
        return True
    return edition.years[0] <= min(years) and max(years) <= edition.years[1]


def years_between(one: date, other: date) -> Decimal:
    """Return the years between two days, in either order, to two decimals.

    >>> years_between(date(2018, 7, 10), date(2019, 6, 25))
    Decimal('0.96')
    """
    return (Decimal(abs((other - one).days)) / Decimal("365.25")).quantize(Decimal("0.01"))
