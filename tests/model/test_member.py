from __future__ import annotations

from datetime import date

from quotepart.model.member import Group, Member

SYL = Member(id="SYL", joined=date(1950, 1, 1))
BRD = Member(id="BRD", joined=date(1990, 5, 1), left=date(2000, 1, 1))
MEMBERS = {"SYL": SYL, "BRD": BRD}


def test_a_member_is_one_from_its_accession_until_it_left() -> None:
    assert not BRD.is_member_on(date(1990, 4, 30))
    assert BRD.is_member_on(date(1990, 5, 1))
    assert BRD.is_member_on(date(1999, 12, 31))
    assert not BRD.is_member_on(date(2000, 1, 1))


def test_a_group_is_the_whole_pact_less_some() -> None:
    assert Group(id="ALL").members_on(date(1995, 1, 1), MEMBERS) == ("SYL", "BRD")
    assert Group(id="REST", without=frozenset({"SYL"})).members_on(date(1995, 1, 1), MEMBERS) == ("BRD",)
    assert Group(id="ALL").members_on(date(1960, 1, 1), MEMBERS) == ("SYL",)


def test_a_group_by_dates_counts_those_that_were_in_it() -> None:
    group = Group(id="CLUB", since={"SYL": date(1994, 1, 1), "BRD": date(1992, 1, 1)}, until={"BRD": date(1996, 1, 1)})
    assert group.members_on(date(1993, 1, 1), MEMBERS) == ("BRD",)
    assert group.members_on(date(1995, 1, 1), MEMBERS) == ("SYL", "BRD")
    assert group.members_on(date(1997, 1, 1), MEMBERS) == ("SYL",)
