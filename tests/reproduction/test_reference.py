"""Every value of the tables, as it stands in the reference folder beside the checkout, and nothing but these."""

from __future__ import annotations

import csv
import re
from decimal import Decimal
from pathlib import Path

import pytest

from quotepart.accounts.account import Account

SERIES = {
    "defexp_nc_constant": ("defence_expenditure_national", "constant"),
    "defexp_nc_current": ("defence_expenditure_national", "current"),
    "defexp_usd_current": ("defence_expenditure", "current"),
    "defexp_usd_constant": ("defence_expenditure", "constant"),
    "defexp_usd_reported_bn": ("defence_expenditure_reported", "current"),
    "defexp_share_gdp_pct": ("defence_share_gdp", "constant"),
    "defexp_real_change_pct": ("real_change", "constant"),
    "defexp_per_capita": ("defence_per_head", "constant"),
    "gdp_per_capita": ("gdp_per_head", "constant"),
    "gdp_usd_current": ("gdp", "current"),
    "gdp_usd_constant": ("gdp", "constant"),
    "military_personnel": ("personnel", "current"),
    "equipment_share_pct": ("equipment_share", "current"),
    "personnel_share_pct": ("personnel_share", "current"),
    "infrastructure_share_pct": ("infrastructure_share", "current"),
    "other_share_pct": ("other_share", "current"),
}
SCALE = {"gdp_per_capita": 1000, "military_personnel": 1000, "defexp_usd_reported_bn": 10**9}
MILLIONS = ("defexp_nc", "defexp_usd_c", "gdp_usd")
MACRO = {
    "wb_gdp_usd_constant": ("gdp", "constant", 1),
    "wb_gdp_usd_current": ("gdp", "current", 1),
    "wb_population": ("population", "current", 1),
    "wb_ppp_conversion": ("ppp_rate", "current", 1),
    "weo_gdp_usd_current": ("gdp", "current", 10**9),
    "weo_gdp_nc_current": ("gdp_national", "current", 10**9),
    "weo_gdp_nc_constant": ("gdp_national", "constant", 10**9),
    "weo_gdp_ppp": ("gdp_ppp", "current", 10**9),
    "weo_gdp_real_growth_pct": ("gdp_growth", "constant", 1),
    "weo_gdp_deflator": ("gdp_deflator", "current", 1),
    "weo_population": ("population", "current", 10**6),
    "weo_govt_gross_debt_pct_gdp": ("debt_share_gdp", "current", 1),
    "weo_govt_net_lending_pct_gdp": ("balance_share_gdp", "current", 1),
    "weo_govt_primary_net_lending_pct_gdp": ("primary_balance_share_gdp", "current", 1),
    "weo_govt_expenditure_pct_gdp": ("government_expenditure_share_gdp", "current", 1),
    "weo_govt_revenue_pct_gdp": ("government_revenue_share_gdp", "current", 1),
}
REMARK = r" \((not citable|file index id \d+|data model|transcribed from the stored text)\)"
STATUS = {"actual": "final", "estimate": "estimate", "projection": "projection"}

pytestmark = pytest.mark.shared


def rows_of(shared: Path, file: str) -> list[dict[str, str]]:
    with (shared / "reference" / "accounts" / file).open(encoding="utf-8") as lines:
        return list(csv.DictReader(lines))


def test_natos_figures_are_all_there_as_they_stand(shared: Path, account: Account) -> None:
    rows = rows_of(shared, "defence_expenditure.csv")
    for row in rows:
        name = row["indicator"]
        indicator, basis = SERIES[name]
        scale = 10**6 if name.startswith(MILLIONS) else SCALE.get(name, 1)
        entity = "EUROPE_CANADA" if row["iso3"] == "NATO_EUR_CAN" else row["iso3"]
        seen = account.observe(
            entity, indicator, int(row["year"]), edition=f"nato:{row['edition']}", basis=basis, with_uncitable=True
        )
        assert seen is not None, row
        assert seen.value == Decimal(row["value"]) * scale, row
        assert (seen.status, seen.basis) == (STATUS[row["status"]], basis), row
        source = account.source(seen)
        assert (source.citable, source.url) == (row["citable"] == "yes", row["source_url"]), row
        assert re.sub(REMARK, "", source.via) == re.sub(REMARK, "", row["via"]), row
    assert count_of(account, "nato") >= len(rows)


def test_macro_figures_are_as_they_stand(shared: Path, account: Account) -> None:
    producers = {"wb": "worldbank", "weo": "imf"}
    seen = 0
    for row in rows_of(shared, "macro.csv"):
        series = MACRO.get(row["indicator"])
        producer = producers[row["indicator"].partition("_")[0]]
        first = {"worldbank": 1990, "imf": 2000}[producer]
        if series is None or row["iso3"] not in account.pact.members or int(row["year"]) < first:
            continue
        indicator, basis, scale = series
        found = account.observe(
            row["iso3"], indicator, int(row["year"]), edition=f"{producer}:{row['edition']}", basis=basis
        )
        assert found is not None, row
        assert (found.value, found.status) == (Decimal(row["value"]) * scale, STATUS[row["status"]]), row
        seen += 1
    assert seen == count_of(account, "worldbank") + count_of(account, "imf")


def count_of(account: Account, producer: str) -> int:
    """How many values the tables of a producer hold."""
    return sum(
        len(account.series(entity, name, edition=edition, basis=basis, with_uncitable=True))
        for edition in account.editions()
        if edition.producer == producer
        for name, indicator in account.pact.indicators.items()
        for basis in indicator.bases
        for entity in (*account.pact.members, "NATO", "EUROPE_CANADA")
    )
