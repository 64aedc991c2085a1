"""Whom persons stand for by their offices, and which groups make up which."""

from __future__ import annotations

from quotepart.model.pact import Pact


def states_of_persons(pact: Pact) -> dict[str, str]:
    """Return the one member whose offices a person has held, by the person's id."""
    members: dict[str, set[str]] = {}
    for holding in pact.holdings:
        if holding.wikidata:
            members.setdefault(holding.wikidata, set()).add(holding.office.partition(".")[0])
    return {
        person: next(iter(found))
        for person, found in members.items()
        if len(found) == 1 and found <= pact.members.keys()
    }


def unions_of(pact: Pact) -> dict[frozenset[str], str]:
    """Return the group that two make: one that leaves out members, and one of these, make that without the others."""
    by_without = {group.without: group.id for group in pact.groups.values() if group.without}
    unions: dict[frozenset[str], str] = {}
    for group in pact.groups.values():
        for member in group.without:
            wider = by_without.get(group.without - {member})
            if wider:
                unions[frozenset((group.id, member))] = wider
    return unions
