from __future__ import annotations

from datetime import date

import pytest

from quotepart.measures.fairness import ability, fairness


def test_shares_under_each_key_sum_to_a_hundred(asked) -> None:
    found = ability(asked())
    assert found.column_names == (
        "spending_share", "proportional", "progressive_half", "progressive_full", "equal_sacrifice", "scale",
    )  # fmt: skip
    for at in range(len(found.columns)):
        assert sum(row.cells[at] for row in found.rows) == pytest.approx(100)


def test_the_ratio_is_what_is_paid_over_what_is_due(asked) -> None:
    """The United States pay 65.6 % with 53.2 % of the GDP (without Iceland): 1.233."""
    found, due = fairness(asked()), ability(asked())
    assert found.cell("USA", "proportional") == pytest.approx(1.233, abs=1e-3)
    for key in due.column_names[1:]:
        spent = due.cell("FRA", "spending_share")
        assert found.cell("FRA", key) == pytest.approx(spent / due.cell("FRA", key))


def test_what_is_proportional_is_the_share_of_gdp_over_that_of_all(asked) -> None:
    """e ÷ y = (E ÷ Y) ÷ (ΣE ÷ ΣY): the ratio ranks members as their effort does."""
    found = fairness(asked())
    ranked = sorted(found.rows, key=lambda row: -row.cells[1])
    assert [row.name for row in ranked[:3]] == ["POL", "EST", "USA"]


def test_without_the_people_only_the_proportional_key_is_left(league) -> None:
    from quotepart.measures.question import ask

    found = fairness(ask(league, known_on=date(2025, 1, 1)))
    assert found.column_names == ("spending_share", "proportional")


def test_the_common_key_is_shown_only_with_figures_that_may_not_be_cited(asked) -> None:
    assert "common_funding" not in ability(asked()).column_names
    found = ability(asked(with_uncitable=True))
    assert "common_funding_uncitable" in found.notes
    assert found.cell("USA", "common_funding") == found.cell("DEU", "common_funding") == pytest.approx(15.9, abs=0.1)


def test_a_missing_member_leaves_no_rows(asked) -> None:
    found = fairness(asked(edition="nato:2025-08-28", year=2025))
    assert found.rows == ()
    assert "DEU" in found.missing
