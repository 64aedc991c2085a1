"""Why official figures differ, as tables for people and rows for programs."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from quotepart.cli.output import Table
from quotepart.model.wire import fields_as_json, number
from quotepart.wording.wording import Wording, find_wording

if TYPE_CHECKING:
    from quotepart.accounts.explanation import Explanation
    from quotepart.accounts.reconcile import Comparison, Figure, Part


def parts_of_explanation(explanation: Explanation, lang: str) -> Iterator[Table | str]:
    """Yield all figures side by side, then each comparison with its parts, then what the ledger says."""
    wording = find_wording(lang)
    yield Table(
        title=f"{explanation.indicator}, {explanation.entity}, {explanation.year}",
        columns=("edition", "series", "prices", "value", "status", "definition", "source"),
        rows=[_figure_row(each, wording) for each in explanation.figures],
        right=frozenset({"value"}),
    )
    for each in explanation.comparisons:
        yield ""
        yield wording.say(
            "explained.step", first=_named(each, 0, wording), second=_named(each, 1, wording), gap=_gap(each, wording)
        )
        if each.parts:
            rows = [_part_row(part, each, wording) for part in each.parts]
            yield Table(columns=("cause", "part", "how"), rows=rows, right=frozenset({"part"}))
    for note in explanation.notes:
        yield ""
        kind = wording.say(f"ledger.{note.kind}")
        yield wording.say("explained.note", kind=kind, says=note.says[lang], source=note.source)


def _figure_row(each: Figure, wording: Wording) -> tuple[str, ...]:
    value, status = wording.amount(each.value, each.unit, _digits(each)), wording.say(f"status.{each.status}")
    return (each.edition, each.indicator, _prices(each, wording), value, status, each.definition, each.source)


def _prices(each: Figure, wording: Wording) -> str:
    if each.basis == "current" or each.price_base is None:
        return wording.say("explained.current")
    return wording.say("explained.prices", year=str(each.price_base))


def _named(comparison: Comparison, at: int, wording: Wording) -> str:
    """Return one side: its edition, and what sets it apart from the other: series, prices, membership."""
    own, other = (comparison.first, comparison.second)[:: -1 if at else 1]
    apart = [
        *([own.indicator] if own.indicator != other.indicator else []),
        *([_prices(own, wording)] if (own.basis, own.price_base) != (other.basis, other.price_base) else []),
        *([own.membership] if own.membership != other.membership else []),
    ]
    return f"{own.edition} ({', '.join(apart)})" if apart else own.edition


def _gap(comparison: Comparison, wording: Wording) -> str:
    values = [wording.amount(each.value, each.unit, _digits(each)) for each in (comparison.first, comparison.second)]
    return f"{values[0]} → {values[1]}, {_signed(comparison.gap, comparison.first, wording)}"


def _part_row(part: Part, comparison: Comparison, wording: Wording) -> tuple[str, str, str]:
    cause = wording.say(f"causes.{part.cause}")
    if part.of:
        cause = wording.say("explained.of", cause=cause, indicator=part.of)
    if part.includes:
        others = wording.listing([wording.say(f"causes.{each}") for each in part.includes])
        cause = wording.say("explained.with", cause=cause, others=others)
    return (cause, _signed(part.amount, comparison.first, wording), _how(part, comparison, wording))


def _how(part: Part, comparison: Comparison, wording: Wording) -> str:
    factor = [f"× {wording.number(part.factor, 4)}"] if part.factor is not None else []
    said = [*factor, *([part.formula] if part.formula else [])]
    if part.members:
        moved = ", ".join(f"{member} {_signed(amount, comparison.first, wording)}" for member, amount in part.members)
        said.append(
            wording.say("explained.newcomers" if part.cause == "membership" else "explained.members", members=moved)
        )
    return "; ".join(said)


def _signed(amount: Decimal, like: Figure, wording: Wording) -> str:
    unit = "points" if like.unit.startswith("percent") else like.unit
    digits = 3 if unit == "points" else None
    return ("+" if amount > 0 else "") + wording.amount(amount, unit, digits)


def _digits(each: Figure) -> int | None:
    return 2 if each.unit.startswith("percent") else None


def explanation_as_json(explanation: Explanation) -> Iterator[dict[str, Any]]:
    """Yield one object a figure, a comparison and a note, each with its ``kind``."""
    for figure in explanation.figures:
        yield {"kind": "figure", **_figure_as_json(figure)}
    for each in explanation.comparisons:
        yield {
            "kind": "comparison",
            "first": _figure_as_json(each.first),
            "second": _figure_as_json(each.second),
            "gap": number(each.gap),
            "unit": each.first.unit,
            "parts": [_part_as_json(part, each.gap) for part in each.parts],
        }
    for note in explanation.notes:
        yield {"kind": "note", "id": note.id, "about": note.kind, "says": dict(note.says), "source": note.source}


def _figure_as_json(figure: Figure) -> dict[str, Any]:
    return {**fields_as_json(figure), "published": figure.published.isoformat()}


def _part_as_json(part: Part, gap: Decimal) -> dict[str, Any]:
    return {
        "cause": part.cause,
        "amount": number(part.amount),
        "share": number(part.amount / gap) if gap else None,
        "factor": number(part.factor),
        "of": part.of,
        "formula": part.formula,
        "includes": list(part.includes),
        "members": {member: number(amount) for member, amount in part.members},
    }
