from __future__ import annotations

import csv
import json
from pathlib import Path

import polars as pl


def test_the_measures_are_listed(quotepart) -> None:
    rows = [json.loads(line) for line in quotepart("measures", "--json").out.splitlines()]
    assert {"theil", "fairness", "exploitation"} <= {row["name"] for row in rows}
    assert all(row["formula"] and row["source"] for row in rows)


def test_a_measure_for_people_and_for_programs(quotepart) -> None:
    asked = ("measures", "growth", "--group", "EUROPE_CANADA", "--year", "2024", "--known-on", "2024-07-01")
    shown = quotepart(*asked, "--words", "fr")
    assert shown.code == 0
    assert "17,95" in shown.out
    (row,) = map(json.loads, quotepart(*asked, "--json").out.splitlines())
    assert (row["measure"], row["edition"], row["price_base"]) == ("growth", "nato:2024-06-17", 2015)
    rows = list(csv.DictReader(quotepart(*asked, "--csv").out.splitlines()))
    assert rows[0]["row"] == "headline"


def test_members_can_be_left_out_together_or_one_by_one(quotepart) -> None:
    asked = ("measures", "hhi", "--year", "2024", "--known-on", "2024-07-01", "--json")
    one = json.loads(quotepart(*asked, "--without", "USA,FRA").out)
    other = json.loads(quotepart(*asked, "--without", "USA", "--without", "France").out)
    assert one["value"] == other["value"]


def test_a_table_and_a_chart_are_written(quotepart, tmp_path: Path) -> None:
    table, chart = tmp_path / "a.parquet", tmp_path / "a.svg"
    asked = ("measures", "theil", "--years", "2014:2024", "--known-on", "2024-07-01")
    assert quotepart(*asked, "-o", table).out == ""
    assert pl.read_parquet(table)["year"].n_unique() == 11
    assert quotepart(*asked, "-o", chart).code == 0
    assert chart.read_text(encoding="utf-8").startswith("<svg")


def test_mistakes_are_clear_errors(quotepart, tmp_path: Path) -> None:
    unknown = quotepart("measures", "thiel")
    assert (unknown.code, unknown.out) == (2, "")
    assert "theil" in unknown.err
    assert quotepart("measures", "gap", "--target", "two").code == 2
    assert quotepart("measures", "hhi", "--year", "1900").code == 3
    assert quotepart("measures", "hhi", "-o", tmp_path / "a.docx").code == 2
