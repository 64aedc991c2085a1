"""Official figures: an observation is what one edition printed about one member or aggregate and one year."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Literal

Status = Literal["final", "estimate", "projection"]
Basis = Literal["current", "constant"]
Held = Literal["full", "partial", "none"]
Membership = Literal["as_published", "current", "base"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """Where a value was printed: title, publisher, address, the place in it, and the copy read.

    A source that is not ``citable`` may help to find and rank, and is never shown under a finding as evidence.
    """

    id: str
    title: str
    publisher: str
    url: str
    place: str = ""
    via: str = ""
    citable: bool = True
    verification: str = "cited"

    @property
    def cited(self) -> str:
        """Publisher, title and place, as a finding names its source; where no place is known, the copy that was read.

        >>> Source(id="s", title="Defence Expenditure", publisher="NATO", url="", place="Table 3").cited
        'NATO: Defence Expenditure, Table 3'
        >>> Source(id="s", title="Defence Expenditure", publisher="NATO", url="", via="Politico Europe").cited
        'NATO: Defence Expenditure, via Politico Europe'
        """
        place = self.place or (f"via {self.via}" if self.via else "")
        return ", ".join(filter(None, (f"{self.publisher}: {self.title}", place)))


@dataclass(frozen=True, slots=True, kw_only=True)
class Edition:
    """One publication of a producer's figures, known from the day it appeared.

    ``id`` is ``producer:date`` (``nato:2024-06-17``). ``held`` is how much of it the pact holds: ``full`` (its tables),
    ``partial`` (single values), ``none`` (known to exist). ``price_base`` is the year of its constant prices, ``definition`` the
    producer's definition of the main measure, ``years`` the first and last year its tables cover, also where they are not held.
    ``table`` is the file of an edition that a user imported, ``others`` lists the entities in it that are no party to the pact.
    """

    id: str
    producer: str
    published: date
    title: str
    held: Held
    price_base: int | None = None
    definition: str = "standard"
    sources: tuple[Source, ...] = ()
    years: tuple[int, int] | None = None
    note: str = ""
    table: Path | None = None
    others: tuple[str, ...] = ()

    @property
    def is_imported(self) -> bool:
        """Whether a user imported it from an official file of their own."""
        return self.table is not None


@dataclass(frozen=True, slots=True, kw_only=True)
class Observation:
    """One official value in full units, with both of its dates: the year it is about and the edition that printed it.

    ``entity`` is a member or an aggregate printed by the producer. ``step`` is the last printed digit in full units, so the
    printed value stands for ``value ± step/2``. ``month`` is set where the value is of one month of the year only.
    """

    entity: str
    indicator: str
    year: int
    value: Decimal
    unit: str
    basis: Basis
    status: Status
    edition: str
    source: str
    step: Decimal
    price_base: int | None = None
    month: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Announcement:
    """A figure said by the producer without a table: an edition of its own, never its own proof."""

    id: str
    announced_on: date
    office: str
    person: str
    value: Decimal
    unit: str
    hedge: str
    measure: str
    group: str
    start_year: int | None
    end_year: int | None
    base_year: int | None
    price_basis: str
    source: Source
    note: str = ""
    meeting: str | None = None
