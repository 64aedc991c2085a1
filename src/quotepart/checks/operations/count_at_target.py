"""How many members reach a threshold, or stay below it, or spend more than the year before."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from quotepart.checks.claims.claim import PARTS, SHARES, Claim
from quotepart.checks.claims.clauses import bounds_of, clause_of, place_of, words_on
from quotepart.checks.claims.cues import RELATIONS, Cue, Cues
from quotepart.checks.claims.thresholds import (
    day_spoken_of,
    is_about_target,
    is_bound,
    is_total,
    open_thresholds,
    pledged_threshold,
    threshold_in,
)
from quotepart.checks.operations.operation import Operation
from quotepart.checks.readings.announcements import AT_LINE, BELOW_LINE
from quotepart.checks.readings.readings import Option, Query, Setting, combined, reasons
from quotepart.checks.readings.values import at, in_percent
from quotepart.checks.working.ledger import Frame, as_text
from quotepart.checks.working.register import MEMBERS
from quotepart.model.amount import Amount
from quotepart.model.pact import Indicator

_BREAKS, _BEFORE = ";:", 12
_MOVES, _REACHED = ("risen", "fallen"), ("at_target", "over")
_NUMBER = 3  # characters behind "less than" in which its number begins
_MEASURES = {
    "at_target": AT_LINE,
    "over": AT_LINE,
    "below": BELOW_LINE,
    "risen": "members_increasing",
    "fallen": "members_decreasing",
}


def fits(claim: Claim, setting: Setting) -> bool:
    """Whether the figure counts members, and the sentence tells them by a threshold or by a rise."""
    if claim.shape in ("all", "only"):
        return True
    if claim.unit in PARTS:
        return claim.metric == MEMBERS and is_about_target(claim)
    if claim.unit != "count" or claim.metric not in (MEMBERS, setting.pact.conventions.main_indicator):
        return False
    if _is_all_of(claim, setting):
        return False
    moves = is_bound(claim, "up", "down") and not clause_of(claim).has("not")
    return is_about_target(claim) or (moves and not is_total(claim) and not _grew(claim))


def _is_all_of(claim: Claim, setting: Setting) -> bool:
    """Whether the count is that of all members, behind "of": "tops the list of 32 members, spending 4 percent"."""
    whole = setting.pact.conventions.whole
    members = len(setting.pact.members_on(whole, claim.said_on))
    owners = (actor.start for actor in claim.actors if actor.id == whole and 0 <= claim.start - actor.end <= 1)
    owner = next(owners, claim.start)
    is_of = claim.cues.within(max(0, owner - _BEFORE), owner).has("among")
    if claim.cues.within(0, claim.start).has("all_but"):
        return is_of and members - 1 <= claim.amount.value <= members
    return is_of and claim.amount.value == members and not claim.cues.has("target")


def _grew(claim: Claim) -> bool:
    """Whether it is the number of members itself that grew: "from 28 to 32", "has expanded to 32 members"."""
    counts = [each for each in claim.others if each.amount.unit == "count"]
    spends = claim.cues.has("spending_of", "own_budget", "defence") or claim.cues.has("spends", "effort")
    return bool(counts) and (claim.cues.has("from") or not spends)


def read(claim: Claim, setting: Setting) -> tuple[Query, ...]:
    """Return one reading for each group, year and way of counting that the words allow."""
    indicator = _indicator(claim, setting)
    if indicator is None:
        return ()
    choices = combined(_groups(claim, setting), setting.year_options(claim), _ways(claim, setting))
    queries = (_query(claim, setting, indicator, group, year, way, weight) for (group, year, way), weight in choices)
    return tuple(query for query in queries if query is not None)


def _groups(claim: Claim, setting: Setting) -> tuple[Option, ...]:
    """Whose members are counted: a count of members says of which group, so that the likeliest stands alone."""
    return tuple(replace(option, weight=Decimal(1)) for option in setting.group_options(claim)[:1])


def _ways(claim: Claim, setting: Setting) -> tuple[Option, ...]:
    """How members are counted: at the target, or over it; below it; risen or fallen."""
    if not is_about_target(claim):
        return (Option(id="risen" if claim.cues.has("up") else "fallen"),)
    if not _is_below(claim):
        return _at_or_over(claim, setting)
    return (Option(id="below"),)


def _at_or_over(claim: Claim, setting: Setting) -> tuple[Option, ...]:
    """Whether "more than" leaves out who is just at the line: of a line that was pledged, either can be meant."""
    figure = threshold_in(claim) if claim.threshold is None else None
    line = figure.amount.value if figure else claim.threshold
    is_over = claim.is_over or (figure is not None and figure.amount.qualifier == "more_than")
    if not is_over or _is_at_or_over(claim):
        return (Option(id="at_target"),)
    is_pledged = line in {each.threshold for each in setting.pact.pledges}
    return setting.options("over_line", "pledged", ("over",)) if is_pledged else (Option(id="over"),)


def _is_at_or_over(claim: Claim) -> bool:
    """Whether the word for being over the line is but a part of one for reaching it: "at or above"."""
    reaching = claim.cues.of("met")
    return any(met.start < over.start and over.end <= met.end for over in claim.cues.of("above") for met in reaching)


def _indicator(claim: Claim, setting: Setting) -> Indicator | None:
    head = setting.pact.conventions
    if not is_about_target(claim):
        return setting.pact.indicators.get(head.main_indicator)
    stated = threshold_in(claim)
    named = claim.threshold_of or (stated.metric if stated else head.main_indicator)
    if stated is not None and _is_line_of_share(stated.amount.value, named, claim, setting):
        named = head.main_indicator
    return setting.pact.indicators.get(head.share_indicator if named == head.main_indicator else named)


def _is_line_of_share(line: Decimal, named: str, claim: Claim, setting: Setting) -> bool:
    """Whether a line is that of the share of the product, and not of the series that other words of the sentence name."""
    pact, day = setting.pact, claim.said_on
    lines = [pledged_threshold(pact, indicator, day) for indicator in (pact.conventions.share_indicator, named)]
    return lines[0] == line and lines[1] not in (None, line)


def threshold_of(claim: Claim, setting: Setting, indicator: Indicator) -> Decimal | None:
    """Return the threshold in the sentence, else the one that the pact's pledges set for the indicator on that day."""
    if claim.threshold is not None:
        return claim.threshold
    stated = threshold_in(claim)
    if stated is not None:
        return stated.amount.value
    return pledged_threshold(setting.pact, indicator.id, day_spoken_of(claim))


def _is_open(claim: Claim, setting: Setting, indicator: Indicator) -> bool:
    """Whether the target is not stated, and another line than that in force can be meant."""
    is_stated = claim.threshold is not None or threshold_in(claim) is not None
    is_one = len(open_thresholds(setting.pact, indicator.id, day_spoken_of(claim))) < 2
    return is_about_target(claim) and not is_stated and not is_one


def _query(
    claim: Claim, setting: Setting, indicator: Indicator, group: Option, year: Option, way: Option, weight: Decimal
) -> Query | None:
    threshold = threshold_of(claim, setting, indicator) if is_about_target(claim) else Decimal(0)
    if threshold is None:
        return None
    moves = way.id in _MOVES
    formula = _formula(indicator.id, group.id, int(year.id), way.id, threshold, claim.amount)
    return Query(
        label=setting.label(
            way.id, group=group.id, years=year.id, measure=indicator.id, target=setting.wording.number(threshold)
        ),
        weight=weight,
        why=reasons((group, year, way)),
        measure=_MEASURES[way.id],
        indicator=indicator.id,
        group=group.id,
        start=int(year.id),
        end=int(year.id),
        unit="percent" if claim.unit in PARTS else "count",
        formulas=(_share(formula, group.id, int(year.id)) if claim.unit in PARTS else formula,),
        amount=in_percent(claim.amount) if claim.unit in PARTS else claim.amount,
        frame=Frame(basis="constant") if moves else Frame(),
        shown_as="count",
        may_contradict=_is_whole(group.id, setting) and not _is_open(claim, setting, indicator),
        may_confirm=way.id in _REACHED or _is_whole(group.id, setting),
        line=None if moves else threshold,
        is_below=way.id == "below",
    )


def _is_whole(group: str, setting: Setting) -> bool:
    """Whether the accounts have all members of a group: one that has others outside the pact is counted in part."""
    return group not in setting.pact.groups or setting.pact.groups[group].is_whole


def _share(formula: str, group: str, year: int) -> str:
    return f"100 * ({formula}) / {at(MEMBERS, group, year)}"


def _formula(indicator: str, group: str, year: int, way: str, threshold: Decimal, amount: Amount) -> str:
    """Return the formula that counts: of members below a line, those without a figure belong to them or not, as it was meant.

    >>> _formula("share", "ABC", 2016, "at_target", Decimal(2), Amount(value=Decimal(5), unit="count"))
    'count(share[ABC, 2016] >= 2)'
    """
    if way in _MOVES:
        return f"{way}({at(indicator, group, year - 1, year)})"
    at_target = f"count({at(indicator, group, year)} {'>' if way == 'over' else '>='} {as_text(threshold)})"
    if way != "below":
        return at_target
    others = f"{at(MEMBERS, group, year)} - {at_target}"
    below = f"count({at(indicator, group, year)} < {as_text(threshold)})"
    is_counted = amount.unit == "count" and amount.qualifier == "exact"
    return f"nearest({as_text(amount.value)}, {others}, {below})" if is_counted else others


def _is_below(claim: Claim) -> bool:
    if claim.shape in ("all", "only"):
        return claim.shape == "all"
    behind = _clause(claim)
    if behind.has(*RELATIONS) and not claim.cues.within(0, claim.start).has("not"):
        denied = _is_denied(behind) and not behind.has("only")
        return denied != _misses(behind, claim)
    near = clause_of(claim) if _has_line_beside(claim) else words_on(claim, *RELATIONS)
    missed = _misses(near, claim)
    return (missed and not near.has("met")) or ((missed or near.has("not")) and not near.has("only"))


def _misses(cues: Cues, claim: Claim) -> bool:
    """Whether a word says that the line is missed, and neither hedges the count ("fewer than ten") nor compares it."""
    return cues.has("fail") or any(not _hedges(cue, claim) and not _compares(cue, claim) for cue in cues.of("below"))


def _hedges(cue: Cue, claim: Claim) -> bool:
    return claim.start - 1 <= cue.end <= claim.start or claim.start <= cue.start < claim.end


def _compares(cue: Cue, claim: Claim) -> bool:
    """Whether "less than" leads to no line: "one less than the year before", not "less than the current 2 percent"."""
    is_than = any(than.end == cue.end for than in claim.cues.of("than"))
    lines = [place_of(each, claim)[0] for each in claim.others if each.amount.unit in SHARES]
    leads = any(0 <= line - cue.end <= 2 * _BEFORE for line in lines)
    return is_than and not leads and not claim.cues.text[cue.end : cue.end + _NUMBER].strip(" $€£")[:1].isdigit()


def _has_line_beside(claim: Claim) -> bool:
    """Whether the threshold stands in the clause of the count."""
    stated, (low, high) = threshold_in(claim), bounds_of(claim)
    return stated is not None and low <= place_of(stated, claim)[0] < high


def _is_denied(cues: Cues) -> bool:
    """Whether a word of denial stands there that is not itself the word for missing the line."""
    misses = [(cue.start, cue.end) for cue in cues.of("fail")]
    return any(not any(start <= cue.start < end for start, end in misses) for cue in cues.of("not"))


def _clause(claim: Claim) -> Cues:
    """The cues from the count to the threshold behind it, else to the end of its clause."""
    stated = threshold_in(claim)
    offset = claim.span.start - claim.start if claim.span else 0
    if stated is not None and stated.span.start - offset >= claim.end:
        return claim.cues.within(claim.end, stated.span.start - offset)
    text = claim.cues.text
    ends = [at for sign in _BREAKS if (at := text.find(sign, claim.end)) >= 0]
    return claim.cues.within(claim.end, min(ends, default=len(text)))


OPERATION = Operation(id="count_at_target", order=10, fits=fits, read=read)
