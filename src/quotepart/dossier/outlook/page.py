"""An outlook as one HTML file that asks for nothing else: the answer, what may come as charts, then the numbers."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from markupsafe import Markup

from quotepart.dossier.charts.drawing import draw_svg
from quotepart.dossier.charts.files import Spec
from quotepart.dossier.charts.outlook import draw_fan, draw_joint, draw_multiples
from quotepart.dossier.html import fill_page
from quotepart.dossier.outlook.tables import DETAILED, Telling, basis_of, notes_of, tables_of, title_of
from quotepart.dossier.tables import Table
from quotepart.model.frozen import dataclass
from quotepart.model.pact import Pact


@dataclass(frozen=True, slots=True, kw_only=True)
class Chart:
    """A chart as drawn; a wide one takes the whole width of the page."""

    svg: Markup
    is_wide: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class OutlookPage:
    """All that the page of an outlook shows, in words."""

    title: str
    issue: str
    known_on: date
    answer: tuple[str, ...]
    basis: str
    charts: tuple[Chart, ...]
    tables: tuple[Table, ...]
    notes: tuple[str, ...]


def build_outlook_page(telling: Telling, *, pact: Pact) -> str:
    """Return the page in the reader's language; everything is escaped, no script runs and no request leaves the file."""
    return fill_page("outlook", telling.wording.lang, page=page_of(telling, pact))


def page_of(telling: Telling, pact: Pact) -> OutlookPage:
    """Return what the page of an outlook shows."""
    return OutlookPage(
        title=title_of(telling),
        issue=pact.title.get(telling.wording.lang, pact.id),
        known_on=telling.outlook.known_on,
        answer=tuple(answer_of(telling)),
        basis=basis_of(telling),
        charts=tuple(_charts(telling)),
        tables=tuple(tables_of(telling)),
        notes=tuple(notes_of(telling)),
    )


def answer_of(telling: Telling) -> Iterator[str]:
    """Yield the answer in sentences: of each of a few members, then of all together and of the groups as a whole."""
    outlook, say = telling.outlook, telling.wording.say
    odds, number = outlook.main, telling.wording.number
    aim = {"target": telling.aim, "year": telling.by, "scenario": telling.scenario}
    if len(outlook.asked) <= DETAILED:
        for member in outlook.asked:
            share = number(outlook.prospects[member].standing.share.value, 2)
            chance = telling.odds(odds.at[odds.entities.index(member), -1])
            yield say(
                "outlook_page.member", member=telling.name(member), share=share, last=str(outlook.last_year), odds=chance, **aim
            )  # fmt: skip
    yield say(
        "outlook_page.answer", members=len(odds.members), count=sum(each.is_met for each in outlook.prospects.values()),
        all=telling.odds(odds.at_least(len(odds.members), outlook.by)),
        expected=number(odds.expected_members(outlook.by), 0), **aim,
    )  # fmt: skip
    yield " ".join(
        say("outlook_page.whole", group=telling.name(each), odds=telling.odds(odds.at[odds.entities.index(each), -1]))
        for each in outlook.groups
    )


def _charts(telling: Telling) -> Iterator[Chart]:
    if len(telling.outlook.asked) > DETAILED:
        yield Chart(svg=_drawn(telling, draw_multiples(telling), "multiples"), is_wide=True)
    else:
        for member in telling.outlook.asked:
            yield Chart(svg=_drawn(telling, draw_fan(telling, member), f"fan-{member}"))
    yield Chart(svg=_drawn(telling, draw_joint(telling), "joint"))
    for group in telling.outlook.groups:
        yield Chart(svg=_drawn(telling, draw_fan(telling, group), f"fan-{group}"))


def _drawn(telling: Telling, spec: Spec, id: str) -> Markup:
    """Return a chart without ground and margin of its own; its title and subtitle are what a screen reader speaks."""
    title, described = (" ".join(spec["title"][name]) for name in ("text", "subtitle"))
    svg = draw_svg(
        {**spec, "background": None, "padding": {"left": 0, "right": 18, "top": 0, "bottom": 0}},
        telling.wording,
        id=id,
        title=title,
        description=described,
    )
    return Markup(svg)  # drawn by us from numbers and names, all escaped by the drawing
