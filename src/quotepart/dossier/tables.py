"""Tables in the reader's words: the official values behind a reading, and a chart's series as numbers."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from quotepart.dossier.charts.claims import divisor, running_sums
from quotepart.dossier.dossier import Series
from quotepart.dossier.labels import Names, edition_words, unit_words
from quotepart.model.finding import Input
from quotepart.model.frozen import dataclass
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


def inputs_tables(inputs: Sequence[Input], names: Names, wording: Wording) -> tuple[Table, ...]:
    """Return the official values a reading was computed from: for each series of each edition a table of members by years.

    Every value stands with its edition in the caption and its source there, or in a column of its own where sources differ.
    """
    series: dict[tuple[object, ...], list[Input]] = {}
    for each in inputs:
        series.setdefault((each.indicator, each.unit, each.basis, each.edition, each.group), []).append(each)
    return tuple(_pivot(group, names, wording) for group in series.values())


def _pivot(group: Sequence[Input], names: Names, wording: Wording) -> Table:
    years = sorted({each.year for each in group})
    scale = _scale_of(group)
    cells = {(each.member, each.year): _cell(each, scale, wording) for each in group}
    sources = {each.member: each.source for each in group}
    has_many = len(set(sources.values())) > 1
    heads = [Head(wording.say("reading.member")), *(Head(str(year), is_number=True) for year in years)]
    rows = [
        (names(member), *(cells.get((member, year), "–") for year in years), *([source] if has_many else []))
        for member, source in sources.items()
    ]
    if has_many:
        heads.append(Head(wording.say("reading.source")))
    return Table(_caption(group, scale, "" if has_many else group[0].source, names, wording), tuple(heads), tuple(rows))


def _caption(group: Sequence[Input], scale: Decimal, source: str, names: Names, wording: Wording) -> str:
    first = group[0]
    series = names(first.indicator).replace("_", " ")
    if first.group:
        series = wording.say("reading.of_group", series=series, group=names(first.group))
    edition = edition_words(first.edition, names, wording)
    unit = unit_words(first.unit, scale, wording)
    told = wording.say("reading.caption", series=series[:1].upper() + series[1:], unit=unit, edition=edition)
    marks = f" {wording.say('reading.marks')}." if any(each.status != "final" for each in group) else ""
    return told + marks + (f" {wording.say('chart.caption_source', source=source)}" if source else "")


def _scale_of(group: Sequence[Input]) -> Decimal:
    """Return what money is counted in, so that the largest value has some digits before the mark."""
    unit, largest = group[0].unit, max(abs(each.value) for each in group)
    if len(unit) != 3 or not unit.isupper():
        return Decimal(1)
    return next((Decimal(scale) for scale in ("1e9", "1e6") if largest >= Decimal(scale)), Decimal(1))


def _cell(each: Input, scale: Decimal, wording: Wording) -> str:
    """Return a value to its last printed digit, with a mark where it is not final."""
    exponent = (each.step / scale).normalize().as_tuple().exponent if each.step else None
    digits = max(0, -exponent) if isinstance(exponent, int) else None
    mark = {"estimate": " e", "projection": " p"}.get(each.status, "")
    return wording.number(each.value / scale, digits) + mark


def series_table(series: Series, wording: Wording) -> Table:
    """Return a chart's series as numbers: every value drawn, and the running sum where there is one."""
    say, scale = wording.say, divisor(series)
    heads = [Head(say("chart.year")), Head(say("chart.value"), is_number=True), Head(say("chart.status"))]
    sums = {point.year: total for point, total in running_sums(series)} if series.shape == "added" else {}
    if sums:
        heads.append(Head(say("chart.added", year=str(series.base_year)), is_number=True))
    digits = _digits([point.value / scale for point in series.points])
    rows = []
    for point in sorted(series.points, key=lambda point: point.year):
        row = [str(point.year), wording.number(point.value / scale, digits), say(f"status.{point.status}")]
        added = wording.number(sums[point.year] / scale, digits) if point.year in sums else "–"
        rows.append((*row, added) if sums else tuple(row))
    caption = say("chart.caption", label=series.label, unit=unit_words(series.unit, scale, wording))
    return Table(caption, tuple(heads), tuple(rows))


def _digits(values: Sequence[Decimal]) -> int:
    """Return how many decimals the values need, at most three."""
    exponents = [value.normalize().as_tuple().exponent for value in values]
    return min(3, max((-each for each in exponents if isinstance(each, int)), default=0))
