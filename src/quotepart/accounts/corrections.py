"""The ledger of a pact's accounts: known errors of sources, breaks, and what does not reproduce, each named with its reason.

Nothing in it changes a figure: a figure stays as its producer printed it, and the ledger says what to know about it.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal, get_args

from quotepart.errors import PactError
from quotepart.model.frozen import dataclass
from quotepart.model.pact import Pact
from quotepart.pacts.faults import Faults
from quotepart.pacts.head import read_by_language
from quotepart.pacts.sections import Section, read_section

FILE = "corrections.toml"
Kind = Literal[
    "source_error", "not_reproduced", "break", "definition", "fiscal_year", "membership", "price_base", "ambiguous"
]
KINDS: tuple[Kind, ...] = get_args(Kind)


@dataclass(frozen=True, slots=True, kw_only=True)
class Correction:
    """What to know about some figures: of these editions or producers, indicators, entities and years; empty means all.

    ``cells`` narrows it to single figures, each an entity and a year. One that names ``announcements`` is about these alone.
    ``says`` gives the reason by language, ``source`` where that can be seen.
    """

    id: str
    kind: Kind
    says: Mapping[str, str]
    source: str
    editions: tuple[str, ...] = ()
    producers: tuple[str, ...] = ()
    indicators: tuple[str, ...] = ()
    entities: tuple[str, ...] = ()
    cells: tuple[tuple[str, int], ...] = ()
    since: int | None = None
    announcements: tuple[str, ...] = ()

    def applies_to(self, *, edition: str, indicator: str, entity: str, year: int) -> bool:
        """Whether it says something about this figure."""
        producer = edition.partition(":")[0]
        return (
            not self.announcements
            and (not self.editions or edition in self.editions)
            and (not self.producers or producer in self.producers)
            and (not self.indicators or indicator in self.indicators)
            and (not self.entities or entity in self.entities)
            and (not self.cells or (entity, year) in self.cells)
            and (self.since is None or year >= self.since)
        )


def read_corrections(pact: Pact) -> tuple[Correction, ...]:
    """Return the ledger of a pact in the order of its file, nothing where it has none; raises ``PactError`` with all faults."""
    if not (pact.folder / FILE).is_file():
        return ()
    faults = Faults()
    file = read_section(pact.folder, FILE, faults)
    found = tuple(_correction(name, section, pact) for name, section in file.named().items())
    file.close()
    if faults.found:
        raise PactError.from_faults(str(pact.folder), faults.found)
    return found


def _correction(name: str, section: Section, pact: Pact) -> Correction:
    entities = {*pact.members, *pact.groups, *(group.entity for group in pact.groups.values() if group.entity)}
    known = {
        "editions": set(pact.editions),
        "indicators": set(pact.indicators),
        "entities": entities,
        "announcements": {announcement.id for announcement in pact.announcements},
    }
    for key, ids in known.items():
        for each in section.texts(key):
            if each not in ids:
                section.fault(key, f"“{each}” is unknown")
    return Correction(
        id=name,
        kind=section.choice("kind", KINDS),
        says=read_by_language(section.section("says"), pact.conventions.languages),
        source=section.text("source"),
        editions=section.texts("editions"),
        producers=section.texts("producers"),
        indicators=section.texts("indicators"),
        entities=section.texts("entities"),
        cells=tuple(_cell(each, section, entities) for each in section.texts("cells")),
        since=section.integer("since"),
        announcements=section.texts("announcements"),
    )


def _cell(text: str, section: Section, entities: set[str]) -> tuple[str, int]:
    entity, _, year = text.partition(" ")
    if entity not in entities or not (year.isdecimal() and len(year) == 4):
        section.fault("cells", f"“{text}” is no figure; expected an entity and a year, as in ABC 2019")
        return (entity, 0)
    return (entity, int(year))
