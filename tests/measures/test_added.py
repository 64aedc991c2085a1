from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotepart.accounts.account import Account
from quotepart.errors import AccountError
from quotepart.measures.added import READINGS, Added, AddedReading, added_as_known, added_band, added_spending
from quotepart.model.observation import Membership

GROUP = "EUROPE_CANADA"
JUNE_2019, JUNE_2024, JULY_2026 = "nato:2019-06-25", "nato:2024-06-17", "nato:2026-07-10"
BILLION = Decimal(10) ** 9


def billions(added: Added) -> Decimal:
    assert added.value is not None
    return added.value / BILLION


@pytest.mark.parametrize(
    ("edition", "base", "until", "reading", "membership", "value"),
    [
        # "41 bn" of July 2018, in the edition nearest to it and in the latest
        (JUNE_2019, 2016, 2018, "real", "base", "41.6"),
        (JUNE_2019, 2016, 2018, "real", "as_published", "41.7"),
        (JUNE_2019, 2016, 2018, "nominal", "as_published", "62.4"),
        (JULY_2026, 2016, 2018, "real", "as_published", "47.3"),
        (JULY_2026, 2016, 2018, "nominal", "as_published", "64.4"),
        # "130 bn extra by end 2020, since 2016"
        (JUNE_2024, 2016, 2020, "real", "as_published", "132.1"),
        # "more than 700 bn": over 2016 or 2014, nominal or real
        (JUNE_2024, 2016, 2024, "nominal", "as_published", "798.3"),
        (JULY_2026, 2016, 2024, "real", "as_published", "591.7"),
        (JULY_2026, 2014, 2024, "real", "as_published", "716.1"),
        (JULY_2026, 2016, 2024, "nominal", "as_published", "802.2"),
        # "10 bn in 2016"
        (JUNE_2019, 2015, 2016, "real", "as_published", "7.3"),
        (JUNE_2024, 2015, 2016, "real", "as_published", "7.6"),
    ],
)
def test_the_announced_sums(
    edition: str, base: int, until: int, reading: AddedReading, membership: Membership, value: str, account: Account
) -> None:
    added = added_spending(
        account, GROUP, reading=reading, base_year=base, until=until, edition=edition, membership=membership
    )
    assert round(billions(added), 1) == Decimal(value)


@pytest.mark.parametrize(("base", "value"), [(2016, "595"), (2014, "716")])
def test_the_700_billion_in_prices_of_2021(base: int, value: str, account: Account) -> None:
    added = added_spending(account, GROUP, base_year=base, until=2024, edition=JUNE_2024)
    rebased = account.rebase(billions(added), edition=JUNE_2024, to_base=2021, group=GROUP, years=range(base, 2025))
    assert rebased is not None
    assert round(rebased.value) == Decimal(value)


def test_the_41_billion_of_today_in_the_prices_of_2015(account: Account) -> None:
    added = added_spending(account, GROUP, base_year=2016, until=2018, edition=JULY_2026)
    rebased = account.rebase(billions(added), edition=JULY_2026, to_base=2015, group=GROUP, years=range(2016, 2019))
    assert rebased is not None
    assert (round(rebased.value, 1), rebased.to_edition) == (Decimal("42.4"), JUNE_2024)


def test_newcomers_are_named(account: Account) -> None:
    added = added_spending(account, GROUP, base_year=2016, until=2020, edition=JUNE_2024)
    assert set(added.newcomers) == {"MNE", "MKD"}
    assert sum(added.per_year.values()) == added.value
    assert tuple(added.per_year) == added.years == (2017, 2018, 2019, 2020)
    fixed = added_spending(account, GROUP, base_year=2016, until=2020, edition=JUNE_2024, membership="base")
    assert fixed.newcomers == ()
    assert {each.entity for each in fixed.inputs}.isdisjoint({"MNE", "MKD"})


def test_the_working_is_shown(account: Account) -> None:
    added = added_spending(account, GROUP, base_year=2016, until=2018, edition=JUNE_2024)
    assert added.formula == (
        "defence_expenditure[EUROPE_CANADA, 2017:2018] - 2 * defence_expenditure[EUROPE_CANADA, 2016]"
    )
    assert [(each.entity, each.year) for each in added.inputs] == [(GROUP, 2016), (GROUP, 2017), (GROUP, 2018)]
    assert (added.unit, added.basis, added.price_base, added.step) == ("USD", "constant", 2015, Decimal(4000000))


def test_only_the_years_asked_for_are_added(account: Account) -> None:
    whole = added_spending(account, "FRA", base_year=2016, until=2018, edition=JUNE_2024)
    first, last = (
        added_spending(account, "FRA", base_year=2016, since=since, until=until, edition=JUNE_2024)
        for since, until in ((2017, 2017), (2018, 2018))
    )
    assert first.value is not None
    assert last.value is not None
    assert whole.value == first.value + last.value
    assert last.formula == "defence_expenditure[FRA, 2018] - defence_expenditure[FRA, 2016]"


@given(st.sampled_from(["FRA", "USA", GROUP, "BENELUX"]), st.integers(2014, 2023), st.integers(1, 5))
def test_real_less_effort_is_the_base_share_of_the_growth_of_gdp(
    account: Account, group: str, base: int, span: int
) -> None:
    until = min(2024, base + span)
    real, effort = (
        added_spending(account, group, reading=reading, base_year=base, until=until, edition=JUNE_2024)
        for reading in ("real", "effort")
    )
    spent, size = (
        account.total(group, each, base, edition=JUNE_2024, basis="constant") for each in ("defence_expenditure", "gdp")
    )
    later = [account.total(group, "gdp", year, edition=JUNE_2024, basis="constant").value for year in real.years]
    assert spent.value and size.value and real.value is not None and effort.value is not None
    grown = sum((each - size.value for each in later if each), Decimal(0))
    assert abs(real.value - effort.value - spent.value / size.value * grown) < Decimal("0.01")


def test_shares_imply_the_gdp_that_an_edition_does_not_print(account: Account) -> None:
    printed, implied = (
        added_spending(account, GROUP, reading="effort", base_year=2016, until=2018, edition=edition)
        for edition in (JUNE_2024, JULY_2026)
    )
    assert "gdp[" in printed.formula
    assert "defence_share_gdp[EUROPE_CANADA, 2018]" in implied.formula
    assert abs(billions(implied) - billions(printed)) < implied.step / 2 / BILLION
    assert abs(billions(implied) - billions(printed) * Decimal("1.11")) < 1


def test_missing_members_leave_no_sum(account: Account) -> None:
    added = added_spending(account, "BENELUX", base_year=2023, until=2025, edition="nato:2025-08-28")
    assert (added.value, added.per_year, added.missing) == (None, {}, ("BEL", "LUX", "NLD"))


@pytest.mark.parametrize(("since", "until"), [(2016, 2018), (2019, 2018), (None, 2016)])
def test_added_years_come_after_the_base(since: int | None, until: int, account: Account) -> None:
    with pytest.raises(AccountError, match="added spending over 2016"):
        added_spending(account, GROUP, base_year=2016, since=since, until=until, edition=JUNE_2024)


def test_the_band_of_added_spending_is_wider_than_that_of_its_level(account: Account) -> None:
    added = added_band(account, GROUP, Decimal("0.96"), span=2)
    level = account.revision_band("defence_expenditure", GROUP, Decimal("0.96"), basis="constant")
    assert added is not None
    assert level is not None
    assert level.p99 < added.p50 * 10 < Decimal("0.2")
    assert Decimal("0.01") < added.p99 < Decimal("0.1")


def test_the_producers_own_reading_comes_first() -> None:
    assert READINGS[0] == "real"


def test_the_edition_of_the_day_answers_in_every_reading(account: Account) -> None:
    choice, found = added_as_known(account, GROUP, over=2016, until=2018, known_on=date(2019, 7, 1))
    assert choice.edition is not None
    assert choice.edition.id == JUNE_2019
    assert tuple(each.reading for each in found) == READINGS
    with pytest.raises(AccountError, match="1900"):
        added_as_known(account, GROUP, over=1900, until=1901, known_on=date(2019, 7, 1))
