"""Official files read again: NATO's and SIPRI's workbooks as published, and other producers' figures turned into their layout.

The workbooks are real: importing them must give the reference rows. Of the World Bank, the IMF and the Kiel Institute no file is
at hand: their reference rows are written out in the published layout and must come back as they were.
"""

from __future__ import annotations

import csv
import zipfile
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from quotepart.accounts.account import Account, open_account
from quotepart.accounts.imports import Import, prepare_import, save_import
from quotepart.model.observation import Basis, Observation
from quotepart.model.pact import Pact

pytestmark = pytest.mark.shared
Row = dict[str, str]
Opened = tuple[Import, Account]

NATO_SERIES: Mapping[str, tuple[str, Basis, int]] = {
    "defexp_nc_current": ("defence_expenditure_national", "current", 10**6),
    "defexp_nc_constant": ("defence_expenditure_national", "constant", 10**6),
    "defexp_usd_current": ("defence_expenditure", "current", 10**6),
    "defexp_usd_constant": ("defence_expenditure", "constant", 10**6),
    "defexp_share_gdp_pct": ("defence_share_gdp", "constant", 1),
    "defexp_real_change_pct": ("real_change", "constant", 1),
    "defexp_per_capita": ("defence_per_head", "constant", 1),
    "gdp_per_capita": ("gdp_per_head", "constant", 1000),
    "gdp_usd_current": ("gdp", "current", 10**6),
    "gdp_usd_constant": ("gdp", "constant", 10**6),
    "military_personnel": ("personnel", "current", 1000),
    "equipment_share_pct": ("equipment_share", "current", 1),
    "personnel_share_pct": ("personnel_share", "current", 1),
    "infrastructure_share_pct": ("infrastructure_share", "current", 1),
    "other_share_pct": ("other_share", "current", 1),
}
SIPRI_SERIES: Mapping[str, tuple[str, Basis, int]] = {
    "milex_usd_current": ("military_expenditure", "current", 10**6),
    "milex_usd_constant": ("military_expenditure", "constant", 10**6),
    "milex_share_gdp_pct": ("military_share_gdp", "current", 1),
    "milex_per_capita": ("military_per_head", "current", 1),
    "milex_share_govt_pct": ("military_share_government", "current", 1),
}
WORLD_BANK: Mapping[str, tuple[str, str, str, Basis]] = {
    "wb_gdp_usd_current": ("NY.GDP.MKTP.CD", "GDP (current US$)", "gdp", "current"),
    "wb_gdp_usd_constant": ("NY.GDP.MKTP.KD", "GDP (constant 2015 US$)", "gdp", "constant"),
    "wb_population": ("SP.POP.TOTL", "Population, total", "population", "current"),
    "wb_ppp_conversion": ("PA.NUS.PPP", "PPP conversion factor, GDP", "ppp_rate", "current"),
}
WEO: Mapping[str, tuple[str, str, Basis, int, str]] = {
    "weo_gdp_usd_current": ("NGDPD", "gdp", "current", 10**9, "U.S. dollars"),
    "weo_gdp_nc_current": ("NGDP", "gdp_national", "current", 10**9, "National currency"),
    "weo_gdp_nc_constant": ("NGDP_R", "gdp_national", "constant", 10**9, "National currency"),
    "weo_gdp_ppp": ("PPPGDP", "gdp_ppp", "current", 10**9, "Purchasing power parity; international dollars"),
    "weo_gdp_real_growth_pct": ("NGDP_RPCH", "gdp_growth", "constant", 1, "Percent change"),
    "weo_gdp_deflator": ("NGDP_D", "gdp_deflator", "current", 1, "Index"),
    "weo_population": ("LP", "population", "current", 10**6, "Persons"),
    "weo_govt_gross_debt_pct_gdp": ("GGXWDG_NGDP", "debt_share_gdp", "current", 1, "Percent of GDP"),
    "weo_govt_net_lending_pct_gdp": ("GGXCNL_NGDP", "balance_share_gdp", "current", 1, "Percent of GDP"),
    "weo_govt_primary_net_lending_pct_gdp": (
        "GGXONLB_NGDP",
        "primary_balance_share_gdp",
        "current",
        1,
        "Percent of GDP",
    ),
    "weo_govt_expenditure_pct_gdp": ("GGX_NGDP", "government_expenditure_share_gdp", "current", 1, "Percent of GDP"),
    "weo_govt_revenue_pct_gdp": ("GGR_NGDP", "government_revenue_share_gdp", "current", 1, "Percent of GDP"),
}
STATUS = {"actual": "final", "estimate": "estimate", "projection": "projection"}
AGGREGATES = {"NATO_EUR_CAN": "EUROPE_CANADA"}


def reference(shared: Path, file: str) -> list[Row]:
    with (shared / "reference" / "accounts" / file).open(encoding="utf-8") as lines:
        return list(csv.DictReader(lines))


def imported(pact: Pact, source: str, file: Path, folder: Path, published: date | None = None) -> Opened:
    prepared = prepare_import(pact, source, file, published=published, imports=folder)
    save_import(prepared, folder)
    return prepared, open_account(pact, folder)


def same(seen: Observation | None, row: Row, scale: int) -> bool:
    return seen is not None and (seen.value, seen.status) == (Decimal(row["value"]) * scale, STATUS[row["status"]])


# The real workbooks


def test_natos_workbook_gives_the_reference_rows(shared: Path, account: Account, tmp_path: Path) -> None:
    file = shared / "reference" / "official" / "nato-def-exp-2024-06-17-tables-en.xlsx"
    prepared, own = imported(account.pact, "nato", file, tmp_path)
    rows = [row for row in reference(shared, "defence_expenditure.csv") if row["edition"] == "2024-06-17"]
    edition = own.edition("nato:2024-06-17")
    wrong = [
        row
        for row in rows
        for indicator, basis, scale in [NATO_SERIES[row["indicator"]]]
        if not same(
            own.observe(
                AGGREGATES.get(row["iso3"], row["iso3"]), indicator, int(row["year"]), edition=edition, basis=basis
            ),
            row,
            scale,
        )
    ]
    assert wrong == []
    assert (prepared.values, len(rows)) == (len(rows), 5346)
    assert (edition.is_imported, edition.price_base, edition.years, edition.definition) == (
        True,
        2015,
        (2014, 2024),
        "standard",
    )
    assert prepared.is_known, "the pact's own table holds the same figures"
    assert prepared.held is not None
    assert {each.kind for each in prepared.held.changes} == {"same"}


def test_sipris_workbook_gives_the_reference_rows(shared: Path, account: Account, tmp_path: Path) -> None:
    file = shared / "reference" / "official" / "sipri-milex-1949-2024.xlsx"
    _, own = imported(account.pact, "sipri", file, tmp_path, date(2025, 4, 28))
    rows = [row for row in reference(shared, "sipri_milex.csv") if row["edition"] == "2025-04-28"]
    edition = own.edition("sipri:2025-04-28")
    expected = {(*SIPRI_SERIES[row["indicator"]], row["iso3"], int(row["year"])): row for row in rows}
    wrong = [
        row
        for (indicator, basis, scale, entity, year), row in expected.items()
        if not same(own.observe(entity, indicator, year, edition=edition, basis=basis), row, scale)
    ]
    assert (wrong, len(expected)) == ([], 11078)
    more = [
        (indicator, entity, each.year)
        for indicator, basis, scale in SIPRI_SERIES.values()
        for entity in {row["iso3"] for row in rows}
        for each in own.series(entity, indicator, edition=edition, basis=basis)
        if (indicator, basis, scale, entity, each.year) not in expected
    ]
    assert more == []
    assert (edition.price_base, edition.definition, len(edition.others)) == (2023, "sipri", 49)


@pytest.mark.parametrize("source", ["nato", "sipri"])
def test_a_workbook_cut_off_anywhere_is_refused(source: str, shared: Path, account: Account, tmp_path: Path) -> None:
    name = {"nato": "nato-def-exp-2024-06-17-tables-en.xlsx", "sipri": "sipri-milex-1949-2024.xlsx"}[source]
    raw = (shared / "reference" / "official" / name).read_bytes()
    file = tmp_path / "cut-2025-04-28.xlsx"
    for share in (0.1, 0.5, 0.99):
        file.write_bytes(raw[: int(len(raw) * share)])
        with pytest.raises(Exception, match="damaged or cut off"):
            prepare_import(account.pact, source, file)


def test_explaining_puts_sipri_beside_nato(shared: Path, account: Account, tmp_path: Path) -> None:
    from quotepart.accounts.explanation import explain

    file = shared / "reference" / "official" / "sipri-milex-1949-2024.xlsx"
    _, own = imported(account.pact, "sipri", file, tmp_path, date(2025, 4, 28))
    found = explain(own, "GBR", "defence_expenditure", 2019, known_on=date(2026, 12, 31))
    beside = next(each for each in found.comparisons if each.second.producer == "sipri")
    assert [part.cause for part in beside.parts] == ["exchange_rate", "fiscal_year", "definition"]
    # British military expenditure of 2019 by SIPRI: 44.35 billion pounds in the calendar year, 45.07 in the fiscal one.
    assert round(beside.parts[1].factor or 0, 3) == Decimal("0.984")


# World Bank


def world_bank_csv(code: str, title: str, rows: Iterable[Row]) -> str:
    """The file that data.worldbank.org offers for one indicator, with the aggregates that it puts among the countries."""
    by_country: dict[str, dict[str, str]] = {}
    for row in rows:
        by_country.setdefault(row["iso3"], {})[row["year"]] = row["value"]
    by_country |= {"WLD": {"2020": "1"}, "EUU": {"2020": "2"}, "AFE": {}}
    years = [str(year) for year in range(1960, 2026)]
    lines = ['"Data Source","World Development Indicators",', "", '"Last Updated Date","2026-03-20",', ""]
    head = ("Country Name", "Country Code", "Indicator Name", "Indicator Code", *years)
    lines.append(",".join(f'"{cell}"' for cell in head) + ",")
    for country, values in sorted(by_country.items()):
        cells = (f"Name of {country}", country, title, code, *(values.get(year, "") for year in years))
        lines.append(",".join(f'"{cell}"' for cell in cells) + ",")
    return "\ufeff" + "\r\n".join(lines) + "\r\n"


@pytest.fixture(scope="module")
def macro(shared: Path) -> list[Row]:
    return reference(shared, "macro.csv")


@pytest.mark.parametrize("name", WORLD_BANK)
def test_world_bank_rows_come_back_from_its_layout(
    name: str, macro: list[Row], account: Account, tmp_path: Path
) -> None:
    code, title, indicator, basis = WORLD_BANK[name]
    rows = [row for row in macro if row["indicator"] == name]
    path = tmp_path / f"API_{code}_DS2_en_csv_v2_1.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr(f"API_{code}_DS2_en_csv_v2_1.csv", world_bank_csv(code, title, rows))
        packed.writestr(f"Metadata_Country_API_{code}_DS2_en_csv_v2_1.csv", '"Country Code","Region"\r\n')
    prepared, own = imported(account.pact, "worldbank", path, tmp_path / "own")
    edition = own.edition("worldbank:2026-03-20")
    assert (prepared.official.dated, prepared.values) == ("stated", len(rows))
    wrong = [
        row
        for row in rows
        if not same(own.observe(row["iso3"], indicator, int(row["year"]), edition=edition, basis=basis), row, 1)
    ]
    assert wrong == []
    assert edition.price_base == (2015 if basis == "constant" else None)
    assert set(prepared.strangers) == {"WLD", "EUU"}


# International Monetary Fund


def weo_tables(rows: Iterable[Row]) -> dict[tuple[str, str], dict[str, str]]:
    table: dict[tuple[str, str], dict[str, str]] = {}
    for row in rows:
        if row["indicator"] in WEO:
            table.setdefault((row["iso3"], row["indicator"]), {})[row["year"]] = row["value"]
    return table


YEARS = [str(year) for year in range(1980, 2032)]


def weo_tabs(rows: Iterable[Row]) -> bytes:
    """The file that imf.org calls .xls: tabs, UTF-16, thousands with commas, ``n/a`` and ``--``, a line of credit at the end."""
    head = [
        "WEO Country Code",
        "ISO",
        "WEO Subject Code",
        "Country",
        "Subject Descriptor",
        "Subject Notes",
        "Units",
        "Scale",
    ]
    lines = [[*head, "Country/Series-specific Notes", *YEARS, "Estimates Start After"]]
    for (country, name), values in weo_tables(rows).items():
        code, _, _, _, unit = WEO[name]
        numbers = [f"{Decimal(values[year]):,f}" if year in values else "n/a" for year in YEARS]
        words = [f"Name of {country}", "Descriptor", "A note, with a comma", unit, "", ""]
        lines.append(["1", country, code, *words, *numbers, "2024"])
    lines.append(["International Monetary Fund, World Economic Outlook Database, April 2026"])
    return "\r\n".join("\t".join(line) for line in lines).encode("utf-16")


def weo_workbook(path: Path, rows: Iterable[Row]) -> None:
    from openpyxl import Workbook

    book = Workbook()
    sheet = book.active
    sheet.title = "Countries"
    head = [
        "DATASET",
        "SERIES_CODE",
        "COUNTRY.ID",
        "COUNTRY",
        "INDICATOR.ID",
        "INDICATOR",
        "FREQUENCY.ID",
        "SCALE",
        "UNIT",
    ]
    sheet.append([*head, "LATEST_ACTUAL_ANNUAL_DATA", *YEARS])
    for (country, name), values in weo_tables(rows).items():
        code, unit = WEO[name][0], WEO[name][4].replace("National", "Domestic")
        numbers = [float(values[year]) if year in values else None for year in YEARS]
        sheet.append(
            ["IMF.RES:WEO", f"{country}.{code}.A", country, country, code, code, "A", "Units", unit, "2024", *numbers]
        )
    book.save(path)


def weo_sdmx(rows: Iterable[Row]) -> str:
    dimensions = "STRUCTURE[;],STRUCTURE_ID,ACTION,COUNTRY,INDICATOR,FREQUENCY,TIME_PERIOD"
    lines = [f"{dimensions},OBS_VALUE,SCALE,UNIT,LATEST_ACTUAL_ANNUAL_DATA"]
    for row in rows:
        if row["indicator"] in WEO:
            code, _, _, scale, _ = WEO[row["indicator"]]
            value = Decimal(row["value"]) * scale
            lines.append(f"dataflow,IMF.RES:WEO(9.0.0),R,{row['iso3']},{code},A,{row['year']},{value:f},9,XDC,2024")
    return "\n".join(lines) + "\n"


def written(layout: str, rows: list[Row], folder: Path) -> Path:
    path = folder / {"tabs": "WEOApr2026all.xls", "workbook": "WEOApr2026all.xlsx", "sdmx_csv": "weo.csv"}[layout]
    if layout == "tabs":
        path.write_bytes(weo_tabs(rows))
    elif layout == "workbook":
        weo_workbook(path, rows)
    else:
        path.write_text(weo_sdmx(rows), encoding="utf-8")
    return path


@pytest.mark.parametrize("layout", ["tabs", "workbook", "sdmx_csv"])
def test_weo_rows_come_back_from_each_layout(layout: str, macro: list[Row], account: Account, tmp_path: Path) -> None:
    rows = [row for row in macro if row["indicator"] in WEO]
    prepared, own = imported(account.pact, "imf", written(layout, rows, tmp_path), tmp_path / "own", date(2026, 4, 14))
    assert prepared.official.layout == layout
    edition = own.edition("imf:2026-04-14")
    members = [
        row for row in rows if row["iso3"] in account.pact.members or not row["indicator"].startswith("weo_gdp_nc")
    ]
    wrong = [
        row
        for row in members
        for _, indicator, basis, scale, _ in [WEO[row["indicator"]]]
        if not same(own.observe(row["iso3"], indicator, int(row["year"]), edition=edition, basis=basis), row, scale)
    ]
    assert wrong == []
    assert prepared.values == len(members), "national currencies are known of members only"
    assert prepared.held is not None
    assert prepared.held.count("revised") == 0, "the pact holds the same figures since 2000"


# Kiel Institute

KINDS = ("military", "financial", "humanitarian")
DONORS = {
    "EU_INST": "EU (Commission and Council)",
    "EU_EPF": "European Peace Facility",
    "EU_EIB": "European Investment Bank",
}
ENTITIES = {"EU_INST": "EU_INSTITUTIONS", "EU_EPF": "EU_PEACE_FACILITY", "EU_EIB": "EU_INVESTMENT_BANK"}
MONTHS = tuple(date(2022, month, 1).strftime("%B") for month in range(1, 13))
PHASES = ("allocations", "commitments")
HEADINGS = {
    f"{kind} {phase}": f"ukr_{kind.split()[0].lower()}_{phase[:-1]}_cumulative"
    for phase in PHASES
    for kind in ("Financial", "Humanitarian", "Military", "Total bilateral")
}


def kiel_workbook(path: Path, rows: list[Row]) -> None:
    """The tracker's three sheets that are read, as Release 28 lays them out."""
    from openpyxl import Workbook

    book = Workbook()
    for name, lines in (
        ("Bilateral Assistance, MAIN DATA", kiel_activities(rows)),
        ("Country Summary (€)", kiel_summary(rows)),
        ("Financial disb per Month (€)", kiel_months(rows)),
    ):
        sheet = book.create_sheet(name)
        for line in lines:
            sheet.append(line)
    book.save(path)


def kiel_activities(rows: list[Row]) -> Iterator[list[Any]]:
    """Two activities for each monthly sum, and some that count in none."""
    yield ["ID", "donor", "aid_type_general", "measure", "month", "tot_sub_activity_value_EUR_redistr"]
    for row in rows:
        parts = row["indicator"].split("_")
        if parts[-1] == "monthly" and parts[1] in KINDS and row["year"] != "undated":
            year, month = map(int, row["year"].split("-"))
            value, index = Decimal(row["value"]) * 10**9, 12 * (year - 2022) + month
            donor, kind = DONORS.get(row["iso3"], row["iso3"]), f"{parts[1].title()} "
            for share in (Decimal("0.25"), Decimal("0.75")):
                yield ["X1", donor, kind, "Allocation", index, float(value * share)]
    yield ["X2", "Norway", "Military", "Commitment", 5, 9.9e9]
    yield ["X3", "Norway", "Military", "Allocation", 0, 1.1e9]


def kiel_summary(rows: list[Row]) -> Iterator[list[Any]]:
    yield from [["Ukraine Support Tracker"]] * 7
    yield ["Country", "EU member", *HEADINGS]
    found = {
        (row["iso3"], row["indicator"]): float(row["value"]) for row in rows if row["indicator"].endswith("_cumulative")
    }
    for donor in sorted({donor for donor, _ in found}):
        yield [DONORS.get(donor, donor), 0, *(found[donor, name] for name in HEADINGS.values())]
    yield ["Total", None, *(1.0 for _ in HEADINGS)]


def kiel_months(rows: list[Row]) -> Iterator[list[Any]]:
    yield from [["Ukraine Support Tracker"]] * 9
    periods = [date(year, month, 1) for year in range(2022, 2027) for month in range(1, 13)]
    years = [f" ({day.year})" if day.month == 1 and day.year > 2022 else "" for day in periods]
    yield [None, None, None, *(MONTHS[day.month - 1] + year for day, year in zip(periods, years, strict=True))]
    yield [None, "Country", "EU member", *range(1, len(periods) + 1)]
    paid: dict[str, dict[str, str]] = {}
    for row in rows:
        if row["indicator"] == "ukr_budget_support_disbursed_monthly":
            paid.setdefault(row["iso3"], {})[row["year"]] = row["value"]
    for donor, values in paid.items():
        yield [None, DONORS.get(donor, donor), 1, *(float(values.get(f"{day:%Y-%m}", 0)) for day in periods)]
    yield [None, "Hungary", 1, *("No budget support" for _ in periods)]
    yield [None, "Total per month", None, *(9.0 for _ in periods)]


def test_kiels_rows_come_back_from_its_layout(shared: Path, account: Account, tmp_path: Path) -> None:
    rows = reference(shared, "ukraine_support.csv")
    kiel_workbook(tmp_path / "Ukraine_Support_Tracker_Release_28.xlsx", rows)
    prepared, own = imported(
        account.pact, "kiel", tmp_path / "Ukraine_Support_Tracker_Release_28.xlsx", tmp_path / "own", date(2026, 4, 22)
    )
    assert prepared.strangers == ()
    edition = own.edition("kiel:2026-04-22")
    assert [kiel_row for kiel_row in rows if not kiel_is_same(kiel_row, own, edition.id)] == []
    seen = own.observe("NOR", "ukraine_military_aid", 2022, edition=edition)
    months = [each for each in own.months("NOR", "ukraine_military_aid", edition=edition) if each.year == 2022]
    assert seen is not None
    assert abs(seen.value - sum(each.value for each in months)) < 5000
    assert own.source(seen).verification == "derived"


def kiel_is_same(row: Row, own: Account, edition: str) -> bool:
    """Whether a reference row came back; yearly rows by day of announcement and shares of GDP are not read from the workbook."""
    entity, (_, kind, *rest) = ENTITIES.get(row["iso3"], row["iso3"]), row["indicator"].split("_")
    value = Decimal(row["value"]) * 10**9
    if row["year"] == "undated":
        return True
    if row["indicator"].endswith("_monthly"):
        name = "ukraine_budget_support" if kind == "budget" else f"ukraine_{kind}_aid"
        months = {f"{each.year}-{each.month:02}": each.value for each in own.months(entity, name, edition=edition)}
        return abs(months.get(row["year"], Decimal(0)) - value) <= 1000
    if not row["indicator"].endswith("_cumulative"):
        return True
    word = {"allocation": "aid", "commitment": "commitments"}[rest[0]]
    name = f"ukraine_{'' if kind == 'total' else kind + '_'}{word}_to_date"
    seen: Any = own.observe(entity, name, 2026, edition=edition)
    return seen is not None and abs(seen.value - value) <= 1000


def test_kiels_main_sheet_may_come_alone(account: Account, tmp_path: Path) -> None:
    lines = [
        "donor,aid_type_general,measure,month,tot_sub_activity_value_EUR_redistr",
        "Norway,Military,Allocation,2,.",
    ]
    lines += [f"Norway,{kind},Allocation,1,1000000" for kind in ("Military", "Financial", "Humanitarian")]
    (tmp_path / "kiel.csv").write_text("\n".join(lines), encoding="utf-8")
    prepared, own = imported(account.pact, "kiel", tmp_path / "kiel.csv", tmp_path / "own", date(2022, 4, 22))
    assert prepared.official.layout == "main_sheet"
    assert [each.value for each in own.months("NOR", "ukraine_aid", edition="kiel:2022-04-22")] == [Decimal(3_000_000)]
