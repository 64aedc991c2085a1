"""Accounts whose later years are nonsense, to show that nobody looked at them."""

from __future__ import annotations

import csv
import random
import re
from dataclasses import replace
from datetime import date
from pathlib import Path

from quotepart.model.observation import Edition, Source
from quotepart.model.pact import Pact

LONG = "military_share_gdp"


def poisoned(pact: Pact, folder: Path, years: range) -> Pact:
    """The pact with every figure about ``years`` replaced by a drawn one, in every table of every edition."""
    folder.mkdir()
    chance = random.Random(1)
    for table in pact.accounts.glob("*.csv"):
        with table.open(encoding="utf-8", newline="") as file:
            head, *rows = csv.reader(file)
        spoilt = [at for at, name in enumerate(head) if re.fullmatch(r"\d{4}[ep]?", name) and int(name[:4]) in years]
        for row in rows:
            for at in spoilt:
                row[at] = f"{chance.uniform(1, 9):.2f}" if row[at] else ""
        with (folder / table.name).open("w", encoding="utf-8", newline="") as file:
            csv.writer(file, lineterminator="\n").writerows([head, *rows])
    return replace(pact, accounts=folder)


def with_long_series(pact: Pact, folder: Path, members: tuple[str, ...], years: range, *, spoilt: range) -> Pact:
    """The pact with an edition of a made-up long series, as if a user had imported it; ``spoilt`` years are nonsense."""
    chance = random.Random(2)
    rows = []
    for member in members:
        drawn = {year: f"{2 + chance.uniform(-0.3, 0.3):.4f}" for year in years}
        values = ["77" if year in spoilt else value for year, value in drawn.items()]
        rows.append([LONG, "current", member, "", "", "", "made_up", *values])
    table = folder / "long.csv"
    with table.open("w", encoding="utf-8", newline="") as file:
        head = ["indicator", "basis", "entity", "unit", "scale", "step", "source", *map(str, years)]
        csv.writer(file, lineterminator="\n").writerows([head, *rows])
    place = Source(id="long:2025-01-01/made_up", title="Made up", publisher="Nobody", url="https://example.org")
    edition = Edition(
        id="long:2025-01-01", producer="long", published=date(2025, 1, 1), title="Made up", held="full", sources=(place,),
        years=(years[0], years[-1]), table=table,
    )  # fmt: skip
    return replace(pact, editions={**pact.editions, edition.id: edition})
