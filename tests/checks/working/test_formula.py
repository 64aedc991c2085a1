from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

import pytest

from quotepart.checks.working.formula import Cell, Reference, evaluate, references
from quotepart.checks.working.measured import Measured
from quotepart.errors import UsageError

SPENT = {"A": {2014: 10, 2015: 11, 2016: 13, 2017: 12}, "B": {2014: 4, 2015: 4, 2016: 5, 2017: 6}}


def look(reference: Reference) -> Sequence[Cell]:
    members = ["A", "B"] if reference.entity == "ALL" else [reference.entity]
    scale = 10 if reference.indicator == "income" else 1
    return [Cell(m, year, Measured.exactly(SPENT[m][year] * scale)) for m in members for year in reference.years]


@pytest.mark.parametrize(
    ("formula", "value"),
    [
        ("spent[A, 2015:2016] - 2 * spent[A, 2014]", 4),
        ("spent[ALL, 2014]", 14),
        ("100 * spent[A, 2017] / spent[A, 2014] - 100", 20),
        ("100 * spent[ALL, 2014] / income[ALL, 2014]", 10),
        ("spent[A, 2014] / (spent[ALL, 2014] - spent[A, 2014])", Decimal("2.5")),
        ("2 × (spent[B, 2014] − 1)", 6),
        ("count(spent[ALL, 2014] >= 5)", 1),
        ("count(spent[ALL, 2014] < 5)", 1),
        ("rank(spent[ALL, 2014], B)", 2),
        ("lowest(spent[ALL, 2014], B)", 1),
        ("smallest(spent[ALL, 2014])", 4),
        ("largest(spent[ALL, 2014])", 10),
        ("place(spent[A, 2014:2017], 2017)", 2),
        ("bottom(spent[A, 2014:2017], 2014)", 1),
        ("least(spent[A, 2014:2017])", 10),
        ("most(spent[ALL, 2014:2017])", 18),
        ("rises(spent[B, 2014:2017])", 2),
        ("nth(spent[B, 2014:2017] >= 1)", 4),
        ("nth(spent[B, 2014:2017] >= 1000)", 0),
        ("falls(spent[A, 2014:2017])", 1),
        ("risen(spent[ALL, 2016:2017])", 1),
        ("fallen(spent[ALL, 2016:2017])", 1),
        ("implied(income[ALL, 2014], spent[ALL, 2014])", 7),
        ("weighted(spent[ALL, 2014], income[ALL, 2014])", Decimal(1160) / 140),
    ],
)
def test_a_formula_comes_to_its_value(formula: str, value: Decimal | int) -> None:
    assert evaluate(formula, look).value == value


@pytest.mark.parametrize(
    "formula", ["spent[A", "spent[A, 2014] +", "what(spent[A, 2014])", "spent[A, 2014] ; 1", "", "3 3"]
)
def test_what_is_no_formula_is_said_so(formula: str) -> None:
    with pytest.raises(UsageError, match="can't be read"):
        evaluate(formula, look)


def test_the_references_of_a_formula_know_their_years_edition_and_whether_members_count_each() -> None:
    found = references("count(share[ALL, 2016] >= 2) + spent[A, 2014:2015]@nato:2024-06-17")
    assert found == (
        Reference("share", "ALL", 2016, 2016, each=True),
        Reference("spent", "A", 2014, 2015, edition="nato:2024-06-17"),
    )
    assert [str(each) for each in found] == ["share[ALL, 2016]", "spent[A, 2014:2015]@nato:2024-06-17"]


def test_what_the_accounts_lack_passes_through() -> None:
    with pytest.raises(KeyError):
        evaluate("spent[A, 1990]", look)


def test_the_nearest_of_several_formulas_is_their_value() -> None:
    assert evaluate("nearest(3, 1, 2 * 2, 10)", look).value == 4
    assert len(references("nearest(3, spent[A, 2014], spent[A, 2015])")) == 2
