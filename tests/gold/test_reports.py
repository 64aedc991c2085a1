"""A floor under the reading of whole reports, each half for itself; none of it may fall, and no date may be invented."""

from __future__ import annotations

import json

import pytest

from gold.scoring import HALVES, REPORTS, Report, place, read_reports, scores
from quotepart.extraction.extractor import build_extractor
from quotepart.model.pact import Pact


@pytest.fixture(scope="module", params=HALVES)
def half(request: pytest.FixtureRequest, nato_pact: Pact) -> tuple[str, list[Report]]:
    return request.param, list(read_reports(REPORTS / request.param, build_extractor(nato_pact)))


def test_no_layer_falls_below_its_floor(half: tuple[str, list[Report]]) -> None:
    name, reports = half
    floor = json.loads((REPORTS / "floor.json").read_text(encoding="utf-8"))[name]
    reached = scores(reports)
    assert reached.keys() - {"dates_invented"} == floor.keys()
    assert {row: reached[row] for row in floor if reached[row] < floor[row]} == {}
    assert reached["dates_invented"] == 0


def test_every_annotation_stands_in_its_text(half: tuple[str, list[Report]]) -> None:
    for report in half[1]:
        for layer in ("quotes", "figures", "pledges", "meetings"):
            for item in report.gold[layer]:
                assert place(report.text, item).cut(report.text) == item["text"]
