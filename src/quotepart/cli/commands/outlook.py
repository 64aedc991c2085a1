"""``quotepart outlook``: where the pledges lead, and how well projections foretold the past."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Literal

import typer

from quotepart.cli import options
from quotepart.cli.families import Family

COMMAND = typer.Typer(cls=Family, no_args_is_help=True, help="See where the pledges lead.")


@COMMAND.command()
def backtest(
    origins: Annotated[
        str | None, typer.Option("--origins", help="The last years known, such as 2014:2023.", metavar="YEARS")
    ] = None,
    method: Annotated[
        list[str] | None,
        typer.Option("--method", help="Only this method; may be repeated.", metavar="METHOD"),
    ] = None,
    target: Annotated[
        str, typer.Option("--target", help="The share of GDP in per cent whose odds are scored.", metavar="NUMBER")
    ] = "2",
    until: Annotated[int, typer.Option("--until", help="The last year that is judged.", metavar="YEAR")] = 2024,
    draws: Annotated[int | None, typer.Option("--draws", help="How many paths are drawn.", metavar="NUMBER")] = None,
    seed: Annotated[int | None, typer.Option("--seed", help="The seed of all draws.", metavar="NUMBER")] = None,
    chart: Annotated[
        Literal["reliability", "pit"], typer.Option("--chart", help="Which chart is written with -o.")
    ] = "reliability",
    out: Annotated[
        Path | None, typer.Option("--out", "-o", help="Write a chart (.svg, .png, .vl.json).", metavar="FILE")
    ] = None,
    json: options.Json = False,
    words: options.Words = "en",
    data: options.Data = None,
    pact: options.Pact = "nato",
) -> None:
    """Try every projection on the past: what it said at the end of each year, and what came."""
    from quotepart.cli.backtest_tables import print_backtest
    from quotepart.cli.places import data_folder
    from quotepart.cli.reading import number_given, years_given
    from quotepart.workspace import Workspace

    workspace = Workspace.open(pact, data_folder(data))
    run = workspace.backtest(
        years_given(origins, "--origins"), methods=method or (), target=float(number_given(target, "--target")),
        until=until, draws=draws, seed=seed,
    )  # fmt: skip
    print_backtest(workspace, run, words, as_json=json, out=out, chart=chart)
