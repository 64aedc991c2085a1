"""One figure explained: every edition and source side by side, and why neighbours among them differ."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal
from itertools import pairwise

from quotepart.accounts.account import Account
from quotepart.accounts.corrections import Correction, read_corrections
from quotepart.accounts.reconcile import Comparison, Figure, Look, Part, Side, Value, reconcile
from quotepart.accounts.totals import Total
from quotepart.errors import AccountError
from quotepart.model.frozen import dataclass
from quotepart.model.observation import Basis, Edition
from quotepart.model.pact import Indicator

MEMBERS_NAMED = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Explanation:
    """All that is known of one entity, indicator and year: figures by series and edition, comparisons, and the ledger's notes."""

    entity: str
    indicator: str
    year: int
    figures: tuple[Figure, ...]
    comparisons: tuple[Comparison, ...]
    notes: tuple[Correction, ...]


def explain(account: Account, entity: str, indicator: str, year: int, *, known_on: date) -> Explanation:
    """Return what every edition published by ``known_on`` says of one figure, and why they differ.

    Editions of one producer are compared each with the next; the producers' newest with each other, also by an akin indicator;
    a group's newest as published with that of today's members. Raises ``AccountError`` where no edition has the figure.
    """
    who, what = account.find_entity(entity), account.find_indicator(indicator)
    figures = tuple(_figures(account, who, what, year, known_on))
    if not figures:
        hint = "`quotepart accounts editions` lists the editions and their years"
        raise AccountError(f"no edition held has {what} of {who} in {year}", hint=hint)
    comparisons = tuple(_comparisons(account, figures))
    return Explanation(
        entity=who,
        indicator=what,
        year=year,
        figures=figures,
        comparisons=comparisons,
        notes=tuple(_notes(account, figures)),
    )


def akin_to(account: Account, indicator: str) -> tuple[Indicator, ...]:
    """Return an indicator and all that stand for the same thing by another definition, its own first."""
    indicators = account.pact.indicators
    root = indicators[indicator].akin or indicator
    others = [each for each in indicators.values() if root in (each.id, each.akin) and each.id != indicator]
    return (indicators[indicator], *others)


def _figures(account: Account, entity: str, indicator: str, year: int, known_on: date) -> Iterator[Figure]:
    for each in akin_to(account, indicator):
        for basis in each.bases:
            for edition in reversed(account.editions(indicator=each.id, known_on=known_on)):
                total = account.total(entity, each.id, year, edition=edition, basis=basis)
                if total.value is not None and total.inputs:
                    yield _figure(account, total, edition)


def _figure(account: Account, total: Total, edition: Edition) -> Figure:
    return Figure(
        entity=total.group,
        indicator=total.indicator,
        year=total.year,
        value=total.value if total.value is not None else Decimal(0),
        unit=total.unit,
        basis=total.basis,
        step=total.step,
        status=total.status,
        edition=edition.id,
        producer=edition.producer,
        published=edition.published,
        definition=edition.definition,
        price_base=total.price_base,
        source=_source(account, total),
        membership=total.membership,
    )


def _source(account: Account, total: Total) -> str:
    source = account.source(total.inputs[0])
    where = ", ".join(part for part in (source.publisher, source.title, source.place) if part)
    members = len({each.entity for each in total.inputs})
    return where if members == 1 else f"computed over {members} members from {where}"


def _comparisons(account: Account, figures: tuple[Figure, ...]) -> Iterator[Comparison]:
    chains: dict[tuple[str, str, Basis, str], list[Figure]] = {}
    for each in figures:
        chains.setdefault((each.producer, each.indicator, each.basis, each.unit), []).append(each)
    for chain in chains.values():
        yield from (_compare(account, *pair) for pair in pairwise(chain))
    newest = [chain[-1] for chain in chains.values()]
    yield from (_compare(account, newest[0], other) for other in _of_other_producers(newest))
    yield from _by_prices(newest)
    yield from _by_membership(account, newest[0])


def _of_other_producers(newest: Iterable[Figure]) -> Iterator[Figure]:
    """Yield the other producers' newest figures that can stand beside the first: same unit and basis, each producer once."""
    first, *rest = newest
    seen = {first.producer}
    for each in rest:
        if each.producer not in seen and (each.unit, each.basis) == (first.unit, first.basis):
            seen.add(each.producer)
            yield each


def _by_prices(newest: Sequence[Figure]) -> Iterator[Comparison]:
    """Yield the first series' newest figure in current prices beside that of the same edition in constant ones."""
    first = newest[0]
    constant = [each for each in newest if each.basis == "constant" and _is_sibling(first, each)]
    if first.basis == "current" and constant and first.value:
        factor = constant[0].value / first.value
        part = Part(cause="price_base", amount=constant[0].value - first.value, factor=factor)
        yield Comparison(first=first, second=constant[0], parts=(part,))


def _is_sibling(one: Figure, other: Figure) -> bool:
    return (one.edition, one.indicator, one.unit) == (other.edition, other.indicator, other.unit)


def _compare(account: Account, first: Figure, second: Figure) -> Comparison:
    sides = [Side(each, _look(account, each)) for each in (first, second)]
    comparison = reconcile(sides[0], sides[1], account.pact.indicators)
    is_sum = account.pact.indicators[first.indicator].kind == "sum" and first.indicator == second.indicator
    if first.entity not in account.pact.groups or not is_sum:
        return comparison
    parts = tuple(_with_members(account, comparison, part) for part in comparison.parts)
    return replace(comparison, parts=parts)


def _look(account: Account, figure: Figure) -> Look:
    def look(indicator: str, basis: Basis, year: int) -> Value | None:
        if indicator not in account.pact.indicators or basis not in account.pact.indicators[indicator].bases:
            return None
        total = account.total(figure.entity, indicator, year, edition=figure.edition, basis=basis)
        return Value(total.value, total.unit, total.step) if total.value is not None else None

    return look


def _with_members(account: Account, comparison: Comparison, part: Part) -> Part:
    """Return a group's revision with the members that moved most, where both editions print them in the same prices."""
    first, second = comparison.first, comparison.second
    if part.cause not in ("revision", "definition") or first.price_base != second.price_base:
        return part
    moved = {
        member: after.value - before.value
        for member in account.members(first.entity, first.year)
        if (before := account.observe(member, first.indicator, first.year, edition=first.edition, basis=first.basis))
        and (after := account.observe(member, first.indicator, first.year, edition=second.edition, basis=first.basis))
    }
    ranked = sorted(((member, amount) for member, amount in moved.items() if amount), key=lambda each: -abs(each[1]))
    return replace(part, members=tuple(ranked[:MEMBERS_NAMED]))


def _by_membership(account: Account, newest: Figure) -> Iterator[Comparison]:
    """Yield a group's newest figure beside the same of the edition's own members of today, where they differ."""
    if newest.entity not in account.pact.groups:
        return
    edition = account.edition(newest.edition)
    total = account.total(
        newest.entity, newest.indicator, newest.year, edition=edition, basis=newest.basis, membership="current"
    )
    then = account.members(newest.entity, newest.year)
    now = account.members(newest.entity, newest.year, membership="current", edition=edition)
    newcomers = tuple(each for each in total.inputs if each.entity in now and each.entity not in then)
    if total.value is None or not newcomers:
        return
    second = _figure(account, total, edition)
    own = tuple((each.entity, each.value) for each in newcomers if each.indicator == newest.indicator)
    part = Part(cause="membership", amount=second.value - newest.value, members=own)
    yield Comparison(first=newest, second=second, parts=(part,))


def _notes(account: Account, figures: tuple[Figure, ...]) -> Iterator[Correction]:
    for each in read_corrections(account.pact):
        if any(
            each.applies_to(edition=figure.edition, indicator=figure.indicator, entity=figure.entity, year=figure.year)
            for figure in figures
        ):
            yield each
