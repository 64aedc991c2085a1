from __future__ import annotations

import json
from pathlib import Path

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


def test_mistakes_are_clear_errors(quotepart, tmp_path: Path) -> None:
    assert quotepart("outlook", "backtest", "--origins", "soon").code == 2
    assert quotepart("outlook", "backtest", "--method", "random_wark").code == 2
    assert quotepart("outlook", "backtest", "--origins", "1900").code == 3
    assert quotepart(*ASKED, "-o", tmp_path / "a.docx").code == 2
