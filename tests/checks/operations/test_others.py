from __future__ import annotations

from quotepart.checks.operations.others import fits, read


def test_one_is_set_against_all_the_rest(make, setting) -> None:
    claim = make("more than all others", "1", "times", who="USA", shape="others", hedge="more_than")
    query = read(claim, setting("2024-08-01"))[0]
    assert fits(claim, setting("2024-08-01"))
    part = "defence_expenditure[USA, 2024]"
    assert query.formulas == (f"{part} / (defence_expenditure[NATO, 2024] - {part})",)


def test_a_figure_is_none(make, setting) -> None:
    assert not fits(make("spends", "1", "times", who="USA"), setting("2024-08-01"))
