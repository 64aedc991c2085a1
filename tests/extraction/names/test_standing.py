from __future__ import annotations

from quotepart.extraction.names.standing import bodies_of, states_of_persons, unions_of
from quotepart.model.pact import Pact


def test_a_group_and_one_it_leaves_out_make_the_wider_group(nato_pact: Pact) -> None:
    assert unions_of(nato_pact)[frozenset(("NATO_EUROPE", "CAN"))] == "EUROPE_CANADA"


def test_persons_stand_for_the_one_member_whose_offices_they_held(nato_pact: Pact) -> None:
    states = states_of_persons(nato_pact)
    assert states
    assert set(states.values()) <= nato_pact.members.keys()


def test_bodies_stand_for_the_member_or_group_they_are_of(nato_pact: Pact) -> None:
    bodies = bodies_of(nato_pact, nato_pact.names["en"])
    assert bodies["BUNDESTAG"] == "DEU"
    assert bodies["NAC"] == "NATO"
    assert "RADA" not in bodies


def test_persons_known_by_name_alone_stand_for_their_state_too(nato_pact: Pact) -> None:
    unnumbered = [holding for holding in nato_pact.holdings if not holding.wikidata]
    states = states_of_persons(nato_pact)
    assert any(holding.holder in states for holding in unnumbered)
