from __future__ import annotations

import math

import numpy as np
from pytest import approx

from quotepart.outlook.tally import count_into, empty_tally, quantiles_of


def logs(*rows: list[float]) -> np.ndarray:
    return np.log(np.array(rows, dtype=np.float32))


def test_who_stands_there_and_who_had_reached_it() -> None:
    tally = empty_tally(2, members=2, groups=1)
    first, second = logs([1.0, 3.0, 3.0], [1.0, 1.0, 3.0], [1.0, 1.0, 3.0]), logs([3.0, 1.0, 3.0], [1.0] * 3, [1.0] * 3)
    count_into(tally, iter([first, second]), math.log(2.0), members=2)
    assert tally.at.tolist() == [[2, 1, 1], [2, 0, 0]]
    assert tally.by.tolist() == [[2, 1, 1], [3, 1, 1]]
    assert tally.members_at.tolist() == [[1, 1, 1], [1, 2, 0]]
    assert tally.members_by.tolist() == [[1, 1, 1], [0, 2, 1]]
    assert tally.shares.sum(axis=-1).tolist() == [[3, 3, 3], [3, 3, 3]]


def test_tallies_add_up() -> None:
    one, other = empty_tally(1, 1, 0), empty_tally(1, 1, 0)
    for tally in (one, other):
        count_into(tally, iter([logs([1.0, 3.0])]), math.log(2.0), members=1)
    one.add(other)
    assert (one.at.item(), one.shares.sum()) == (2, 4)


def test_quantiles_are_those_of_the_draws_and_ordered() -> None:
    drawn = np.random.default_rng(1).normal(math.log(2.0), 0.3, (1, 200_000)).astype(np.float32)
    tally = empty_tally(1, 1, 0)
    count_into(tally, iter([drawn]), 0.0, members=1)
    levels = (0.001, 0.05, 0.25, 0.5, 0.75, 0.95, 0.999)
    found = quantiles_of(tally.shares, levels)[0, 0]
    assert found == approx(np.exp(np.quantile(drawn, levels)), rel=0.002)
    assert (np.diff(found) > 0).all()


def test_draws_off_the_scale_are_counted_at_its_ends() -> None:
    tally = empty_tally(1, 1, 0)
    count_into(tally, iter([np.array([[-50.0, 50.0]], np.float32)]), 0.0, members=1)
    low, high = quantiles_of(tally.shares, (0.25, 0.75))[0, 0]
    assert (low, high) == (approx(0.01, rel=0.01), approx(100.0, rel=0.01))
