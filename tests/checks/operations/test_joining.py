from __future__ import annotations

import pytest

from quotepart.checks.operations.joining import fits, read


@pytest.mark.parametrize(("place", "verdict"), [("32", "supported"), ("31", "close"), ("29", "contradicted")])
def test_the_place_in_the_order_of_joining_is_a_matter_of_record(place: str, verdict: str, make, checker) -> None:
    claim = make("became the member", place, "count", kind="rank", metric="members", who="SWE", shape="joining")
    assert checker.check(claim).verdict == verdict


def test_its_inputs_are_the_members_of_that_day(make, setting) -> None:
    claim = make("joined", "31", "count", kind="rank", metric="members", who="FIN", shape="joining")
    assert fits(claim, setting("2024-08-01"))
    (query,) = read(claim, setting("2024-08-01"))
    assert query.fact is not None and len(query.fact.inputs) == 31
