"""Measures as tables for people, and as rows for programs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from quotepart.cli.exports import export
from quotepart.cli.output import Table, print_csv, print_json, print_parts
from quotepart.dossier.measure_words import cell_words, head_words, note_words, row_words, title_words
from quotepart.model.wire import number
from quotepart.wording.wording import Wording, find_wording

if TYPE_CHECKING:
    from pathlib import Path

    from quotepart.dossier.labels import Names
    from quotepart.measures.found import Cell, Found, NamedMeasure
    from quotepart.workspace import Workspace

MARKS = {"final": "", "estimate": "e", "projection": "p"}


def print_names(lang: str, *, as_json: bool) -> None:
    """Print the measures there are."""
    from quotepart.measures.find import find_measures

    measures = list(find_measures().values())
    if as_json:
        for each in measures:
            print_json(name_as_json(each, lang))
    else:
        print_parts([table_of_names(measures, lang)])


def print_measures(
    workspace: Workspace, found: Sequence[Found], lang: str, *, as_json: bool, as_csv: bool, out: Path | None
) -> None:
    """Print a measure of one year or several as a table, JSON Lines or CSV, or write it to a file."""
    from quotepart.measures.frames import cells_of, measures_frame

    if out is not None:
        export(
            out,
            frame=lambda: measures_frame(found),
            chart=lambda: workspace.pictures.measure(found, language=lang),
            lang=lang,
        )
    elif as_json:
        for each in found:
            print_json(measure_as_json(each))
    elif as_csv:
        print_csv(list(cells_of(found)))
    else:
        print_parts(parts_of_measures(found, workspace.pictures.names(lang), lang))


def table_of_names(measures: Sequence[NamedMeasure], lang: str) -> Table:
    """Return one row a measure there is: its name, what it says, its unit and where it comes from."""
    wording = find_wording(lang)
    rows = [(each.name, wording.say(f"measures.{each.name}"), _unit(each, wording), each.source) for each in measures]
    return Table(
        columns=tuple(wording.say(f"measure_words.{name}") for name in ("measure", "what", "unit", "source")), rows=rows
    )


def _unit(measure: NamedMeasure, wording: Wording) -> str:
    return wording.say_or(f"measure_units.{measure.unit}", measure.unit)


def name_as_json(measure: NamedMeasure, lang: str) -> dict[str, Any]:
    """Return a measure there is as one JSON object."""
    return {
        "name": measure.name,
        "what": find_wording(lang).say(f"measures.{measure.name}"),
        "unit": measure.unit,
        "basis": measure.basis,
        "options": list(measure.options),
        "formula": measure.formula,
        "source": measure.source,
    }


def parts_of_measures(found: Sequence[Found], names: Names, lang: str) -> Iterator[Table | str]:
    """Yield a table: of rows and columns for one year, of years for several; and below it what it was made of."""
    wording = find_wording(lang)
    yield _of_years(found, names, wording) if len(found) > 1 else _of_one(found[0], names, wording)
    last = found[-1]
    yield wording.say("measure_words.formula", formula=last.formula)
    yield wording.say(
        "measure_words.made_of",
        editions=", ".join(last.editions),
        membership=last.membership,
        definition=last.definition,
    )
    if last.missing:
        yield wording.say("measure_words.missing", members=", ".join(last.missing))
    yield from (note_words(note, names, wording) for note in last.notes)


def measure_as_json(found: Found) -> dict[str, Any]:
    """Return a measure of one year as one JSON object, with what it was computed from."""
    return {
        "measure": found.measure,
        "group": found.group,
        "year": found.year,
        "value": _plain(found.value),
        "unit": found.unit,
        "columns": [{"name": each.name, "unit": each.unit} for each in found.columns],
        "rows": [
            {"name": row.name, **{column.name: _plain(cell) for column, cell in zip(found.columns, row.cells, strict=True)}}
            for row in found.rows
        ],
        "formula": found.formula,
        "edition": found.edition,
        "editions": list(found.editions),
        "definition": found.definition,
        "basis": found.basis,
        "price_base": found.price_base,
        "membership": found.membership,
        "status": found.status,
        "missing": list(found.missing),
        "notes": list(found.notes),
        "inputs": [
            {
                "member": each.entity, "indicator": each.indicator, "year": each.year, "value": number(each.value),
                "unit": each.unit, "basis": each.basis, "status": each.status, "edition": each.edition, "source": each.source,
            }
            for each in found.inputs
        ],
    }  # fmt: skip


def _of_one(found: Found, names: Names, wording: Wording) -> Table:
    heads = [head_words(column, wording) for column in found.columns]
    rows = [
        (
            row_words(row.name, names, wording),
            *(cell_words(cell, column.unit, wording) for cell, column in zip(row.cells, found.columns, strict=True)),
        )
        for row in found.rows
    ]
    return Table(title=title_words(found, names, wording), columns=("", *heads), rows=rows, right=frozenset(heads))


def _of_years(found: Sequence[Found], names: Names, wording: Wording) -> Table:
    """One row a year with the headline, or with the first column of every row where the measure has no headline."""
    last = found[-1]
    plain = any(each.value is not None for each in found)
    heads = (
        [wording.say(f"measures.{last.measure}")]
        if plain
        else [row_words(row.name, names, wording) for row in last.rows]
    )
    rows = []
    for each in found:
        cells = {row.name: row.cells[0] for row in each.rows if row.cells}
        shown = (
            [(each.value, each.unit)] if plain else [(cells.get(row.name), last.columns[0].unit) for row in last.rows]
        )
        rows.append((f"{each.year}{MARKS[each.status]}", *(cell_words(cell, unit, wording) for cell, unit in shown)))
    return Table(
        title=title_words(last, names, wording, with_year=False),
        columns=("", *heads),
        rows=rows,
        right=frozenset(heads),
    )


def _plain(value: Cell) -> int | float | None:
    if value is None or value != value:
        return None
    return number(value) if isinstance(value, Decimal) else value
