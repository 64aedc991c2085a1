from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from quotepart.model.pact import Pact
from quotepart.pacts.faults import Faults
from quotepart.pacts.registers import Registers, read_registers

TINY = Path(__file__).parents[1] / "pact"


@pytest.fixture(scope="module")
def registers() -> Registers:
    faults = Faults()
    registers = read_registers(TINY, ("en", "fr"), faults)
    assert faults.found == []
    return registers


def test_every_value_stands_beside_its_row(registers: Registers) -> None:
    row, member = registers.members[-1]
    assert (row.file, row.line, member.id, member.joined) == ("members.csv", 7, "SAT", date(2019, 5, 14))


def test_a_source_is_as_citable_as_the_row_that_uses_it(registers: Registers) -> None:
    announced = {each.id: each for _, each in registers.announcements}
    assert announced["T01"].source.citable
    third = announced["T03"].source
    assert (third.id, third.citable, third.verification, third.via) == (
        "szohod-2021",
        False,
        "part_cited",
        "Klow Gazette",
    )


def test_an_announcement_is_in_full_units_with_its_years(registers: Registers) -> None:
    first = registers.announcements[0][1]
    assert (first.value, first.unit, first.hedge) == (Decimal(3_000_000_000), "CHF", "about")
    assert (first.start_year, first.end_year, first.base_year) == (2014, 2021, 2013)


def test_a_meeting_is_regular_unless_extraordinary(registers: Registers) -> None:
    assert {meeting.id: meeting.is_regular for _, meeting in registers.meetings} == {
        "LS_2013-09-04": True, "LS_2019-05-14": True, "LD_2021-02-17": False, "LS_2021-06-10": True,
        "LF_2023-05-10": True, "LS_2026": True,
    }  # fmt: skip


def test_a_holding_says_how_it_is_known(registers: Registers) -> None:
    holdings = {holding.holder: holding for _, holding in registers.holdings}
    assert holdings["Pavel Hrusz"].acting
    assert holdings["Ilse Gorax"].verification == "recall_unverified"
    assert holdings["Ilse Gorax"].source is None
    assert holdings["Zlata Sporsz"].aliases == ("Sporsz", "Mme Sporsz")


def test_a_pledge_without_a_number_keeps_none(registers: Registers) -> None:
    pledges = {pledge.id: pledge for _, pledge in registers.pledges}
    assert pledges["K2021_HELP"].threshold is None
    half = pledges["K2021_HALF"]
    assert half.exceptions == {"NUR": "no_ships", "KHE": "1"}
    assert (half.threshold, half.deadline, half.review_year) == (Decimal("1.5"), 2030, 2026)
    assert half.wording == {"en": "1.5 % of income by 2030.", "fr": "1.5 % du revenu d'ici 2030."}


def test_the_pledges_of_the_hague_stand_side_by_side(nato_pact: Pact) -> None:
    pledges = {pledge.id: pledge for pledge in nato_pact.pledges}
    core, related = pledges["P2025_HAGUE_35"], pledges["P2025_HAGUE_15"]
    assert (core.threshold, core.operator, core.deadline, core.review_year) == (Decimal("3.5"), ">=", 2035, 2029)
    assert (related.threshold, related.operator) == (Decimal("1.5"), "<=")
    assert core.contested_with == ("N2025_ESP_21",)
    assert core.exceptions == {"ESP": "2.1"}
    assert pledges["P2014_WALES_2"].strength == "aim"
    assert "P2014_WALES_2" not in pledges["P2023_VILNIUS"].supersedes


def test_every_pledge_of_nato_is_worded_in_both_languages(nato_pact: Pact) -> None:
    assert not [pledge.id for pledge in nato_pact.pledges if set(pledge.wording) != {"en", "fr"}]
