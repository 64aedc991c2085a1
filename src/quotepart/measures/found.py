"""What a measure finds: a headline, a table of rows, and all that is needed to judge and repeat it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import field
from decimal import Decimal

from quotepart.accounts.totals import weakest
from quotepart.measures.figures import MemberFigures
from quotepart.measures.question import Question
from quotepart.model.frozen import dataclass
from quotepart.model.observation import Basis, Membership, Observation, Status

Cell = Decimal | float | int | None
"""A value of the accounts or what follows from it exactly (``Decimal``), a statistic (``float``), a count (``int``)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """A column of a measure's table and the unit of what stands in it."""

    name: str
    unit: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One line of a measure's table: of a member, a group, a part of the whole or a way of counting."""

    name: str
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """A measure of one group in one year.

    ``value`` is the headline in ``unit``, ``None`` where the measure has none or a figure is missing; each cell of ``rows``
    stands in the unit of its column. ``inputs`` are the observations that went in, each with its own edition and source;
    ``missing`` lists members without a figure, ``notes`` what a reader must know, as keys of the wording ``measure_notes``,
    those on a series with its indicator (``implied:gdp``).
    """

    measure: str
    group: str
    year: int
    value: Cell
    unit: str
    formula: str
    edition: str
    definition: str
    basis: Basis
    membership: Membership
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    price_base: int | None = None
    inputs: tuple[Observation, ...] = ()
    missing: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()

    @property
    def status(self) -> Status:
        """The weakest status among the inputs."""
        return weakest(observation.status for observation in self.inputs)

    @property
    def editions(self) -> tuple[str, ...]:
        """The editions of the inputs, each once."""
        return tuple(dict.fromkeys(observation.edition for observation in self.inputs))

    def cell(self, row: str, column: str) -> Cell:
        """Return one cell of the table; raises ``KeyError`` where there is no such row or column."""
        at = [each.name for each in self.columns].index(column) if column in self.column_names else None
        cells = next((each.cells for each in self.rows if each.name == row), None)
        if at is None or cells is None:
            raise KeyError((row, column))
        return cells[at]

    @property
    def column_names(self) -> tuple[str, ...]:
        """The names of the columns, in order."""
        return tuple(column.name for column in self.columns)


@dataclass(frozen=True, slots=True, kw_only=True)
class NamedMeasure:
    """A measure as it is asked for by name: what it means, where it comes from, and the function that computes it.

    ``basis`` is the price basis it is computed in unless another is asked for; ``options`` names the parts of a question, beside
    group, year and members, that it looks at.
    """

    name: str
    unit: str
    formula: str
    source: str
    compute: Callable[[Question], Found] = field(compare=False)
    basis: Basis = "current"
    options: tuple[str, ...] = ()


Columns = Sequence[tuple[str, str]]
"""Columns as (name, unit)."""

Rows = Sequence[tuple[str, Sequence[Cell]]]
"""Rows as (name, cells)."""


def found(
    measure: NamedMeasure, question: Question, *, value: Cell, columns: Columns, rows: Rows, unit: str | None = None,
    formula: str | None = None, figures: Sequence[MemberFigures] = (), inputs: Sequence[Observation] = (),
    missing: Sequence[str] = (), notes: Sequence[str] = (), basis: Basis | None = None,
) -> Found:  # fmt: skip
    """Return what ``measure`` found for ``question``, with the inputs of ``figures`` and a note on those that stand in.

    ``basis`` is that of the series where it is in another than the question asks for.
    """
    edition, prices = question.edition, basis or question.basis
    used = [*(each for one in figures for each in one.inputs), *inputs]
    lacking = [*(member for one in figures for member in one.missing), *missing]
    stand_ins = [f"{one.how}:{one.indicator}" for one in figures if one.how != "printed"]
    return Found(
        measure=measure.name,
        group=question.group,
        year=question.year,
        value=value,
        unit=unit or measure.unit,
        formula=formula or measure.formula,
        edition=edition.id,
        definition=edition.definition,
        basis=prices,
        membership=question.membership,
        price_base=edition.price_base if prices == "constant" else None,
        columns=tuple(Column(name=name, unit=of) for name, of in columns),
        rows=tuple(Row(name=name, cells=tuple(cells)) for name, cells in rows),
        inputs=tuple(dict.fromkeys(used)),
        missing=tuple(dict.fromkeys(lacking)),
        notes=(*notes, *dict.fromkeys(stand_ins)),
    )


def falling(amounts: Mapping[str, float]) -> list[tuple[str, float]]:
    """Return amounts by member, the largest first.

    >>> falling({"SYL": 1.0, "BOR": 2.0})
    [('BOR', 2.0), ('SYL', 1.0)]
    """
    return sorted(amounts.items(), key=lambda pair: (-pair[1], pair[0]))
