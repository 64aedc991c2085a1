from __future__ import annotations

from quotepart.checks.working.register import member_input
from quotepart.model.pact import Pact


def test_a_member_is_an_input_of_one_with_the_day_it_joined(nato_pact: Pact) -> None:
    found = member_input(nato_pact, "SWE", "NATO", 2024)
    assert (found.value, found.group, found.unit) == (1, "NATO", "count")
    assert found.source.endswith("2024-03-07")
