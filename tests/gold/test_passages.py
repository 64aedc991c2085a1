"""A floor under the passages of reported speech, the open half and the closed one each for itself."""

from __future__ import annotations

import json

import pytest

from gold.passages import FOLDER, HALVES, rates, read_half, read_passages
from quotepart.extraction.extractor import build_extractor
from quotepart.model.pact import Pact

FEWEST = 40


@pytest.mark.parametrize("lang", ["fr", "en"])
@pytest.mark.parametrize("half", HALVES)
def test_passages_stay_above_their_floor(lang: str, half: str, nato_pact: Pact) -> None:
    floor = json.loads((FOLDER / "floor.json").read_text(encoding="utf-8"))[f"{lang}/{half}"]
    reached = rates(read_half(lang, half, build_extractor(nato_pact)))
    assert {name: round(reached[name], 3) for name in floor if reached[name] < floor[name]} == {}


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_no_mark_of_an_annotation_is_left_in_a_passage(lang: str) -> None:
    passages = [each for half in HALVES for each in read_passages(lang, half)]
    assert len(passages) >= 2 * FEWEST
    assert not [each.id for each in passages if set("{}|") & set(each.text)]
