"""``quotepart recompute``: a finding computed again from what it prints."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

Source = Annotated[
    Path, typer.Argument(help="A finding, or what check or claim printed with --json.", metavar="FINDING.json")
]


def recompute(file: Source) -> None:
    """Compute a finding again from what it prints."""
    import sys

    from quotepart.cli.output import print_parts
    from quotepart.cli.recomputing import findings_in, table_of_recomputed

    differs = False
    for finding in findings_in(file):
        table, is_same = table_of_recomputed(finding)
        print_parts([table, ""])
        differs = differs or not is_same
    if differs:
        sys.exit(3)


COMMAND = recompute
