from __future__ import annotations

import pytest

from quotepart.checks.operations.find import find_operations
from quotepart.checks.operations.operation import Operation
from quotepart.model.dates import Period

SINCE = Period("2016", None)
CLAIMS = [
    ("spends", "2", "percent_of_gdp", {"who": "DEU"}),
    ("spends", "90e9", "EUR", {"who": "DEU"}),
    ("added since 2016", "41e9", "USD", {"kind": "cumulative", "who": "EUROPE_CANADA", "period": SINCE}),
    ("rose by", "18", "percent", {"kind": "change", "who": "EUROPE_CANADA"}),
    ("the 32 members", "32", "count", {"kind": "count", "metric": "members"}),
    ("meet the target", "23", "count", {"kind": "count", "metric": "members"}),
    ("accounts for", "66", "percent", {"kind": "share", "who": "USA"}),
    ("ranks", "2", "count", {"kind": "rank", "who": "EST", "shape": "rank"}),
    ("consecutive increase", "9", "count", {"shape": "run", "who": "DEU", "hedge": "at_least"}),
    ("highest since 2016", "1", "count", {"shape": "record", "who": "DEU", "period": SINCE}),
    ("more than all others combined", "1", "times", {"shape": "others", "who": "USA", "hedge": "more_than"}),
]


@pytest.mark.parametrize("operation", find_operations(), ids=lambda each: each.id)
@pytest.mark.parametrize("row", CLAIMS, ids=[row[0] for row in CLAIMS])
def test_an_operation_gives_the_same_readings_twice_and_is_silent_where_it_does_not_apply(
    operation: Operation,
    row: tuple,
    make,
    setting,  # type: ignore[type-arg]
) -> None:
    words, value, unit, more = row
    claim, here = make(words, value, unit, **more), setting("2024-08-01")
    if not operation.fits(claim, here):
        return
    shown = [(each.label, each.weight, each.formulas) for each in operation.read(claim, here)]
    assert shown == [(each.label, each.weight, each.formulas) for each in operation.read(claim, here)]
    assert shown and sum(weight for _, weight, _ in shown) <= 1
    assert all(weight > 0 and label and formulas for label, weight, formulas in shown)


@pytest.mark.parametrize("row", CLAIMS, ids=[row[0] for row in CLAIMS])
def test_every_kind_of_claim_has_an_operation_with_evidence(row: tuple, make, checker) -> None:  # type: ignore[type-arg]
    words, value, unit, more = row
    finding = checker.check(make(words, value, unit, **more))
    assert finding.readings, finding.reason
    for each in finding.readings:
        assert each.value is None or each.inputs
