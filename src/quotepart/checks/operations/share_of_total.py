"""A part of the whole: what one member or group bears of all members' spending, or of what they fund in common."""

from __future__ import annotations

from decimal import Decimal

from quotepart.checks.claims.actors import is_behind
from quotepart.checks.claims.claim import Claim
from quotepart.checks.operations.operation import Operation
from quotepart.checks.readings.readings import Option, Query, Setting, combined, reasons
from quotepart.checks.readings.values import at, in_percent, is_money
from quotepart.checks.working.ledger import Frame

_UNITS, _NEXT, _OF = ("percent", "fraction"), 10, 4


def fits(claim: Claim, setting: Setting) -> bool:
    """Whether the figure is a share in per cent of the pact's main measure, borne by less than the whole pact."""
    head = setting.pact.conventions
    if claim.shape == "comparison" or _is_of_one(claim, setting):
        return False
    is_share = claim.kind in ("share", "level") and claim.unit in _UNITS and not claim.cues.has("own_whole")
    if is_share and claim.metric != head.main_indicator and _is_sum(claim.metric, setting) and bearer(claim, setting):
        return True
    shares = {head.main_indicator, *(each.reading for each in setting.pact.priors if each.operation == "share_of_cost")}
    return is_share and any(each.startswith(claim.metric) for each in shares) and bool(bearer(claim, setting))


def _is_of_one(claim: Claim, setting: Setting) -> bool:
    """Whether the part is said to be of one member's spending, not of all members': "a third of Syldavia's", "half of its"."""
    if claim.shape == "figure" and any(0 <= cue.start - claim.end <= _OF for cue in claim.cues.of("they")):
        return True
    behind = next((actor for actor in claim.actors if 0 <= actor.start - claim.end <= _NEXT), None)
    if claim.shape != "figure" or behind is None or is_behind(behind, claim.cues, "by"):
        return False
    return behind.id in setting.pact.members


def _is_sum(metric: str, setting: Setting) -> bool:
    """Whether the metric is a series that members add up to, other than of spending: soldiers, a population, the product."""
    indicator = setting.pact.indicators.get(metric)
    share = setting.pact.indicators.get(setting.pact.conventions.share_indicator)
    is_product = share is not None and metric == share.denominator
    return indicator is not None and indicator.kind == "sum" and (is_product or not is_money(indicator.unit))


def bearer(claim: Claim, setting: Setting) -> str | None:
    """Return who bears the share: the first member or group named that is not the whole pact."""
    whole = setting.pact.conventions.whole
    named = (*claim.groups, *(actor.id for actor in claim.actors))
    return next((each for each in named if each != whole and setting.knows(each)), None)


def read(claim: Claim, setting: Setting) -> tuple[Query, ...]:
    """Return one reading for each year and for each whole that the words can mean: all allied spending, or the common budget."""
    who = bearer(claim, setting)
    if who is None:
        return ()
    wholes = setting.options("share_of_cost", _whole(claim), (setting.pact.conventions.main_indicator,))
    if _is_sum(claim.metric, setting):
        wholes = (Option(id=claim.metric),)
    prices = setting.options("share_prices", "unsaid", ("current",))
    choices = combined(wholes, setting.year_options(claim), prices)
    return tuple(_query(claim, setting, who, whole, year, price, weight) for (whole, year, price), weight in choices)


def _whole(claim: Claim) -> str:
    """What the share is said to be of: the common budget by name, some "cost" or "budget", or spending."""
    if claim.cues.has("common"):
        return "common"
    return "budget" if claim.cues.has("cost_of") and not claim.cues.has("spending_of") else "spending"


def _query(
    claim: Claim, setting: Setting, who: str, whole: Option, year: Option, price: Option, weight: Decimal
) -> Query:
    head = setting.pact.conventions
    series, is_spending = whole.id, whole.id == head.main_indicator or _is_sum(whole.id, setting)
    part = at(series, who, int(year.id))
    return Query(
        label=setting.label(
            _label(series, setting) if is_spending else "share.other", measure=series, group=who, years=year.id
        ),
        weight=weight,
        why=reasons((whole, year, price)),
        measure="share_of_allied_spending" if series == head.main_indicator else series,
        indicator=series,
        group=who,
        start=int(year.id),
        end=int(year.id),
        unit="percent",
        formulas=_formulas(setting, series, who, int(year.id)) if is_spending else (part,),
        amount=in_percent(claim.amount),
        frame=Frame(basis="constant" if price.id == "constant" else "current"),
        shown_as="share",
    )


def _label(series: str, setting: Setting) -> str:
    return "share.spending" if series == setting.pact.conventions.main_indicator else "share.whole"


def _formulas(setting: Setting, series: str, who: str, year: int) -> tuple[str, ...]:
    """The formulas of a part of the whole: of the whole as it stands, else of the part and all the rest."""
    part = at(series, who, year)
    rests = (group.id for group in setting.pact.groups.values() if group.without == {who} and not group.since)
    wholes = (
        at(series, setting.pact.conventions.whole, year),
        *(f"({part} + {at(series, each, year)})" for each in rests),
    )
    return tuple(f"100 * {part} / {each}" for each in wholes)


OPERATION = Operation(id="share_of_total", order=40, fits=fits, read=read)
