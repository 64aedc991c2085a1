from __future__ import annotations

from datetime import date

import pytest

from quotepart.dossier.outlook.comparison import comparison_rows, comparison_table
from quotepart.dossier.outlook.tables import Telling
from quotepart.outlook.ahead import Wish
from quotepart.wording.wording import find_wording
from quotepart.workspace import Workspace

ENGLISH = find_wording("en")


@pytest.fixture(scope="module")
def compared() -> dict[str, Telling]:
    workspace = Workspace.open()
    wishes = {"pledge": Wish(draws=500), "trend": Wish(draws=500, scenario="trend", gdp_growth=1.0)}
    known_on = date(2026, 8, 1)
    return {
        title: Telling(
            outlook=workspace.outlook((), known_on=known_on, wish=wish), names=lambda id: id.lower(), wording=ENGLISH
        )
        for title, wish in wishes.items()
    }


def test_each_scenario_has_its_column(compared: dict[str, Telling]) -> None:
    table = comparison_table(compared, ENGLISH)
    assert [head.words for head in table.heads] == ["scenario", "pledge", "trend"]
    rows = {label: cells for label, *cells in table.rows}
    assert rows["growth of GDP a year"] == ["estimated", "1%"]
    assert rows["course"] == ["pledge", "trend"]
    assert "–" not in {cell for cells in rows.values() for cell in cells}


def test_the_rows_for_programs_say_the_same(compared: dict[str, Telling]) -> None:
    pledge, trend = comparison_rows(compared)
    assert (pledge["scenario"], trend["supposed_growth"]) == ("pledge", 1.0)
    assert pledge["expected_members"] > trend["expected_members"]
    assert 0 <= trend["all_members"] <= pledge["all_members"] <= 1
