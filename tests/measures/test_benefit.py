from __future__ import annotations

import pytest

from quotepart.measures.benefit import benefit, benefit_shares, benefit_sweep, benefit_test


def test_benefit_shares_by_hand() -> None:
    parts = [{"SYL": 0.6, "BOR": 0.4}, {"SYL": 0.2, "BOR": 0.8}, {"SYL": 0.1, "BOR": 0.9}]
    assert benefit_shares(parts) == pytest.approx({"SYL": 0.3, "BOR": 0.7})
    assert benefit_shares(parts, [2, 1, 1]) == pytest.approx({"SYL": 0.375, "BOR": 0.625})


def test_who_pays_more_than_it_has_to_gain(asked) -> None:
    """The United States: 65.6 % of the money, half of 53.2 % of the GDP and 34.7 % of the people."""
    found = benefit(asked())
    assert found.cell("USA", "benefit_share") == pytest.approx((53.24 + 34.67) / 2, abs=0.02)
    assert found.cell("USA", "ratio") == pytest.approx(1.493, abs=2e-3)
    assert sum(row.cells[2] for row in found.rows) == pytest.approx(0, abs=1e-9)
    assert found.notes[0] == "no_border"


def test_one_member_makes_the_difference(asked) -> None:
    found = benefit_test(asked())
    assert found.value == found.cell("all", "p") < 0.001
    assert found.cell("-USA", "p") > 0.5
    assert found.cell("-DEU", "p") < 0.001
    assert found.cell("-USA", "n") == 30
    assert benefit_test(asked(without=["USA"])).cell("all", "p") == pytest.approx(found.cell("-USA", "p"))


def test_the_sweep_holds_the_even_weights_between_its_bounds(asked) -> None:
    swept, even = benefit_sweep(asked()), benefit(asked())
    for row in swept.rows:
        low, median, high = row.cells
        assert low <= median <= high
        assert low - 0.01 <= even.cell(row.name, "ratio") <= high + 0.01
    assert 0 <= swept.value <= 100
    assert benefit_sweep(asked()) == swept


def test_without_figures_there_is_nothing(asked) -> None:
    for measure in (benefit, benefit_test, benefit_sweep):
        found = measure(asked(edition="nato:2025-08-28", year=2025))
        assert (found.value, found.rows) == (None, ())
        assert "DEU" in found.missing
