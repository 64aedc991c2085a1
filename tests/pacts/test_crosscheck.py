from __future__ import annotations

import shutil
from itertools import pairwise
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from quotepart.pacts.crosscheck import check_registers
from quotepart.pacts.faults import Faults
from quotepart.pacts.registers import read_registers
from quotepart.pacts.schema import OFFICES

TINY = Path(__file__).parents[1] / "pact"
GROUPS = ("LEAGUE", "WITHOUT_BORDURIA", "COAST", "SOUTHERN_UNION")


def faults_of(folder: Path) -> list[str]:
    faults = Faults()
    check_registers(read_registers(folder, ("en", "fr"), faults), GROUPS, faults)
    return faults.found


def with_holdings(folder: Path, spans: list[tuple[int, int]]) -> list[str]:
    shutil.copytree(TINY, folder, dirs_exist_ok=True)
    rows = [f"SYL.hos,Holder {n},,,{start},{end},,,,,no,cited," for n, (start, end) in enumerate(spans)]
    (folder / "offices.csv").write_text("\n".join([",".join(OFFICES), *rows]) + "\n", encoding="utf-8")
    return faults_of(folder)


def test_the_registers_of_the_invented_pact_agree() -> None:
    assert faults_of(TINY) == []


def test_unread_tables_are_not_held_against_the_others(tmp_path: Path) -> None:
    shutil.copytree(TINY, tmp_path, dirs_exist_ok=True)
    (tmp_path / "members.csv").unlink()
    (tmp_path / "meetings.csv").unlink()
    (tmp_path / "sources.csv").unlink()
    assert [fault.split(":")[0] for fault in faults_of(tmp_path)] == ["sources.csv", "members.csv", "meetings.csv"]


@given(cuts=st.lists(st.integers(1950, 2030), min_size=2, max_size=8, unique=True))
def test_holdings_that_follow_each_other_do_not_overlap(tmp_path_factory: object, cuts: list[int]) -> None:
    folder = tmp_path_factory.mktemp("pact")  # type: ignore[attr-defined]  # pytest's factory
    years = sorted(cuts)
    assert with_holdings(folder, list(pairwise(years))) == []


def test_an_overlap_names_both_rows_whatever_their_order(tmp_path: Path) -> None:
    (fault,) = with_holdings(tmp_path, [(2018, 2022), (2014, 2019)])
    assert fault.startswith("offices.csv, line 2, start: 2018 falls within the holding of Holder 1 in line 3")
