from __future__ import annotations

from datetime import date

import numpy as np
import pytest

from quotepart.accounts.account import Account, open_account
from quotepart.errors import OutlookError
from quotepart.model.pact import Pact
from quotepart.outlook.past import build_history

LEAGUE = ("SYL", "BOR", "KHE", "PDV", "SAT")


@pytest.fixture(scope="module")
def account(tiny_pact: Pact) -> Account:
    return open_account(tiny_pact)


def test_the_edition_of_the_day_gives_the_past(account: Account) -> None:
    found = build_history(account, LEAGUE, date(2024, 6, 1))
    assert (found.years[0], found.last_year) == (2013, 2024)
    assert found.last_percent.tolist() == [1.14, 1.30, 0.79, 1.52, 0.70]
    assert {(part.role, part.edition, part.edition_is) for part in found.parts if part.role != "gdp"} == {
        ("last", "league:2024-05-08", "own"),
        ("years", "league:2024-05-08", "own"),
    }


def test_an_older_day_knows_the_older_edition(account: Account) -> None:
    found = build_history(account, LEAGUE, date(2023, 12, 31))
    assert found.last_year == 2023
    assert found.of("SYL").last_percent.tolist() == [1.03], "the next edition says 1.06"


def test_years_are_cut_at_the_last(account: Account) -> None:
    found = build_history(account, LEAGUE, date(2016, 12, 31), until=2016)
    assert found.last_year == 2016
    assert {part.edition_is for part in found.parts} == {"substitute"}, "no edition had appeared"


def test_the_last_value_sets_the_level_and_the_past_the_growth(account: Account) -> None:
    found = build_history(account, ["SYL"], date(2023, 12, 31), until=2023)
    assert found.share_growth[0, -1] == pytest.approx(np.log(1.03 / 0.98))


def test_gdp_grows_as_its_edition_says(account: Account) -> None:
    found = build_history(account, ["SYL"], date(2023, 12, 31))
    assert found.real_gdp_growth[0, -1] == pytest.approx(np.log(110790 / 108511))


def test_revisions_are_those_known_on_the_day(account: Account) -> None:
    assert np.isnan(build_history(account, LEAGUE, date(2023, 12, 31)).revision_p90).all(), "one edition tells of none"
    then = build_history(account, LEAGUE, date(2024, 12, 31))
    assert np.isfinite(then.revision_p90).all()


def test_who_has_no_value_is_missing(account: Account) -> None:
    found = build_history(account, (*LEAGUE, "NUR"), date(2024, 6, 1))
    assert found.missing == ("NUR",)
    assert found.members == LEAGUE


def test_a_year_nobody_printed_is_an_error(account: Account) -> None:
    with pytest.raises(OutlookError, match="2040"):
        build_history(account, LEAGUE, date(2024, 6, 1), until=2040)
    with pytest.raises(OutlookError):
        build_history(account, ["NUR"], date(2024, 6, 1))


def test_the_pact_starts_from_the_last_value_of_the_day(nato_pact: Pact) -> None:
    """June 2017 printed the last value; the edition of June 2019 is the nearest in full and gives the years before."""
    account = open_account(nato_pact)
    found = build_history(account, ["FRA", "GRC", "LVA"], date(2017, 12, 31), until=2017)
    printed = account.observe("GRC", "defence_share_gdp", 2017, edition="nato:2017-06-29")
    assert printed is not None
    assert found.of("GRC").last_percent.tolist() == [float(printed.value)]
    by_role = {part.role: part for part in found.parts}
    assert (by_role["last"].edition, by_role["last"].edition_is) == ("nato:2017-06-29", "own")
    assert (by_role["years"].edition, by_role["years"].edition_is) == ("nato:2019-06-25", "substitute")


def test_older_editions_prolong_the_past(nato_pact: Pact) -> None:
    found = build_history(open_account(nato_pact), ["FRA"], date(2024, 12, 31))
    assert found.years[0] == 2012, "the edition of 2024 starts in 2014, that of 2019 in 2012"
