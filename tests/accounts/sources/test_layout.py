from __future__ import annotations

from collections.abc import Callable
from datetime import date
from decimal import Decimal

from quotepart.accounts.sources.description import find_source
from quotepart.accounts.sources.layout import (
    Found,
    OfficialSource,
    Printed,
    Series,
    Setting,
    members_expected,
    read_series,
)
from quotepart.model.pact import Pact
from quotepart.pacts.faults import Faults
from quotepart.pacts.sections import Section

Make = Callable[[OfficialSource], Setting]
SERIES = Series(indicator="income", basis="current", place="incomes")


def test_a_label_is_kept_as_a_row_once(make_setting: Make, league_pact: Pact) -> None:
    setting, found = make_setting(find_source(league_pact, "fleet")), Found()
    assert setting.entity("Syldavia", SERIES, "A, row 2", found) == "SYL"
    assert setting.entity("Kingdom of Syldavia", SERIES, "A, row 9", found) is None
    assert setting.faults.found == ["A, row 9: “Kingdom of Syldavia” stands twice in this series; first at A, row 2"]
    assert found.rows == {SERIES: {"SYL": "A, row 2"}}


def test_a_stranger_is_a_fault_or_passed_over(make_setting: Make, league_pact: Pact) -> None:
    for name, faults in (("fleet", 1), ("statistics", 0)):
        setting, found = make_setting(find_source(league_pact, name)), Found()
        assert setting.entity("Ruritania", SERIES, "A, row 2", found) is None
        assert (found.strangers, len(setting.faults.found)) == ({"Ruritania": "A, row 2"}, faults)


def test_one_unit_for_all_needs_no_label(make_setting: Make, league_pact: Pact) -> None:
    assert make_setting(find_source(league_pact, "fleet")).unit("SYL", "Khôr", SERIES, "A, row 2") == ""


def test_members_without_such_figures_are_not_expected(league_pact: Pact) -> None:
    assert members_expected(league_pact, "fleet_contribution", date(2024, 5, 8)) == ("SYL", "BOR", "KHE", "PDV", "SAT")
    assert members_expected(league_pact, "income", date(2018, 1, 1)) == ("SYL", "BOR", "KHE", "NUR", "PDV")


def test_a_definition_holds_from_its_day_on(league_pact: Pact) -> None:
    source = find_source(league_pact, "fleet")
    days = (date(2000, 1, 1), date(2025, 12, 31), date(2026, 1, 1))
    assert [source.definition_on(day) for day in days] == ["standard", "standard", "wide"]


def test_a_series_says_what_a_cell_becomes() -> None:
    values: dict[str, object] = {
        "indicator": "income",
        "place": "incomes",
        "times": Decimal("0.5"),
        "scale": 1,
        "decimals": 0,
    }
    series = read_series(Section("a.toml", "", values, Faults()))
    assert (series.basis, series.times, series.decimals, series.scale, series.step) == (
        "current",
        Decimal("0.5"),
        0,
        1,
        None,
    )


def test_a_printed_value_knows_its_year() -> None:
    each = Printed(entity="SYL", series=SERIES, period="2024-05", number=Decimal(1), status="final", unit="", where="")
    assert each.year == 2024
