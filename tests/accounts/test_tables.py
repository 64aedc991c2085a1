from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from quotepart.accounts.account import Account
from quotepart.accounts.tables import basis_of, indicators_named, read_table, table_file
from quotepart.errors import PactError
from quotepart.model.observation import Edition
from quotepart.model.pact import Indicator

Make = Callable[..., Any]
Open = Callable[[Mapping[Edition, str]], Account]


def test_a_cell_becomes_an_observation_in_full_units(league: Open, make_table: Make, make_edition: Make) -> None:
    edition = make_edition("league:2020-06-01", price_base=2015)
    account = league({edition: make_table("2018,2019e,2020p", "spending,constant,SYL,,,,tables,41.5,42,43")})
    final, estimate, projection = account.series("SYL", "spending", edition=edition, basis="constant")
    assert (final.value, final.unit, final.step) == (Decimal(41500), "USD", Decimal(1000))
    assert [each.status for each in (final, estimate, projection)] == ["final", "estimate", "projection"]
    assert (final.edition, final.source, final.price_base) == (edition.id, f"{edition.id}/tables", 2015)


def test_a_row_may_have_its_own_unit_scale_and_step(league: Open, make_table: Make, make_edition: Make) -> None:
    edition = make_edition("league:2020-06-01")
    account = league({edition: make_table("2018", "spending,current,SYL,EUR,1000000,0.1,tables,2.5")})
    seen = account.observe("SYL", "spending", 2018, edition=edition)
    assert seen is not None
    assert (seen.value, seen.unit, seen.step, seen.price_base) == (Decimal(2500000), "EUR", Decimal(100000), None)


def test_a_year_may_be_final_for_one_and_an_estimate_for_another(
    league: Open, make_table: Make, make_edition: Make
) -> None:
    edition = make_edition("league:2020-06-01")
    rows = ("spending,current,SYL,,,,tables,1,", "spending,current,BOR,,,,tables,,2")
    account = league({edition: make_table("2018,2018e", *rows)})
    statuses = [each.status for who in ("SYL", "BOR") for each in account.series(who, "spending", edition=edition)]
    assert statuses == ["final", "estimate"]


def test_months_stand_apart_from_years(league: Open, make_table: Make, make_edition: Make) -> None:
    edition = make_edition("league:2020-06-01")
    account = league({edition: make_table("2018,2018-11,2018-02", "spending,current,SYL,,,,tables,30,20,10")})
    assert [(each.year, each.month, each.value) for each in account.series("SYL", "spending", edition=edition)] == [
        (2018, None, Decimal(30000))
    ]
    months = account.months("SYL", "spending", edition=edition)
    assert [(each.year, each.month, each.value) for each in months] == [
        (2018, 2, Decimal(10000)),
        (2018, 11, Decimal(20000)),
    ]
    assert account.months("BOR", "spending", edition=edition) == ()


def test_an_edition_may_hold_others_than_the_pact(league: Open, make_table: Make, make_edition: Make) -> None:
    edition = make_edition("league:2020-06-01", others=("RUR",))
    account = league({edition: make_table("2018", "spending,current,RUR,,,,tables,7")})
    total = account.total("RUR", "spending", 2018, edition=edition)
    assert (total.value, total.missing, total.printed) == (Decimal(7000), (), None)
    assert (account.find_entity("rur"), account.members("RUR", 2018)) == ("RUR", ("RUR",))


def test_a_copy_that_may_not_be_cited_gives_way(league: Open, make_table: Make, make_edition: Make) -> None:
    edition = make_edition("league:2020-06-01")
    rows = ("spending,current,SYL,,,,rumour,1,7", "spending,current,SYL,,,,press,2,")
    account = league({edition: make_table("2018,2019", *rows)})
    assert [each.value for each in account.series("SYL", "spending", edition=edition)] == [Decimal(2000)]
    everything = account.series("SYL", "spending", edition=edition, with_uncitable=True)
    assert [each.value for each in everything] == [Decimal(1000), Decimal(7000)]


def test_an_edition_that_is_not_held_has_an_empty_table(league: Open, make_edition: Make) -> None:
    edition = make_edition("league:2020-06-01", held="none")
    account = league({edition: ""})
    assert read_table(account.pact, edition).cells == {}


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("spending,current,SYL,,,,tables,x", "line 2, 2018: “x” is no number"),
        ("spending,current,SYL,,,,tables,NaN", "“NaN” is no number"),
        ("spending,current,SYL,,,,tables,1,2", "has 9 cells; expected 8"),
        ("spendings,current,SYL,,,,tables,1", "unknown indicator “spendings”"),
        ("spending,real,ABC,,,,tablets,1", "unknown basis “real”, entity “ABC”, source “tablets”"),
        ("spending,current,SYL,,,,tables,1\nspending,current,SYL,,,1,tables,2", "SYL spending 2018 stands twice"),
    ],
)
def test_a_faulty_row_is_said_with_its_line(
    text: str, message: str, league: Open, make_table: Make, make_edition: Make
) -> None:
    account = league({make_edition("league:2020-06-01"): make_table("2018", text)})
    with pytest.raises(PactError, match=message):
        account.read_all()


@pytest.mark.parametrize("header", ["2018x", "two", "2018,2018", "2018-13", "2018e,2018e", "2018-05,2018-05"])
def test_a_faulty_header_is_said(header: str, league: Open, make_table: Make, make_edition: Make) -> None:
    account = league({make_edition("league:2020-06-01"): make_table(header)})
    with pytest.raises(PactError, match="line 1: "):
        account.read_all()


def test_all_faults_stand_in_one_message(league: Open, make_table: Make, make_edition: Make) -> None:
    rows = ("spending,current,XXX,,,,tables,1", "spending,current,SYL,,,,tables,one")
    account = league({make_edition("league:2020-06-01"): make_table("2018", *rows)})
    with pytest.raises(PactError, match=r"2 faults(.|\n)*XXX(.|\n)*“one”"):
        account.read_all()


def test_a_missing_table_is_said(league: Open, make_table: Make, make_edition: Make) -> None:
    edition = make_edition("league:2020-06-01")
    account = league({edition: make_table("2018")})
    (account.pact.accounts / table_file(edition)).unlink()
    with pytest.raises(PactError, match=r"league-2020-06-01.csv: is missing"):
        account.read_all()


def test_an_indicator_has_a_value_in_each_basis_it_is_published_in() -> None:
    both = Indicator(id="a", unit="USD", bases=("current", "constant"))
    one = Indicator(id="b", unit="percent", bases=("constant",))
    assert [basis_of(each, basis) for each in (both, one) for basis in ("current", "constant")] == [
        "current",
        "constant",
        "constant",
        "constant",
    ]


def test_every_table_of_the_nato_pact_can_be_read(nato: Account) -> None:
    nato.read_all()
    assert {edition.held for edition in nato.editions()} == {"full", "partial", "none"}
    held = {table_file(edition) for edition in nato.editions() if edition.held != "none"}
    assert held == {file.name for file in nato.pact.accounts.glob("*.csv")}


def test_estimates_are_marked_in_the_nato_tables(nato: Account) -> None:
    statuses = {each.year: each.status for each in nato.series("FRA", "gdp", edition="nato:2024-06-17")}
    assert statuses == {year: "estimate" if year >= 2023 else "final" for year in range(2014, 2025)}
    assert nato.edition("nato:2024-06-17").published == date(2024, 6, 17)


def test_a_table_names_its_indicators_before_any_value_is_read(
    league: Open, make_table: Make, make_edition: Make
) -> None:
    edition = make_edition("league:2020-06-01")
    account = league({edition: make_table("2018", "spending,current,SYL,,,,tables,no number")})
    assert indicators_named(account.pact, edition) == {"indicator", "spending"}
    assert not account.editions(indicator="output")
    with pytest.raises(PactError, match="no number"):
        account.editions(indicator="spending")
