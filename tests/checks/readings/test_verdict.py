from __future__ import annotations

from decimal import Decimal
from itertools import product
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotepart.checks.readings.verdict import Vote, decide, do_weights_matter, plausible
from quotepart.model.finding import Result, Verdict

RESULTS = get_args(Result)
VERDICTS = set(get_args(Verdict))
votes = st.lists(
    st.builds(Vote, weight=st.decimals("0.01", "1", places=2), result=st.sampled_from(RESULTS)), min_size=1, max_size=6
)


def vote(weight: str, result: Result) -> Vote:
    return Vote(weight=Decimal(weight), result=result)


@given(votes, st.booleans(), st.booleans())
def test_every_mix_of_readings_has_exactly_one_verdict(found: list[Vote], announced: bool, earlier: bool) -> None:
    assert decide(found, announced=announced, was_so_earlier=earlier) in VERDICTS


@pytest.mark.parametrize(("announced", "earlier"), list(product((False, True), repeat=2)))
@pytest.mark.parametrize(
    "weights", [("1",), ("0.9", "0.1"), ("0.5", "0.3", "0.2"), ("0.34", "0.33", "0.33"), ("0.1", "0.1")]
)
def test_every_cell_of_the_table_follows_its_row(weights: tuple[str, ...], announced: bool, earlier: bool) -> None:
    for results in product(RESULTS, repeat=len(weights)):
        cast = [vote(*each) for each in zip(weights, results, strict=True)]
        verdict = decide(cast, announced=announced, was_so_earlier=earlier)
        counted = {each.result for each in plausible(cast)}
        if counted == {"no_data"}:
            assert verdict == ("as_announced" if announced else "not_checkable")
        elif verdict in ("contradicted", "out_of_date"):
            assert counted <= {"miss", "no_data"} and (verdict == "out_of_date") == earlier
        elif verdict in ("supported", "close"):
            assert ("match" if verdict == "supported" else "near") in counted
        else:
            assert verdict == "depends"


@pytest.mark.parametrize("results", list(product(RESULTS, repeat=3)))
def test_to_accuse_takes_every_plausible_reading(results: tuple[Result, ...]) -> None:
    verdict = decide([vote("0.4", each) for each in results])
    if verdict == "contradicted":
        assert set(results) <= {"miss", "no_data"}
        assert results.count("miss") >= 2


@pytest.mark.parametrize(
    ("given_votes", "verdict"),
    [
        ([("0.7", "match"), ("0.2", "miss")], "supported"),
        ([("0.5", "match"), ("0.3", "miss")], "depends"),
        ([("0.5", "miss"), ("0.3", "match")], "depends"),
        ([("0.5", "near"), ("0.5", "miss")], "close"),
        ([("0.3", "near"), ("0.6", "miss")], "depends"),
        ([("0.5", "miss"), ("0.3", "miss")], "contradicted"),
        ([("0.6", "no_data"), ("0.3", "match")], "depends"),
        ([("0.6", "no_data"), ("0.3", "miss")], "depends"),
        ([("0.9", "no_data")], "not_checkable"),
        ([("0.8", "match"), ("0.14", "miss")], "supported"),
        ([("0.1", "match"), ("0.1", "miss")], "supported"),
    ],
)
def test_the_table(given_votes: list[tuple[str, Result]], verdict: Verdict) -> None:
    assert decide([vote(*each) for each in given_votes]) == verdict


def test_what_was_so_earlier_is_out_of_date_and_what_was_announced_is_as_announced() -> None:
    assert decide([vote("1", "miss")], was_so_earlier=True) == "out_of_date"
    assert decide([vote("1", "no_data")], announced=True) == "as_announced"
    assert decide([vote("1", "match")], announced=True, was_so_earlier=True) == "supported"


@given(votes)
def test_implausible_readings_decide_nothing_beside_plausible_ones(found: list[Vote]) -> None:
    assert decide(found) == decide(plausible(found))


@given(votes, st.randoms())
def test_the_order_of_readings_of_different_weight_does_not_matter(found: list[Vote], chance) -> None:  # type: ignore[no-untyped-def]
    by_weight = {each.weight: each for each in found}
    distinct = list(by_weight.values())
    shuffled = list(distinct)
    chance.shuffle(shuffled)
    assert decide(shuffled) == decide(distinct)


def test_weights_matter_where_half_as_much_changes_the_verdict() -> None:
    assert do_weights_matter([vote("0.49", "match"), vote("0.21", "miss")])
    assert not do_weights_matter([vote("0.49", "miss"), vote("0.21", "match")])
    assert not do_weights_matter([vote("0.7", "match")])
