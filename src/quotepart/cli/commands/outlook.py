"""``quotepart outlook``: where the pledges lead, and how well projections foretold the past."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Literal

import typer

from quotepart.cli import options
from quotepart.cli.families import Family

COMMAND = typer.Typer(cls=Family, no_args_is_help=True, help="See where the pledges lead.")


Some = Annotated[
    list[str] | None, typer.Argument(help="Members or groups, by code or name; else all.", metavar="[MEMBER…]")
]
Written = Annotated[
    Path | None,
    typer.Option(
        "--out",
        "-o",
        help="Write a page (.html), a chart (.svg, .png, .vl.json) or a table (.csv, .parquet).",
        metavar="FILE",
    ),
]


@COMMAND.command()
def show(
    members: Some = None,
    target: Annotated[str, typer.Option("--target", help="The target in per cent of GDP.", metavar="NUMBER")] = "3.5",
    by: Annotated[int, typer.Option("--by", help="The deadline.", metavar="YEAR")] = 2035,
    known_on: options.KnownOn = None,
    scenario: Annotated[
        Literal["trend", "plan", "pledge"] | None, typer.Option("--scenario", help="The course that charts show.")
    ] = None,
    method: Annotated[
        str | None, typer.Option("--method", help="How shares are projected; else growth.", metavar="METHOD")
    ] = None,
    credibility: Annotated[
        str | None,
        typer.Option("--credibility", help="How far aims are pursued, 0 to 1; else estimated.", metavar="NUMBER"),
    ] = None,
    growth: Annotated[
        str | None,
        typer.Option("--growth", help="Real growth of GDP, % a year; else each one's own.", metavar="NUMBER"),
    ] = None,
    draws: Annotated[int | None, typer.Option("--draws", help="How many paths are drawn.", metavar="NUMBER")] = None,
    seed: Annotated[int | None, typer.Option("--seed", help="The seed of all draws.", metavar="NUMBER")] = None,
    out: Written = None,
    json: options.Json = False,
    words: options.Words = "en",
    data: options.Data = None,
    pact: options.Pact = "nato",
) -> None:
    """Show where members stand, what a target takes of them, and how likely they are to arrive."""
    from quotepart.cli.outlook_output import print_outlook
    from quotepart.cli.places import data_folder
    from quotepart.cli.reading import day_given, number_given
    from quotepart.outlook.ahead import DRAWS, METHOD, SEED, Wish
    from quotepart.workspace import Workspace

    workspace = Workspace.open(pact, data_folder(data))
    wish = Wish(
        target=number_given(target, "--target"), by=by, draws=DRAWS if draws is None else draws,
        seed=SEED if seed is None else seed, method=method or METHOD, scenario=scenario,
        credibility=float(number_given(credibility, "--credibility")) if credibility else None,
        gdp_growth=float(number_given(growth, "--growth")) if growth else None,
    )  # fmt: skip
    outlook = workspace.outlook(members or (), known_on=day_given(known_on, "--known-on"), wish=wish)
    print_outlook(workspace, outlook, words, as_json=json, out=out)


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
    out: options.Export = None,
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


@COMMAND.command()
def compare(
    files: Annotated[list[Path], typer.Argument(help="Scenarios as TOML files.", metavar="FILE…")],
    known_on: options.KnownOn = None,
    json: options.Json = False,
    words: options.Words = "en",
    data: options.Data = None,
    pact: options.Pact = "nato",
) -> None:
    """Set scenarios side by side: what each supposes, where it leads and what it costs."""
    from quotepart.cli.outlook_output import print_comparison
    from quotepart.cli.places import data_folder
    from quotepart.cli.reading import day_given
    from quotepart.outlook.wish_file import read_wishes
    from quotepart.workspace import Workspace

    wishes = read_wishes(files)
    workspace, day = Workspace.open(pact, data_folder(data)), day_given(known_on, "--known-on")
    outlooks = {each.title: workspace.outlook((), known_on=day, wish=each.wish) for each in wishes}
    print_comparison(workspace, outlooks, words, as_json=json)
