"""The arguments and options that several commands share, each said once."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

Paths = Annotated[list[str], typer.Argument(help="Files, folders, or - for standard input.", metavar="PATH…")]
Members = Annotated[list[str], typer.Argument(help="Members or groups, by code or name.", metavar="MEMBER…")]
Json = Annotated[bool, typer.Option("--json", help="Print JSON Lines on stdout, and nothing else there.")]
Csv = Annotated[bool, typer.Option("--csv", help="Print CSV on stdout, and nothing else there.")]
Export = Annotated[
    Path | None,
    typer.Option(
        "--out", "-o", help="Write a chart (.svg, .png, .vl.json) or the table (.csv, .parquet).", metavar="FILE"
    ),
]
Markdown = Annotated[bool, typer.Option("--markdown", help="Print Markdown on stdout, and nothing else there.")]
ClaimReview = Annotated[
    bool, typer.Option("--claimreview", help="Print ClaimReview JSON-LD, one a line, of what a person approved.")
]
ApprovedBy = Annotated[
    str | None, typer.Option("--approved-by", help="Who approved the findings for publication.", metavar="NAME")
]
Only = Annotated[
    list[str] | None,
    typer.Option("--finding", help="Approved is only this finding, by its id; may be repeated.", metavar="ID"),
]
Url = Annotated[str | None, typer.Option("--url", help="Where the claim appeared, for the review.", metavar="URL")]
Lang = Annotated[str | None, typer.Option("--lang", help="The documents' language, where you know it: fr or en.")]
Published = Annotated[
    str | None, typer.Option("--published", help="The day the documents appeared, where you know it.")
]
KnownOn = Annotated[str | None, typer.Option("--known-on", help="Judge by what was known on this day.", metavar="DATE")]
Words = Annotated[str, typer.Option("--words", help="The language of the answer: en or fr.", metavar="LANG")]
OwnWords = Annotated[
    str | None,
    typer.Option("--words", help="The language of the answer, en or fr; else that of the text.", metavar="LANG"),
]
Pact = Annotated[str, typer.Option("--pact", help="The pact: a name, or the path of a pact's folder.")]
Data = Annotated[
    Path | None,
    typer.Option(
        "--data",
        help="The folder for what you import; else QUOTEPART_DATA, or the system's usual place.",
        metavar="DIR",
    ),
]
