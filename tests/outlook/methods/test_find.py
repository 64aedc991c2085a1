"""What every method of projection keeps to."""

from __future__ import annotations

import numpy as np
import pytest

from outlook.conftest import DAY, STATES, drawn_history
from quotepart.errors import UsageError
from quotepart.outlook.history import History, history_of
from quotepart.outlook.method import Method
from quotepart.outlook.methods.find import find_method, find_methods

YEARS, DRAWS, SEED = 6, 400, 7


@pytest.fixture(params=find_methods().values(), ids=lambda method: method.name)
def method(request: pytest.FixtureRequest) -> Method:
    assert isinstance(request.param, Method)
    return request.param


def with_last(history: History, factor: float) -> History:
    """The same history, but for a last value that is ``factor`` times what it was."""
    shares = {
        member: dict(zip(history.years, map(float, history.share_percent[at]), strict=True))
        for at, member in enumerate(history.members)
    }
    for years in shares.values():
        years[history.last_year] *= factor
    growth = {
        member: dict(zip(history.years, map(float, history.real_gdp_growth[at]), strict=True))
        for at, member in enumerate(history.members)
    }
    return history_of(shares, known_on=DAY, real_gdp_growth=growth)


def test_draws_have_the_shape_that_was_asked_for(method: Method, history: History) -> None:
    found = method.project(history, YEARS, DRAWS, SEED)
    assert found.shape == (DRAWS, len(STATES), YEARS)
    assert np.isfinite(found).all()
    assert (found >= 0).all(), "a share is never negative"


def test_the_seed_fixes_all(method: Method, history: History) -> None:
    first, again = (method.project(history, YEARS, DRAWS, SEED) for _ in range(2))
    assert np.array_equal(first, again)
    assert not np.array_equal(first, method.project(history, YEARS, DRAWS, SEED + 1))


def test_it_starts_from_the_last_official_value(method: Method) -> None:
    history = drawn_history(2)
    before, after = (
        np.median(method.project(with_last(history, factor), 1, 4000, SEED)[:, :, 0], axis=0) for factor in (1.0, 1.3)
    )
    assert np.allclose(before, history.last_percent, rtol=0.15)
    assert np.allclose(after, history.last_percent * 1.3, rtol=0.15)


def test_the_order_of_members_does_not_matter(method: Method, history: History) -> None:
    turned = tuple(reversed(STATES))
    straight = method.project(history, YEARS, DRAWS, SEED)
    reverse = method.project(history.of(*turned), YEARS, DRAWS, SEED)
    assert np.allclose(straight, reverse[:, ::-1], rtol=1e-6)


def test_more_years_are_no_surer(method: Method, history: History) -> None:
    found = np.log(np.maximum(method.project(history, YEARS, 4000, SEED), 1e-6))
    spread = np.quantile(found, 0.75, axis=0) - np.quantile(found, 0.25, axis=0)
    assert (spread[:, -1] > 0.9 * spread[:, 0]).all()


def test_a_short_past_with_gaps_is_enough(method: Method) -> None:
    """As short as the method says it needs, for one member with an unknown year."""
    short = drawn_history(3, years=max(method.needs, 2) + 2, states=("SYL", "BOR", "KHE"))
    shares = {
        m: dict(zip(short.years, map(float, short.share_percent[at]), strict=True))
        for at, m in enumerate(short.members)
    }
    del shares["BOR"][short.years[0]]
    found = method.project(history_of(shares, known_on=DAY), YEARS, DRAWS, SEED)
    assert np.isfinite(found).all()


def test_a_name_that_nobody_has_gets_near_ones() -> None:
    with pytest.raises(UsageError) as caught:
        find_method("random_wark")
    assert "random_walk" in caught.value.hint
    with pytest.raises(UsageError) as caught:
        find_method("zzz")
    assert "known" in caught.value.hint
