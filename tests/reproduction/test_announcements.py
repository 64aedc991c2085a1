"""The sums, rates and counts that NATO announced, recomputed; what does not come out stands in the ledger with the reason."""

from __future__ import annotations

from decimal import Decimal

import pytest

from quotepart.accounts.account import Account
from quotepart.accounts.corrections import read_corrections
from quotepart.measures.added import added_spending
from quotepart.measures.gap import standing
from quotepart.measures.growth import growth
from quotepart.model.observation import Announcement

JUNE_2019, JUNE_2024, AUGUST_2025, JULY_2026 = (
    "nato:2019-06-25",
    "nato:2024-06-17",
    "nato:2025-08-28",
    "nato:2026-07-10",
)
CLOSE = Decimal("0.05")


def announced(account: Account, *measures: str) -> list[Announcement]:
    return [each for each in account.pact.announcements if each.measure in measures]


def unreproduced(account: Account) -> set[str]:
    return {name for each in read_corrections(account.pact) for name in each.announcements}


def sums_of(account: Account, said: Announcement) -> list[Decimal]:
    """What the editions held give, real, as NATO counts."""
    if said.base_year is None or said.end_year is None:
        return []
    since = max(said.start_year or 0, said.base_year + 1)
    found = (
        added_spending(account, said.group, base_year=said.base_year, since=since, until=said.end_year, edition=edition)
        for edition in (JUNE_2019, JUNE_2024, JULY_2026)
    )
    return [each.value for each in found if each.value is not None]


def fits(said: Announcement, value: Decimal) -> bool:
    if said.hedge in ("over", "more than", "well over"):
        return value >= said.value * (1 - CLOSE)
    return abs(value - said.value) <= said.value * CLOSE


def test_every_announced_sum_comes_out_or_stands_in_the_ledger(account: Account) -> None:
    named = unreproduced(account)
    odd = set()
    for said in announced(account, "added_spending"):
        values = sums_of(account, said)
        if None in (said.base_year, said.end_year) and said.id not in named:
            continue  # no base or no end was said: nothing to compute
        if not any(fits(said, value) for value in values):
            odd.add(said.id)
    assert odd == named & {each.id for each in announced(account, "added_spending")}


@pytest.mark.parametrize(
    ("name", "edition", "billions"),
    [
        ("A029", JUNE_2019, "41.7"),
        ("A040", JUNE_2024, "132.1"),
        ("A053", JUNE_2024, "265.8"),
        ("A058", JUNE_2024, "349.2"),
    ],
)
def test_the_sums_of_the_record(name: str, edition: str, billions: str, account: Account) -> None:
    (said,) = (each for each in account.pact.announcements if each.id == name)
    assert said.base_year is not None
    assert said.end_year is not None
    found = added_spending(account, said.group, base_year=said.base_year, until=said.end_year, edition=edition)
    assert found.value is not None
    assert round(found.value / 10**9, 1) == Decimal(billions)


@pytest.mark.parametrize(("name", "edition", "value"), [("A077", JUNE_2024, "17.9"), ("A101", AUGUST_2025, "18.6")])
def test_the_growth_announced_with_an_edition_that_is_held(
    name: str, edition: str, value: str, account: Account
) -> None:
    (said,) = (each for each in account.pact.announcements if each.id == name)
    assert said.end_year is not None
    found = growth(account, said.group, said.end_year, since=said.start_year, edition=edition)
    assert found.value is not None
    assert abs(found.value - Decimal(value)) < Decimal("0.06")
    assert abs(found.value - said.value) < Decimal("0.1")


@pytest.mark.parametrize("name", ["A026", "A068", "A075", "A076"])
def test_the_counts_announced_with_an_edition_that_is_held(name: str, account: Account) -> None:
    (said,) = (each for each in account.pact.announcements if each.id == name)
    assert said.end_year is not None
    found = standing(account, said.group, Decimal(2), said.end_year, edition=JUNE_2024)
    assert found.value is not None
    assert found.value > said.value if said.hedge == "more than" else found.value == said.value
