from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quotepart.outlook.coalition import FEW, coalition_of, exact_values, sampled_values
from quotepart.outlook.scenario import Threshold

HAS = st.dictionaries(
    st.sampled_from(["SYL", "BOR", "KHE", "NUR", "PDV", "SAT"]), st.integers(1, 9).map(float), min_size=1
)


def threshold(need: float, *, id: str = "strait", worth: float = 1.0, **has: float) -> Threshold:
    return Threshold(id=id, names={"": id}, need=need, has=has, worth=worth)


def test_a_game_worked_by_hand() -> None:
    """With 2, 1 and 1 towards 3, the first turns four of the six orders, each other one of them."""
    values = exact_values({"SYL": 2.0, "BOR": 1.0, "KHE": 1.0}, 3.0)
    assert values == {"SYL": pytest.approx(2 / 3), "BOR": pytest.approx(1 / 6), "KHE": pytest.approx(1 / 6)}


def test_who_can_do_it_alone_and_nobody_without_it_is_worth_all() -> None:
    assert exact_values({"SYL": 160.0, "BOR": 59.0}, 100.0) == {"SYL": 1.0, "BOR": 0.0}


@settings(max_examples=60)
@given(has=HAS, need=st.integers(1, 40))
def test_values_sum_to_what_all_can_do(has: dict[str, float], need: int) -> None:
    values = exact_values(has, need)
    assert sum(values.values()) == pytest.approx(1.0 if sum(has.values()) >= need else 0.0)
    assert all(value >= 0 for value in values.values())
    assert all(values[a] >= values[b] - 1e-12 for a in has for b in has if has[a] >= has[b])


@settings(max_examples=10)
@given(has=HAS, need=st.integers(1, 40))
def test_sampled_values_come_near_the_exact_ones(has: dict[str, float], need: int) -> None:
    sampled = sampled_values(has, need, seed=3, draws=20_000)
    assert sampled == pytest.approx(exact_values(has, need), abs=0.02)


def test_many_are_sampled_with_an_error_and_a_seed() -> None:
    has = {f"S{at:02}": float(at) for at in range(1, FEW + 3)}
    many = Threshold(id="many", names={"": "many"}, need=40.0, has=has)
    first, second = (coalition_of([many], ["S01"], seed=1, draws=2_000) for _ in range(2))
    assert first.values == second.values
    assert (first.outcomes[0].way, first.outcomes[0].error > 0) == ("sampled", True)
    assert sum(first.values.values()) == pytest.approx(1)


def test_what_is_lost_when_a_member_leaves() -> None:
    found = coalition_of(
        [threshold(12, SYL=4, BOR=9), threshold(3, id="bay", worth=3, SYL=4, BOR=9), threshold(99, id="moon", SYL=4)],
        ["BOR"], seed=1, draws=10,
    )  # fmt: skip
    assert [each.threshold.id for each in found.lost] == ["strait"]
    assert found.values == {"BOR": pytest.approx(2.0), "SYL": pytest.approx(2.0)}
    assert found.leavers_share == pytest.approx(0.5)


def test_only_members_count() -> None:
    found = coalition_of([threshold(12, SYL=4, BOR=9)], ["SYL"], seed=1, draws=10, members=("SYL",))
    assert not found.outcomes[0].was_met
    assert found.leavers_share == 0
