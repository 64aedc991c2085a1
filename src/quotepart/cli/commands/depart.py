"""``quotepart depart``: what goes when members leave, what it takes of the rest, and what a scenario makes of it."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Literal

import typer

from quotepart.cli import options

Part = Annotated[
    str, typer.Option("--part", help="all, theatre (forces in the area), or a line of capability.", metavar="PART")
]
Rule = Annotated[str, typer.Option("--rule", help="The rule that splits a scenario's bill.", metavar="RULE")]
Scenario = Annotated[
    list[Path] | None,
    typer.Option(
        "--scenario", help="Prices and times that you suppose; may be repeated to compare.", metavar="FILE.toml"
    ),
]
Chart = Annotated[
    Literal["what_goes", "shares", "cost"], typer.Option("--chart", help="Which chart goes to a chart's file.")
]
Draws = Annotated[int, typer.Option("--draws", help="How many draws a scenario makes.", metavar="NUMBER")]
Uncitable = Annotated[bool, typer.Option("--with-uncitable", help="Also figures that may not be cited.")]
Out = Annotated[
    Path | None,
    typer.Option(
        "--out",
        "-o",
        help="Write the page (.html), a chart (.svg, .png, .vl.json) or a table (.csv, .parquet).",
        metavar="FILE",
    ),
]


def depart(
    members: options.Members,
    part: Part = "all",
    rule: Rule = "pro_rata",
    scenario: Scenario = None,
    known_on: options.KnownOn = None,
    draws: Draws = 10_000,
    with_uncitable: Uncitable = False,
    chart: Chart = "what_goes",
    out: Out = None,
    json: options.Json = False,
    words: options.Words = "en",
    data: options.Data = None,
    pact: options.Pact = "nato",
) -> None:
    """Show what goes when members leave, and what it takes of those who stay."""
    from quotepart.cli.departure_output import print_departure
    from quotepart.cli.places import data_folder
    from quotepart.cli.reading import day_given
    from quotepart.workspace import Workspace

    workspace = Workspace.open(pact, data_folder(data))
    departure = workspace.depart(
        members, known_on=day_given(known_on, "--known-on"), part=part, rule=rule, scenarios=scenario or (),
        with_uncitable=with_uncitable, draws=draws,
    )  # fmt: skip
    print_departure(workspace, departure, words, as_json=json, out=out, chart=chart)


COMMAND = depart
