from __future__ import annotations

import pytest

from quotepart.measures.figures import figures_of
from quotepart.measures.found import NamedMeasure, falling, found


def empty(question):
    return found(MEASURE, question, value=None, columns=[], rows=[])


MEASURE = NamedMeasure(name="made_up", unit="times", formula="a ÷ b", source="nobody", compute=empty)


def test_what_is_found_says_all_that_it_depends_on(asked) -> None:
    question = asked(edition="nato:2026-07-10", basis="constant", membership="current")
    spent, size = (figures_of(question, name, ["FRA", "DEU"]) for name in ("defence_expenditure", "gdp"))
    seen = found(
        MEASURE, question, value=1.5, columns=[("ratio", "times")], rows=[("FRA", [1.5])], figures=[spent, size],
        notes=["no_border"],
    )  # fmt: skip
    assert (seen.edition, seen.definition, seen.price_base, seen.membership) == (
        "nato:2026-07-10",
        "core",
        2021,
        "current",
    )
    assert (seen.unit, seen.formula, seen.status) == ("times", "a ÷ b", "final")
    assert seen.notes == ("no_border", "implied:gdp")
    assert len(seen.inputs) == len(set(seen.inputs))
    assert seen.editions == ("nato:2026-07-10",)


def test_a_cell_is_found_by_row_and_column(asked) -> None:
    seen = found(MEASURE, asked(), value=None, columns=[("a", "times"), ("b", "count")], rows=[("FRA", [1.5, 2])])
    assert seen.cell("FRA", "b") == 2
    for row, column in (("FRA", "c"), ("DEU", "a")):
        with pytest.raises(KeyError):
            seen.cell(row, column)


def test_the_largest_comes_first_and_equals_by_name() -> None:
    assert falling({"B": 1.0, "A": 1.0, "C": 2.0}) == [("C", 2.0), ("A", 1.0), ("B", 1.0)]
