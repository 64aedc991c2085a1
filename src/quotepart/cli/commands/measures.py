"""``quotepart measures``: every measure of sharing by its name, for a year or several, as known on a day."""

from __future__ import annotations

from typing import Annotated, Literal

import typer

from quotepart.cli import options

Name = Annotated[str | None, typer.Argument(help="Which measure; without one they are listed.", metavar="[NAME]")]
Year = Annotated[int | None, typer.Option("--year", help="The year; else the last one of the edition.", metavar="YEAR")]
Years = Annotated[str | None, typer.Option("--years", help="A series over years, such as 2014:2026.")]
Group = Annotated[str | None, typer.Option("--group", help="Which group; else the whole pact.", metavar="GROUP")]
Without = Annotated[
    list[str] | None, typer.Option("--without", help="Leave a member or group out; may be repeated.", metavar="MEMBER")
]
Basis = Annotated[
    Literal["current", "constant"] | None, typer.Option("--basis", help="Prices of each year, or of one.")
]
Membership = Annotated[
    Literal["as_published", "current", "base"], typer.Option("--membership", help="Whose members count in a year.")
]
Target = Annotated[str, typer.Option("--target", help="The target, in the indicator's unit.", metavar="NUMBER")]
Over = Annotated[int | None, typer.Option("--over", help="The base year over which is counted.", metavar="YEAR")]
Which = Annotated[
    str | None, typer.Option("--indicator", help="The series that the target is for.", metavar="INDICATOR")
]
Edition = Annotated[str | None, typer.Option("--edition", help="This edition and no other.", metavar="EDITION")]
Uncitable = Annotated[bool, typer.Option("--with-uncitable", help="Also figures that may not be cited.")]
Seed = Annotated[int | None, typer.Option("--seed", help="The seed of permutations and draws.", metavar="NUMBER")]


def measures(
    name: Name = None,
    year: Year = None,
    years: Years = None,
    group: Group = None,
    without: Without = None,
    known_on: options.KnownOn = None,
    edition: Edition = None,
    basis: Basis = None,
    membership: Membership = "as_published",
    target: Target = "2",
    over: Over = None,
    indicator: Which = None,
    with_uncitable: Uncitable = False,
    seed: Seed = None,
    out: options.Export = None,
    json: options.Json = False,
    csv: options.Csv = False,
    words: options.Words = "en",
    data: options.Data = None,
    pact: options.Pact = "nato",
) -> None:
    """Compute a measure of sharing, or list the measures there are."""
    from quotepart.cli.measure_tables import print_measures, print_names
    from quotepart.cli.places import data_folder
    from quotepart.cli.reading import day_given, number_given, years_given
    from quotepart.workspace import Workspace

    if name is None:
        print_names(words, as_json=json)
        return
    workspace = Workspace.open(pact, data_folder(data))
    found = workspace.measure(
        name, years=years_given(years) or ([year] if year else ()), known_on=day_given(known_on, "--known-on"),
        group=group, without=[each for some in without or () for each in some.split(",")], edition=edition, basis=basis,
        membership=membership, base_year=over, target=number_given(target, "--target"), indicator=indicator,
        with_uncitable=with_uncitable, seed=seed,
    )  # fmt: skip
    print_measures(workspace, found, words, as_json=json, as_csv=csv, out=out)


COMMAND = measures
