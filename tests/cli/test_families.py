from __future__ import annotations

from typing import Annotated

import typer
from typer.testing import CliRunner

from quotepart.cli.families import Family

Members = Annotated[list[str] | None, typer.Argument()]


def family(*, with_show: bool = True) -> typer.Typer:
    app = typer.Typer(cls=Family)

    def show(members: Members = None, loud: bool = False) -> None:
        print("show", members, loud)

    def other() -> None:
        print("other")

    if with_show:
        app.command("show")(show)
    app.command("other")(other)
    app.command("third")(other)
    return app


def said(*words: str, with_show: bool = True) -> tuple[int, str]:
    ended = CliRunner().invoke(family(with_show=with_show), list(words))
    return ended.exit_code, ended.output


def test_a_word_that_is_no_command_is_meant_for_show() -> None:
    assert said("FRA", "--loud") == said("show", "FRA", "--loud") == (0, "show ['FRA'] True\n")
    assert said("--loud")[1].endswith("True\n")
    assert said()[1].startswith("show")


def test_a_command_is_run_by_its_name() -> None:
    assert said("other") == (0, "other\n")


def test_help_is_that_of_the_family() -> None:
    code, shown = said("--help")
    assert code == 0
    assert "other" in shown
    assert "show" in shown


def test_without_show_an_unknown_word_is_an_error() -> None:
    assert said("FRA", with_show=False)[0] == 2
