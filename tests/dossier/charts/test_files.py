from __future__ import annotations

import json

import pytest

from quotepart.dossier.charts.files import Frame, config, drawn_as, framed, resolve, width_of, write_chart
from quotepart.errors import UsageError
from quotepart.wording.wording import find_wording

ENGLISH = find_wording("en")


def chart(**frame: str) -> dict:
    bar = {
        "mark": "bar",
        "encoding": {"x": {"field": "a", "type": "nominal"}, "y": {"field": "b", "type": "quantitative"}},
    }
    body = {"data": {"values": [{"a": "Syldavia", "b": 1.5}]}, "layer": [bar], "left": 40}
    return framed(body, Frame(title="Ships of the League", **frame), width=200, height=100)


def test_a_drawing_has_its_title_and_its_source() -> None:
    svg = drawn_as(chart(subtitle="ships", caption="Source: the League."), "a.svg", ENGLISH).decode()
    assert svg.startswith("<svg")
    assert all(words in svg for words in ("Ships of the League", "Source: the League.", "Syldavia"))


def test_each_ending_has_its_form(tmp_path) -> None:
    write_chart(chart(), tmp_path / "deep" / "a.png", ENGLISH)
    assert (tmp_path / "deep" / "a.png").read_bytes().startswith(b"\x89PNG")
    spec = json.loads(drawn_as(chart(), "a.vl.json", ENGLISH))
    assert spec["$schema"].startswith("https://vega.github.io/schema/vega-lite/")


def test_numbers_are_written_the_languages_way() -> None:
    assert "0,5" in drawn_as(chart(), "a.svg", find_wording("fr")).decode()
    assert "0.5" in drawn_as(chart(), "a.svg", ENGLISH).decode()


@pytest.mark.parametrize("name", ["a.pdf", "a.json", "a"])
def test_another_ending_is_an_error(name: str) -> None:
    with pytest.raises(UsageError, match="can't be written") as error:
        drawn_as(chart(), name, ENGLISH)
    assert ".vl.json" in error.value.hint


def test_a_place_that_cannot_be_written_to_is_an_error(tmp_path) -> None:
    (tmp_path / "file").write_text("x", encoding="utf-8")
    with pytest.raises(UsageError, match="can't be written"):
        write_chart(chart(), tmp_path / "file" / "a.vl.json", ENGLISH)


def test_colours_stand_alone() -> None:
    assert resolve({"color": "var(--ink, #1d1b18)"}) == {"color": "#1d1b18"}
    assert "var(" not in json.dumps(resolve({"config": config()}))


def test_long_captions_are_wrapped() -> None:
    foot = chart(caption="word " * 60)["layer"][-1]
    assert len(foot["mark"]["text"]) > 3
    assert width_of(["ab", "abcd"]) > width_of(["ab"])
