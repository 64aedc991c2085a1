from __future__ import annotations

import numpy as np
import pytest

from quotepart.outlook.bootstrap import block_mean

CHANCE = np.random.default_rng(8)


def test_the_interval_is_that_of_independent_blocks() -> None:
    """400 blocks of one value each: 1.96 standard errors to either side."""
    values = CHANCE.normal(size=400)
    found = block_mean(values, [f"b{at}" for at in range(400)], "members", 1)
    assert found.value == pytest.approx(values.mean())
    assert (found.high - found.low) / 2 == pytest.approx(1.96 * values.std() / 20, rel=0.1)
    assert (found.count, found.block_count) == (400, 400)


def test_cases_of_a_block_stand_together() -> None:
    """Twenty copies of a case add nothing to what is known."""
    once = CHANCE.normal(size=30)
    keys = [f"b{at}" for at in range(30)]
    alone = block_mean(once, keys, "members", 1)
    copied = block_mean(np.tile(once, 20), keys * 20, "members", 1)
    assert (copied.low, copied.high) == pytest.approx((alone.low, alone.high))


def test_the_order_of_cases_does_not_matter() -> None:
    values, keys = CHANCE.normal(size=40), [f"b{at % 7}" for at in range(40)]
    turned = block_mean(values[::-1], keys[::-1], "members", 1)
    assert (turned.low, turned.high) == pytest.approx(
        (lambda one: (one.low, one.high))(block_mean(values, keys, "members", 1))
    )


def test_cases_without_a_value_do_not_count() -> None:
    found = block_mean(np.array([1.0, np.nan, 3.0]), ["a", "a", "b"], "origins", 1)
    assert (found.value, found.count) == (2.0, 2)
    assert (found.low, found.high) == (1.0, 3.0)


def test_no_case_has_no_mean() -> None:
    found = block_mean(np.array([np.nan]), ["a"], "members", 1)
    assert found.count == 0
    assert np.isnan(found.value)


def test_one_block_has_no_interval() -> None:
    found = block_mean(np.array([1.0, 2.0]), ["a", "a"], "origins", 1)
    assert found.value == 1.5
    assert np.isnan([found.low, found.high]).all()
