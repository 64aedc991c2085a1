from __future__ import annotations

import json
from datetime import date

import pytest

from quotepart.accounts.account import Account, open_account
from quotepart.cli.measure_tables import measure_as_json, name_as_json, parts_of_measures, table_of_names
from quotepart.cli.output import Table
from quotepart.measures.compute import compute
from quotepart.measures.find import find_measures
from quotepart.model.pact import Pact

JUNE_2024 = date(2024, 7, 1)


@pytest.fixture(scope="module")
def account(nato_pact: Pact) -> Account:
    return open_account(nato_pact)


def names(id: str) -> str:
    return {"USA": "United States"}.get(id, id)


def test_one_year_is_a_table_of_rows_and_columns(account: Account) -> None:
    found = compute(account, "theil", years=[2024], known_on=JUNE_2024)
    table, *notes = parts_of_measures(found, names, "en")
    assert isinstance(table, Table)
    assert table.title == "Inequality of effort (Theil), NATO, 2024e, 0.0436"
    assert [row[0] for row in table.rows] == [
        "total", "between the largest and the others", "among all but United States",
    ]  # fmt: skip
    assert any("nato:2024-06-17" in str(note) for note in notes)


def test_several_years_are_a_table_of_years(account: Account) -> None:
    found = compute(account, "at_target", years=range(2022, 2025), known_on=JUNE_2024)
    table = next(parts_of_measures(found, names, "fr"))
    assert isinstance(table, Table)
    assert table.rows == [("2022", "7"), ("2023e", "10"), ("2024e", "23")]


def test_without_a_headline_years_show_every_row(account: Account) -> None:
    found = compute(account, "shares", years=[2023, 2024], known_on=JUNE_2024)
    table = next(parts_of_measures(found, names, "en"))
    assert isinstance(table, Table)
    assert "United States" in table.columns
    assert len(table.rows) == 2


def test_the_members_without_a_figure_are_named(account: Account) -> None:
    found = compute(account, "hhi", years=[2025], edition="nato:2025-08-28", known_on=JUNE_2024)
    assert any("no figure of" in str(part) and "DEU" in str(part) for part in parts_of_measures(found, names, "en"))


def test_json_holds_value_rows_and_every_input(account: Account) -> None:
    (found,) = compute(account, "theil", years=[2024], known_on=JUNE_2024)
    shown = json.loads(json.dumps(measure_as_json(found), allow_nan=False))
    assert shown["value"] == found.value
    assert shown["rows"][0] == {"name": "total", "value": found.value, "part_of_total": 100.0}
    assert len(shown["inputs"]) == len(found.inputs)
    assert {"member", "indicator", "year", "value", "unit", "edition", "source"} <= set(shown["inputs"][0])
    assert (shown["definition"], shown["membership"], shown["status"]) == ("standard", "as_published", "estimate")


def test_every_measure_is_listed_in_both_languages() -> None:
    measures = list(find_measures().values())
    assert [row[0] for row in table_of_names(measures, "fr").rows] == list(find_measures())
    assert name_as_json(measures[0], "en")["formula"] == measures[0].formula
