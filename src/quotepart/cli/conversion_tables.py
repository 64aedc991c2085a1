"""An amount in another currency or other prices, as lines for people and as an object for programs."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from quotepart.cli.output import Table
from quotepart.model.wire import fields_as_json, number
from quotepart.wording.wording import find_wording

if TYPE_CHECKING:
    from quotepart.measures.conversion import Converted

RATE_DIGITS = 6


def parts_of_conversion(found: Converted, lang: str) -> Iterator[Table | str]:
    """Yield the amount with the year of its prices, then a row for each rate it was multiplied by."""
    wording = find_wording(lang)
    yield wording.say("conversion.amount", amount=wording.money(found.value, found.unit), year=str(found.prices_of))
    rows = [
        (f"{step.start} → {step.end}", wording.number(step.rate, RATE_DIGITS), step.formula, step.edition)
        for step in found.steps
    ]
    heads = tuple(wording.say(f"conversion.{name}") for name in ("step", "rate", "formula", "edition"))
    if rows:
        yield Table(columns=heads, rows=rows, right=frozenset({heads[1]}))


def conversion_as_json(found: Converted) -> dict[str, Any]:
    """Return the amount with each step to it, and what the steps were read from."""
    return {
        "value": number(found.value),
        "unit": found.unit,
        "prices_of": found.prices_of,
        "steps": [
            {
                "kind": step.kind,
                "from": step.start,
                "to": step.end,
                "rate": float(step.rate),
                "formula": step.formula,
                "edition": step.edition,
                "inputs": [fields_as_json(each) for each in step.inputs],
            }
            for step in found.steps
        ],
    }
