from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path

from quotepart.model.pact import Pact
from quotepart.pacts.faults import Faults
from quotepart.pacts.head import read_groups, read_indicators


def test_conventions_say_how_the_pact_counts(tiny_pact: Pact) -> None:
    conventions = tiny_pact.conventions
    assert (conventions.whole, conventions.main_indicator, conventions.currency) == (
        "LEAGUE",
        "fleet_contribution",
        "CHF",
    )
    assert conventions.price_bases == ((date(2013, 1, 1), 2012), (date(2024, 1, 1), 2020))
    assert conventions.price_base_on(date(2012, 12, 31)) is None
    assert conventions.base_years == (2013,)
    assert set(conventions.base_year_reasons[2013]) == {"en", "fr"}
    assert conventions.pledge_indicators["ship_share"] == "ship_share"


def test_priors_carry_weight_and_reason(tiny_pact: Pact) -> None:
    first, second = tiny_pact.priors
    assert (first.operation, first.when, first.reading, first.weight) == (
        "added_spending",
        "unsaid",
        "nominal",
        Decimal("0.6"),
    )
    assert second.weight == Decimal("0.4")
    assert all(set(prior.reason) == {"en", "fr"} for prior in tiny_pact.priors)


def groups_of(folder: Path, text: str) -> tuple[object, list[str]]:
    (folder / "groups.toml").write_text(text, encoding="utf-8")
    faults = Faults()
    return read_groups(folder, ["SYL", "BOR"], faults), faults.found


def test_a_group_is_all_but_some_or_those_of_a_list(tmp_path: Path) -> None:
    groups, faults = groups_of(
        tmp_path,
        '[ALL]\nentity = "Total"\n[REST]\nwithout = ["BOR"]\n[TWO]\nmembers = ["SYL"]\n[TWO.since]\nBOR = 2020-01-01\n',
    )
    assert faults == []
    assert isinstance(groups, dict)
    assert groups["ALL"].entity == "Total"
    assert groups["REST"].without == {"BOR"}
    assert groups["TWO"].since == {"SYL": date.min, "BOR": date(2020, 1, 1)}


def test_a_group_of_strangers_or_with_the_name_of_a_member_is_refused(tmp_path: Path) -> None:
    _, faults = groups_of(tmp_path, '[BOR]\nwithout = ["ZIL"]\n')
    assert faults == [
        "groups.toml, BOR.without: “ZIL” is no member of this pact",
        "groups.toml, BOR: is the id of a member; a group needs its own",
    ]


def test_an_indicator_without_more_words_is_a_plain_number(tmp_path: Path) -> None:
    (tmp_path / "indicators.toml").write_text('[ships]\nunit = "count"\n', encoding="utf-8")
    faults = Faults()
    ships = read_indicators(tmp_path, faults)["ships"]
    assert faults.found == []
    assert (ships.kind, ships.digits, ships.scale, ships.factor, ships.bases) == ("none", 0, 1, 1, ("current",))


def test_indicators_of_nato_are_those_that_people_ask_for(nato_pact: Pact) -> None:
    asked = {
        "defence_expenditure", "defence_share_gdp", "real_change", "defence_per_head", "gdp", "gdp_per_head", "personnel",
        "equipment_share", "personnel_share", "infrastructure_share", "other_share", "population", "debt_share_gdp",
    }  # fmt: skip
    assert asked <= set(nato_pact.indicators)
