from __future__ import annotations

from quotepart.checks.findings.shown import SHOWN
from quotepart.model.wire import finding_as_json


def test_the_leading_readings_are_shown_in_the_order_of_their_weight(judge) -> None:
    finding = judge("European Allies and Canada have added 41 billion dollars to their defence spending.", "2018-07-12")
    weighed = [each.weight for each in finding.readings if each.edition_is != "announcement"]
    assert weighed == sorted(weighed, reverse=True)
    assert len(weighed) <= SHOWN + 1
    assert [each.weight for each in finding.readings if each.edition_is == "announcement"] == [0.0]


def test_assumptions_begin_with_the_day_and_give_reasons(judge) -> None:
    finding = judge("European Allies and Canada have added 41 billion dollars to their defence spending.", "2018-07-12")
    assert finding.assumptions[0].startswith("said on 12 July 2018")
    assert finding.assumptions[1] == "base year 2016"
    assert any("NATO counts over 2016" in each for each in finding.assumptions)


def test_every_input_names_source_and_edition(judge) -> None:
    for text in ("Poland spends 4.1% of GDP on defence.", "NATO has 32 members.", "Nine allies are still below 2%."):
        for reading in judge(text, "2024-08-01").readings:
            assert all(each.source and each.edition for each in reading.inputs)


def test_a_finding_can_be_written_as_json(judge) -> None:
    printed = finding_as_json(judge("Poland spends 4.1% of GDP on defence.", "2024-08-01"))
    assert printed["readings"][0]["from"] == "2024"
    assert printed["now"]["edition"] == "2026-07-10"
