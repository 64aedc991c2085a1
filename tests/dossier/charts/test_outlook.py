from __future__ import annotations

import json

import pytest

from dossier.outlook_samples import told
from quotepart.dossier.charts import outlook as outlook_charts
from quotepart.dossier.charts.files import drawn_as
from quotepart.dossier.charts.outlook import draw_fan, draw_joint, draw_multiples, draw_outlook
from quotepart.wording.wording import find_wording


def test_the_fan_opens_from_the_last_official_share() -> None:
    fan, _ = draw_fan(told("SYL"), "SYL")["vconcat"]
    rows = {row["year"]: row for row in fan["data"]["values"]}
    assert rows["2024"]["official"] == rows["2024"]["p05"] == rows["2024"]["p95"]
    assert rows["2030"]["p05"] < rows["2030"]["p25"] < rows["2030"]["p50"] < rows["2030"]["p75"] < rows["2030"]["p95"]
    assert "official" not in rows["2025"]


def test_arrivals_add_up_and_end_with_what_comes_later() -> None:
    _, bars = draw_fan(told("SYL"), "SYL")["vconcat"]
    cells = bars["data"]["values"]
    assert sum(cell["value"] for cell in cells) == pytest.approx(1.0)
    assert (cells[-1]["year"], cells[-1]["late"]) == (">2030", True)


def test_a_group_has_a_past_and_a_fan() -> None:
    fan, _ = draw_fan(told("SYL"), "LEAGUE")["vconcat"]
    rows = {row["year"]: row for row in fan["data"]["values"]}
    assert list(rows)[-7:] == [str(year) for year in range(2024, 2031)]
    assert rows["2024"]["p50"] == rows["2024"]["official"]
    assert 0.5 < rows["2024"]["official"] < 1.5


def test_multiples_put_the_likeliest_first() -> None:
    telling = told()
    order = draw_multiples(telling)["facet"]["sort"]
    odds = [int(label.split()[-1].strip("%<>")) for label in order]
    assert odds == sorted(odds, reverse=True)
    assert len(order) == 5


def test_a_fan_that_leaves_the_scale_is_said_to_be_cut(monkeypatch: pytest.MonkeyPatch) -> None:
    telling = told(lang="fr")
    assert "coupés" not in json.dumps(draw_multiples(telling), ensure_ascii=False)
    monkeypatch.setattr(outlook_charts, "_HEADROOM", 0.9)
    cut = draw_multiples(telling)
    assert "coupés" in json.dumps(cut, ensure_ascii=False)
    assert all(label.endswith("\u202f%") for label in cut["facet"]["sort"])


def test_the_number_of_members_lies_between_none_and_all() -> None:
    rows = draw_joint(told())["data"]["values"]
    assert all(0 <= row["p05"] <= row["p50"] <= row["p95"] <= 5 for row in rows)


def test_the_target_stands_in_the_chart() -> None:
    assert "target 1.5% of GNI" in json.dumps(draw_outlook(told("SYL")))
    assert "facet" in draw_outlook(told())


@pytest.mark.parametrize("lang", ["en", "fr"])
def test_every_chart_can_be_drawn(lang: str) -> None:
    for spec in (draw_fan(told("SYL", lang=lang), "SYL"), draw_multiples(told(lang=lang)), draw_joint(told(lang=lang))):
        assert drawn_as(spec, "a.svg", find_wording(lang)).startswith(b"<svg")
