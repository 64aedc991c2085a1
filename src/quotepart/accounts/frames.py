"""Official figures as Polars frames: one figure a row, with its unit, price basis, both of its dates and its source.

Values are float64 in full units of the column ``unit``; figures of different units stand in one frame, so a sum over rows makes
sense only within one unit, price base, definition and membership rule. Polars is loaded when a frame is first asked for.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

from quotepart.accounts.account import Account, AnEdition
from quotepart.model.observation import Observation

if TYPE_CHECKING:
    import polars as pl

    from quotepart.accounts.revision_table import RevisionRow
    from quotepart.accounts.series import Known

Cells = Mapping[str, object]


def series_frame(rows: Sequence[Known]) -> pl.DataFrame:
    """Return series as a frame, one value a row.

    Columns: ``member``, ``indicator`` (str), ``year`` (i32), ``value`` (f64, full units), ``unit``, ``basis`` (str),
    ``price_base`` (i32 or null), ``status``, ``edition``, ``definition``, ``membership``, ``source`` (str).
    """
    import polars as pl

    schema = {
        "member": pl.String, "indicator": pl.String, "year": pl.Int32, "value": pl.Float64, "unit": pl.String,
        "basis": pl.String, "price_base": pl.Int32, "status": pl.String, "edition": pl.String, "definition": pl.String,
        "membership": pl.String, "source": pl.String,
    }  # fmt: skip
    return pl.DataFrame([_cells(row, schema) for row in rows], schema=schema)


def edition_frame(
    account: Account, edition: AnEdition, *, indicators: Iterable[str] = (), with_uncitable: bool = False
) -> pl.DataFrame:
    """Return all that an edition printed, or only some indicators of it, one observation a row.

    Columns as in ``series_frame``, and ``step`` (f64), the last printed digit in full units. Aggregates are those that their
    producer published. Raises ``AccountError`` for unknown names.
    """
    import polars as pl

    chosen = account.edition(edition)
    names = [account.find_indicator(name) for name in indicators] or list(account.pact.indicators)
    groups = [group.id for group in account.pact.groups.values() if group.entity]
    seen = (
        observation
        for name in names
        for basis in account.pact.indicators[name].bases
        for entity in (*account.pact.members, *groups)
        for observation in account.series(entity, name, edition=chosen, basis=basis, with_uncitable=with_uncitable)
    )
    schema = {
        "member": pl.String, "indicator": pl.String, "year": pl.Int32, "value": pl.Float64, "unit": pl.String,
        "basis": pl.String, "price_base": pl.Int32, "status": pl.String, "edition": pl.String, "definition": pl.String,
        "membership": pl.String, "source": pl.String, "step": pl.Float64,
    }  # fmt: skip
    return pl.DataFrame([_observed(each, chosen.definition, account) for each in seen], schema=schema)


def revisions_frame(rows: Sequence[RevisionRow]) -> pl.DataFrame:
    """Return a table of revisions as a frame, one class of lag a row.

    Columns: ``indicator``, ``basis``, ``entity`` (str), ``age`` (i8; null: all), ``from_lag``, ``to_lag`` (f64, years; infinite
    where open), ``count`` (i32), ``median``, ``p50``, ``p90``, ``p99`` (f64), ``unit``: ``share`` of the first value, or
    ``points``.
    """
    import polars as pl

    schema = {
        "indicator": pl.String, "basis": pl.String, "entity": pl.String, "age": pl.Int8, "from_lag": pl.Float64,
        "to_lag": pl.Float64, "count": pl.Int32, "median": pl.Float64, "p50": pl.Float64, "p90": pl.Float64,
        "p99": pl.Float64, "unit": pl.String,
    }  # fmt: skip
    return pl.DataFrame([revision_cells(row) for row in rows], schema=schema)


def revision_cells(row: RevisionRow) -> dict[str, str | int | float | None]:
    """Return one row of a table of revisions as plain values by column."""
    band = row.band
    return {
        "indicator": row.indicator,
        "basis": row.basis,
        "entity": row.entity,
        "age": row.age,
        "from_lag": float(band.from_lag),
        "to_lag": float(band.to_lag),
        "count": band.count,
        **{name: float(getattr(band, name)) for name in ("median", "p50", "p90", "p99")},
        "unit": "points" if band.in_points else "share",
    }


def _cells(row: object, schema: Mapping[str, object]) -> Cells:
    values = {name: getattr(row, name) for name in schema}
    return {**values, "value": float(values["value"])}


def _observed(seen: Observation, definition: str, account: Account) -> Cells:
    plain = {
        name: getattr(seen, name) for name in ("indicator", "year", "unit", "basis", "price_base", "status", "edition")
    }
    return {
        **plain,
        "member": seen.entity,
        "value": float(seen.value),
        "step": float(seen.step),
        "definition": definition,
        "membership": "as_published",
        "source": account.source(seen).title,
    }
