"""Whom persons stand for by their offices, and which groups make up which."""

from __future__ import annotations

from quotepart.extraction.text.fold import fold
from quotepart.model.pact import Names, Pact


def states_of_persons(pact: Pact) -> dict[str, str]:
    """Return the one member whose offices a person has held, by the person's id, or name where it has none."""
    members: dict[str, set[str]] = {}
    for holding in pact.holdings:
        members.setdefault(holding.wikidata or holding.holder, set()).add(holding.office.partition(".")[0])
    return {
        person: next(iter(found))
        for person, found in members.items()
        if len(found) == 1 and found <= pact.members.keys()
    }


def bodies_of(pact: Pact, names: Names) -> dict[str, str]:
    """Return the member or group that a body belongs to, by the body's id: an army, a parliament, a council."""
    known = pact.members.keys() | pact.groups.keys()
    return {body.id: body.of for body in names.institutions.values() if body.of in known}


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


def receivers_of(pact: Pact, names: Names) -> dict[str, frozenset[str]]:
    """Return the states outside the pact with whose names the words for a measure end ("aid to Ukraine"), by measure."""
    called = {
        fold(form): actor.id
        for actor in names.actors.values()
        if actor.id not in pact.members
        for form in filter(None, (actor.name, *actor.forms, actor.capital, *actor.seats))
    }
    last = {
        metric: {fold(phrase).replace("'", " ").split()[-1] for phrase in phrases}
        for metric, phrases in names.metrics.items()
    }
    return {metric: frozenset(called[word] for word in words if word in called) for metric, words in last.items()}
