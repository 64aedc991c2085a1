"""A level: what a member or group spends, as money, as a share of GDP, per head, or any other series, in one year."""

from __future__ import annotations

from itertools import pairwise

from quotepart.checks.claims.claim import Claim
from quotepart.checks.claims.clauses import clause_of
from quotepart.checks.operations.operation import Operation
from quotepart.checks.readings.of_each import of_each
from quotepart.checks.readings.readings import JOINED, Option, Query, Setting, combined, reasons, stated_year
from quotepart.checks.readings.values import (
    MOVES,
    in_percent,
    indicator_of,
    is_converted,
    is_same_unit,
    is_sum,
    money_formulas,
)
from quotepart.checks.working.ledger import Frame
from quotepart.model.pact import Indicator

_LABELS = {"current": "level", "constant": "level_constant"}
_KINDS = ("level", "target", "share", "cumulative", "count", "rank")


def fits(claim: Claim, setting: Setting) -> bool:
    """Whether a series of the pact has the claim's metric and unit, and the figure is a level of it."""
    indicator = indicator_of(claim, setting)
    if claim.is_money and claim.cues.has("one_off") and not claim.cues.has("annual"):
        return False
    stands = claim.kind in _KINDS or (claim.is_money and not claim.cues.has(*MOVES))
    return stands and indicator is not None and is_same_unit(claim, indicator)


def read(claim: Claim, setting: Setting) -> tuple[Query, ...]:
    """Return one reading for each group and year that the words allow, in the prices of the year where it is money."""
    indicator = indicator_of(claim, setting)
    if indicator is None:
        return ()
    unit = claim.unit if claim.is_money else indicator.unit
    groups = (Option(id=JOINED.join(claim.groups)),) if is_sum(claim, setting) else setting.group_options(claim)
    choices = combined(groups, setting.year_options(claim), _prices(claim, setting, indicator))
    queries = tuple(
        Query(
            label=setting.label(_LABELS[price.id], measure=indicator.id, group=group.id, years=year.id),
            weight=weight,
            why=reasons((group, year, price)),
            measure=indicator.id,
            indicator=indicator.id,
            group=group.id,
            start=int(year.id),
            end=int(year.id),
            unit=unit,
            formulas=_formulas(setting, indicator, group.id, int(year.id), unit),
            amount=in_percent(claim.amount) if claim.unit == "fraction" else claim.amount,
            may_confirm=not (_is_of_each(claim, setting) or _is_of_neither(claim)),
            may_contradict=not (claim.is_start and claim.period is None) and not _is_by_another_count(claim),
            frame=Frame(basis="constant") if price.id == "constant" else Frame(),
            years=(int(year.id),),
            money_of=group.id if price.id == "constant" else None,
            flags=("currency",) if is_converted(setting, indicator, group.id, unit) else (),
        )
        for (group, year, price), weight in choices
        if _formulas(setting, indicator, group.id, int(year.id), unit)
    )
    return of_each(queries, claim, setting)


def _is_of_each(claim: Claim, setting: Setting) -> bool:
    """Whether a share is said of each member, of most, none or all but one: that of all, or of that one, bears it out not."""
    is_share = not claim.is_money and claim.unit in ("percent", "percent_of_gdp", "fraction")
    each, before = ("all", "none", "majority", "every"), claim.cues.within(0, claim.start)
    is_of_all = clause_of(claim).has(*each) and claim.is_of_all(setting.pact.conventions.whole)
    return is_share and (is_of_all or (before.has("all_but") and before.has(*each)))


def _is_of_neither(claim: Claim) -> bool:
    """Whether another is denied it in the same breath, so that one alone shows half of it: "neither X nor Y"."""
    read = {(cue.start, cue.end) for cue in claim.cues.of("spent")}
    denials = [cue for cue in claim.cues.of("not", "neither") if (cue.start, cue.end) not in read]
    denials = sorted({(cue.start, cue.end): cue for cue in denials if cue.end <= claim.start}.values())
    pairs = pairwise(denials)
    return any(one.end <= actor.start and actor.end <= two.start for one, two in pairs for actor in claim.actors)


def _is_by_another_count(claim: Claim) -> bool:
    """Whether the words can mean what others count: a national budget, or those on active duty by a list of armies."""
    return claim.cues.has("own_budget") if claim.is_money else claim.cues.has("on_duty")


def _prices(claim: Claim, setting: Setting, indicator: Indicator) -> tuple[Option, ...]:
    """In which prices money is read: those of the year; constant ones where the words say so.

    Money of a year gone by can also be in those in which its producer compares years.
    """
    is_real = clause_of(claim).has("real") or claim.cues.within(0, claim.start).has("real")
    if is_real and claim.unit == indicator.unit and not is_sum(claim, setting):
        return (Option(id="constant"),)
    stated = stated_year(claim)
    is_past = stated is not None and setting.last_year is not None and stated <= setting.last_year
    if not is_past or not claim.is_money or claim.unit != indicator.unit or is_sum(claim, setting):
        return (Option(id="current"),)
    return setting.options("level_prices", "past", ("current",))


def _formulas(setting: Setting, indicator: Indicator, who: str, year: int, unit: str) -> tuple[str, ...]:
    """The formulas of one member or group, or the sum over several members joined by a plus."""
    parts = [money_formulas(setting, indicator, each, year, unit) for each in who.split(JOINED)]
    return parts[0] if len(parts) == 1 else (" + ".join(part[0] for part in parts),) if all(parts) else ()


OPERATION = Operation(id="level", order=90, fits=fits, read=read)
