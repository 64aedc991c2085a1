from __future__ import annotations

from dataclasses import replace

import pytest

from quotepart.measures.concentration import both_of, concentration_gini, hhi, lorenz_curve, theil


def test_the_united_states_make_the_concentration(asked) -> None:
    """0.6563² = 0.4308 of 0.4427: the rest share what is left."""
    found = hhi(asked())
    assert found.value == pytest.approx(0.4427, abs=1e-4)
    assert found.rows[0].name == "USA"
    assert found.cell("USA", "part") == pytest.approx(0.6563**2, abs=1e-4)
    assert sum(row.cells[0] for row in found.rows) == pytest.approx(100)
    assert hhi(asked(without=["USA"])).value < 0.11


def test_the_split_is_exact_and_between_the_largest_and_the_others(asked) -> None:
    found = theil(asked())
    parts = [found.cell(name, "value") for name in ("between", "within:-USA")]
    assert found.value == found.cell("total", "value") == pytest.approx(sum(parts), abs=1e-12)
    assert found.cell("between", "part_of_total") > 70


def test_one_member_alone_is_no_inequality(asked) -> None:
    found = theil(asked(group="FRA"))
    assert found.value == 0
    assert found.rows[0].cells == (0, None)


def test_the_curve_is_that_of_the_gini(asked) -> None:
    curve, gini = lorenz_curve(asked()), concentration_gini(asked())
    assert curve.rows == gini.rows
    assert curve.value == gini.value == pytest.approx(0.150, abs=1e-3)
    efforts = [row.cells[0] for row in curve.rows]
    assert efforts == sorted(efforts)
    assert curve.rows[-1].cells[1:] == (pytest.approx(100), pytest.approx(100))


def test_inequality_fell_from_2014_to_2024(asked) -> None:
    assert theil(asked(year=2014)).value > 2 * theil(asked()).value


@pytest.mark.parametrize("measure", [hhi, theil, concentration_gini])
def test_a_missing_member_leaves_no_value(measure, asked) -> None:
    found = measure(asked(edition="nato:2025-08-28", year=2025))
    assert found.value is None
    assert "DEU" in found.missing


@pytest.mark.parametrize("measure", [hhi, theil, concentration_gini])
def test_permuting_members_permutes_the_result(measure, asked) -> None:
    question = asked()
    turned = replace(question.account.pact, members=dict(reversed(question.account.pact.members.items())))
    other = replace(question, account=type(question.account)(turned))
    one, two = measure(question), measure(other)
    assert one.value == pytest.approx(two.value, abs=1e-12)
    assert {row.name for row in one.rows} == {row.name for row in two.rows}


def test_both_figures_are_needed(asked) -> None:
    both = both_of(asked())
    assert both.is_whole
    assert set(both.spending) == set(both.sizes) == set(asked().payers)
