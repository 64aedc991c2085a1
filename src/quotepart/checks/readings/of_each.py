"""A share said of a few members by the name of their group: "the three are above 3 percent" is of each, or of all together."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from quotepart.checks.claims.claim import Claim
from quotepart.checks.claims.cues import cue_grammar
from quotepart.checks.claims.numerals import numbers_in
from quotepart.checks.readings.readings import Option, Query, Setting, reasons
from quotepart.checks.readings.values import at, indicator_of
from quotepart.model.amount import Qualifier

_FEW, _BESIDE = 10, 12
_FURTHEST: Mapping[Qualifier, str] = {
    "more_than": "smallest", "at_least": "smallest", "less_than": "largest", "at_most": "largest",
}  # fmt: skip


def of_each(queries: tuple[Query, ...], claim: Claim, setting: Setting) -> tuple[Query, ...]:
    """Return readings of a level, where it is of a few, each also as that of the member which is furthest from the line."""
    if not _is_of_few(claim, setting):
        return queries
    ways = setting.options("of_each", "counted" if _is_counted(claim, setting) else "listed", ("each",))
    return tuple(_taken(query, way, claim, setting) for query in queries for way in ways)


def _is_of_few(claim: Claim, setting: Setting) -> bool:
    """Whether the words put a group of a few members, that the pact lists, above or below a share."""
    group = setting.pact.groups.get(claim.groups[0]) if len(claim.groups) == 1 else None
    is_listed = group is not None and bool(group.since) and group.is_whole
    if not is_listed or claim.is_money or claim.shape != "figure" or claim.amount.qualifier not in _FURTHEST:
        return False
    indicator = indicator_of(claim, setting)
    is_share = indicator is not None and indicator.kind != "sum" and claim.kind in ("level", "target")
    few = len(setting.pact.members_on(claim.groups[0], claim.said_on)) <= _FEW
    return is_share and few and not claim.cues.has("together")


def _is_counted(claim: Claim, setting: Setting) -> bool:
    """Whether the words say how many the group are: "the three" are meant one by one."""
    group = next((actor for actor in claim.actors if actor.id == claim.groups[0]), None)
    if group is None:
        return False
    size = len(setting.pact.members_on(group.id, claim.said_on))
    numbers = numbers_in(claim.cues.text, cue_grammar(claim.lang).numbers)
    return any(value == size and group.start - _BESIDE <= start < group.end for start, value in numbers)


def _taken(query: Query, way: Option, claim: Claim, setting: Setting) -> Query:
    weighed = replace(query, weight=query.weight * way.weight, why=(*query.why, *reasons((way,))))
    if way.id != "each":
        return weighed
    name = _FURTHEST[claim.amount.qualifier]
    years = str(query.end)
    return replace(
        weighed,
        label=setting.label(f"of_each.{name}", measure=query.indicator, group=query.group, years=years),
        formulas=(f"{name}({at(query.indicator, query.group, query.end)})",),
        shown_as="throughout",
    )
