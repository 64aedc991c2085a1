from __future__ import annotations

import json
from decimal import Decimal

import pytest

from quotepart.checks.working.recompute import recompute, recompute_finding
from quotepart.errors import UsageError
from quotepart.model.wire import finding_as_json

CLAIMS = [
    ("European Allies and Canada have added 41 billion dollars to their defence spending.", "2018-07-12"),
    ("Since 2016, European Allies and Canada have added more than 700 billion dollars to defence.", "2025-04-03"),
    ("European allies spent less than 2% of GDP on defence in 2016.", "2017-02-15"),
    ("Nine allies are still below 2%.", "2024-08-01"),
    ("Germany spent about 90 billion euros on defence in 2024.", "2025-03-01"),
    ("The United States spends more on defence than all other allies combined.", "2024-08-01"),
    ("Defence spending by European allies and Canada rose by 18 percent this year.", "2024-06-20"),
    ("Poland spends 4.1% of GDP on defence.", "2024-08-01"),
    ("NATO has 32 members.", "2024-08-01"),
    ("Two countries have joined NATO since 2022.", "2024-06-04"),
    ("The United States accounts for half of the military spending of the NATO countries.", "2019-09-09"),
]


@pytest.mark.parametrize(("text", "day"), CLAIMS)
def test_every_reading_comes_to_the_same_value_without_the_accounts(text: str, day: str, judge) -> None:
    printed = json.loads(json.dumps(finding_as_json(judge(text, day))))
    values = recompute_finding(printed)
    assert any(value is not None for _, value, _ in values)
    for label, value, again in values:
        if value is not None:
            assert again is not None, label
            assert abs(again - value) <= abs(value) * Decimal("1e-9"), label


@pytest.mark.parametrize(("text", "day"), CLAIMS)
def test_every_input_names_its_edition_and_its_source(text: str, day: str, judge) -> None:
    for reading in judge(text, day).readings:
        assert bool(reading.inputs) == (reading.value is not None)
        assert all(each.edition and ": " in each.source and each.year for each in reading.inputs), reading.label


def test_a_member_inside_a_sum_is_not_counted_as_its_own_figure_too() -> None:
    inside = {"indicator": "spent", "member": "A", "group": "ALL", "year": 2030, "value": 2, "edition": "e"}
    inputs = [inside, inside | {"member": "B"}, inside | {"group": ""}]
    reading = {"formula": "spent[ALL, 2030] / spent[A, 2030]", "value": 2, "edition": "e", "inputs": inputs}
    assert recompute(reading) == 2


def test_a_reading_without_formula_has_nothing_to_compute() -> None:
    assert recompute({"label": "x", "formula": "", "value": None}) is None


def test_a_missing_input_is_named() -> None:
    with pytest.raises(UsageError, match="no input answers spent"):
        recompute({"formula": "spent[A, 2014]", "value": 1, "inputs": []})
