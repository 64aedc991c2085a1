from __future__ import annotations

import json
from pathlib import Path

import pytest


def test_the_board_has_members_by_state(quotepart) -> None:
    rows = [
        json.loads(line) for line in quotepart("pledges", "--board", "--on", "2024-07-12", "--json").out.splitlines()
    ]
    wales = next(row for row in rows if row["pledge"] == "P2014_WALES_2")
    assert "POL" in wales["states"]["kept_estimate"] and wales["strength"] == "aim"


def test_the_board_is_told(quotepart) -> None:
    out = quotepart("pledges", "--board", "--on", "2024-07-12").out
    assert out.startswith("Who stands where with which pledge\nPledges in force on 12 July 2024")
    assert "In force, and not rated" in out


def test_changes_have_their_days(quotepart) -> None:
    out = quotepart("pledges", "POL", "--changes", "--on", "2024-07-12").out
    assert ["P2014_WALES_2", "POL", "2024-06-17", "Kept,", "by", "an", "estimate"] in [
        row.split()[:7] for row in out.splitlines()
    ]
    rows = quotepart("pledges", "POL", "--changes", "--on", "2024-07-12", "--json").out.splitlines()
    assert json.loads(rows[0])["pledge"] == "P2006_2PCT"


def test_terms_are_those_of_the_registry(quotepart) -> None:
    out = quotepart("pledges", "ESP", "--terms", "--on", "2026-11-01").out
    hague = next(line for line in out.splitlines() if line.startswith("P2025_HAGUE_35"))
    assert "N2025_ESP_21" in hague and "≥ 3.5% of GDP" in hague
    rows = [json.loads(line) for line in quotepart("pledges", "POL", "--terms", "--json").out.splitlines()]
    assert next(row for row in rows if row["pledge"] == "P2014_WALES_2")["supersedes"] == ["P2006_2PCT"]


@pytest.mark.parametrize("name", ["board.html", "board.svg", "states.csv"])
def test_files_are_written_by_their_ending(quotepart, tmp_path: Path, name: str) -> None:
    ended = quotepart("pledges", "--on", "2024-07-12", "-o", str(tmp_path / name))
    assert ended.code == 0 and (tmp_path / name).stat().st_size > 1000


def test_only_one_view_at_a_time(quotepart) -> None:
    ended = quotepart("pledges", "--board", "--terms")
    assert ended.code == 2 and "choose one" in ended.err


def test_a_group_stands_for_its_members(quotepart) -> None:
    rows = [
        json.loads(line)
        for line in quotepart("pledges", "NATO_EUROPE", "--on", "2024-07-12", "--json").out.splitlines()
    ]
    assert {"POL", "ESP"} <= {row["member"] for row in rows} and "USA" not in {row["member"] for row in rows}
