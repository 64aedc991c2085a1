from __future__ import annotations

from datetime import date

import pytest

from quotepart.accounts.account import Account
from quotepart.errors import AccountError, UsageError
from quotepart.measures.question import ask, without_members

TODAY = date(2026, 11, 1)


def test_the_newest_edition_of_the_day_answers_for_the_year(account: Account) -> None:
    then = ask(account, year=2024, known_on=date(2024, 7, 1))
    now = ask(account, year=2024, known_on=TODAY)
    assert (then.edition.id, now.edition.id) == ("nato:2024-06-17", "nato:2026-07-10")


def test_without_a_year_it_is_the_last_one_of_the_edition(account: Account) -> None:
    assert ask(account, known_on=date(2024, 7, 1)).year == 2024
    assert ask(account, known_on=TODAY).year == 2026


def test_who_has_no_series_pays_nothing(account: Account) -> None:
    question = ask(account, year=2024, known_on=TODAY)
    assert "ISL" in question.members
    assert "ISL" not in question.payers


def test_members_and_groups_can_be_left_out(account: Account) -> None:
    question = ask(account, year=2024, known_on=TODAY, without=["United States", "BENELUX"])
    assert {"USA", "BEL", "NLD", "LUX"}.isdisjoint(question.members)
    assert (len(question.members), question.group) == (28, "NATO-USA-BENELUX")


def test_the_total_of_the_rest_is_the_sum_of_its_members(account: Account) -> None:
    rest, name = without_members(account, "NATO", ["USA"])
    total = rest.total(name, "defence_expenditure", 2024, edition="nato:2024-06-17")
    printed = account.total("EUROPE_CANADA", "defence_expenditure", 2024, edition="nato:2024-06-17")
    assert total.printed is None
    assert total.value is not None
    assert printed.value is not None
    assert abs(total.value - printed.value) < 10**6


def test_membership_is_a_rule(account: Account) -> None:
    by_rule = {
        rule: ask(
            account, year=2018, edition="nato:2024-06-17", known_on=TODAY, membership=rule, base_year=2016
        ).members
        for rule in ("as_published", "current", "base")
    }
    assert [len(members) for members in by_rule.values()] == [29, 32, 28]


def test_nobody_left_is_an_error(account: Account) -> None:
    with pytest.raises(UsageError, match="nobody is left"):
        ask(account, year=2024, known_on=TODAY, without=["NATO"])


def test_unknown_names_are_errors(account: Account) -> None:
    with pytest.raises(AccountError, match="Polland"):
        ask(account, year=2024, known_on=TODAY, without=["Polland"])
    with pytest.raises(AccountError, match="no edition"):
        ask(account, year=1999, known_on=date(2010, 1, 1))


def test_the_roles_are_the_pacts(account: Account, league: Account) -> None:
    assert ask(account, known_on=TODAY).role("people") == "population"
    question = ask(league, known_on=TODAY)
    assert (question.role("forces"), question.role("people"), question.main) == ("crew", None, "fleet_contribution")
