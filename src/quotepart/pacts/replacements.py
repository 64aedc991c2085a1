"""Published estimates of what it takes to replace a member's forces, as ``replacement_estimates.csv`` holds them."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import field
from decimal import Decimal
from functools import lru_cache
from pathlib import Path

from quotepart.errors import PactError
from quotepart.model.frozen import dataclass
from quotepart.pacts import schema
from quotepart.pacts.faults import Faults, decimal_of
from quotepart.pacts.rows import Row, read_rows

FILE = "replacement_estimates.csv"
WHOLE = Decimal(100)

_MONEY = re.compile(r"(?P<currency>[A-Z]{3}) bn(?P<yearly> a year)?")
_BILLION = Decimal("1e9")
_PART = re.compile(r"% of (?P<whole>\w+)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Estimate:
    """One figure, or a range, that an author published on the departure of ``member``.

    ``covers`` and ``horizon`` say by language what it is about, ``low`` and ``high`` are in ``unit``: money in full units of its
    currency, each year where it ``is_yearly``, else as published. Estimates of
    different scope stand side by side and are never added or averaged. ``part_of`` names the estimate of which this one is a part
    in per cent.
    """

    id: str
    author: str
    member: str
    published: str
    low: Decimal
    high: Decimal
    unit: str
    covers: Mapping[str, str]
    horizon: Mapping[str, str] = field(default_factory=dict)
    is_yearly: bool = False
    source: str = ""
    citable: bool = False
    note: str = ""

    @property
    def part_of(self) -> str:
        """The id of the estimate that this one is a part of, empty where it stands for itself."""
        found = _PART.fullmatch(self.unit)
        return found["whole"] if found else ""


@lru_cache(maxsize=4)
def replacement_estimates(folder: Path, languages: tuple[str, ...]) -> tuple[Estimate, ...]:
    """Return the estimates of the pact in ``folder``, in the file's order; raises ``PactError`` with all their faults."""
    faults = Faults()
    estimates = read_replacements(folder, languages, faults)
    if faults.found:
        raise PactError.from_faults(str(folder), faults.found)
    return estimates


def read_replacements(folder: Path, languages: tuple[str, ...], faults: Faults) -> tuple[Estimate, ...]:
    """Return the estimates of the pact in ``folder``, noting what is wrong: a split that adds up to more than its whole too."""
    rows = read_rows(folder, FILE, schema.replacement_columns(languages), faults)
    estimates = tuple(_estimate(row, languages) for row in rows)
    for whole, parts in overfull_splits(estimates):
        faults.add(
            FILE,
            f"the parts of {whole} add up to {parts:f} %, more than the whole: a split copied wrongly is no source",
        )
    return estimates


def overfull_splits(estimates: Iterable[Estimate]) -> tuple[tuple[str, Decimal], ...]:
    """Return each estimate whose parts, in per cent of it, add up to more than a hundred, with that sum."""
    sums: dict[str, Decimal] = defaultdict(Decimal)
    for each in estimates:
        if each.part_of:
            sums[each.part_of] += each.low
    return tuple((whole, parts) for whole, parts in sums.items() if parts > WHOLE)


def _estimate(row: Row, languages: tuple[str, ...]) -> Estimate:
    money = _MONEY.fullmatch(row.text("unit"))
    low, high = (each * (_BILLION if money else 1) for each in _ends(row))
    return Estimate(
        id=row.needed("id"),
        author=row.text("author"),
        member=row.needed("member"),
        published=row.partial("published"),
        low=low,
        high=high,
        unit=money["currency"] if money else row.text("unit"),
        is_yearly=bool(money and money["yearly"]),
        covers={code: row.needed(f"covers_{code}") for code in languages},
        horizon={code: row.text(f"horizon_{code}") for code in languages},
        source=row.text("source"),
        citable=row.flag("citable"),
        note=row.text("note"),
    )


def _ends(row: Row) -> tuple[Decimal, Decimal]:
    """Return both ends of a range ``94-110``; a single number is both."""
    low, _, high = row.text("value").partition("-")
    ends = [decimal_of(each, row.report("value")) or Decimal(0) for each in (low, high or low)]
    return ends[0], ends[1]
