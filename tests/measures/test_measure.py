from __future__ import annotations

from decimal import Decimal

import pytest

from quotepart.accounts.account import Account
from quotepart.measures.growth import growth
from quotepart.measures.measure import as_printed, cell, inputs_of, missing_in, values_of

EDITION = "nato:2025-08-28"


@pytest.mark.parametrize(("value", "printed"), [("1.995", "2.00"), ("1.9949", "1.99"), ("2", "2.00")])
def test_a_value_is_printed_half_up(value: str, printed: str) -> None:
    assert as_printed(Decimal(value), Decimal("0.01")) == Decimal(printed)


def test_a_reference_names_indicator_entity_and_years() -> None:
    assert cell("gdp", "FRA", 2016) == "gdp[FRA, 2016]" == cell("gdp", "FRA", 2016, 2016)


def test_totals_with_a_missing_member_give_no_values(account: Account) -> None:
    totals = [
        account.total("BENELUX", "defence_expenditure", year, edition=EDITION, basis="constant")
        for year in (2024, 2025)
    ]
    assert values_of(totals[:1]) == (totals[0].value,)
    assert values_of(totals) is None
    assert values_of([]) is None
    assert missing_in(totals) == ("BEL", "LUX", "NLD")
    assert len(inputs_of(totals + totals)) == 3


def test_a_measure_is_as_firm_as_its_inputs(account: Account) -> None:
    assert growth(account, "FRA", 2020, edition=EDITION).status == "final"
    assert growth(account, "FRA", 2024, edition=EDITION).status == "estimate"
