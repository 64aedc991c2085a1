from __future__ import annotations

import json
from dataclasses import replace

import pytest

from outlook.sample_run import SPREADS, sample_run
from quotepart.dossier.charts.calibration import SIDE, draw_pit, draw_reliability
from quotepart.dossier.charts.files import drawn_as
from quotepart.errors import UsageError
from quotepart.outlook.backtest import Backtest
from quotepart.wording.wording import find_wording

ENGLISH, FRENCH = find_wording("en"), find_wording("fr")


@pytest.fixture(scope="module")
def run() -> Backtest:
    return sample_run(range(2019, 2024))


def names(id: str) -> str:
    return {"league:2025": "Tables of the League"}.get(id, id)


@pytest.mark.parametrize("draw", [draw_reliability, draw_pit])
def test_a_panel_a_method_with_source_and_origins(draw, run: Backtest) -> None:
    svg = drawn_as(draw(run, names, ENGLISH), "a.svg", ENGLISH).decode()
    assert all(words in svg for words in ("random walk", "linear trend", "exponential smoothing", "knows"))
    assert "Origins 2019 to 2023. Judged by Tables of the League." in svg
    assert "marche au hasard" in drawn_as(draw(run, names, FRENCH), "a.svg", FRENCH).decode()


def test_everything_lies_inside_its_panel(run: Backtest) -> None:
    spec = draw_reliability(run, names, ENGLISH)
    points = [value for layer in spec["layer"] for value in layer["data"]["values"] if "area" in value]
    assert points
    assert all(0 <= point["x"] <= spec["width"] and 0 <= point["y"] <= spec["height"] for point in points)
    bars = [layer for layer in draw_pit(run, names, ENGLISH)["layer"] if layer["mark"].get("type") == "rect"]
    columns = [value for bar in bars for value in bar["data"]["values"]]
    assert len(columns) == 10 * len(SPREADS)
    assert all(0 <= column["y"] - column["y2"] <= SIDE for column in columns)


def test_a_specification_is_plain_json(run: Backtest) -> None:
    json.dumps(draw_pit(run, names, ENGLISH), allow_nan=False)


def test_nothing_tried_is_nothing_to_draw(run: Backtest) -> None:
    empty = replace(run, trials=(), origins=())
    for draw in (draw_reliability, draw_pit):
        with pytest.raises(UsageError, match="nothing to draw"):
            draw(empty, names, ENGLISH)
