"""Findings read back from JSON, and each of their values beside the one computed again."""

from __future__ import annotations

import json
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any

from quotepart.checks.working.recompute import recompute_finding
from quotepart.cli.output import Table
from quotepart.errors import DocumentError

Json = dict[str, Any]
HINT = "give a file that `quotepart claim --json` or `quotepart check --json` wrote"
CLOSE_ENOUGH = Decimal("1e-9")
"""What writing a value as a JSON number may have moved it, as a share of it."""


def findings_in(file: Path) -> Iterator[Json]:
    """Yield the findings of a file: one finding, one a line, or those inside checked documents.

    Raises ``DocumentError`` when the file can't be read or holds anything else.
    """
    try:
        objects = _objects(file.read_text(encoding="utf-8"))
    except (OSError, ValueError) as fault:
        raise DocumentError(f"no findings can be read here: {fault}", where=str(file), hint=HINT) from None
    for each in objects:
        for finding in each.get("findings", [each]) if isinstance(each, dict) else [each]:
            if not isinstance(finding, dict) or "readings" not in finding:
                raise DocumentError("this is no finding: it has no readings", where=str(file), hint=HINT)
            yield finding


def table_of_recomputed(finding: Json) -> tuple[Table, bool]:
    """Return each reading's printed value beside the one computed again, and whether all are the same."""
    rows = [
        (label, _text(printed), _text(again), _same(printed, again))
        for label, printed, again in recompute_finding(finding)
    ]
    title = f"{finding.get('claim', '')} ({finding.get('verdict', '')})"
    table = Table(
        title=title,
        columns=("reading", "printed", "computed again", "same"),
        rows=[(label, printed, again, "yes" if same else "no") for label, printed, again, same in rows],
        right=frozenset({"printed", "computed again"}),
        styles={"no": "red"},
    )
    return table, all(same for *_, same in rows)


def _objects(text: str) -> list[Any]:
    """One JSON value, or one a line; raises ``ValueError`` for what is neither, or nothing."""
    try:
        return [json.loads(text)]
    except ValueError:
        lines = [line for line in text.splitlines() if line.strip()]
        return [json.loads(line) for line in lines or [""]]


def _same(printed: Decimal | None, again: Decimal | None) -> bool:
    if printed is None or again is None:
        return printed is again
    return abs(printed - again) <= CLOSE_ENOUGH * max(abs(printed), abs(again))


def _text(value: Decimal | None) -> str:
    return "" if value is None else f"{value.normalize():,f}"
