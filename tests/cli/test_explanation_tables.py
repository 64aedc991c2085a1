from __future__ import annotations

import json
from datetime import date

import pytest

from quotepart.accounts.account import open_account
from quotepart.accounts.explanation import Explanation, explain
from quotepart.cli.explanation_tables import explanation_as_json, parts_of_explanation
from quotepart.cli.output import Table
from quotepart.model.pact import Pact


@pytest.fixture
def share(tiny_pact: Pact) -> Explanation:
    return explain(open_account(tiny_pact), "SYL", "fleet_share_income", 2013, known_on=date(2025, 1, 1))


@pytest.fixture
def money(tiny_pact: Pact) -> Explanation:
    return explain(open_account(tiny_pact), "SYL", "fleet_contribution", 2023, known_on=date(2025, 1, 1))


def test_people_read_figures_then_comparisons_then_notes(share: Explanation) -> None:
    first, *rest = parts_of_explanation(share, "fr")
    assert isinstance(first, Table)
    assert [row[0] for row in first.rows] == ["league:2023-05-10", "league:2024-05-08"]
    assert rest[-1] == "Ne se recalcule pas\u00a0: La part est donnée à 0,6 tout rond. (Table 3 against Tables 1 and 2)"


def test_a_comparison_names_both_sides_and_its_parts(money: Explanation) -> None:
    parts = list(parts_of_explanation(money, "en"))
    heads = [part for part in parts if isinstance(part, str) and "→" in part]
    assert heads[0] == "league:2023-05-10 → league:2024-05-08: 1.34 billion CHF → 1.38 billion CHF, +39 million CHF"
    assert heads[1].startswith("league:2023-05-10 (prices of 2012) → league:2024-05-08 (prices of 2020): ")
    tables = [part for part in parts if isinstance(part, Table)]
    assert [row[0] for row in tables[2].rows] == ["prices of another year", "revision"]
    assert tables[2].rows[0][2].startswith("× 1.")


def test_programs_read_one_line_a_figure_a_comparison_and_a_note(share: Explanation, money: Explanation) -> None:
    kinds = [each["kind"] for each in explanation_as_json(share)]
    assert kinds == ["figure", "figure", *(["comparison"] * len(share.comparisons)), "note"]
    compared = next(each for each in explanation_as_json(money) if each["kind"] == "comparison")
    assert sum(part["amount"] for part in compared["parts"]) == pytest.approx(compared["gap"])
    assert sum(part["share"] for part in compared["parts"]) == pytest.approx(1)
    json.dumps(list(explanation_as_json(money)), allow_nan=False)
