"""An outlook as text for people, as JSON Lines for programs, and as a file: a page, a chart or a table."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any

from quotepart.cli.exports import export
from quotepart.cli.output import Table, print_json, print_parts, tell, write_file
from quotepart.dossier.outlook.comparison import comparison_rows, comparison_table
from quotepart.dossier.outlook.tables import Telling, basis_of, notes_of, tables_of, title_of
from quotepart.model.wire import number
from quotepart.outlook.odds import Odds
from quotepart.outlook.prospects import Outlook, Prospect
from quotepart.wording.wording import find_wording

if TYPE_CHECKING:
    from pathlib import Path

    from quotepart.dossier import tables
    from quotepart.outlook.cost import Spread
    from quotepart.workspace import Workspace

PAGES = (".html", ".htm")


def print_outlook(workspace: Workspace, outlook: Outlook, lang: str, *, as_json: bool, out: Path | None) -> None:
    """Print an outlook as sentences and tables or as JSON Lines, or write its page, its chart or its table to a file."""
    wording = find_wording(lang)
    telling = Telling(outlook=outlook, names=workspace.pictures.names(lang), wording=wording)
    if out is not None and out.suffix.lower() in PAGES:
        from quotepart.dossier.outlook.page import build_outlook_page

        write_file(out, build_outlook_page(telling, pact=workspace.pact))
        tell(str(out))
    elif out is not None:
        from quotepart.dossier.charts.outlook import draw_outlook
        from quotepart.outlook.frames import outlook_frame

        export(out, frame=lambda: outlook_frame(outlook), chart=lambda: draw_outlook(telling), lang=lang)
    elif as_json:
        for line in lines_of(outlook):
            print_json(line)
    else:
        print_parts(parts_of(telling))


def print_comparison(workspace: Workspace, outlooks: Mapping[str, Outlook], lang: str, *, as_json: bool) -> None:
    """Print outlooks, by the title of their scenario, side by side in a table or as JSON Lines."""
    wording, names = find_wording(lang), workspace.pictures.names(lang)
    compared = {title: Telling(outlook=each, names=names, wording=wording) for title, each in outlooks.items()}
    if as_json:
        for row in comparison_rows(compared):
            print_json(row)
    else:
        print_parts([_as_printed(comparison_table(compared, wording))])


def parts_of(telling: Telling) -> Iterator[Table | str]:
    """Yield the title, the tables and the notes."""
    yield title_of(telling)
    yield basis_of(telling)
    for table in tables_of(telling):
        yield ""
        yield _as_printed(table)
    yield ""
    yield from notes_of(telling)


def lines_of(outlook: Outlook) -> Iterator[dict[str, Any]]:
    """Yield one object for each member asked for, one for each group as a whole, and one for all members jointly."""
    for member in outlook.asked:
        yield {
            "member": member,
            **_asked(outlook),
            **_prospect(outlook, outlook.prospects[member]),
            **_chances(outlook, member),
        }
    for group in outlook.groups:
        yield {"group": group, **_asked(outlook), **_chances(outlook, group)}
    yield {
        "joint": list(outlook.main.members),
        **_asked(outlook),
        "odds": {each: _joint(odds) for each, odds in outlook.odds.items()},
    }


def _as_printed(table: tables.Table) -> Table:
    heads = [head.words for head in table.heads]
    numbers = frozenset(head.words for head in table.heads if head.is_number)
    return Table(title=table.caption, columns=tuple(heads), rows=table.rows, right=numbers)


def _asked(outlook: Outlook) -> dict[str, Any]:
    return {
        "target": outlook.target,
        "unit": outlook.unit,
        "by": outlook.by,
        "known_on": outlook.known_on.isoformat(),
        "method": outlook.method,
        "supposed_growth": outlook.supposed_growth,
        "supposed_credibility": outlook.supposed_credibility,
        "draws": outlook.main.draws,
        "seed": outlook.main.seed,
        "editions": list(outlook.editions),
    }


def _prospect(outlook: Outlook, prospect: Prospect) -> dict[str, Any]:
    standing, delay, cost = prospect.standing, prospect.delay, prospect.cost
    return {
        "year": standing.share.year,
        "share": number(standing.share.value),
        "status": standing.share.status,
        "edition": standing.share.edition,
        "met": prospect.is_met,
        "gap": None if standing.gap is None else number(standing.gap),
        "currency": outlook.currency,
        "own_gap": None if standing.own_gap is None else number(standing.own_gap),
        "own_currency": standing.own_currency,
        "gdp_growth": prospect.gdp_growth,
        "growth_needed": delay.growth_now if delay else None,
        "growth_needed_a_year_later": delay.growth_later if delay else None,
        "unspent_by_delay": _spread(delay.unspent) if delay else None,
        "cost_total": _spread(cost.total) if cost else None,
        "cost_extra": _spread(cost.extra) if cost else None,
        "plan": {str(year): share for year, share in sorted(prospect.plan.items())},
        "credibility": prospect.credibility,
        "paths": {path.shape: _by_year(path.years, path.shares) for path in prospect.paths},
    }  # fmt: skip


def _chances(outlook: Outlook, entity: str) -> dict[str, Any]:
    return {"odds": {towards: _odds(odds, entity) for towards, odds in outlook.odds.items()}}


def _odds(odds: Odds, entity: str) -> dict[str, Any]:
    row, years = odds.entities.index(entity), odds.years
    arrivals = odds.arrivals(entity).tolist()
    return {
        "at": _by_year(years, odds.at[row].tolist()),
        "by": _by_year(years, odds.by[row].tolist()),
        "arrivals": {**_by_year(years, arrivals[:-1]), "later": arrivals[-1]},
        "median_arrival": odds.arrival_year(entity),
        "fan": _by_year(years, odds.fans[row].tolist()),
    }


def _joint(odds: Odds) -> dict[str, Any]:
    return {
        "members_at": _by_year(odds.years, odds.members_at.tolist()),
        "members_by": _by_year(odds.years, odds.members_by.tolist()),
        "expected_at": _by_year(odds.years, [odds.expected_members(year) for year in odds.years]),
        "all_at": _by_year(odds.years, [odds.at_least(len(odds.members), year) for year in odds.years]),
    }


def _by_year(years: Any, values: Any) -> dict[str, Any]:
    return {str(year): value for year, value in zip(years, values, strict=True)}


def _spread(spread: Spread | None) -> dict[str, float] | None:
    return {"p05": spread.low, "p50": spread.median, "p95": spread.high} if spread else None
