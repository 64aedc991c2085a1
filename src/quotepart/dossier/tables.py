"""Tables in the reader's words: the official values behind a reading, and a chart's series as numbers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from quotepart.dossier.charts import running_sums
from quotepart.dossier.dossier import Series
from quotepart.dossier.labels import Names, edition_words
from quotepart.model.finding import Input
from quotepart.wording.wording import Wording


@dataclass(frozen=True, slots=True)
class Head:
    """The head of a column; numbers stand to the right."""

    words: str
    is_number: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """A table as written: each row has one cell for each head, the first of which names the row."""

    caption: str
    heads: tuple[Head, ...]
    rows: tuple[tuple[str, ...], ...]


def inputs_table(inputs: Sequence[Input], names: Names, wording: Wording) -> Table:
    """Return the official values a reading was computed from, each with its edition and source."""
    say = wording.say
    heads = (
        Head(say("reading.member")),
        Head(say("reading.year")),
        Head(say("reading.indicator")),
        Head(say("chart.value"), is_number=True),
        Head(say("reading.status")),
        Head(say("reading.edition")),
        Head(say("reading.source")),
    )
    rows = tuple(
        (
            names(each.member),
            str(each.year),
            names(each.indicator),
            wording.as_printed(_to_step(each), each.unit),
            say(f"status.{each.status}"),
            edition_words(each.edition, names, wording),
            each.source,
        )
        for each in inputs
    )
    return Table(say("reading.inputs"), heads, rows)


def _to_step(each: Input) -> Decimal:
    """Return the value to the last digit printed, where that is known."""
    return (
        (each.value / each.step).quantize(Decimal(1), rounding=ROUND_HALF_UP) * each.step if each.step else each.value
    )


def series_table(series: Series, wording: Wording) -> Table:
    """Return a chart's series as numbers: every value drawn, and the running sum where there is one."""
    say = wording.say
    heads = [Head(say("chart.year")), Head(say("chart.value"), is_number=True), Head(say("chart.status"))]
    sums = {point.year: total for point, total in running_sums(series)} if series.shape == "added" else {}
    if sums:
        heads.append(Head(say("chart.added", year=str(series.base_year)), is_number=True))
    rows = []
    for point in sorted(series.points, key=lambda point: point.year):
        row = [str(point.year), wording.as_printed(point.value, series.unit), say(f"status.{point.status}")]
        added = wording.as_printed(sums[point.year], series.unit) if point.year in sums else "–"
        rows.append((*row, added) if sums else tuple(row))
    return Table(series.label, tuple(heads), tuple(rows))
