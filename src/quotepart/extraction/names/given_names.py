"""Given names and the gender that they tell."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Literal

import tomli

from quotepart.extraction.text.fold import fold

Gender = Literal["male", "female"]


@cache
def given_names() -> Mapping[str, Gender]:
    """Return the gender of given names that tell it, by folded name."""
    table = tomli.loads((Path(__file__).parent / "given_names.toml").read_text(encoding="utf-8"))
    both = set(table["male"].split()) & set(table["female"].split())
    sides: tuple[Gender, Gender] = ("male", "female")
    return {fold(name): side for side in sides for name in table[side].split() if name not in both}


def gender_of(given_name: str) -> Gender | None:
    """Return the gender that a given name tells: by list, else female for an ending in "a"; ``None`` for initials and others."""
    name = fold(given_name).split("-")[0]
    known = given_names().get(name)
    return known or ("female" if len(name) > 2 and name.endswith("a") else None)
