"""What changed between two editions, and what an official file gave, as tables for people and rows for programs."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from quotepart.cli.output import Table
from quotepart.model.wire import number
from quotepart.wording.wording import Wording, find_wording

if TYPE_CHECKING:
    from pathlib import Path

    from quotepart.accounts.difference import Change, Difference, SeriesChange
    from quotepart.accounts.imports import Import
    from quotepart.model.pact import Pact

SHOWN_OUTLIERS = 12
SHOWN_NAMES = 6


def parts_of_difference(difference: Difference, pact: Pact, lang: str) -> Iterator[Table | str]:
    """Yield one row a series that changed, and below the revisions that stand out."""
    wording = find_wording(lang)
    before, after = difference.before, difference.after
    counts = {kind: difference.count(kind) for kind in ("new", "gone", "revised", "same")}
    yield wording.say("compared.summary", before=before.id, after=after.id, **counts)
    if None not in (before.price_base, after.price_base) and before.price_base != after.price_base:
        yield wording.say("compared.prices", first=str(before.price_base), second=str(after.price_base))
    yield Table(
        columns=("series", "prices", "new", "gone", "revised", "same", "median", "largest", "outliers"),
        rows=[_series_row(each, wording) for each in difference.by_series(pact)],
        right=frozenset({"new", "gone", "revised", "same", "median", "largest", "outliers"}),
    )
    yield from _outliers(difference, pact, wording)


def _series_row(each: SeriesChange, wording: Wording) -> tuple[str, ...]:
    counts = (each.new, each.gone, each.revised, each.same)
    sizes = (_size(each.median, each.in_points, wording), _size(each.largest, each.in_points, wording))
    return (each.indicator, each.basis, *(wording.count(count) for count in counts), *sizes, str(each.outliers or ""))


def _outliers(difference: Difference, pact: Pact, wording: Wording) -> Iterator[Table | str]:
    found = difference.outliers
    if not found:
        return
    yield wording.say("compared.outliers", count=len(found))
    yield Table(
        columns=("entity", "series", "prices", "period", "before", "after", "revision"),
        rows=[_outlier_row(each, pact, wording) for each in found[:SHOWN_OUTLIERS]],
        right=frozenset({"before", "after", "revision"}),
    )
    if len(found) > SHOWN_OUTLIERS:
        yield wording.say("compared.more", count=len(found) - SHOWN_OUTLIERS)


def _outlier_row(each: Change, pact: Pact, wording: Wording) -> tuple[str, ...]:
    unit = each.after.unit if each.after else ""
    values = [
        wording.amount(value, unit) if value is not None else "–"
        for value in (each.first, each.after.value if each.after else None)
    ]
    size = _size(each.size, pact.indicators[each.indicator].is_change, wording)
    return (each.entity, each.indicator, each.basis, each.period, *values, size)


def _size(size: Decimal | None, in_points: bool, wording: Wording) -> str:
    if size is None:
        return "–"
    return wording.amount(size, "points") if in_points else wording.percent(size * 100, 2)


def difference_as_json(difference: Difference) -> Iterator[dict[str, Any]]:
    """Yield one object for the two editions, then one for each figure that changed."""
    yield {
        "before": difference.before.id,
        "after": difference.after.id,
        **{kind: difference.count(kind) for kind in ("new", "gone", "revised", "same")},
        "outliers": len(difference.outliers),
    }
    yield from (_change_as_json(each) for each in difference.changes if each.kind != "same")


def _change_as_json(each: Change) -> dict[str, Any]:
    return {
        "entity": each.entity,
        "indicator": each.indicator,
        "basis": each.basis,
        "period": each.period,
        "change": each.kind,
        "before": number(each.before.value) if each.before else None,
        "after": number(each.after.value) if each.after else None,
        "unit": (each.after or each.before).unit if each.after or each.before else None,  # type: ignore[union-attr]
        "factor": number(each.factor),
        "revision": number(each.size),
        "is_outlier": each.is_outlier,
    }


def parts_of_import(prepared: Import, pact: Pact, folder: Path | None, lang: str) -> Iterator[Table | str]:
    """Yield what an official file gave, what it changes, and where it was saved; ``folder`` is ``None`` where it was not."""
    wording, official = find_wording(lang), prepared.official
    yield wording.say(
        "imported.read", edition=prepared.edition.id, count=prepared.values, file=official.file, layout=official.layout,
        hash=official.sha256[:16],
    )  # fmt: skip
    yield wording.say(f"imported.{official.dated}", date=official.published)
    if not official.source.has_met_a_real_file:
        yield wording.say("imported.unmet")
    if prepared.strangers:
        names = ", ".join(prepared.strangers[:SHOWN_NAMES]) + (" …" if len(prepared.strangers) > SHOWN_NAMES else "")
        yield wording.say("imported.strangers", count=len(prepared.strangers), names=names)
    if prepared.before:
        yield from parts_of_difference(prepared.before, pact, lang)
    else:
        yield wording.say("imported.first")
    if prepared.is_known:
        yield wording.say("imported.known")
    elif prepared.held:
        yield from parts_of_difference(prepared.held, pact, lang)
    yield wording.say("imported.saved", folder=str(folder)) if folder else wording.say("imported.unsaved")


def import_as_json(prepared: Import, folder: Path | None) -> Iterator[dict[str, Any]]:
    """Yield one object for what was imported, then the changes against the edition before and against this one as known."""
    official = prepared.official
    yield {
        "edition": prepared.edition.id,
        "title": prepared.edition.title,
        "file": official.file,
        "sha256": official.sha256,
        "source": official.source.id,
        "layout": official.layout,
        "published": official.published.isoformat(),
        "dated": official.dated,
        "values": prepared.values,
        "is_known": prepared.is_known,
        "has_met_a_real_file": official.source.has_met_a_real_file,
        "passed_over": list(prepared.strangers),
        "saved_in": str(folder) if folder else None,
    }
    for found in (prepared.before, prepared.held):
        if found:
            yield from difference_as_json(found)
