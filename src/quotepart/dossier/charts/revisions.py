"""How much figures move after they are printed, as a chart: for each lag between editions and age of the figure, its bands."""

from __future__ import annotations

import json
from collections.abc import Sequence
from decimal import Decimal
from itertools import groupby

from quotepart.accounts.revision_table import RevisionRow
from quotepart.accounts.revisions import RevisionBand
from quotepart.dossier.charts.accounts import members_axis, rimmed
from quotepart.dossier.charts.claims import MUTED, SERIES, SOFT
from quotepart.dossier.charts.files import Frame, Spec, framed, width_of
from quotepart.dossier.labels import Names
from quotepart.errors import UsageError
from quotepart.wording.wording import Wording

WIDTH, ROW = 400, 24
MOST = 60
FEWEST = 3
"""Below this many revisions a row is not drawn."""


def draw_revisions(rows: Sequence[RevisionRow], names: Names, wording: Wording, source: str) -> Spec:
    """Return a row for each age and lag under each entity: half of all revisions within the thick bar, 90 per cent in the thin.

    A tick marks 99 per cent; the number of revisions stands at the right. Rows of all ages together and of very few revisions are
    left to the table. Raises ``UsageError`` where there is none.
    """
    shown = [row for row in rows if row.age is not None and row.band.count >= FEWEST][:MOST]
    if not shown:
        raise UsageError("too few figures can be compared", hint="choose another indicator or price basis")
    cells = _cells(shown, names, wording)
    sized = [cell for cell in cells if "p99" in cell]
    unit = "points" if shown[0].band.in_points else "share"
    title = wording.say(f"account_chart.revisions_unit_{unit}")
    x: Spec = {"type": "quantitative", "scale": {"zero": True, "nice": True}}
    x["axis"] = {"title": title, "tickCount": 5, "domain": False, "format": "~f"}
    labels = [str(cell["name"]).partition("|")[2] for cell in cells]
    frame = Frame(
        title=wording.say("account_chart.revisions", measure=names(shown[0].indicator)),
        subtitle=wording.say("account_chart.revisions_sizes"),
        caption=f"{wording.say('chart.caption_source', source=source)} {wording.say('revisions.note')}",
    )
    left = width_of(labels)
    layers = _bands(cells, sized, x)
    return framed({"layer": layers, "foot": 52, "left": left, "right": 40}, frame, width=WIDTH, height=ROW * len(cells))


def _bands(cells: Sequence[Spec], sized: Sequence[Spec], x: Spec) -> list[Spec]:
    y = _labels(cells)
    ticked = {"type": "tick", "color": MUTED, "size": 13, "thickness": 1.5}
    thin = {"mark": {"type": "bar", "height": 7, "color": SOFT}, "encoding": {"y": y, "x": {**x, "field": "p90"}}}
    thick = {"mark": {"type": "bar", "height": 13, "color": SERIES}, "encoding": {"y": y, "x": {**x, "field": "p50"}}}
    tick = {"mark": ticked, "encoding": {"y": y, "x": {**x, "field": "p99"}}}
    place = {"y": y, "x": {**x, "field": "p99"}, "text": {"field": "count"}}
    count = rimmed({"align": "left", "dx": 6, "color": MUTED}, place)
    return [{"data": {"values": list(sized)}, **each} for each in (thin, thick, tick, *count)]


def _labels(cells: Sequence[Spec]) -> Spec:
    """The axis of labels, which need not differ: each stands behind its number; those of entities are bold."""
    order = [str(cell["name"]) for cell in cells]
    heads = [str(cell["name"]) for cell in cells if "p99" not in cell]
    y = members_axis(order)
    y["scale"] = {"domain": order}
    bold = {
        "condition": {"test": f"indexof({json.dumps(heads)}, datum.value) >= 0", "value": "bold"},
        "value": "normal",
    }
    y["axis"] = {**y["axis"], "labelExpr": "split(datum.label, '|')[1]", "labelFontWeight": bold}
    return y


def lag_words(band: RevisionBand, wording: Wording) -> str:
    """Return a class of lag in words: how much later the other edition appeared."""
    first, last = band.from_lag, band.to_lag
    if not first:
        return wording.say("revisions.lag_to", to=_span(last, wording))
    if not last.is_finite():
        return wording.say("revisions.lag_from", first=_span(first, wording))
    return wording.say("revisions.lag_between", first=_span(first, wording), to=_span(last, wording))


def _span(years: Decimal, wording: Wording) -> str:
    """A time as text, in months below one year."""
    months = years * 12
    return (
        wording.say("revisions.months", count=int(months))
        if years < 1
        else wording.say("revisions.years", count=int(years))
    )


def age_words(row: RevisionRow, wording: Wording) -> str:
    """Return what the figures are about: all years, or those so long before their edition."""
    return wording.say("revisions.age_all" if row.age is None else f"revisions.age_{row.age}")


def who_words(row: RevisionRow, names: Names, wording: Wording) -> str:
    """Return whose figures they are: a member's, a group's, or all members'."""
    return wording.say_or(f"revisions.{row.entity.lower()}", names(row.entity))


def _cells(rows: Sequence[RevisionRow], names: Names, wording: Wording) -> list[Spec]:
    """Return a row with the name of each entity, and below it one for each of its ages and lags."""
    cells: list[Spec] = []
    for entity, own in groupby(rows, key=lambda row: row.entity):
        group = list(own)
        cells.append({"name": f"{entity}|{who_words(group[0], names, wording)}"})
        cells += [_cell(row, f"{entity}{at}", wording) for at, row in enumerate(group)]
    return cells


def _cell(row: RevisionRow, key: str, wording: Wording) -> Spec:
    factor = 1 if row.band.in_points else 100
    sizes = {name: float(getattr(row.band, name)) * factor for name in ("p50", "p90", "p99")}
    words = f"{age_words(row, wording)}, {lag_words(row.band, wording)}"
    return {"name": f"{key}|{words}", **sizes, "count": wording.count(row.band.count)}
