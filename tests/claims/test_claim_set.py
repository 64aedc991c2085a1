"""A floor under the judging of claims, each half for itself, and what makes a set of claims worth judging by."""

from __future__ import annotations

import json
from collections import Counter
from typing import get_args

import pytest

from claims.scoring import DECLINED, FOLDER, SETS, VERDICTS, accusations, judge, read_set, scores, wilson
from quotepart.model.finding import Reason
from quotepart.workspace import Workspace

FLOOR = json.loads((FOLDER / "floor.json").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def workspace() -> Workspace:
    return Workspace.open("nato")


@pytest.mark.parametrize("half", SETS)
def test_no_score_falls_below_its_floor(half: str, workspace: Workspace) -> None:
    judged = judge(read_set(half), workspace)
    shares = {name: right / of for name, (right, of) in scores(judged).items()}
    assert shares.keys() == FLOOR[half]["at_least"].keys()
    assert {name: share for name, share in shares.items() if share < FLOOR[half]["at_least"][name]} == {}
    counts, most = accusations(judged), FLOOR[half]["at_most"]
    assert counts.keys() == most.keys()
    assert {name: count for name, count in counts.items() if count > most[name]} == {}


@pytest.mark.parametrize("half", SETS)
def test_each_set_is_whole(half: str) -> None:
    rows = read_set(half)
    declined = [row for row in rows if row["verdict"] == DECLINED]
    languages = Counter(row["lang"] for row in rows)
    assert len(rows) >= 120 and abs(len(declined) / len(rows) - 1 / 3) < 0.02
    assert abs(languages["fr"] - languages["en"]) <= len(rows) / 8
    for row in rows:
        assert set(row["verdict"].split("|")) <= set(VERDICTS)
        assert bool(row["reason"]) == (DECLINED in row["verdict"].split("|")) and row["reading"]
        assert set(filter(None, row["reason"].split("|"))) <= set(get_args(Reason))


def test_no_claim_stands_twice() -> None:
    rows = [row for half in SETS for row in read_set(half)]
    assert len({row["id"] for row in rows}) == len({row["text"] for row in rows}) == len(rows)


@pytest.mark.parametrize("half", SETS)
def test_each_set_has_many_kinds(half: str) -> None:
    assert len({row["operation"] for row in read_set(half)}) >= 18


def test_wilson_interval() -> None:
    assert [round(bound, 4) for bound in wilson(8, 10)] == [0.4902, 0.9433]
    assert wilson(0, 0) == (0, 1)
