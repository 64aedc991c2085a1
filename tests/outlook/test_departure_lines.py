from __future__ import annotations

from datetime import date
from decimal import Decimal

from quotepart.outlook.departure_lines import lines_of
from quotepart.pacts.departure import CapabilityLine, CapabilityRow

MEMBERS, DAY = ("SYL", "BOR", "KHE"), date(2024, 6, 1)


def row(entity: str, value: int, time: str = "2023", **parts) -> CapabilityRow:
    return CapabilityRow(entity=entity, value=Decimal(value), unit="ships", time=time, **{"citable": True, **parts})


def loss(*rows: CapabilityRow, leavers=("BOR",), day: date = DAY, with_uncitable: bool = False, **line):
    frigates = CapabilityLine(id="frigates", name={"en": "Frigates"}, rows=rows, **line)
    found = lines_of([frigates], MEMBERS, leavers, known_on=day, with_uncitable=with_uncitable)
    return found[0] if found else None


def test_a_member_without_a_row_is_not_guessed() -> None:
    found = loss(row("BOR", 9), row("SYL", 3))
    assert (found.gone_span, found.left_span, found.silent) == ((9, 9), (3, 3), ("KHE",))
    assert found.at_most_percent == 75
    assert not found.is_exact


def test_with_everybody_counted_the_share_is_exact() -> None:
    found = loss(row("BOR", 9), row("SYL", 3), row("KHE", 0))
    assert found.is_exact
    assert found.at_most_percent == 75


def test_a_leaver_without_a_row_gives_no_number() -> None:
    found = loss(row("SYL", 3))
    assert (found.gone_span, found.at_most_percent, found.silent_leavers) == (None, None, ("BOR",))


def test_sources_of_one_year_that_contradict_each_other_give_a_range() -> None:
    found = loss(row("BOR", 6, "2023-04"), row("BOR", 9, "2023"), row("BOR", 20, "2019"), row("SYL", 3))
    assert found.gone_span == (6, 9)
    assert found.at_most_percent == 75
    assert not found.is_exact


def test_a_day_knows_nothing_of_later_times() -> None:
    rows = (row("BOR", 9, "2023"), row("BOR", 5, "2021-12"))
    assert loss(*rows, day=date(2022, 1, 1)).gone_span == (5, 5)
    assert loss(*rows, day=date(2020, 1, 1)).gone_span is None


def test_what_may_not_be_cited_comes_only_when_asked_for() -> None:
    assert loss(row("BOR", 9, citable=False)).gone_span is None
    assert loss(row("BOR", 9, citable=False), with_uncitable=True).gone_span == (9, 9)


def test_who_is_known_to_have_none_is_not_silent() -> None:
    assert loss(row("BOR", 9), row("SYL", 3), holders=("BOR", "SYL")).is_exact
    assert loss(row("SYL", 3), holders=("SYL",)) is None


def test_a_fleet_owned_together_stays_while_an_owner_stays() -> None:
    rows, shared = (row("BOR", 9), row("FLEET", 2)), {"FLEET": ("BOR", "SYL")}
    assert loss(*rows, shared=shared).split == ("FLEET",)
    assert loss(*rows, shared=shared).left_span == (2, 2)
    assert loss(*rows, shared=shared, leavers=("BOR", "SYL")).gone_span == (11, 11)


def test_what_one_member_keeps_in_the_area_is_told_only_of_its_departure() -> None:
    assert loss(row("BOR", 9), of="BOR", is_theatre=True).gone_span == (9, 9)
    assert loss(row("BOR", 9), of="BOR", is_theatre=True, leavers=("SYL",)) is None
