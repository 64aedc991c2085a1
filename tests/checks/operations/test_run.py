from __future__ import annotations

from quotepart.checks.operations.run import fits, read


def test_as_many_years_are_looked_at_as_are_claimed(make, setting) -> None:
    claim = make("third consecutive increase", "3", "count", who="DEU", shape="run", hedge="at_least")
    query = read(claim, setting("2024-08-01"))[0]
    assert fits(claim, setting("2024-08-01"))
    assert (query.formulas, query.frame.basis) == (("rises(defence_expenditure[DEU, 2021:2024])",), "constant")


def test_a_fall_counts_falls(make, setting) -> None:
    claim = make("has fallen for four consecutive years", "4", "count", who="DEU", shape="run", hedge="at_least")
    assert read(claim, setting("2024-08-01"))[0].formulas[0].startswith("falls(")
