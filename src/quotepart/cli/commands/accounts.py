"""``quotepart accounts``: the official figures, as they were known on a day."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Literal

import typer

from quotepart.cli import options

COMMAND = typer.Typer(no_args_is_help=True, help="Look up the official figures, as they were known on a day.")

Which = Annotated[str, typer.Option("--indicator", help="Which series, by id or name.", metavar="INDICATOR")]
Years = Annotated[str | None, typer.Option("--years", help="Only these years, such as 2014:2026 or 2024.")]
Prices = Annotated[Literal["current", "constant"], typer.Option("--basis", help="Prices of each year, or of one.")]
Chart = Annotated[
    str | None, typer.Option("--chart", help="bars, slope, heat or lines; else what fits.", metavar="KIND")
]
Target = Annotated[str | None, typer.Option("--target", help="Draw a target line at this value.", metavar="NUMBER")]
Each = Annotated[bool, typer.Option("--each", help="Every member of the groups named, each by itself.")]
Counted = Annotated[
    Literal["as_published", "current", "base"],
    typer.Option("--membership", help="Whose members a group counts in a year."),
]


@COMMAND.command()
def show(
    members: options.Members,
    indicator: Which,
    years: Years = None,
    known_on: options.KnownOn = None,
    basis: Prices = "current",
    each: Each = False,
    membership: Counted = "as_published",
    chart: Chart = None,
    target: Target = None,
    out: options.Export = None,
    json: options.Json = False,
    csv: options.Csv = False,
    words: options.Words = "en",
    data: options.Data = None,
    pact: options.Pact = "nato",
) -> None:
    """Show a series, from the newest edition of the day."""
    from quotepart.cli.account_tables import print_series
    from quotepart.cli.places import data_folder
    from quotepart.cli.reading import day_given, number_given, years_given
    from quotepart.workspace import Workspace

    workspace = Workspace.open(pact, data_folder(data))
    rows = workspace.series(
        members, indicator, known_on=day_given(known_on, "--known-on"), basis=basis, years=years_given(years),
        each=each, membership=membership,
    )  # fmt: skip
    line = number_given(target, "--target") if target else None
    print_series(workspace, rows, words, as_json=json, as_csv=csv, out=out, kind=chart, target=line)


@COMMAND.command()
def revisions(
    indicator: Annotated[
        str | None, typer.Argument(help="Which series; else the share of GDP.", metavar="[INDICATOR]")
    ] = None,
    member: Annotated[
        list[str] | None,
        typer.Option("--member", help="Only this member or group; may be repeated.", metavar="MEMBER"),
    ] = None,
    each: Annotated[bool, typer.Option("--each", help="Every member by itself too.")] = False,
    basis: Prices = "constant",
    out: options.Export = None,
    json: options.Json = False,
    csv: options.Csv = False,
    words: options.Words = "en",
    data: options.Data = None,
    pact: options.Pact = "nato",
) -> None:
    """Show how much figures moved after they were printed, by lag between editions, age, member and group."""
    from quotepart.cli.places import data_folder
    from quotepart.cli.revision_tables import print_revisions
    from quotepart.workspace import Workspace

    workspace = Workspace.open(pact, data_folder(data))
    rows = workspace.revisions(indicator, entities=member or (), each=each, basis=basis)
    print_revisions(workspace, rows, words, as_json=json, as_csv=csv, out=out)


@COMMAND.command()
def added(
    over: Annotated[int, typer.Option("--over", help="The base year, over whose level is counted.", metavar="YEAR")],
    until: Annotated[int, typer.Option("--until", help="The last year that is counted.", metavar="YEAR")],
    group: Annotated[str, typer.Option("--group", help="The group or member, by code or name.")],
    known_on: options.KnownOn = None,
    json: options.Json = False,
    words: options.Words = "en",
    data: options.Data = None,
    pact: options.Pact = "nato",
) -> None:
    """Add up what was spent over a base year's level."""
    from quotepart.cli.account_tables import added_as_json, table_of_added, why_substitute
    from quotepart.cli.output import print_json, print_parts, tell
    from quotepart.cli.places import data_folder
    from quotepart.cli.reading import day_given
    from quotepart.workspace import Workspace

    workspace = Workspace.open(pact, data_folder(data))
    day = day_given(known_on, "--known-on")
    choice, readings = workspace.added(group, over=over, until=until, known_on=day)
    if choice.edition_is == "substitute":
        tell(f"{why_substitute(choice, day)}; {readings[0].edition} stands in")
    if json:
        for each in readings:
            print_json(added_as_json(each, choice))
    else:
        print_parts([table_of_added(readings, words)])


@COMMAND.command()
def convert(
    amount: Annotated[str, typer.Argument(help="The amount in full units, such as 41.7e9.", metavar="AMOUNT")],
    unit: Annotated[str, typer.Option("--from", help="The amount's currency, such as USD.", metavar="CURRENCY")],
    member: Annotated[str, typer.Option("--member", help="Whose rates and prices, by code or name.", metavar="MEMBER")],
    year: Annotated[int, typer.Option("--year", help="The year that the amount is of.", metavar="YEAR")],
    to: Annotated[str | None, typer.Option("--to", help="The currency; else as given.", metavar="CURRENCY")] = None,
    prices_of: Annotated[
        int | None, typer.Option("--prices-of", help="Bring it to the prices of this year.", metavar="YEAR")
    ] = None,
    known_on: options.KnownOn = None,
    json: options.Json = False,
    words: options.Words = "en",
    data: options.Data = None,
    pact: options.Pact = "nato",
) -> None:
    """Bring money to another currency or other prices, naming each rate, its base and its edition."""
    from quotepart.cli.conversion_tables import conversion_as_json, parts_of_conversion
    from quotepart.cli.output import print_json, print_parts
    from quotepart.cli.places import data_folder
    from quotepart.cli.reading import day_given, number_given
    from quotepart.workspace import Workspace

    found = Workspace.open(pact, data_folder(data)).convert(
        number_given(amount, "AMOUNT"), unit, member=member, year=year, to=to, prices_of=prices_of,
        known_on=day_given(known_on, "--known-on"),
    )  # fmt: skip
    if json:
        print_json(conversion_as_json(found))
    else:
        print_parts(parts_of_conversion(found, words))


@COMMAND.command()
def editions(
    known_on: options.KnownOn = None,
    announced: Annotated[
        bool, typer.Option("--announced", help="The figures announced without a table, each an edition of its own.")
    ] = False,
    json: options.Json = False,
    data: options.Data = None,
    pact: options.Pact = "nato",
) -> None:
    """List the editions published by a day."""
    from quotepart.cli.account_tables import edition_as_json, table_of_editions
    from quotepart.cli.announcement_tables import announcement_as_json, table_of_announcements
    from quotepart.cli.output import print_json, print_parts
    from quotepart.cli.places import data_folder
    from quotepart.cli.reading import day_given
    from quotepart.workspace import Workspace

    workspace, day = Workspace.open(pact, data_folder(data)), day_given(known_on, "--known-on")
    said = [each for each in workspace.pact.announcements if each.announced_on <= day]
    if announced:
        if json:
            for each in said:
                print_json(announcement_as_json(each))
        else:
            print_parts([table_of_announcements(said, "en")])
        return
    found = workspace.account.editions(known_on=day)
    if json:
        for edition in found:
            print_json(edition_as_json(edition))
    else:
        more = [f"{len(said)} figures announced without a table by that day: `--announced` lists them"] if said else []
        print_parts([table_of_editions(found), *more])


@COMMAND.command()
def months(
    members: options.Members,
    indicator: Which,
    known_on: options.KnownOn = None,
    json: options.Json = False,
    csv: options.Csv = False,
    words: options.Words = "en",
    data: options.Data = None,
    pact: options.Pact = "nato",
) -> None:
    """Show a series month by month, where its producer prints one."""
    from quotepart.cli.month_tables import month_rows, table_of_months
    from quotepart.cli.output import print_csv, print_json, print_parts
    from quotepart.cli.places import data_folder
    from quotepart.cli.reading import day_given
    from quotepart.workspace import Workspace

    workspace = Workspace.open(pact, data_folder(data))
    found = workspace.months(members, indicator, known_on=day_given(known_on, "--known-on"))
    if json:
        for row in month_rows(found):
            print_json(row)
    elif csv:
        print_csv(month_rows(found))
    else:
        print_parts([table_of_months(found, words)])


@COMMAND.command("import")
def import_(
    source: Annotated[
        str, typer.Argument(help="Whose file it is: nato, sipri, worldbank, imf, kiel.", metavar="SOURCE")
    ],
    file: Annotated[Path, typer.Argument(help="The official file as you downloaded it.", metavar="FILE")],
    published: Annotated[
        str | None,
        typer.Option("--published", help="The day it was published, where the file does not say.", metavar="DATE"),
    ] = None,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Only show what it would change.")] = False,
    json: options.Json = False,
    words: options.Words = "en",
    data: options.Data = None,
    pact: options.Pact = "nato",
) -> None:
    """Read an official file into an edition of your own, and show what it changes."""
    from quotepart.cli.difference_tables import import_as_json, parts_of_import
    from quotepart.cli.output import print_json, print_parts
    from quotepart.cli.places import data_folder
    from quotepart.cli.reading import exact_day_given
    from quotepart.workspace import Workspace

    workspace = Workspace.open(pact, data_folder(data))
    prepared = workspace.prepare_import(source, file, published=exact_day_given(published, "--published"))
    if not dry_run:
        workspace.save_import(prepared)
    folder = None if dry_run else workspace.imports
    if json:
        for each in import_as_json(prepared, folder):
            print_json(each)
    else:
        print_parts(parts_of_import(prepared, workspace.pact, folder, words))


@COMMAND.command()
def diff(
    before: Annotated[
        str, typer.Argument(help="The edition to start from, such as nato:2019-06-25.", metavar="EDITION")
    ],
    after: Annotated[str, typer.Argument(help="The edition that came later.", metavar="EDITION")],
    json: options.Json = False,
    words: options.Words = "en",
    data: options.Data = None,
    pact: options.Pact = "nato",
) -> None:
    """Show which figures are new, gone or revised from one edition to another."""
    from quotepart.cli.difference_tables import difference_as_json, parts_of_difference
    from quotepart.cli.output import print_json, print_parts
    from quotepart.cli.places import data_folder
    from quotepart.workspace import Workspace

    workspace = Workspace.open(pact, data_folder(data))
    found = workspace.difference(before, after)
    if json:
        for each in difference_as_json(found):
            print_json(each)
    else:
        print_parts(parts_of_difference(found, workspace.pact, words))


@COMMAND.command()
def explain(
    member: Annotated[str, typer.Argument(help="A member or group, by code or name.", metavar="MEMBER")],
    indicator: Annotated[str, typer.Argument(help="Which series, by id or name.", metavar="INDICATOR")],
    year: Annotated[int, typer.Argument(help="The year it is about.", metavar="YEAR")],
    known_on: options.KnownOn = None,
    json: options.Json = False,
    words: options.Words = "en",
    data: options.Data = None,
    pact: options.Pact = "nato",
) -> None:
    """Put what every edition and source says of one figure side by side, and say why they differ."""
    from quotepart.cli.explanation_tables import explanation_as_json, parts_of_explanation
    from quotepart.cli.output import print_json, print_parts
    from quotepart.cli.places import data_folder
    from quotepart.cli.reading import day_given
    from quotepart.workspace import Workspace

    workspace = Workspace.open(pact, data_folder(data))
    found = workspace.explain(member, indicator, year, known_on=day_given(known_on, "--known-on"))
    if json:
        for each in explanation_as_json(found):
            print_json(each)
    else:
        print_parts(parts_of_explanation(found, words))
