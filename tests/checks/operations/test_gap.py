from __future__ import annotations

import pytest

from quotepart.checks.claims.claim import Actor
from quotepart.checks.operations.gap import fits, read


def between(make, value: str, unit: str, **more: object):
    actors = (Actor(id="GBR", start=0, end=1), Actor(id="FRA", start=2, end=3))
    return make("more than", value, unit, who="GBR", shape="gap", actors=actors, **more)


@pytest.mark.parametrize(("value", "verdict"), [("18e9", "supported"), ("40e9", "contradicted")])
def test_money_sets_two_apart(value: str, verdict: str, make, checker) -> None:
    assert checker.check(between(make, value, "USD", step="1e9")).verdict == verdict


def test_points_are_of_the_share(make, setting, checker) -> None:
    claim = between(make, "0.27", "points", step="0.01")
    assert fits(claim, setting("2024-08-01"))
    assert read(claim, setting("2024-08-01"))[0].formulas == (
        "(defence_share_gdp[GBR, 2024]) - (defence_share_gdp[FRA, 2024])",
    )
    assert checker.check(claim).verdict == "supported"


def test_one_alone_is_set_apart_from_nobody(make, setting) -> None:
    assert not fits(make("more than", "18e9", "USD", who="GBR", shape="gap"), setting("2024-08-01"))
