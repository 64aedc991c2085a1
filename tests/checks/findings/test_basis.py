from __future__ import annotations

import pytest

MARKS = ("{", "}", "None", "_")


@pytest.mark.parametrize("language", ["en", "fr"])
@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("European Allies and Canada have added 41 billion dollars to their defence spending.", "2018-07-12"),
        ("Since 2014, European Allies and Canada have added more than 700 billion dollars to defence.", "2025-04-03"),
        ("European defence spending was increased by 10 billion dollars in 2016.", "2017-02-15"),
        ("Germany spends 1.2 percent of its GDP on defence.", "2024-08-01"),
        ("23 Allies meet the 2% target.", "2024-08-01"),
        ("Poland has 4,700 tanks.", "2024-08-01"),
        ("NATO has 32 members.", "2024-08-01"),
        ("Estonia ranks second in NATO for defence spending as a share of GDP.", "2024-08-01"),
    ],
)
def test_the_basis_is_a_sentence_without_loose_ends(text: str, day: str, language: str, judge) -> None:
    finding = judge(text, day, language=language)
    assert finding.basis[0].isupper() or finding.basis[0].isdigit() or language == "fr" or finding.basis[0].islower()
    assert finding.basis.endswith(".")
    assert not any(mark in finding.basis for mark in MARKS)
    assert not any(mark in label for mark in ("{", "}", "None") for label in (each.label for each in finding.readings))


def test_both_judgements_stand_in_the_basis_where_they_differ(judge) -> None:
    finding = judge("European Allies and Canada have added 41 billion dollars to their defence spending.", "2018-07-12")
    assert "constant 2015 prices" in finding.basis
    assert "Right when said, since revised: $42.4 billion in 2015 prices" in finding.basis


def test_an_announcement_is_named_with_its_day_and_what_became_of_it(judge) -> None:
    finding = judge("European defence spending was increased by 10 billion dollars in 2016.", "2017-02-15")
    assert "14 February 2017" in finding.basis and "Today’s value" in finding.basis


def test_what_was_last_printed_stands_beside_a_later_table(judge) -> None:
    finding = judge("The United States spends 4% of its GDP on defence.", "2018-07-12")
    assert finding.verdict == "contradicted"
    assert "3.57% of GDP for 2017, on 15 March 2018" in finding.basis
