"""A family of commands of which one is meant where none is named: ``quotepart outlook FRA`` is ``quotepart outlook show FRA``."""

from __future__ import annotations

from typing import TYPE_CHECKING

from typer.core import TyperGroup

if TYPE_CHECKING:
    from typer._click.core import Context  # Typer brings a Click of its own, and names its context nowhere else

MEANT = "show"


class Family(TyperGroup):
    """Commands beside ``show``, which is run where the first word is no command of the family."""

    def parse_args(self, ctx: Context, args: list[str]) -> list[str]:
        """Put ``show`` before words that begin with no command; a bare call for help stays one for the family."""
        is_named = bool(args) and (args[0] in self.commands or args[0] in ctx.help_option_names)
        return super().parse_args(ctx, args if is_named or MEANT not in self.commands else [MEANT, *args])
