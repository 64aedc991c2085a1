"""The audit of a pact folder: every fault that keeps it from loading, and what is odd though it loads."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from datetime import timedelta
from itertools import pairwise
from pathlib import Path

from quotepart.model.pact import Holding, Names, Pact
from quotepart.pacts import schema
from quotepart.pacts.departure import read_departure_terms
from quotepart.pacts.faults import Faults
from quotepart.pacts.load import read_pact
from quotepart.pacts.replacements import read_replacements
from quotepart.pacts.rows import Row, read_rows

LONG_VACANCY = timedelta(days=92)
WARNING = "warning: "


def audit(folder: Path) -> tuple[str, ...]:
    """Return all faults of the pact in ``folder``, then what is odd in it, each line of that beginning with ``warning:``.

    The tables that the loader leaves to later work are checked too. An empty tuple means that there is nothing to correct.
    """
    faults = Faults()
    pact = read_pact(folder, faults)
    _check_unread_tables(folder, pact, faults)
    odd = (*_vacancies(pact), *_unworded_pledges(pact), *_shared_names(pact))
    return (*faults.found, *(f"{WARNING}{line}" for line in odd))


def _check_unread_tables(folder: Path, pact: Pact, faults: Faults) -> None:
    sources = set(pact.sources)
    for row in read_rows(folder, "capabilities.csv", schema.CAPABILITIES, faults):
        row.needed("entity")
        row.needed("metric")
        _check_estimate(row, sources)
    columns = schema.replacement_columns(pact.conventions.languages)
    for row in read_rows(folder, "replacement_estimates.csv", columns, faults):
        _check_estimate(row, sources)
        row.known("member", [row.text("member")], pact.members, "member")
    if "capabilities.csv" not in faults.unread:
        read_departure_terms(folder, faults, pact.members)
    if "replacement_estimates.csv" not in faults.unread:
        read_replacements(folder, pact.conventions.languages, faults)


def _check_estimate(row: Row, sources: set[str]) -> None:
    row.needed("value")
    row.flag("citable")
    row.choice("verification", schema.VERIFICATIONS)
    row.known("source", row.items("source"), sources, "source")


def _vacancies(pact: Pact) -> Iterator[str]:
    by_office: dict[str, list[Holding]] = defaultdict(list)
    for holding in pact.holdings:
        by_office[holding.office].append(holding)
    for office, holdings in by_office.items():
        for earlier, later in pairwise(sorted(holdings, key=lambda each: each.start)):
            if later.first - earlier.until > LONG_VACANCY:
                yield f"offices.csv, {office}: nobody is known to hold it from {earlier.until} to {later.first}"


def _unworded_pledges(pact: Pact) -> Iterator[str]:
    for pledge in pact.pledges:
        missing = [code for code in pact.conventions.languages if code not in pledge.wording]
        if missing:
            yield f"pledges.csv, {pledge.id}: has no wording in {', '.join(missing)}"


def _shared_names(pact: Pact) -> Iterator[str]:
    for names in pact.names.values():
        for form, actors in sorted(_actors_by_form(names).items()):
            if len(actors) > 1:
                yield f"names.{names.lang}.toml, “{form}”: names {', '.join(sorted(actors))}"


def _actors_by_form(names: Names) -> dict[str, set[str]]:
    actors: dict[str, set[str]] = defaultdict(set)
    for actor in (*names.actors.values(), *names.institutions.values()):
        for form in (actor.name, *actor.forms, *actor.adjectives, *actor.demonyms, *actor.seats):
            actors[form.lower()].add(actor.id)
    return actors
