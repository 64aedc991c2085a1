"""What goes of each line of capability: how many, out of how many that are known, and of whom nothing is known.

Counts come from many sources of many years. A member without a row is not guessed: what goes in per cent of what is counted can
then only be the most it can be. Sources that contradict each other in one year give a range.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from decimal import Decimal

from quotepart.model.frozen import dataclass
from quotepart.pacts.departure import CapabilityLine, CapabilityRow

Span = tuple[Decimal, Decimal]


@dataclass(frozen=True, slots=True, kw_only=True)
class Counted:
    """How many one member, or one fleet owned together, has by the newest rows: a range where these contradict each other.

    ``time`` is that of the row (``2024e``, ``2019-12``), ``hedge`` its words before the number, ``sources`` are ids.
    """

    entity: str
    low: Decimal
    high: Decimal
    time: str
    hedge: str = ""
    sources: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class CapabilityLoss:
    """One line of capability: what the leavers have (``gone``), what is known of the others (``left``), and of whom nothing is.

    ``silent`` are those who stay and have no row, ``silent_leavers`` those who leave. ``split`` are fleets of which some
    owners leave and some stay: they count as staying, and it is said.
    """

    line: CapabilityLine
    gone: tuple[Counted, ...]
    left: tuple[Counted, ...]
    silent: tuple[str, ...] = ()
    silent_leavers: tuple[str, ...] = ()
    split: tuple[str, ...] = ()

    @property
    def gone_span(self) -> Span | None:
        """How many go, from and to; ``None`` where nothing is known of those who leave."""
        return _sum(self.gone) if self.gone else None

    @property
    def left_span(self) -> Span:
        """How many are known to stay, from and to."""
        return _sum(self.left)

    @property
    def at_most_percent(self) -> Decimal | None:
        """The most that can go in per cent of all: what goes against what is known to stay; ``None`` where that says nothing.

        It is the share itself where nobody is silent and no range is left.
        """
        if self.gone_span is None or self.silent_leavers or not self.left:
            return None
        high, low = self.gone_span[1], self.left_span[0]
        return high / (high + low) * 100 if high + low else None

    @property
    def is_exact(self) -> bool:
        """Whether the share is no upper bound: everybody counted, no range, no hedge."""
        plain = all(each.low == each.high and not each.hedge for each in (*self.gone, *self.left))
        return plain and not self.silent and not self.silent_leavers


def lines_of(
    lines: Iterable[CapabilityLine], members: Sequence[str], leavers: Sequence[str], *, known_on: date,
    with_uncitable: bool = False,
) -> tuple[CapabilityLoss, ...]:  # fmt: skip
    """Return what goes of each line that the leavers can have any of.

    A row has no day of publication: what is about a time after ``known_on`` is passed over, and what may not be cited too unless
    ``with_uncitable`` is set.
    """
    return tuple(
        _loss(line, _newest(line.rows, known_on, with_uncitable), members, leavers)
        for line in lines
        if (not line.of or line.of in leavers) and (not line.holders or set(line.holders) & set(leavers))
    )


def _loss(
    line: CapabilityLine, counted: Mapping[str, Counted], members: Sequence[str], leavers: Sequence[str]
) -> CapabilityLoss:
    stay = [member for member in members if member not in leavers]
    able = set(line.holders) or set(members)
    owners = {fleet: set(each) for fleet, each in line.shared.items() if fleet in counted}
    go_whole = [fleet for fleet, each in owners.items() if each and each <= set(leavers)]
    return CapabilityLoss(
        line=line,
        gone=tuple(counted[each] for each in (*leavers, *go_whole) if each in counted),
        left=tuple(counted[each] for each in (*stay, *owners) if each in counted and each not in go_whole),
        silent=tuple(each for each in stay if each in able and each not in counted),
        silent_leavers=tuple(each for each in leavers if each in able and each not in counted),
        split=tuple(fleet for fleet, each in owners.items() if each & set(leavers) and not each <= set(leavers)),
    )


def _newest(rows: Iterable[CapabilityRow], known_on: date, with_uncitable: bool) -> dict[str, Counted]:
    """Return what the rows of each entity's last year say, one entry an entity."""
    day = known_on.isoformat()
    seen: dict[str, list[CapabilityRow]] = {}
    for row in rows:
        if row.moment and row.moment <= day[: len(row.moment)] and (row.citable or with_uncitable):
            seen.setdefault(row.entity, []).append(row)
    return {entity: _counted(entity, found) for entity, found in seen.items()}


def _counted(entity: str, rows: Sequence[CapabilityRow]) -> Counted:
    year = max(row.moment[:4] for row in rows)
    last = [row for row in rows if row.moment[:4] == year]
    return Counted(
        entity=entity,
        low=min(row.value for row in last),
        high=max(row.value for row in last),
        time=max((row.time for row in last), key=len),
        hedge=next((row.hedge for row in last if row.hedge), ""),
        sources=tuple(dict.fromkeys(row.source for row in last)),
    )


def _sum(counted: Iterable[Counted]) -> Span:
    found = list(counted)
    return sum((each.low for each in found), Decimal(0)), sum((each.high for each in found), Decimal(0))
