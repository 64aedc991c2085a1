"""The departure of a member as one HTML file that asks for nothing else: the answer on one page, its working below."""

from __future__ import annotations

from itertools import groupby

from markupsafe import Markup

from quotepart.dossier.charts.departure import Picture, embedded, pictures_of
from quotepart.dossier.charts.drawing import draw_svg
from quotepart.dossier.departure.scenarios import ScenarioBlock, compared_panel, scenario_blocks
from quotepart.dossier.departure.tables import (
    Panel,
    amount_words,
    efforts_panel,
    estimate_amount,
    goes_words,
    payers_panel,
    share_of_line,
)
from quotepart.dossier.departure.words import (
    Telling,
    answer_of,
    scope_of,
    share_words,
    sources_of,
    sure_of,
    title_of,
    unknown_of,
)
from quotepart.dossier.html import fill_page
from quotepart.model.frozen import dataclass
from quotepart.outlook.departure_lines import CapabilityLoss


@dataclass(frozen=True, slots=True, kw_only=True)
class Tile:
    """One number that goes, large, with what it is of and the amounts behind it."""

    value: str
    what: str
    detail: str


@dataclass(frozen=True, slots=True, kw_only=True)
class LineBar:
    """One line of capability as a bar: how many go, out of what is counted, at most which share, and who is not counted."""

    name: str
    goes: str
    share: str
    percent: float | None
    is_exact: bool
    beside: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AuthorBlock:
    """The estimates of one author, each with what it covers, its amount and its horizon."""

    author: str
    published: str
    rows: tuple[tuple[str, str, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class DeparturePage:
    """All that the page of a departure shows, in words."""

    title: str
    eyebrow: str
    scope: str
    answer: tuple[str, ...]
    tiles: tuple[Tile, ...]
    efforts: Panel | None
    payers: Panel | None
    lines: tuple[LineBar, ...]
    estimates: tuple[AuthorBlock, ...]
    has_estimates: bool
    scenarios: tuple[ScenarioBlock, ...]
    compared: Panel | None
    charts: dict[str, Markup]
    unknown: tuple[str, ...]
    sure: tuple[str, ...]
    sources: tuple[str, ...]


def build_departure_page(telling: Telling) -> str:
    """Return the page in the reader's language; everything is escaped, no script runs and no request leaves the file."""
    return fill_page("departure", telling.wording.lang, page=page_of(telling), known_on=telling.departure.known_on)


def page_of(telling: Telling) -> DeparturePage:
    """Return what the page of a departure shows."""
    departure = telling.departure
    return DeparturePage(
        title=title_of(telling),
        eyebrow=telling.say("eyebrow", group=telling.names(departure.group), year=telling.year),
        scope=scope_of(telling),
        answer=answer_of(telling),
        tiles=_tiles(telling),
        efforts=efforts_panel(telling) if departure.efforts else None,
        payers=payers_panel(telling) if departure.efforts else None,
        lines=tuple(_bar(telling, loss) for loss in departure.lines if loss.gone),
        estimates=_authors(telling),
        has_estimates=departure.scope != "capability",
        scenarios=scenario_blocks(telling),
        compared=compared_panel(telling),
        charts={name: _drawn(telling, name, picture) for name, picture in pictures_of(telling).items()},
        unknown=unknown_of(telling),
        sure=sure_of(telling),
        sources=sources_of(telling),
    )


def _drawn(telling: Telling, name: str, picture: Picture) -> Markup:
    svg = draw_svg(
        embedded(picture), telling.wording, id=f"chart-{name}", title=picture.title, description=picture.described
    )
    return Markup(svg)  # drawn by us from numbers and names, all escaped by the drawing


def _tiles(telling: Telling) -> tuple[Tile, ...]:
    tiles = []
    for loss in telling.departure.losses:
        mark = telling.say("estimate_mark") if loss.inputs and loss.status != "final" else ""
        if loss.share_percent is None:
            value, detail = (
                telling.say("tile.missing"),
                telling.say("tile.missing_detail", members=telling.listed(loss.missing)),
            )
        else:
            gone, whole = (amount_words(telling, each, loss.unit) for each in (loss.gone, loss.whole))
            value, detail = (
                share_words(loss, telling),
                telling.say("tile.detail", gone=gone, whole=whole, year=f"{loss.year}{mark}"),
            )
        tiles.append(Tile(value=value, what=telling.say(f"tile.{loss.kind}"), detail=detail))
    return tuple(tiles)


def _bar(telling: Telling, loss: CapabilityLoss) -> LineBar:
    share = loss.at_most_percent
    left = telling.say("cell.left", sum=telling.span(loss.left_span), count=len(loss.left))
    nobody = "" if loss.line.of else telling.say("cell.nobody")
    beside = telling.say("beside", left=left) if loss.left else nobody
    silent = telling.say("not_counted", count=len(loss.silent)) if loss.silent else ""
    return LineBar(
        name=telling.line_name(loss),
        goes=goes_words(telling, loss),
        share=share_of_line(telling, loss),
        percent=float(share) if share is not None else None,
        is_exact=loss.is_exact,
        beside=" · ".join(each for each in (beside, silent) if each),
    )


def _authors(telling: Telling) -> tuple[AuthorBlock, ...]:
    lang = telling.wording.lang
    blocks = []
    for (author, published), found in groupby(
        telling.departure.estimates, key=lambda each: (each.author, each.published)
    ):
        rows = tuple(
            (each.covers.get(lang, ""), estimate_amount(telling, each), each.horizon.get(lang, "")) for each in found
        )
        blocks.append(AuthorBlock(author=author, published=telling.wording.date(published), rows=rows))
    return tuple(blocks)
