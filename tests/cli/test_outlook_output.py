from __future__ import annotations

import json

import pytest

from dossier.outlook_samples import told
from quotepart.cli.outlook_output import lines_of, parts_of
from quotepart.cli.output import Table


def test_the_answer_is_title_basis_tables_and_notes() -> None:
    parts = list(parts_of(told("SYL")))
    assert parts[0] == "1.5% of GNI by 2030: where the pledges lead"
    assert sum(isinstance(part, Table) for part in parts) == 4
    assert isinstance(parts[-1], str)


def test_one_line_for_each_member_each_group_and_all_together() -> None:
    lines = [json.loads(json.dumps(line, allow_nan=False)) for line in lines_of(told("SYL", "PDV").outlook)]
    assert [next(iter(line)) for line in lines] == ["member", "member", "group", "joint"]
    syldavia, poldavia, league, joint = lines
    assert syldavia["share"] == 1.14
    assert syldavia["paths"]["straight"]["2030"] == 1.5
    assert syldavia["odds"]["pledge"]["by"]["2030"] >= syldavia["odds"]["pledge"]["at"]["2030"]
    assert sum(syldavia["odds"]["trend"]["arrivals"].values()) == pytest.approx(1.0)
    assert poldavia["met"]
    assert poldavia["cost_total"] is None
    assert set(league["odds"]) == {"trend", "plan", "pledge"}
    assert sum(joint["odds"]["plan"]["members_at"]["2030"]) == pytest.approx(1.0)
    assert all((line["target"], line["seed"], line["known_on"]) == (1.5, 1, "2024-12-31") for line in lines)
