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


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Germany spends 1.2 percent of its GDP on defence.", "claimed: 1.2% of GDP"),
        ("Estonia ranks second in NATO for defence spending as a share of GDP.", "within NATO, 2024: no. 2"),
        ("Estonia ranks third in NATO for defence spending as a share of GDP.", "claimed: no. 3"),
        ("Germany spends 2.12 percent of its GDP on defence.", "Countries (2014-2024)” of 17 June 2024"),
        ("Two thirds of the allies spend at least 2% of GDP.", "claimed: 2/3"),
        ("Germany spends twice as much on defence as Italy.", "Germany divided by Italy"),
    ],
)
def test_the_basis_says_what_was_compared_with_what_in_which_edition(text: str, words: str, judge) -> None:
    assert words in judge(text, "2024-08-01").basis


def test_a_fit_by_the_room_for_revisions_is_said_to_be_one(judge) -> None:
    finding = judge("The United States spends an estimated 3.5% of its GDP on defence.", "2018-07-12")
    assert finding.verdict == "supported"
    assert "revisions have moved such figures" in finding.basis


def test_a_weightier_reading_that_was_set_aside_is_named(judge) -> None:
    finding = judge("The United States spends 743.3 billion dollars on defence.", "2024-02-15")
    assert finding.verdict == "depends"
    assert "undecided if read as “defence expenditure, United States, 2023”" in finding.basis


def test_growth_names_its_prices_and_a_band_says_so(judge) -> None:
    grown = judge("Les dépenses de défense du Canada ont augmenté de 38 % entre 2014 et 2021.", "2024-08-01", "fr")
    assert grown.basis.startswith("Canada, variation à prix constants, dépenses de défense, 2014–2021")
    within = judge("La Pologne a dépensé 11,6 milliards de dollars pour sa défense en 2018.", "2019-04-29", "fr")
    assert within.verdict == "supported" and "révisé depuis" not in within.basis


def test_the_basis_begins_with_a_capital_and_says_just_over(judge) -> None:
    basis = judge("Italy spends just over 1.4 percent of its GDP on defence.", "2024-08-01").basis
    assert basis.startswith("Italy") and "claimed: just over 1.4% of GDP" in basis
    assert judge("Nine allies are still below 2%.", "2024-08-01").basis.startswith("Members")
