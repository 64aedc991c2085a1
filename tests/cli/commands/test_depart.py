from __future__ import annotations

import json
from pathlib import Path

import polars as pl

JUNE = ("depart", "USA", "--known-on", "2024-07-01")
QUICK, SLOW = (f"examples/scenarios/invented-{name}.toml" for name in ("quick", "slow"))


def test_a_departure_for_people_and_for_programs(quotepart) -> None:
    shown = quotepart(*JUNE, "--words", "fr")
    assert shown.code == 0
    assert "65,6" in shown.out and "5,84" in shown.out and "Portée" in shown.out
    (line,) = quotepart(*JUNE, "--json").out.splitlines()
    found = json.loads(line)
    assert round(found["losses"][0]["share_percent"], 1) == 65.6
    assert round(found["efforts"][0]["total_percent_of_gdp"], 2) == 5.84
    assert (found["scope"], found["edition"], found["efforts"][0]["scope"]) == (
        "whole_budget",
        "nato:2024-06-17",
        "like_for_like",
    )


def test_scenarios_are_compared_and_marked_as_invented(quotepart) -> None:
    shown = quotepart(*JUNE, "--scenario", QUICK, "--scenario", SLOW, "--draws", "200")
    assert shown.code == 0
    assert shown.out.count("INVENTED") >= 6
    found = json.loads(quotepart(*JUNE, "--scenario", QUICK, "--draws", "200", "--json").out)
    assert [each["invented"] for each in found["scenarios"]] == [True]


def test_a_page_a_chart_and_a_table_are_written(quotepart, tmp_path: Path) -> None:
    page, chart, table = (tmp_path / name for name in ("a.html", "a.png", "a.csv"))
    for file in (page, chart, table):
        ended = quotepart(*JUNE, "--chart", "shares", "-o", file)
        assert (ended.code, ended.out) == (0, "")
    assert page.read_text(encoding="utf-8").startswith("<!doctype html>")
    assert chart.read_bytes().startswith(b"\x89PNG")
    assert {"losses", "efforts"} <= set(pl.read_csv(table)["table"])


def test_mistakes_are_clear_errors(quotepart, tmp_path: Path) -> None:
    broken = tmp_path / "broken.toml"
    broken.write_text('title = "x"\ncolour = 1\n', encoding="utf-8")
    for arguments, code, said in (
        (("depart", "USA", "USA"), 2, "can't leave twice"),
        (("depart", "NATO"), 3, "nobody stays"),
        (("depart", "USA", "--scenario", broken), 3, "colour: is unknown"),
        (("depart", "USA", "-o", tmp_path / "a.svg", "--chart", "cost"), 2, "needs a --scenario"),
    ):
        ended = quotepart(*arguments)
        assert (ended.code, ended.out) == (code, ""), arguments
        assert said in ended.err
