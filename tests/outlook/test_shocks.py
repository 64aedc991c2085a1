from __future__ import annotations

import numpy as np
import pytest
from pytest import approx

from quotepart.outlook.shocks import DEGREES, LEVELS, Floats, Shocks, normal_table, student_table


@pytest.mark.parametrize("table", [normal_table(), student_table()], ids=["normal", "student"])
def test_a_table_is_symmetric_with_variance_one(table: Floats) -> None:
    assert len(table) == LEVELS
    assert (np.diff(table) >= 0).all()
    assert np.allclose(table, -table[::-1], atol=1e-4)
    assert float(table.astype(np.float64).std()) == approx(1.0, abs=1e-5)


def test_a_student_t_has_the_fatter_tails() -> None:
    assert student_table()[-1] > 2 * normal_table()[-1]
    assert (np.abs(student_table()) < 0.5).mean() > (np.abs(normal_table()) < 0.5).mean()


def test_the_seed_fixes_the_shocks() -> None:
    first, again = (Shocks(np.random.SeedSequence(5)).draw(normal_table(), np.empty((3, 7), np.float32)) for _ in "ab")
    assert np.array_equal(first, again)
    other = Shocks(np.random.SeedSequence(6)).draw(normal_table(), np.empty((3, 7), np.float32))
    assert not np.array_equal(first, other)


def test_shocks_follow_their_distribution_and_do_not_hang_together() -> None:
    drawn = Shocks(np.random.SeedSequence(1)).draw(normal_table(), np.empty((4, 50_000), np.float32))
    assert drawn.mean(axis=1) == approx(0.0, abs=0.02)
    assert drawn.std(axis=1) == approx(1.0, abs=0.02)
    assert np.abs(np.corrcoef(drawn) - np.eye(4)).max() < 0.02
    assert abs(np.corrcoef(drawn[0, :-1], drawn[0, 1:])[0, 1]) < 0.02


def test_the_student_t_is_the_one_of_the_books() -> None:
    from scipy.special import stdtrit

    middles = (np.arange(LEVELS) + 0.5) / LEVELS
    known = stdtrit(DEGREES, middles)
    assert np.allclose(student_table(), known / known.std(), rtol=1e-4, atol=1e-4)
