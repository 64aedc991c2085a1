from __future__ import annotations

import json
from pathlib import Path

import pytest

ASKED = ("outlook", "backtest", "--origins", "2018:2019", "--method", "random_walk", "--draws", "200")


def test_the_past_is_tried_for_people_and_for_programs(quotepart) -> None:
    shown = quotepart(*ASKED)
    assert shown.code == 0
    assert "random walk" in shown.out
    assert "No long series is imported" in shown.out
    first, again = (quotepart(*ASKED, "--json").out for _ in range(2))
    assert [row["origin"] for row in map(json.loads, first.splitlines()) if row["row"] == "origin"] == [2018, 2019]
    assert first == again


def test_charts_are_written(quotepart, tmp_path: Path) -> None:
    for chart in ("reliability", "pit"):
        file = tmp_path / f"{chart}.svg"
        assert quotepart(*ASKED, "--chart", chart, "-o", file).code == 0
        assert file.read_text(encoding="utf-8").startswith("<svg")


def test_the_cases_are_written(quotepart, tmp_path: Path) -> None:
    file = tmp_path / "cases.csv"
    assert quotepart(*ASKED, "-o", file).code == 0
    assert file.read_text(encoding="utf-8").startswith("method,origin,member,year,crps")


def test_mistakes_are_clear_errors(quotepart, tmp_path: Path) -> None:
    assert quotepart("outlook", "backtest", "--origins", "soon").code == 2
    assert quotepart("outlook", "backtest", "--method", "random_wark").code == 2
    assert quotepart("outlook", "backtest", "--origins", "1900").code == 3
    assert quotepart(*ASKED, "-o", tmp_path / "a.docx").code == 2


TINY = ("--pact", "tests/pact", "--known-on", "2024-12-31", "--target", "1.5", "--by", "2030", "--draws", "300")


def test_where_the_pledges_lead_for_people_and_for_programs(quotepart) -> None:
    shown = quotepart("outlook", "SYL", *TINY)
    assert shown.code == 0
    assert "Syldavia" in shown.out
    assert "as a whole" in shown.out
    first, again = (quotepart("outlook", "SYL", "PDV", *TINY, "--json").out for _ in range(2))
    assert first == again, "the seed fixes all"
    assert [next(iter(json.loads(line))) for line in first.splitlines()] == ["member", "member", "group", "joint"]


def test_it_is_written_as_page_chart_and_table(quotepart, tmp_path: Path) -> None:
    for name, start in (("a.html", "<!doctype html>"), ("a.svg", "<svg"), ("a.vl.json", "{"), ("a.csv", "scenario,")):
        assert quotepart("outlook", "SYL", *TINY, "-o", tmp_path / name).code == 0
        assert (tmp_path / name).read_text(encoding="utf-8").startswith(start)


@pytest.mark.parametrize(
    ("asked", "code", "what"),
    [
        (("ISL",), 3, "no such series"),
        (("ZZZ",), 3, "ZZZ"),
        (("FRA", "--by", "2020"), 3, "past"),
        (("FRA", "--draws", "0"), 3, "draws"),
        (("FRA", "--growth", "400"), 3, "GDP does not grow"),
        (("FRA", "--target", "two"), 2, "--target"),
        (("FRA", "--method", "random_wark"), 2, "random_walk"),
        (("FRA", "--method", "ets", "--scenario", "plan"), 3, "can't follow"),
    ],
)
def test_what_makes_no_sense_is_a_clear_error(quotepart, asked, code, what) -> None:
    ended = quotepart("outlook", *asked, "--known-on", "2024-07-01")
    assert (ended.code, ended.out) == (code, "")
    assert what in ended.err
    assert "→" in ended.err


FILES = [f"examples/scenarios/outlook-{name}.toml" for name in ("kept", "doubted", "late")]


def compared(quotepart, *more: str) -> str:
    ended = quotepart("outlook", "compare", *FILES, *more, "--known-on", "2026-08-01")
    assert ended.code == 0, ended.err
    return str(ended.out)


def test_a_scenario_followed_less_leads_fewer_there(quotepart) -> None:
    rows = {row["scenario"]: row for row in map(json.loads, compared(quotepart, "--json").splitlines())}
    kept, doubted = rows["3.5% by 2035, kept as before"], rows["3.5% by 2035, half-hearted"]
    assert (doubted["supposed_credibility"], doubted["supposed_growth"], kept["supposed_growth"]) == (0.05, 0.8, None)
    assert doubted["expected_members"] < kept["expected_members"]
    assert doubted["groups"]["EUROPE_CANADA"] < kept["groups"]["EUROPE_CANADA"]
    assert doubted["extra_cost"] < kept["extra_cost"]  # less GDP to spend a share of
    assert all(0 <= row["all_members"] <= 1 for row in rows.values())


@pytest.mark.parametrize(
    ("words", "head", "estimated"), [("en", "scenario", "estimated"), ("fr", "scénario", "estimée")]
)
def test_the_table_has_a_column_a_scenario(quotepart, words: str, head: str, estimated: str) -> None:
    _, heads, *rows = compared(quotepart, "--words", words).splitlines()
    assert heads.startswith(head)
    assert all(title in heads for title in ("half-hearted", "kept as before", "trend alone"))
    assert any(estimated in row for row in rows)


def test_a_faulty_scenario_is_a_clear_error(quotepart, tmp_path: Path) -> None:
    (tmp_path / "a.toml").write_text('title = "a"\nby = 1999', encoding="utf-8")
    ended = quotepart("outlook", "compare", tmp_path / "a.toml")
    assert ended.code == 3
    assert "1999" in ended.err
