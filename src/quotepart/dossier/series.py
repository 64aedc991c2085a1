"""The official series a finding is about: its leading reading's measure by year, in one edition, with the claim beside it."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from decimal import ROUND_HALF_UP, Decimal

from quotepart.accounts.account import Account
from quotepart.dossier.dossier import Point, Series
from quotepart.dossier.labels import Names, edition_words
from quotepart.model.entry import Figure
from quotepart.model.finding import Finding, Reading
from quotepart.model.frozen import dataclass
from quotepart.model.observation import Basis
from quotepart.wording.wording import Wording

YEARS_BEFORE, YEARS_AFTER = 6, 1
_CELL = re.compile(r"([a-z_]+)\[([A-Z_]+), ?(\d{4})")
_COUNT = re.compile(r"^count\(([a-z_]+)\[([A-Z_]+), ?\d{4}\] *(>=|<) *([\d.]+)\)$")


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What is to be drawn: the series of a reading, in its own edition and price basis, around its years."""

    account: Account
    reading: Reading
    indicator: str
    edition: str
    first: int
    last: int
    names: Names
    wording: Wording

    @property
    def basis(self) -> Basis:
        """The price basis of the reading."""
        return self.reading.basis

    @property
    def years(self) -> tuple[int, ...]:
        """The years that the edition has, from some years before those of the reading to one after."""
        printed = self.account.years(self.indicator, self.edition, basis=self.basis)
        return tuple(year for year in printed if self.first - YEARS_BEFORE <= year <= self.last + YEARS_AFTER)


def series_for(
    finding: Finding, account: Account, *, names: Names, wording: Wording, figure: Figure | None = None
) -> Series | None:
    """Return the series behind the leading reading that has a value; ``None`` where there is none that can be drawn by year.

    ``figure`` is the figure that the finding judges: what its number can mean is drawn in as the claim.
    """
    reading = leading(finding)
    asked = _asked(reading, account, names, wording) if reading else None
    series = _drawn(asked) if asked else None
    if asked is None or series is None or len(series.points) < 2:
        return None
    return replace(
        series,
        edition=edition_words(asked.edition, names, wording),
        source=source_of(asked),
        claim=figure.reach if figure and figure.amount.unit == series.unit else None,
        claim_text=finding.claim,
        claim_years=(asked.first, asked.last),
        reading=asked.reading.label if series.shape == "added" else "",
    )


def leading(finding: Finding) -> Reading | None:
    """Return the weightiest reading with a value and an edition, the first of equals."""
    known = [each for each in finding.readings if each.value is not None and each.edition and each.start and each.end]
    return max(known, key=lambda reading: reading.weight, default=None)


def source_of(asked: Asked) -> str:
    """Return publisher and title of the edition that is drawn."""
    sources = asked.account.edition(asked.edition).sources
    return f"{sources[0].publisher}, {sources[0].title}" if sources else ""


def _asked(reading: Reading, account: Account, names: Names, wording: Wording) -> Asked | None:
    cell, edition = _CELL.search(reading.formula), reading.edition or ""
    if cell is None or cell[1] not in account.pact.indicators or edition not in account.pact.editions:
        return None
    years = (int((reading.start or "")[:4]), int((reading.end or "")[:4]))
    return Asked(
        account=account, reading=reading, indicator=cell[1], edition=edition, first=years[0], last=years[1],
        names=names, wording=wording,
    )  # fmt: skip


def _drawn(asked: Asked) -> Series | None:
    if asked.reading.measure == "added_spending":
        return _added(asked)
    if counted := _COUNT.match(asked.reading.formula):
        return _counted(asked, counted[3], Decimal(counted[4]))
    return _level(asked) if asked.reading.measure == asked.indicator else None


def _totals(asked: Asked, factor: Decimal = Decimal(1)) -> tuple[Point, ...]:
    look = asked.account.total
    found = (
        look(asked.reading.group, asked.indicator, y, edition=asked.edition, basis=asked.basis) for y in asked.years
    )
    return tuple(
        Point(year=total.year, value=_printed(asked, total.value) * factor, status=total.status)
        for total in found
        if total.value is not None
    )


def _printed(asked: Asked, value: Decimal) -> Decimal:
    """Return a value to the last digit that its producer prints: a file may hold more, a threshold is met by the print."""
    step = asked.account.pact.indicators[asked.indicator].step
    return (value / step).quantize(Decimal(1), rounding=ROUND_HALF_UP) * step


def _level(asked: Asked) -> Series:
    target = _target(asked)
    unit = asked.account.pact.indicators[asked.indicator].unit
    words = asked.wording.say("chart.target", amount=asked.wording.amount(target, unit)) if target is not None else ""
    return Series(
        shape="level", label=_label(asked), unit=unit, points=_totals(asked), edition=asked.edition,
        target=target, target_text=words,
    )  # fmt: skip


def _added(asked: Asked) -> Series | None:
    """The base year stands before the first; values are brought to the prices in which the reading counts."""
    base_year = asked.first - 1
    plain = _totals(asked)
    values = {point.year: point.value for point in plain}
    raw = sum((values.get(year, Decimal(0)) - values.get(base_year, Decimal(0)) for year in _span(asked)), Decimal(0))
    if base_year not in values or asked.last not in values or not raw:
        return None
    is_rebased = "@" in asked.reading.formula
    factor = (asked.reading.value or raw) / raw if is_rebased else Decimal(1)
    return Series(
        shape="added", label=_label(asked, is_priced=not is_rebased), unit=asked.reading.unit,
        points=tuple(replace(point, value=point.value * factor) for point in plain), edition=asked.edition,
        base_year=base_year, base_value=values[base_year] * factor,
    )  # fmt: skip


def _span(asked: Asked) -> range:
    return range(asked.first, asked.last + 1)


def _counted(asked: Asked, sign: str, threshold: Decimal) -> Series:
    amount = asked.wording.amount(threshold, asked.account.pact.indicators[asked.indicator].unit)
    words = {"group": _capital(asked.names(asked.reading.group)), "amount": amount}
    label = asked.wording.say("chart.members_below" if sign == "<" else "chart.members_at", **words)
    points = tuple(_count(asked, year, sign, threshold) for year in asked.years)
    return Series(shape="count", label=label, unit="count", points=points, edition=asked.edition)


def _count(asked: Asked, year: int, sign: str, threshold: Decimal) -> Point:
    """How many members of the group as it was at the year's end stand on that side of the threshold."""
    members = asked.account.pact.members_on(asked.reading.group, date(year, 12, 31))
    found = [asked.account.observe(each, asked.indicator, year, edition=asked.edition) for each in members]
    known = [each for each in found if each is not None]
    met = [each for each in known if (_printed(asked, each.value) >= threshold) == (sign == ">=")]
    is_final = all(each.status == "final" for each in known)
    return Point(year=year, value=Decimal(len(met)), status="final" if is_final else "estimate")


def _label(asked: Asked, *, is_priced: bool = True) -> str:
    """Return whose series it is and what it measures, with its prices where money is drawn."""
    say, account = asked.wording.say, asked.account
    label = say("chart.label", group=_capital(asked.names(asked.reading.group)), measure=asked.names(asked.indicator))
    indicator, base = account.pact.indicators[asked.indicator], account.price_base(asked.edition)
    if indicator.kind != "sum" or len(indicator.unit) != 3 or not is_priced:
        return label
    if asked.basis == "constant":
        return say("chart.constant", label=label, year=str(base)) if base is not None else label
    return say("chart.current", label=label)


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]


def _target(asked: Asked) -> Decimal | None:
    """Return the threshold that the pact's latest pledge on this series had set by the last year drawn."""
    pact, head = asked.account.pact, asked.account.pact.conventions
    pledges = [
        each
        for each in pact.pledges
        if each.threshold is not None
        and each.operator == ">="
        and each.made_by == head.whole
        and head.pledge_indicators.get(each.measure) == asked.indicator
        and each.made_on[:4] <= str(asked.last)
    ]
    return max(pledges, key=lambda each: each.made_on).threshold if pledges else None
