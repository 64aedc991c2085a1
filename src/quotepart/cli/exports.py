"""Files that a command writes beside what it prints: a chart, or the table as CSV or Parquet, by the ending of the name."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from quotepart.cli.output import tell
from quotepart.errors import UsageError

if TYPE_CHECKING:
    import polars as pl

CHARTS, TABLES = (".svg", ".png", ".vl.json"), (".csv", ".parquet")


def export(file: Path, *, frame: Callable[[], pl.DataFrame], chart: Callable[[], dict[str, Any]], lang: str) -> None:
    """Write a chart or a table to ``file``, as its ending asks, and say so; only what is asked for is made.

    Raises ``UsageError`` for any other ending and where the file can't be written.
    """
    if file.name.lower().endswith(CHARTS):
        from quotepart.dossier.charts.files import write_chart
        from quotepart.wording.wording import find_wording

        write_chart(chart(), file, find_wording(lang))
    elif file.suffix.lower() in TABLES:
        _write_table(frame(), file)
    else:
        hint = f"end it in {', '.join((*CHARTS, *TABLES))}"
        raise UsageError("nothing can be written under this name", where=str(file), hint=hint)
    tell(str(file))


def _write_table(frame: pl.DataFrame, file: Path) -> None:
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        if file.suffix.lower() == ".csv":
            frame.write_csv(file)
        else:
            frame.write_parquet(file)
    except OSError as fault:
        hint = "choose another place with -o"
        raise UsageError(f"the file can't be written: {fault.strerror}", where=str(file), hint=hint) from None
