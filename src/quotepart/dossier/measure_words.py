"""The rows, columns and notes of a measure's table in the reader's words."""

from __future__ import annotations

from quotepart.dossier.labels import Names
from quotepart.measures.found import Cell, Column, Found
from quotepart.wording.wording import Wording

DIGITS = {
    "percent": 2, "percent_of_gdp": 2, "points": 2, "times": 3, "probability": 4, "correlation": 3, "nats": 4, "index": 4,
    "rank_sum": 1, "count": 0,
}  # fmt: skip
"""Decimals by unit; money is written in its own way."""

_WITH_UNIT = ("percent", "percent_of_gdp", "points")


def row_words(name: str, names: Names, wording: Wording) -> str:
    """Return a row's name in words: a member's or group's, with what stands before it (``-USA``, ``within:-USA``)."""
    if wording.has(f"measure_rows.{name}"):
        return wording.say(f"measure_rows.{name}")
    head, mark, rest = name.partition(":")
    if mark:
        return wording.say(f"measure_rows.{head}", name=row_words(rest, names, wording))
    whole, minus, left_out = name.partition("-")
    if not minus:
        return names(name)
    out = wording.listing(names(each) for each in left_out.split("-"))
    return (
        wording.say("measure_rows.without", name=names(whole), out=out)
        if whole
        else wording.say("measure_rows.all_but", out=out)
    )


def is_member_row(name: str, wording: Wording) -> bool:
    """Whether a row stands for a member or group, not for a way of counting."""
    return not wording.has(f"measure_rows.{name}") and ":" not in name and not name.startswith("-")


def head_words(column: Column, wording: Wording) -> str:
    """Return a column's head: what stands in it and in which unit."""
    words = wording.say_or(f"measure_columns.{column.name}", column.name.replace("_", " "))
    unit = wording.say_or(f"measure_units.{column.unit}", column.unit)
    return f"{words}, {unit}" if unit else words


def note_words(note: str, names: Names, wording: Wording) -> str:
    """Return a note of a measure as a sentence."""
    key, _, rest = note.partition(":")
    words = wording.say(f"measure_notes.{key}", name=names(rest) if rest else "")
    return words[:1].upper() + words[1:]


def title_words(found: Found, names: Names, wording: Wording, *, with_year: bool = True) -> str:
    """Return what a measure is about: its name, group and year, and its headline where it has one."""
    parts = [wording.say(f"measures.{found.measure}"), row_words(found.group, names, wording)]
    if with_year:
        parts.append(f"{found.year}{'' if found.status == 'final' else wording.say('account_chart.mark')}")
        parts += [cell_words(found.value, found.unit, wording, with_unit=True)] if found.value is not None else []
    basis, title = "constant" if found.price_base else "current", ", ".join(parts)
    return wording.say(f"measure_words.{basis}", title=title[:1].upper() + title[1:], year=str(found.price_base or ""))


def cell_words(value: Cell, unit: str, wording: Wording, *, with_unit: bool = False) -> str:
    """Return a cell as text: a dash where there is nothing, money with its unit, a tiny p as less than its last digit."""
    if value is None or value != value:
        return "–"
    if unit not in DIGITS:
        return wording.amount(value, unit)
    if with_unit and unit in _WITH_UNIT:
        return wording.amount(value, unit, DIGITS[unit])
    if unit == "probability":
        return _probability(float(value), wording, with_name=with_unit)
    return wording.number(value, DIGITS[unit])


def _probability(value: float, wording: Wording, *, with_name: bool) -> str:
    least = 10.0 ** -DIGITS["probability"]
    shown = wording.number(max(value, least), DIGITS["probability"])
    if value < least:
        return f"p < {shown}" if with_name else f"<{shown}"
    return f"p = {shown}" if with_name else shown
