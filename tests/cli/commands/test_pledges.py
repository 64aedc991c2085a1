from __future__ import annotations

import json


def test_states_are_those_of_the_day(quotepart) -> None:
    rows = [json.loads(line) for line in quotepart("pledges", "POL", "--on", "2023-07-12", "--json").out.splitlines()]
    by_pledge = {row["pledge"]: row for row in rows}
    assert by_pledge["P2023_VILNIUS"]["state"] == "floor_held"
    assert max(row["made_on"] for row in rows) <= "2023-07-12"
    assert {row["member"] for row in rows} == {"POL"}


def test_a_member_goes_by_its_name(quotepart) -> None:
    ended = quotepart("pledges", "Espagne", "--words", "fr")
    assert ended.code == 0
    assert " ESP " in ended.out


def test_an_unknown_member_is_an_error(quotepart) -> None:
    ended = quotepart("pledges", "Syldavie")
    assert (ended.code, ended.out) == (3, "")
