from __future__ import annotations

from datetime import date

import pytest

from quotepart.checks.readings.record_facts import joined_between, members_on
from quotepart.model.pact import Pact


@pytest.mark.parametrize(
    ("day", "members"), [("2016-06-01", 28), ("2018-07-12", 29), ("2023-07-11", 31), ("2026-02-12", 32)]
)
def test_the_number_of_members_is_that_of_the_day(day: str, members: int, nato_pact: Pact) -> None:
    fact = members_on(nato_pact, "NATO", date.fromisoformat(day))
    assert fact.value.value == members == len(fact.inputs)


def test_who_joined_in_between_is_named_in_order(nato_pact: Pact) -> None:
    assert joined_between(nato_pact, date(2016, 1, 1), date(2024, 12, 31)) == ("MNE", "MKD", "FIN", "SWE")
