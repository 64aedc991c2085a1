"""Whose row it is: a file's labels turned into the ids of members, other states and the producer's own aggregates."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping

from quotepart.model.pact import Pact

_MARKS = re.compile(r"[*†‡§¹²³]+$")
_IN_BRACKETS = re.compile(r"^(?P<label>[^()]*[^()\s])\s*\((?P<unit>[^()]+)\)$")


class Labels:
    """The labels of a source: its own list first, then every name that the pact has for a state, then ids as they are.

    Groups' names are no labels: "Europe" over a block of rows is a heading, not a sum.
    """

    def __init__(self, pact: Pact, own: Mapping[str, str]) -> None:
        self._known: dict[str, str] = {}
        actors = [actor for names in pact.names.values() for actor in names.actors.values()]
        for label, entity in own.items():
            self._known[plain(label)] = entity
        for entity in (*pact.members, *(actor.id for actor in actors)):
            self._known.setdefault(plain(entity), entity)
        for actor in actors:
            for form in (actor.name, *actor.forms):
                self._known.setdefault(plain(form), actor.id)

    def entity(self, label: str) -> str | None:
        """Return whose label it is, ``None`` for a stranger's; footnote marks at its end do not count."""
        return self._known.get(plain(label))


def plain(label: str) -> str:
    """Return a label without footnote marks, accents, case and doubled spaces.

    >>> plain("  Türkiye *")
    'turkiye'
    """
    unmarked = _MARKS.sub(
        "", label.strip()
    )  # before the letters are taken apart: a raised figure would become a plain one
    folded = unicodedata.normalize("NFKD", unmarked.replace("’", "'").casefold())
    return " ".join("".join(char for char in folded if not unicodedata.combining(char)).split())


def split_unit(label: str) -> tuple[str, str]:
    """Return a label and the unit that follows it in brackets, nothing where there is none.

    >>> split_unit("Albania   (Leks)"), split_unit("Poland")
    (('Albania', 'Leks'), ('Poland', ''))
    """
    found = _IN_BRACKETS.match(" ".join(label.split()))
    return (found["label"], found["unit"]) if found else (label, "")
