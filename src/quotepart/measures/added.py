"""Added spending: what a group spent over the level of a base year, cumulated, in three readings.

``nominal`` Σ(E_current,t − E_current,b); ``real`` Σ(E_constant,t − E_constant,b), which is how NATO counts; ``effort``
Σ(E_constant,t − s_b·Y_constant,t), over what the base year's share of GDP would have been. Always real − effort =
s_b Σ(Y_t − Y_b). Where an edition prints no GDP, its shares imply it: Y = E ÷ s, so effort = ΣE_t (1 − s_b ÷ s_t).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import field
from datetime import date
from decimal import Decimal
from functools import partial
from typing import Literal

from quotepart.accounts.account import Account, AnEdition
from quotepart.accounts.editions import EditionChoice
from quotepart.accounts.revisions import Pair, RevisionBand, band_at, comparable_pairs
from quotepart.accounts.totals import Total
from quotepart.errors import AccountError
from quotepart.measures.found import Found, NamedMeasure, found
from quotepart.measures.measure import Measure, cell, inputs_of, missing_in, values_of
from quotepart.measures.question import Question
from quotepart.model.frozen import dataclass
from quotepart.model.observation import Basis, Membership

AddedReading = Literal["nominal", "real", "effort"]
READINGS: tuple[AddedReading, ...] = ("real", "nominal", "effort")
"""The readings, that of the producer first."""

BASIS: Mapping[AddedReading, Basis] = {"real": "constant", "nominal": "current", "effort": "constant"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Added(Measure):
    """Added spending of a group over a base year; ``per_year`` holds each year's part of it.

    ``newcomers`` are the members that count in a later year and not in the base year: under ``as_published`` all they spend is
    in the sum.
    """

    reading: AddedReading
    group: str
    base_year: int
    years: tuple[int, ...]
    per_year: Mapping[int, Decimal] = field(default_factory=dict)
    newcomers: tuple[str, ...] = ()


def added_spending(
    account: Account, group: str, *, reading: AddedReading = "real", base_year: int, until: int, since: int | None = None,
    edition: AnEdition, membership: Membership = "as_published", indicator: str | None = None,
) -> Added:  # fmt: skip
    """Return what ``group`` spent from ``since`` (the year after the base) to ``until`` over the level of ``base_year``.

    Raises ``AccountError`` when the years do not come after the base year.
    """
    first = base_year + 1 if since is None else since
    if not base_year < first <= until:
        raise AccountError(
            f"added spending over {base_year} has no years {first} to {until}", hint="end after the base year"
        )
    basis = BASIS[reading]
    measure = indicator or account.pact.conventions.main_indicator
    look = partial(account.total, group, edition=edition, basis=basis, membership=membership, base_year=base_year)
    years = tuple(range(first, until + 1))
    spent = [look(measure, year) for year in (base_year, *years)]
    way = _effort(account, look, measure, spent) if reading == "effort" else _over_level(spent)
    return Added(
        reading=reading,
        group=group,
        base_year=base_year,
        years=years,
        per_year=dict(zip(years, way.parts, strict=False)),
        newcomers=_newcomers(account, group, base_year, until, membership),
        value=sum(way.parts, Decimal(0)) if way.parts else None,
        unit=spent[0].unit,
        step=way.step,
        formula=way.formula,
        edition=account.edition(edition).id,
        basis=basis,
        membership=membership,
        price_base=account.price_base(edition) if basis == "constant" else None,
        inputs=inputs_of(way.totals),
        missing=missing_in(way.totals),
    )


def added_as_known(
    account: Account, group: str, *, over: int, until: int, known_on: date
) -> tuple[EditionChoice, tuple[Added, ...]]:
    """Return what ``group`` spent more than in the year ``over``, added up to ``until``, in every reading.

    From the newest edition held that was published by the day, else from a later one. Raises ``AccountError`` where none held
    has these years.
    """
    measure = account.pact.conventions.main_indicator
    years = range(over, until + 1)
    choice = account.choose_edition(measure, [group], years, known_on=known_on, basis="constant", earlier_first=True)
    if choice.edition is None:
        hint = "`quotepart accounts editions` lists the editions and their years"
        raise AccountError(f"no edition held has {group} in {over} to {until}", hint=hint)
    look = partial(added_spending, account, group, base_year=over, until=until, edition=choice.edition)
    return choice, tuple(look(reading=reading) for reading in READINGS)


def added_band(
    account: Account, group: str, lag: Decimal, *, span: int, reading: AddedReading = "real"
) -> RevisionBand | None:
    """Return how much added spending of ``group`` over ``span`` years moved between editions ``lag`` years apart.

    Measured on every base year that two editions share, in the prices of the later one; over longer spans too where those
    are few.
    """
    measure = account.pact.conventions.main_indicator
    producer = account.producer_of(measure)
    held = [each for each in account.editions(indicator=measure) if each.producer == producer]
    exact = partial(_revisions, account, group, reading, (span,))
    wider = partial(_revisions, account, group, reading, tuple(range(span, span + 9)))
    return band_at(lag, comparable_pairs(held), exact, wider)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Way:
    """How the sum was made: each year's part (none while an input is missing), the formula, and what went in."""

    parts: tuple[Decimal, ...]
    step: Decimal
    formula: str
    totals: tuple[Total, ...]


def _over_level(spent: Sequence[Total]) -> _Way:
    values, base, later = values_of(spent), spent[0], spent[1:]
    times = f"{len(later)} * " if len(later) > 1 else ""
    return _Way(
        parts=tuple(value - values[0] for value in values[1:]) if values else (),
        step=sum((total.step for total in later), base.step * len(later)),
        formula=f"{_span(later)} - {times}{_span([base])}",
        totals=tuple(spent),
    )


def _effort(account: Account, look: Callable[[str, int], Total], measure: str, spent: Sequence[Total]) -> _Way:
    sizes = [look(account.pact.size_indicator, total.year) for total in spent]
    if any(total.value is not None for total in sizes):
        return _over_share(spent, sizes)
    return _over_implied_share(spent, [look(account.pact.conventions.share_indicator, total.year) for total in spent])


def _over_share(spent: Sequence[Total], sizes: Sequence[Total]) -> _Way:
    money, size = values_of(spent), values_of(sizes)
    parts: tuple[Decimal, ...] = ()
    if money and size and size[0]:
        share = money[0] / size[0]
        parts = tuple(value - share * each for value, each in zip(money[1:], size[1:], strict=True))
    return _Way(
        parts=parts,
        step=sum((total.step for total in spent[1:]), spent[0].step * (len(spent) - 1)),
        formula=f"{_span(spent[1:])} - {_span(spent[:1])} / {_span(sizes[:1])} * {_span(sizes[1:])}",
        totals=(*spent, *sizes),
    )


def _over_implied_share(spent: Sequence[Total], shares: Sequence[Total]) -> _Way:
    money, share = values_of(spent), values_of(shares)
    pairs = list(zip(money[1:], share[1:], strict=True)) if money and share else []
    base, digit = share[0] if share else Decimal(0), shares[0].step
    terms = [(_span([one]), _span([other])) for one, other in zip(spent[1:], shares[1:], strict=True)]
    return _Way(
        parts=tuple(value * (1 - base / each) for value, each in pairs),
        step=sum((value * digit * (each + base) / each**2 for value, each in pairs), Decimal(0)),
        formula=" + ".join(f"{money_of} * (1 - {_span(shares[:1])} / {share_of})" for money_of, share_of in terms),
        totals=(*spent, *shares),
    )


def _span(totals: Sequence[Total]) -> str:
    return cell(totals[0].indicator, totals[0].group, totals[0].year, totals[-1].year)


def _newcomers(account: Account, group: str, base_year: int, until: int, membership: Membership) -> tuple[str, ...]:
    if membership != "as_published":
        return ()
    before = account.members(group, base_year)
    return tuple(member for member in account.members(group, until) if member not in before)


def _revisions(
    account: Account, group: str, reading: AddedReading, spans: tuple[int, ...], pair: Pair
) -> list[Decimal]:
    measure = account.pact.conventions.main_indicator
    shared = [set(account.years(measure, edition, basis=BASIS[reading])) for edition in pair]
    years = sorted(shared[0] & shared[1])
    windows = [(base, base + span) for base in years for span in spans if base + span in years]
    moved = (_revision(account, group, reading, window, pair) for window in windows)
    return [revision for revision in moved if revision is not None]


def _revision(
    account: Account, group: str, reading: AddedReading, window: tuple[int, int], pair: Pair
) -> Decimal | None:
    base, until = window
    look = partial(added_spending, account, group, reading=reading, base_year=base, until=until)
    first, second = (look(edition=edition).value for edition in pair)
    if reading != "nominal" and first is not None and pair[1].price_base is not None:
        rebased = account.rebase(
            first, edition=pair[0], to_base=pair[1].price_base, group=group, years=range(base, until + 1), via=pair[1]
        )
        first = rebased.value if rebased else None
    return (second - first) / first if first and second is not None else None


def added(question: Question) -> Found:
    """Return what the group spent over the level of the base year up to the question's year, in every reading.

    The base year is the pact's first usual one where none is asked for. Rows are the readings, the producer's own first; each
    says its part of the last year too.
    """
    bases = question.account.pact.conventions.base_years
    base = question.base_year or next((each for each in bases if each < question.year), question.year - 1)
    look = partial(
        added_spending, question.account, question.group, base_year=base, until=question.year, edition=question.edition,
        membership=question.membership,
    )  # fmt: skip
    readings = [look(reading=reading) for reading in READINGS]
    unit = readings[0].unit
    rows = [(each.reading, (each.value, each.per_year.get(question.year))) for each in readings]
    return found(
        ADDED, question, value=readings[0].value, unit=unit, formula=readings[0].formula,
        columns=[("added", unit), ("added_in_year", unit)], rows=rows,
        inputs=[seen for each in readings for seen in each.inputs], missing=readings[0].missing,
        notes=[f"base_year:{base}", *(f"newcomer:{member}" for member in readings[0].newcomers)],
    )  # fmt: skip


ADDED = NamedMeasure(
    name="added", unit="money", compute=added, basis="constant", options=("base_year",),
    formula="Σ_{t>b} (E_t − E_b), in constant (real) or current (nominal) prices; Σ_{t>b} (E_t − s_b·Y_t) (effort)",
    source="the producers' announcements",
)  # fmt: skip
MEASURES = (ADDED,)
"""The measures of this family."""
