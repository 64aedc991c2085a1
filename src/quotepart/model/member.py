"""Members of a pact and the groups they form, each by date."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from quotepart.model.observation import Source


@dataclass(frozen=True, slots=True, kw_only=True)
class Member:
    """One party to the pact, by its ISO 3166 alpha-3 code, from its accession on (``left`` is the first day after it).

    ``source`` is where the accession was printed.
    """

    id: str
    joined: date
    left: date | None = None
    wikidata: str | None = None
    region: str = ""
    tags: tuple[str, ...] = ()
    source: Source | None = None

    def is_member_on(self, day: date) -> bool:
        """Whether it was a member on ``day``."""
        return self.joined <= day and (self.left is None or day < self.left)


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """A named set of members: all of the pact but ``without``, or those of ``since`` from their own dates on.

    ``entity`` is the producer's own printed aggregate for it, if there is one. ``is_whole`` is false where the group has
    members outside the pact, so that a sum over the pact's members is a part of it only.
    """

    id: str
    without: frozenset[str] = frozenset()
    since: Mapping[str, date] = field(default_factory=dict)
    until: Mapping[str, date] = field(default_factory=dict)
    entity: str | None = None
    is_whole: bool = True

    def members_on(self, day: date, members: Mapping[str, Member]) -> tuple[str, ...]:
        """Return the ids of the group's members on ``day`` that were members of the pact, in the pact's order."""
        present = (m for m in members.values() if m.is_member_on(day) and m.id not in self.without)
        if not self.since:
            return tuple(m.id for m in present)
        return tuple(
            m.id
            for m in present
            if m.id in self.since and self.since[m.id] <= day and not (m.id in self.until and self.until[m.id] <= day)
        )
