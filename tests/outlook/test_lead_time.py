from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotepart.outlook.lead_time import completion_years, delivered_by, delivery_years, unit_years_by
from quotepart.outlook.scenario_draws import LineDraws


def drawn(*, number: float = 30, first: float = 2, rate: float = 10, ramp: float = 4, lead: float = 3) -> LineDraws:
    each = {"number": number, "price": 0, "running": 0, "lead": lead, "rate": rate, "first_rate": first, "ramp": ramp}
    return LineDraws(**{name: np.array([float(value)]) for name, value in each.items()})


def test_without_a_ramp_it_is_order_delay_plus_lead_plus_number_by_rate() -> None:
    plain = drawn(first=10, ramp=0)
    assert completion_years(plain, np.array([1.0]))[0] == pytest.approx(1 + 3 + 30 / 10)


def test_with_a_ramp_hand_worked() -> None:
    """2 to 10 a year within 4 years deliver 24 of them; the other 6 at 10 a year take 0.6 years."""
    assert delivery_years(drawn())[0] == pytest.approx(4.6)
    assert delivery_years(drawn(number=8))[0] == pytest.approx(-1 + np.sqrt(9))
    assert delivered_by(drawn(), np.array([2.0]))[0] == pytest.approx(8)


QUANTITY = {
    "number": st.integers(1, 300),
    "first": st.floats(0.5, 10),
    "rate": st.floats(10, 40),
    "ramp": st.sampled_from([0.0, 0.5, 3.0, 8.0]),
}


@given(**QUANTITY)
def test_all_are_there_at_the_end_and_none_before_the_start(number, first, rate, ramp) -> None:
    line = drawn(number=number, first=first, rate=rate, ramp=ramp)
    end = delivery_years(line)
    assert delivered_by(line, end)[0] == pytest.approx(number)
    assert delivered_by(line, end * 0.99)[0] < number
    assert delivered_by(line, np.array([-1.0]))[0] == 0


@given(**QUANTITY, since=st.floats(0, 60))
def test_unit_years_are_the_area_under_the_deliveries(number, first, rate, ramp, since) -> None:
    line = drawn(number=number, first=first, rate=rate, ramp=ramp)
    steps = (np.arange(4_000) + 0.5) / 4_000 * since
    area = np.mean([delivered_by(line, np.array([step]))[0] for step in steps[::20]]) * since
    assert unit_years_by(line, np.array([since]))[0] == pytest.approx(area, rel=0.02, abs=0.5)


def test_a_later_start_never_ends_earlier() -> None:
    slow, fast = drawn(first=2), drawn(first=5)
    assert delivery_years(slow)[0] > delivery_years(fast)[0]
