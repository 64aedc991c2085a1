from __future__ import annotations

import pytest

from quotepart.checks.operations.rank import fits, read


def test_a_place_is_by_what_the_words_name_or_by_money_first(make, setting) -> None:
    here = setting("2024-08-01")
    named = make("second as a share of GDP", "2", "count", kind="rank", who="EST")
    assert read(named, here)[0].formulas == ("rank(defence_share_gdp[NATO, 2024], EST)",)
    unnamed = make("second-biggest spender", "2", "count", kind="rank", who="EST")
    assert read(unnamed, here)[0].formulas == ("rank(defence_expenditure[NATO, 2024], EST)",)


def test_the_least_is_counted_from_the_bottom(make, setting) -> None:
    claim = make("the lowest share of GDP", "1", "count", kind="rank", who="ESP")
    assert read(claim, setting("2024-08-01"))[0].formulas == ("lowest(defence_share_gdp[NATO, 2024], ESP)",)


def test_a_group_has_no_place(make, setting) -> None:
    assert not fits(make("first", "1", "count", kind="rank", who="NATO_EUROPE"), setting("2024-08-01"))


def test_words_of_size_are_not_missed_by_the_share_of_gdp(make, setting) -> None:
    here = setting("2024-04-11")
    of_size = read(make("the second largest spender", "2", "count", kind="rank", who="GBR"), here)
    of_order = read(make("the second spender", "2", "count", kind="rank", who="GBR"), here)
    assert {query.indicator for query in of_size if not query.may_contradict} == {"defence_share_gdp"}
    assert all(query.may_contradict for query in of_order)


@pytest.mark.parametrize(
    ("lang", "text", "verdict"),
    [
        ("en", "Spain spends less on defence, as a share of GDP, than any other ally.", "supported"),
        ("en", "Poland spends less on defence, as a share of GDP, than any other ally.", "contradicted"),
        ("en", "Norway spends less than all other allies as a share of GDP.", "contradicted"),
        ("fr", "Aucun allié ne consacre une part plus faible de son PIB à la défense que l'Espagne.", "supported"),
        ("fr", "Aucun allié ne consacre une part plus faible de son PIB à la défense que la Pologne.", "contradicted"),
        ("fr", "L'Espagne dépense moins que tous les autres alliés en pourcentage du PIB.", "supported"),
    ],
)
def test_less_than_any_other_is_the_last_place(lang: str, text: str, verdict: str, judge) -> None:
    assert judge(text, "2024-07-01", lang).verdict == verdict
