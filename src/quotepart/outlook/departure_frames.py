"""A departure as a Polars frame: one number a row, with its unit, its scope and all that it depends on."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import TYPE_CHECKING

from quotepart.outlook.departure import Departure
from quotepart.outlook.departure_effort import Effort

if TYPE_CHECKING:
    import polars as pl

    from quotepart.outlook.replacement import Replacement
    from quotepart.outlook.scenario_draws import Spread

COLUMNS = ("table", "row", "rule", "column", "value", "unit", "year", "edition", "scope", "invented")
"""What each row says: the table, the row in it (a member, goal, line, year …), the rule of sharing, the column, and the value."""

Cells = dict[str, str | int | float | bool | None]


def departure_frame(departure: Departure) -> pl.DataFrame:
    """Return a departure as a frame of ``COLUMNS``; ``value`` is float64 in the row's ``unit``, null where it is not known.

    ``table`` is ``losses``, ``efforts``, ``payers``, ``capabilities``, ``estimates``, or ``scenario:<id>``. Numbers of different
    rows must not be added: scopes and units differ.
    """
    import polars as pl

    kinds = {"value": pl.Float64, "year": pl.Int32, "invented": pl.Boolean}
    schema = {name: kinds.get(name, pl.String) for name in COLUMNS}
    return pl.DataFrame([{**dict.fromkeys(COLUMNS), **cells} for cells in cells_of(departure)], schema=schema)


def cells_of(departure: Departure) -> Iterator[Cells]:
    """Yield every number of a departure as plain values by column."""
    for cells in (*_losses(departure), *_efforts(departure), *_lines(departure), *_estimates(departure)):
        yield {"scope": departure.scope, "invented": False, **cells}
    for made in departure.replacements:
        for cells in _scenario(made):
            yield {
                "table": f"scenario:{made.scenario.id}",
                "scope": made.scenario.scope,
                "invented": made.scenario.is_invented,
                **cells,
            }


def _losses(departure: Departure) -> Iterator[Cells]:
    for loss in departure.losses:
        base: Cells = {
            "table": "losses",
            "row": loss.kind,
            "year": loss.year,
            "edition": ", ".join(loss.editions) or None,
        }
        yield {**base, "column": "gone", "value": _float(loss.gone), "unit": loss.unit}
        yield {**base, "column": "whole", "value": _float(loss.whole), "unit": loss.unit}
        yield {**base, "column": "share", "value": _float(loss.share_percent), "unit": "percent"}


def _efforts(departure: Departure) -> Iterator[Cells]:
    for effort in departure.efforts:
        base: Cells = {"table": "efforts", "row": effort.goal, "year": effort.year, "edition": departure.edition}
        for name in ("total", "now", "bill", "lack"):
            yield {**base, "column": name, "value": _float(getattr(effort, name)), "unit": effort.unit}
        for name in ("total_percent", "now_percent"):
            yield {**base, "column": name, "value": _float(getattr(effort, name)), "unit": "percent_of_gdp"}
        yield from _payers(effort, departure.edition)


def _payers(effort: Effort, edition: str) -> Iterator[Cells]:
    for rule, payers in effort.payers.items():
        for payer in payers:
            base: Cells = {
                "table": f"payers:{effort.goal}",
                "row": payer.member,
                "rule": rule,
                "year": effort.year,
                "edition": edition,
            }
            yield {**base, "column": "share", "value": payer.share, "unit": "fraction"}
            yield {**base, "column": "extra", "value": float(payer.extra), "unit": effort.unit}
            yield {**base, "column": "now_percent", "value": float(payer.now_percent), "unit": "percent_of_gdp"}
            yield {**base, "column": "then_percent", "value": float(payer.then_percent), "unit": "percent_of_gdp"}


def _lines(departure: Departure) -> Iterator[Cells]:
    for loss in departure.lines:
        base: Cells = {"table": "capabilities", "row": loss.line.id, "unit": "count"}
        for at, name in enumerate(("low", "high")):
            yield {**base, "column": f"gone_{name}", "value": _float(loss.gone_span[at]) if loss.gone_span else None}
            yield {**base, "column": f"left_{name}", "value": float(loss.left_span[at])}
        yield {**base, "column": "at_most", "value": _float(loss.at_most_percent), "unit": "percent"}
        yield {**base, "column": "not_counted", "value": len(loss.silent) + len(loss.silent_leavers)}


def _estimates(departure: Departure) -> Iterator[Cells]:
    for each in departure.estimates:
        base: Cells = {"table": "estimates", "row": each.id, "unit": each.unit, "edition": each.source}
        yield {**base, "column": "low", "value": float(each.low)}
        yield {**base, "column": "high", "value": float(each.high)}


def _scenario(made: Replacement) -> Iterator[Cells]:
    currency = made.scenario.currency
    for name, spread in (("total", made.total), ("purchase", made.purchase), ("running", made.running)):
        yield from _spread(name, spread, currency)
    yield from _spread("ready", made.ready, "years")
    for year in made.years:
        yield from ({**cells, "year": year.year} for cells in _spread("by_year", year.cost, currency))
    for line in made.lines:
        yield from _spread(f"cost:{line.line.id}", line.cost, currency)
        yield from _spread(f"years:{line.line.id}", line.years, "years")
    for member, share in made.shares.items():
        yield {"row": member, "column": "share", "value": share, "unit": "fraction"}
    for member, value in (made.coalition.values if made.coalition else {}).items():
        yield {"row": member, "column": "worth", "value": value, "unit": "worth"}


def _spread(row: str, spread: Spread | None, unit: str) -> Iterator[Cells]:
    if spread:
        for column in ("p10", "p50", "p90"):
            yield {"row": row, "column": column, "value": float(getattr(spread, column)), "unit": unit}


def _float(value: Decimal | None) -> float | None:
    return None if value is None else float(value)
