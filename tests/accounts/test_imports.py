from __future__ import annotations

import importlib.util
import io
import os
import shutil
import signal
import subprocess
import sys
import zipfile
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from quotepart.accounts.account import open_account
from quotepart.accounts.imports import Import, prepare_import, save_import
from quotepart.accounts.sources import archive
from quotepart.errors import SourceError, UsageError
from quotepart.model.pact import Pact
from quotepart.pacts.load import load_pact

HERE = Path(__file__).parent
Sheets = dict[str, list[list[Any]]]


def _builders() -> ModuleType:
    """The makers of official files that the tests of readers use."""
    spec = importlib.util.spec_from_file_location("builders", HERE / "sources" / "conftest.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


BUILDERS = _builders()


@pytest.fixture(scope="module")
def pact() -> Pact:
    return load_pact(HERE.parent / "pact")


@pytest.fixture
def later(tmp_path: Path) -> Path:
    """The League's workbook of a year later: one year more, one figure revised, one far beyond the usual."""
    sheets = BUILDERS.fleet_sheets()
    for name, rows in sheets.items():
        head = next(row for row in rows if 2013 in row)
        for row in rows:
            if len(row) > 10 and row is not head:
                row.append(row[-1])
        head[-1:] = [2024, "2025e"]
        sheets[name] = rows
    sheets["Contributions"][5][12] = 1400.0
    sheets["Contributions"][9][12] = 600.0
    sheets["Contributions"][10][12] = 5674 + 17 + 345.0
    sheets["Contributions"][12][12] = 1340.0
    sheets["Contributions"][16][12] = 574.0
    sheets["Contributions"][17][12] = 5427 + 17 + 330.0
    sheets["Shares (2020)"][2][12] = 1.07
    sheets["Shares (2020)"][6][12] = 1.53
    return Path(BUILDERS.write_workbook(tmp_path / "fleet-2025-05-08.xlsx", sheets))


@pytest.fixture
def same(tmp_path: Path) -> Path:
    return Path(BUILDERS.write_workbook(tmp_path / "fleet-2024-05-08.xlsx", BUILDERS.fleet_sheets()))


def saved(pact: Pact, file: Path, folder: Path, **changes: Any) -> Import:
    prepared = prepare_import(pact, "fleet", file, imports=folder, **changes)
    save_import(prepared, folder)
    return prepared


def files_in(folder: Path) -> dict[str, bytes]:
    return {str(file.relative_to(folder)): file.read_bytes() for file in folder.rglob("*") if file.is_file()}


def test_a_file_becomes_an_edition_beside_the_pacts_own(pact: Pact, later: Path, tmp_path: Path) -> None:
    prepared = saved(pact, later, tmp_path / "own")
    account = open_account(pact, tmp_path / "own")
    edition = account.edition("league:2025-05-08")
    assert (edition.title, edition.years, edition.price_base) == (
        "Contributions to the common fleet (2013-2025)",
        (2013, 2025),
        2020,
    )
    seen = account.observe("SYL", "fleet_contribution", 2023, edition=edition)
    assert seen is not None
    assert (seen.value, seen.status, seen.step) == (Decimal(1_400_000_000), "final", Decimal(1_000_000))
    source = account.source(seen)
    assert (source.publisher, source.place, source.citable) == ("League of the White Sea", "Table 1", True)
    assert source.via == f"{later.name}, SHA-256 {prepared.official.sha256}"
    total = account.total("LEAGUE", "fleet_contribution", 2025, edition=edition)
    assert (total.status, total.printed is not None) == ("estimate", True)


def test_what_changed_since_the_edition_before_is_shown(pact: Pact, later: Path, tmp_path: Path) -> None:
    prepared = prepare_import(pact, "fleet", later, imports=tmp_path)
    assert prepared.before is not None
    assert prepared.before.before.id == "league:2024-05-08"
    revised = {(each.entity, each.basis): each for each in prepared.before.changes if each.kind == "revised"}
    assert round(revised["SYL", "current"].size or 0, 4) == Decimal("0.0123")
    outliers = {(each.entity, each.period) for each in prepared.before.outliers}
    assert ("SAT", "2023") in outliers
    assert ("SYL", "2023") not in outliers
    assert prepared.before.count("new") == 29
    assert (prepared.held, prepared.is_known) == (None, False)
    assert files_in(tmp_path / "own") == {}, "nothing is written before it is saved"


def test_the_edition_that_the_pact_holds_is_recognised(pact: Pact, same: Path, tmp_path: Path) -> None:
    prepared = saved(pact, same, tmp_path / "own")
    assert prepared.is_known
    assert prepared.before is not None
    assert prepared.before.before.id == "league:2023-05-10"
    own, imported = open_account(pact), open_account(pact, tmp_path / "own")
    assert imported.edition("league:2024-05-08").is_imported
    for indicator in ("fleet_contribution", "income", "fleet_share_income"):
        for basis in pact.indicators[indicator].bases:
            for member in pact.members:
                one, other = (
                    [
                        (each.year, each.value, each.status)
                        for each in account.series(member, indicator, edition="league:2024-05-08", basis=basis)
                    ]
                    for account in (own, imported)
                )
                assert one == other


def test_the_same_bytes_leave_the_same_bytes(pact: Pact, later: Path, tmp_path: Path) -> None:
    saved(pact, later, tmp_path / "own")
    before = files_in(tmp_path / "own")
    assert saved(pact, later, tmp_path / "own").is_known
    assert files_in(tmp_path / "own") == before
    saved(pact, later, tmp_path / "other")
    assert files_in(tmp_path / "other") == before


def test_an_import_changes_nothing_that_was_known_before_its_day(pact: Pact, later: Path, tmp_path: Path) -> None:
    saved(pact, later, tmp_path / "own")
    day = date(2025, 5, 7)
    own, imported = open_account(pact), open_account(pact, tmp_path / "own")
    assert imported.editions(known_on=day) == own.editions(known_on=day)
    asked = ("fleet_contribution", ["SYL"], [2023])
    assert imported.choose_edition(*asked, known_on=day) == own.choose_edition(*asked, known_on=day)
    assert (
        imported.choose_edition(*asked, known_on=date(2025, 5, 8)).edition
        != own.choose_edition(*asked, known_on=day).edition
    )


def test_parts_of_one_edition_come_together(pact: Pact, tmp_path: Path) -> None:
    head = "Last updated,2024-03-01\nName,Code,Series,2022,2023,Estimates start after\n"
    for name, series in (("crews", "CRW"), ("incomes", "INC"), ("crews", "CRW")):
        rows = "".join(f"x,{member},{series},10,20,2022\n" for member in pact.members)
        (tmp_path / f"{name}.csv").write_text(head + rows, encoding="utf-8")
        prepared = prepare_import(pact, "statistics", tmp_path / f"{name}.csv", imports=tmp_path / "own")
        save_import(prepared, tmp_path / "own")
    account = open_account(pact, tmp_path / "own")
    edition = account.edition("office:2024-03-01")
    assert {source.id: source.via.partition(",")[0] for source in edition.sources} == {
        "office:2024-03-01/incomes": "incomes.csv",
        "office:2024-03-01/crews": "crews.csv",
    }
    seen = [account.observe("SYL", indicator, 2023, edition=edition) for indicator in ("crew", "income")]
    assert [each and (each.value, each.status) for each in seen] == [
        (Decimal(20_000), "estimate"),
        (Decimal(20), "estimate"),
    ]


def test_those_outside_the_pact_can_be_looked_up(pact: Pact, tmp_path: Path) -> None:
    rows = "".join(f"x,{entity},CRW,10,20,2022\n" for entity in (*pact.members, "RUR"))
    (tmp_path / "a.csv").write_text(
        "Last updated,2024-03-01\nName,Code,Series,2022,2023,Estimates start after\n" + rows, encoding="utf-8"
    )
    folder = Path(shutil.copytree(HERE.parent / "pact", tmp_path / "pact"))
    readers = folder / "readers" / "statistics.toml"
    readers.write_text(
        readers.read_text(encoding="utf-8").replace("[places]", '[labels]\n"RUR" = "RUR"\n[places]'), encoding="utf-8"
    )
    copy = load_pact(folder)
    save_import(prepare_import(copy, "statistics", tmp_path / "a.csv"), tmp_path / "own")
    account = open_account(copy, tmp_path / "own")
    edition = account.edition("office:2024-03-01")
    assert edition.others == ("RUR",)
    total = account.total("RUR", "crew", 2023, edition=edition)
    assert (total.value, account.find_entity("rur")) == (Decimal(20_000), "RUR")
    assert account.total("LEAGUE", "crew", 2023, edition=edition).value == 20_000 * len(pact.members)


def test_a_series_that_the_file_lacks_stays_with_where_it_was_printed(pact: Pact, same: Path, tmp_path: Path) -> None:
    saved(pact, same, tmp_path / "own")
    saved(pact, same, tmp_path / "own")
    account = open_account(pact, tmp_path / "own")
    seen = account.observe("SYL", "crew", 2023, edition="league:2024-05-08")
    assert seen is not None
    assert seen == open_account(pact).observe("SYL", "crew", 2023, edition="league:2024-05-08")
    assert account.source(seen).via == ""


def test_an_unknown_source_is_said(pact: Pact, same: Path) -> None:
    with pytest.raises(UsageError, match="known sources: fleet, statistics"):
        prepare_import(pact, "fleets", same)


# Bad files: each is refused with a clear word, and the accounts stay as they were.


def truncated(file: Path) -> bytes:
    return file.read_bytes()[: file.stat().st_size // 2]


def rewritten(file: Path, change: Callable[[Sheets], None]) -> bytes:
    sheets = BUILDERS.fleet_sheets()
    change(sheets)
    return Path(BUILDERS.write_workbook(file.with_name("changed.xlsx"), sheets)).read_bytes()


def with_renamed_sheets(sheets: Sheets) -> None:
    sheets["Receipts"] = sheets.pop("Contributions")


def with_swapped_headings(sheets: Sheets) -> None:
    years = sheets["Contributions"][3]
    years[4], years[5] = years[5], years[4]


def with_swapped_columns(sheets: Sheets) -> None:
    for row in sheets["Contributions"][5:]:
        if len(row) > 8:
            row[3], row[9] = row[9], row[3]


def with_text_in_numbers(sheets: Sheets) -> None:
    sheets["Incomes"][5][4] = "98,105"


def with_a_formula(sheets: Sheets) -> None:
    sheets["Contributions"][10][2] = "=SUM(C6:C10)"


def with_a_wrong_year(sheets: Sheets) -> None:
    sheets["Contributions"][3][6] = 2071


def with_a_double_row(sheets: Sheets) -> None:
    sheets["Incomes"].insert(6, list(sheets["Incomes"][5]))


def bomb(file: Path) -> bytes:
    raw = io.BytesIO()
    with zipfile.ZipFile(file) as before, zipfile.ZipFile(raw, "w", zipfile.ZIP_DEFLATED) as after:
        for part in before.infolist():
            after.writestr(part.filename, before.read(part))
        after.writestr("xl/worksheets/sheet9.xml", b"0" * (4 * archive.MEGABYTE))
    return raw.getvalue()


BAD: dict[str, tuple[Callable[[Path], bytes], str]] = {
    "truncated": (truncated, "damaged or cut off"),
    "empty": (lambda file: b"", "the file is empty"),
    "renamed sheets": (lambda file: rewritten(file, with_renamed_sheets), r"no sheet “Contributions”; its sheets are"),
    "swapped headings": (
        lambda file: rewritten(file, with_swapped_headings),
        r"row 4, column E: “2016” stands where 2015",
    ),
    "swapped columns": (lambda file: rewritten(file, with_swapped_columns), "the other tables make it"),
    "text in numbers": (
        lambda file: rewritten(file, with_text_in_numbers),
        r"Incomes, row 6, column E: “98,105” is no number",
    ),
    "formula": (lambda file: rewritten(file, with_a_formula), r"Contributions, row 11, column C: holds a formula"),
    "wrong year": (lambda file: rewritten(file, with_a_wrong_year), r"row 4, column G: “2071” stands where 2017"),
    "double row": (lambda file: rewritten(file, with_a_double_row), r"row 7: “Syldavia” stands twice in this series"),
    "bomb": (bomb, "unpacks to more than 1 MB"),
    "no workbook": (lambda file: b"PK\x03\x04" + os.urandom(2000), "damaged or cut off"),
}


@pytest.mark.parametrize("name", BAD)
def test_a_bad_file_is_refused_and_the_accounts_stay(
    name: str, pact: Pact, later: Path, same: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(archive, "PART_LIMITS", {"xl/worksheets/": archive.MEGABYTE})
    saved(pact, later, tmp_path / "own")
    before = files_in(tmp_path / "own")
    spoil, message = BAD[name]
    file = tmp_path / "bad-2024-05-08.xlsx"
    file.write_bytes(spoil(same))
    with pytest.raises(SourceError, match=message) as caught:
        saved(pact, file, tmp_path / "own")
    assert caught.value.where == file.name
    assert caught.value.hint or "empty" in name
    assert files_in(tmp_path / "own") == before


KILLED = """
import os, signal, sys
from datetime import date
from pathlib import Path
from quotepart.accounts.imports import prepare_import, save_import
from quotepart.pacts.load import load_pact
pact, file, folder, step = load_pact(Path(sys.argv[1])), Path(sys.argv[2]), Path(sys.argv[3]), int(sys.argv[4])
prepared, calls, whole = prepare_import(pact, "fleet", file, imports=folder), [], os.fsync
def sync(at):
    calls.append(at)
    whole(at)
    if len(calls) == step:
        os.kill(os.getpid(), signal.SIGKILL)
os.fsync = sync
save_import(prepared, folder)
"""


@pytest.mark.parametrize("step", [1, 2, 3, 4])
def test_a_process_killed_in_the_middle_leaves_all_or_nothing(
    step: int, pact: Pact, later: Path, same: Path, tmp_path: Path
) -> None:
    folder = tmp_path / "own"
    saved(pact, same, folder)
    command = [sys.executable, "-c", KILLED, str(pact.folder), str(later), str(folder), str(step)]
    assert subprocess.run(command, timeout=60).returncode == -signal.SIGKILL
    account = open_account(pact, folder)
    account.read_all()
    is_there = "league:2025-05-08" in account.pact.editions
    assert is_there == (step == 4), "only once its source file is in its place"
    assert account.edition("league:2024-05-08").is_imported
    saved(pact, later, folder)
    open_account(pact, folder).read_all()
