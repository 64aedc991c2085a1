"""The measures there are, found by scanning this folder: each file that lists ``MEASURES`` is a family."""

from __future__ import annotations

import importlib
from collections.abc import Mapping
from difflib import get_close_matches
from functools import lru_cache
from pathlib import Path

from quotepart.errors import UsageError
from quotepart.measures.found import NamedMeasure

PACKAGE = "quotepart.measures"


@lru_cache(maxsize=1)
def find_measures() -> Mapping[str, NamedMeasure]:
    """Return every measure by its name, in the order of their names; no name stands twice."""
    files = sorted(Path(__file__).parent.glob("[!_]*.py"))
    families = [importlib.import_module(f"{PACKAGE}.{file.stem}") for file in files]
    found = sorted(
        (measure for each in families for measure in getattr(each, "MEASURES", ())), key=lambda each: each.name
    )
    by_name = {measure.name: measure for measure in found}
    if len(by_name) < len(found):
        raise ValueError(f"a measure's name stands twice among {', '.join(measure.name for measure in found)}")
    return by_name


def find_measure(name: str) -> NamedMeasure:
    """Return the measure of this name; raises ``UsageError`` with near names."""
    measures = find_measures()
    plain = name.strip().lower().replace("-", "_").replace(" ", "_")
    if plain in measures:
        return measures[plain]
    near = get_close_matches(plain, measures) or [each for each in measures if plain and plain in each]
    hint = f"did you mean {', '.join(near)}?" if near else f"known: {', '.join(measures)}"
    raise UsageError(f"there is no measure “{name}”", hint=hint)
