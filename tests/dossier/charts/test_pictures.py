from __future__ import annotations

from datetime import date

import pytest

from quotepart.accounts.account import Account, open_account
from quotepart.accounts.revision_table import revision_rows
from quotepart.accounts.series import known_series
from quotepart.dossier.charts.pictures import Pictures, source_of
from quotepart.errors import UsageError
from quotepart.measures.compute import compute
from quotepart.model.pact import Pact

JUNE_2024 = date(2024, 7, 1)


@pytest.fixture(scope="module")
def account(nato_pact: Pact) -> Account:
    return open_account(nato_pact)


def rows_of(account: Account, *members: str, years: range):
    return [
        row
        for member in members
        for row in known_series(account, member, "defence_share_gdp", known_on=JUNE_2024, years=years)
    ]


def marks_of(spec: dict) -> set[str]:
    return {layer["mark"]["type"] for layer in spec["layer"]}


def test_the_chart_that_fits_is_drawn(account: Account) -> None:
    pictures = Pictures(account)
    assert "bar" in marks_of(pictures.series(rows_of(account, "FRA", "POL", years=range(2024, 2025))))
    assert "line" in marks_of(pictures.series(rows_of(account, "FRA", "POL", years=range(2014, 2025))))
    many = [member for member in account.pact.members if member != "ISL"]
    assert "rect" in marks_of(pictures.series(rows_of(account, *many, years=range(2022, 2025))))


def test_publisher_title_and_day_are_named_in_the_readers_language(account: Account) -> None:
    spec = Pictures(account).series(rows_of(account, "FRA", years=range(2024, 2025)), language="fr")
    caption = " ".join(spec["layer"][-1]["mark"]["text"])
    assert "NATO, Defence Expenditure of NATO Countries (2014-2024), 17 juin 2024" in caption


def test_an_unknown_kind_and_nothing_at_all_are_errors(account: Account) -> None:
    pictures = Pictures(account)
    with pytest.raises(UsageError, match="no chart “pie”") as error:
        pictures.series(rows_of(account, "FRA", years=range(2024, 2025)), kind="pie")
    assert "slope" in error.value.hint
    with pytest.raises(UsageError, match="nothing to draw"):
        pictures.series([])


def test_every_source_of_a_measure_is_named(account: Account) -> None:
    found = compute(account, "theil", years=[2026], known_on=date(2026, 11, 1))
    caption = " ".join(Pictures(account).measure(found)["layer"][-1]["mark"]["text"])
    assert "NATO" in caption
    assert "International Monetary Fund" in caption
    assert source_of(account, ["nato:2024-06-17", "nato:2024-06-17"], lambda id: id) == "NATO, nato:2024-06-17"


def test_revisions_name_how_many_editions_and_of_whom(account: Account) -> None:
    rows = revision_rows(account, "defence_share_gdp")
    caption = " ".join(Pictures(account).revisions(rows)["layer"][-1]["mark"]["text"])
    assert "editions of NATO" in caption
    assert Pictures(account).names("fr")("POL") == "Pologne"
