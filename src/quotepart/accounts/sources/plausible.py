"""What no single cell shows: rows that are missing, years that can't be, and figures that contradict each other.

A producer's tables hang together: aggregates are sums, shares are ratios, and in the year of its prices a constant figure equals
the current one. Where they do not, columns were swapped or rows moved.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from decimal import Decimal

from quotepart.accounts.sources.layout import Found, Layout, OfficialSource, Printed, Series, members_expected
from quotepart.model.observation import Basis
from quotepart.model.pact import Indicator, Pact

TOLERANCE = Decimal("0.01")
"""How far, as a share of itself, a figure may lie from what the others make it: NATO prints three shares half a per cent off."""

Key = tuple[str, Basis, str, int]
Values = Mapping[Key, tuple[Decimal, str, Decimal]]
"""The amount in full units, its place in the file, and the unit of the file."""


def faults_of(found: Found, layout: Layout, source: OfficialSource, pact: Pact, published: date) -> list[str]:
    """Return what is wrong with all that was found, each with its place in the file."""
    values = _values(found, pact)
    return [
        *_missing_series(found, layout, source),
        *_missing_rows(found, source, pact, published),
        *_price_bases(found),
        *_last_year(found, source, published),
        *_unequal_in_base_year(found, values),
        *_wrong_sums(pact, values, source),
        *_wrong_ratios(pact, values),
    ]


def _values(found: Found, pact: Pact) -> Values:
    return {
        (each.series.indicator, each.series.basis, each.entity, each.year): (
            each.number * _scale(each, pact),
            each.where,
            _scale(each, pact),
        )
        for each in found.printed
        if len(each.period) == 4 and (each.series.indicator, each.series.basis, each.entity) not in found.doubtful
    }


def _scale(printed: Printed, pact: Pact) -> Decimal:
    scale = printed.series.scale
    return pact.indicators[printed.series.indicator].scale if scale is None else scale


def _plain(amount: Decimal, scale: Decimal) -> str:
    """Return an amount in the unit of the file, without zeros at its end."""
    return f"{(amount / scale).normalize():f}"


def _missing_series(found: Found, layout: Layout, source: OfficialSource) -> Iterator[str]:
    missing = [each for each in layout.series if each not in found.rows]
    if source.is_in_parts:
        missing = [] if found.rows else [layout.series[0]]
        yield from ("the file: holds none of the series that are read from it" for _ in missing)
    else:
        yield from (f"the file: holds no row of {named(each)}" for each in missing)


def _missing_rows(found: Found, source: OfficialSource, pact: Pact, published: date) -> Iterator[str]:
    for series, rows in found.rows.items():
        expected = members_expected(pact, series.indicator, published) if source.expects == "members" else ()
        aggregates = source.aggregates if any(each in rows for each in source.aggregates) else ()
        missing = [each for each in (*expected, *aggregates) if each not in rows]
        if missing:
            first = next(iter(rows.values())).partition(",")[0]
            yield f"{first}: {named(series)} has no row for {', '.join(missing)}"


def _price_bases(found: Found) -> Iterator[str]:
    if len(found.price_bases) > 1:
        said = "; ".join(f"{year} at {where}" for year, where in found.price_bases.items())
        yield f"the file: gives constant prices of more than one year: {said}"


def _last_year(found: Found, source: OfficialSource, published: date) -> Iterator[str]:
    years = {each.year: each.where for each in found.printed if len(each.period) == 4}
    if not years:
        return
    last, (least, most) = max(years), source.last_year
    if not published.year + least <= last <= published.year + most:
        span = " to ".join(dict.fromkeys(str(published.year + offset) for offset in (least, most)))
        yield f"{years[last]}: the last year is {last}; a file published on {published} ends in {span}"


def _unequal_in_base_year(found: Found, values: Values) -> Iterator[str]:
    for (indicator, basis, entity, year), (constant, where, scale) in values.items():
        current = values.get((indicator, "current", entity, year))
        if basis == "constant" and year in found.price_bases and current and _is_off(constant, current[0]):
            yield (
                f"{where}: {entity} {year} is {_plain(constant, scale)} in prices of {year} and "
                f"{_plain(current[0], current[2])} in current ones ({current[1]}); they should be equal"
            )


def _wrong_sums(pact: Pact, values: Values, source: OfficialSource) -> Iterator[str]:
    groups = {group.entity: group.id for group in pact.groups.values() if group.entity in source.aggregates}
    for (name, basis, entity, year), (printed, where, scale) in values.items():
        if entity not in groups or pact.indicators[name].kind != "sum":
            continue
        members = pact.members_on(groups[entity] or "", date(year, 12, 31))
        parts = [
            values.get((name, basis, member, year)) for member in members if member not in pact.indicators[name].without
        ]
        total = sum((part[0] for part in parts if part), Decimal(0))
        if all(parts) and _is_off(printed, total):
            yield f"{where}: {entity} {year} is {_plain(printed, scale)}; its members add up to {_plain(total, scale)}"


def _wrong_ratios(pact: Pact, values: Values) -> Iterator[str]:
    for (name, basis, entity, year), (printed, where, scale) in values.items():
        ratio = _ratio(pact.indicators[name], basis, entity, year, values)
        if ratio is not None and _is_off(printed, ratio):
            yield f"{where}: {entity} {year} is {_plain(printed, scale)}; the other tables make it {ratio / scale:.4f}"


def _ratio(indicator: Indicator, basis: Basis, entity: str, year: int, values: Values) -> Decimal | None:
    above = values.get((indicator.numerator or "", basis, entity, year))
    below = values.get((indicator.denominator or "", basis, entity, year))
    if indicator.kind != "ratio" or above is None or below is None or not below[0]:
        return None
    return above[0] / below[0] * indicator.factor


def _is_off(one: Decimal, other: Decimal) -> bool:
    return abs(one - other) > TOLERANCE * max(abs(one), abs(other))


def named(series: Series) -> str:
    """Return a series as people read it: ``gdp, constant prices``."""
    return f"{series.indicator}, {series.basis} prices"
