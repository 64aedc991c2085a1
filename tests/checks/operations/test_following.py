from __future__ import annotations

from quotepart.checks.operations.following import fits, read


def test_one_is_set_against_the_next_few(make, setting, checker) -> None:
    claim = make("more than the next", "1", "times", hedge="more_than", who="USA", shape="following", following=8)
    assert fits(claim, setting("2024-08-01"))
    assert read(claim, setting("2024-08-01"))[0].formulas == (
        "defence_expenditure[USA, 2024] / following(defence_expenditure[NATO, 2024], USA, 8)",
    )
    assert checker.check(claim).verdict == "supported"


def test_a_group_has_no_next(make, setting) -> None:
    claim = make("more than the next", "1", "times", who="NATO_EUROPE", shape="following", following=8)
    assert not fits(claim, setting("2024-08-01"))
