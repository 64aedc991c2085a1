from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import pytest

from quotepart.accounts.account import Account
from quotepart.accounts.names import Directory
from quotepart.errors import AccountError
from quotepart.model.observation import Edition

Make = Callable[..., Any]
Open = Callable[[Mapping[Edition, str]], Account]


@pytest.fixture
def directory(league: Open, make_table: Make, make_edition: Make) -> Directory:
    return Directory(league({make_edition("league:2020-06-01"): make_table("2018")}).pact)


@pytest.mark.parametrize("name", ["SYL", "syl", "Syldavie", "ROYAUME DE SYLDAVIE", "  royaume  de syldavie "])
def test_a_member_goes_by_its_id_or_any_of_its_names(name: str, directory: Directory) -> None:
    assert directory.entity(name) == "SYL"


def test_groups_and_indicators_have_names_too(directory: Directory) -> None:
    assert directory.entity("La Ligue") == "LEAGUE"
    assert directory.indicator("materiel") == "gear"
    assert directory.edition("league:2020-06-01") == "league:2020-06-01"


@pytest.mark.parametrize(
    ("kind", "name", "hint"),
    [
        ("entity", "Sildavie", r"did you mean Syldavie \(SYL\)"),
        ("indicator", "spendings", "did you mean spending"),
        ("indicator", "spend", "did you mean spending"),
        ("edition", "league:2020-06-02", "did you mean league:2020-06-01"),
        ("entity", "zzzz", "known: BOR, LEAGUE, NUR, OLD, SAT, SYL"),
    ],
)
def test_an_unknown_name_brings_near_ones(kind: str, name: str, hint: str, directory: Directory) -> None:
    with pytest.raises(AccountError, match=hint) as caught:
        getattr(directory, kind)(name)
    assert name in caught.value.message


def test_a_bare_day_names_the_only_edition_of_it(league: Open, make_table: Make, make_edition: Make) -> None:
    made = ("league:2020-06-01", "census:2020-06-01", "census:2021-06-01", "bank:2022-06-01", "census:2022-06-01")
    found = Directory(league({make_edition(each): make_table("2018") for each in made}).pact)
    assert found.edition("2020-06-01") == "league:2020-06-01"
    assert found.edition("2021-06-01") == "census:2021-06-01"
    with pytest.raises(AccountError, match="no edition"):
        found.edition("2022-06-01")
