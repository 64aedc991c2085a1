"""What a figure asserts: a level, a relation to a threshold, another's level that it is to match, or nothing but a wish."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from quotepart.checks.claims.claim import SHARES, Actor, Claim
from quotepart.checks.claims.clauses import clause_of, place_of
from quotepart.checks.claims.cues import WISHES, Cue
from quotepart.checks.claims.quantity import (
    alone,
    counted,
    grown_number,
    is_denied_alone,
    is_of_total,
    left_out,
    of_all,
)
from quotepart.checks.claims.thresholds import is_about_target, is_pledged, is_threshold, threshold_in
from quotepart.checks.claims.years import with_span, with_year
from quotepart.checks.working.register import MEMBERS
from quotepart.model.amount import Qualifier
from quotepart.model.dates import Period
from quotepart.model.pact import Pact

_MULTIPLES = ("doubling", "tripling", "halving", "twice", "half", "manifold")
_OPPOSITE: Mapping[Qualifier, Qualifier] = {
    "more_than": "at_most", "at_least": "less_than", "less_than": "at_least", "at_most": "more_than", "up_to": "more_than",
}  # fmt: skip
_HEDGED = tuple(_OPPOSITE)
_CLAUSE, _BREAKS, _NEXT, _AT, _BESIDE = 50, ",;:.()", 14, 5, 18


def asserted(claim: Claim, pact: Pact, numbers: Mapping[str, int]) -> Claim | None:
    """Return the claim as what it asserts, ``None`` where the figure is a mere threshold, target or demand.

    "Below 2 %" asserts that the level is below two; "4 %, to match what X spends" that the level of X is four.
    """
    if is_threshold(claim) or _is_contrasted(claim):
        return None
    if _is_of_next(claim) or _is_of_the_rest(claim) or _is_in_other_money(claim):
        return None
    if claim.kind in ("level", "target") and _is_near_line(claim):
        return replace(claim, reason="too_vague")
    if claim.narrow and claim.kind == "level":
        return with_year(claim)
    grown = grown_number(claim)
    if grown is not None:
        return with_span(grown, numbers)
    quantity = of_all(claim, pact, numbers)
    if quantity is not None:
        return with_year(quantity)
    matched = _matched(claim)
    if matched is not None and (claim.kind == "target" or _wish(claim) is not None):
        return replace(claim, kind="level", groups=(matched.id,))
    if _is_line_of_whole(claim, pact) or _is_old_target(claim):
        return None
    if claim.kind == "count":
        if _is_former(claim):
            return replace(claim, reason="no_period")
        return _of_total(claim, pact, numbers) if is_of_total(claim) else with_year(left_out(claim))
    if claim.is_money and claim.cues.has("pledged") and not claim.cues.has("demand"):
        return replace(claim, reason=claim.reason or "forecast") if claim.kind == "target" else _denied(claim, pact)
    if not _is_target(claim):
        return _looking_ahead(claim) if _is_wished(claim) else _denied(claim, pact)
    claim = _of_this_year(claim)
    found = _relation(claim)
    if found is None:
        return with_year(replace(claim, kind="level")) if _is_at(claim, pact) else _expected(claim, pact)
    cue, relation = found
    if claim.cues.has("vague", "one_of") and _subject(claim, cue, pact) == (pact.conventions.whole,):
        return None
    amount = replace(claim.amount, qualifier=relation, is_line=is_pledged(claim, pact))
    return with_year(replace(claim, kind="level", groups=_subject(claim, cue, pact), amount=amount))


def _is_contrasted(claim: Claim) -> bool:
    """Whether the figure is what another is set against as the wrong one: "16 percent, not 3", "rather than 3"."""
    close = claim.cues.within(max(0, claim.start - _NEXT), claim.start)
    ends = [cue for cue in close.of("not", "contrast") if claim.start - cue.end <= 1]
    before = claim.cues.text[: ends[0].start].rstrip() if ends else ""
    named = any(each.amount.unit == claim.unit and place_of(each, claim)[1] <= claim.start for each in claim.others)
    return named and bool(ends) and (ends[0].kind == "contrast" or before.endswith(tuple(_BREAKS)))


def _is_near_line(claim: Claim) -> bool:
    """Whether somebody is no more than near the target: "close to the target of 2 percent"."""
    return claim.cues.has("target") and claim.cues.within(0, claim.start).has("near_line")


def _of_total(claim: Claim, pact: Pact, numbers: Mapping[str, int]) -> Claim | None:
    """Return "most of the 32 members reach it" as a share of them; of "all 29 members" the number says nothing."""
    stated = threshold_in(claim)
    if stated is None and not claim.cues.has("target", "due"):
        return None
    return with_year(counted(claim, pact, numbers, threshold=stated.amount.value if stated else None))


def _is_former(claim: Claim) -> bool:
    """Whether the count of those at the target is where it rose or fell from, and no year of its own is said: "to 23 from 10"."""
    counts = [each for each in claim.others if each.metric == MEMBERS]
    begins = claim.cues.within(max(0, claim.start - _AT), claim.start).has("from")
    is_dated = any(sign.isdigit() for sign in claim.cues.text[claim.end : claim.end + _BESIDE])
    return begins and bool(counts) and not is_dated and is_about_target(claim)


def _is_of_next(claim: Claim) -> bool:
    """Whether the count is of those that come next in an order: "more than the next eight combined"."""
    near = claim.cues.within(max(0, claim.start - _NEXT), claim.end + _NEXT)
    return claim.kind == "count" and near.has("following") and claim.cues.has("than", "combined")


def _is_of_the_rest(claim: Claim) -> bool:
    """Whether the count is of all others, whom the sentence compares with somebody: "the other 31 allies"."""
    close = claim.cues.within(max(0, claim.start - _NEXT), claim.start)
    return claim.kind == "count" and close.has("other_ones") and claim.cues.has("than")


def _is_old_target(claim: Claim) -> bool:
    """Whether the figure is where a target is to be raised or lowered from: "raise the target from 2 to 3 percent"."""
    return claim.is_start and clause_of(claim).within(0, claim.start).has("target")


def _is_line_of_whole(claim: Claim, pact: Pact) -> bool:
    """Whether the figure is a share that the pact has pledged, given to all of it: what it asks for, not what it spends.

    Unless the words say that it is missed or passed, or plainly that the pact spends it.
    """
    if claim.unit not in SHARES or claim.kind not in ("level", "target") or not is_pledged(claim, pact):
        return False
    if not claim.is_of_all(pact.conventions.whole) or claim.amount.qualifier in ("less_than", "more_than"):
        return False
    found = _relation(claim)
    if found is not None and found[1] in ("less_than", "more_than"):
        return False
    spent = clause_of(claim).within(0, claim.start).has("spends", "is")
    return not spent or claim.cues.has("target", *WISHES)


def _is_in_other_money(claim: Claim) -> bool:
    """Whether the amount is the one right before it, put into another currency in brackets: "10 billion euros (£8.4bn)"."""
    before = claim.cues.text[: claim.start].rstrip()
    if not (claim.is_money and before.endswith("(")):
        return False
    places = [(place_of(each, claim), len(each.amount.unit) == 3) for each in claim.others]
    is_of_another = any(is_money and 0 < claim.start - end <= _AT for (_, end), is_money in places)
    counts = [place_of(each, claim) for each in claim.others if each.metric == MEMBERS]
    digits = [at for at in range(max(0, len(before) - _BESIDE), len(before)) if before[at].isdigit()]
    return is_of_another or any(not any(start <= at < end for start, end in counts) for at in digits)


def _is_target(claim: Claim) -> bool:
    """Whether the figure is a target, or a level that the words compare with rather than state."""
    if claim.kind == "target":
        return True
    before = claim.cues.within(0, claim.start)
    is_line = claim.cues.within(claim.start, claim.end + _AT + 1).has("target") and before.has("met")
    return claim.unit in SHARES and ((claim.cues.has("target") and before.has("below")) or is_line)


def _wish(claim: Claim) -> Cue | None:
    """The nearest word of demand, promise or forecast before the figure."""
    wishes = claim.cues.within(0, claim.start).of(*WISHES)
    return wishes[-1] if wishes else None


def _matched(claim: Claim) -> Actor | None:
    """Who is named after "to match", behind the figure: the one whose level the figure is said to be."""
    cues = [cue for cue in claim.cues.of("match") if cue.start >= claim.end]
    if not cues:
        return None
    return next((actor for actor in claim.actors if actor.start >= cues[0].end), None)


def _looking_ahead(claim: Claim) -> Claim | None:
    """Return a share that is forecast as a claim: of the year under way, or a forecast of another; what is wished is none."""
    wish = _wish(claim)
    if wish is None or wish.kind != "forecast" or claim.cues.within(0, claim.start).has("demand", "promise"):
        return None
    dated = with_year(claim)
    is_running = dated.period is not None and dated.period.end_year == claim.said_on.year
    return dated if is_running else replace(dated, reason="forecast")


def _expected(claim: Claim, pact: Pact) -> Claim | None:
    """Return a target that is forecast for the year under way as its level: the producer's estimate answers it."""
    ahead = _looking_ahead(claim)
    if ahead is None or ahead.reason is not None:
        return None
    is_line = claim.unit in SHARES and claim.amount.qualifier == "exact" and is_pledged(claim, pact)
    amount = replace(claim.amount, qualifier="at_least", is_line=True) if is_line else claim.amount
    return replace(ahead, kind="level", amount=amount)


def _relation(claim: Claim) -> tuple[Cue, Qualifier] | None:
    """How the words relate what is to the threshold; ``None`` where they only wish it.

    The relation must stand before the figure and not behind a word of demand, promise or forecast.
    """
    before = claim.cues.within(0, claim.start)
    running = claim.period is not None and claim.period.end_year == claim.said_on.year
    wish = _first(before.of(*(WISHES[:2] if running else WISHES)))
    for cue in reversed(before.of("below", "above", "met")):
        if wish is not None and (wish.start < cue.start or claim.start - cue.end > _CLAUSE):
            continue
        denied = _is_denied(claim, cue.end)
        if cue.kind == "met" and not denied and _is_aim(claim, cue):
            continue
        if claim.cues.within(cue.end, claim.start).has(*_MULTIPLES) or _is_of_other_share(claim, cue):
            continue
        if claim.amount.qualifier in _HEDGED:
            return cue, _OPPOSITE[claim.amount.qualifier] if denied else claim.amount.qualifier
        if cue.kind == "met":
            return cue, "less_than" if denied else "at_least"
        below = (cue.kind == "below") != denied
        return cue, "less_than" if below else "more_than"
    return None


def _is_of_other_share(claim: Claim, relation: Cue) -> bool:
    """Whether another share stands between the relation and the figure: "spends 1.3 %, and has set a 2 % target"."""
    shares = (place_of(each, claim)[0] for each in claim.others if each.amount.unit in SHARES)
    return any(relation.end <= start < claim.start for start in shares)


def _is_aim(claim: Claim, relation: Cue) -> bool:
    """Whether reaching the threshold is no more than aimed at: "an effort to reach", not "managed to reach"."""
    before = claim.cues.within(max(0, relation.start - _BESIDE), relation.start)
    return any(relation.start - cue.end <= 1 for cue in before.of("aim")) and not before.has("managed")


def _of_this_year(claim: Claim) -> Claim:
    """Return what the words foresee of the year under way with that year: estimates of it may be printed already."""
    if claim.period is not None or not claim.cues.has("within_year") or not claim.cues.has("forecast"):
        return claim
    year = str(claim.said_on.year)
    return replace(claim, period=Period(year, year))


def _is_at(claim: Claim, pact: Pact) -> bool:
    """Whether somebody simply is at the share: "X is now at 4 %", not at it as at a target."""
    close = claim.cues.within(max(0, claim.start - _AT), claim.start)
    stated = claim.cues.within(max(0, claim.start - _BESIDE // 2), claim.start).has("is", "was")
    known = claim.groups and claim.groups[0] in pact.members
    return (
        (bool(known) or claim.cues.has("we"))
        and (close.has("at") or stated)
        and claim.cues.has("is", "was")
        and not claim.cues.has("target", *WISHES)
    )


def _first(cues: tuple[Cue, ...]) -> Cue | None:
    return cues[0] if cues else None


def _is_denied(claim: Claim, end: int) -> bool:
    """Whether a word of denial stands in the clause before ``end``, and does not make an "only" of it."""
    before = claim.cues.within(max(0, end - _CLAUSE), end)
    if not before.has("not", "none") or before.has("only"):
        return False
    denial = before.of("not", "none")[-1]
    if any(denial.end <= place_of(each, claim)[0] < end for each in claim.others if each.amount.unit in SHARES):
        return False  # "is not at 2.5 yet, and above 2"
    return not any(end - cue.end <= _AT for cue in before.of("nothing_but"))


def _denied(claim: Claim, pact: Pact) -> Claim:
    """Return a level or change that is denied as what it then says: "does not spend more than 3" is at most 3.

    A denied share without a hedge is below it where the pact has pledged that share; of any other, "not 1.4" says no amount.
    """
    qualifier = claim.amount.qualifier
    if claim.unit not in SHARES:
        return claim
    if not _is_denied(claim, claim.start) or is_denied_alone(claim):
        relation = _verb_of_relation(claim) or ("less_than" if qualifier == "less_than" else None)
        if relation is not None:
            is_line = relation == "less_than" and is_pledged(claim, pact)
            return replace(claim, amount=replace(claim.amount, qualifier=relation, is_line=is_line))
        is_floor = (
            (claim.cues.has("always") or alone(claim, pact) is not None)
            and claim.kind == "level"
            and qualifier == "exact"
        )
        return replace(claim, amount=replace(claim.amount, qualifier="at_least")) if is_floor else claim
    if qualifier in _OPPOSITE:
        return replace(claim, amount=replace(claim.amount, qualifier=_OPPOSITE[qualifier]))
    if claim.kind != "level" or not _is_in_clause(claim):
        return claim
    if claim.cues.has("never"):
        return replace(claim, amount=replace(claim.amount, qualifier="less_than", is_line=is_pledged(claim, pact)))
    if is_pledged(claim, pact):
        return replace(claim, amount=replace(claim.amount, qualifier="less_than", is_line=True))
    return replace(claim, reason="too_vague")


def _verb_of_relation(claim: Claim) -> Qualifier | None:
    """What a verb right before an unhedged level says of it: "exceeds", "is under"; ``None`` where none does."""
    if claim.kind == "level" and claim.cues.within(max(0, claim.start - _BESIDE), claim.start).has("far"):
        return "less_than"
    if claim.kind != "level" or claim.amount.qualifier != "exact":
        return None
    close = claim.cues.within(max(0, claim.start - _BESIDE), claim.start).of("above", "below")
    close = tuple(cue for cue in close if not any(cue.end <= actor.start < claim.start for actor in claim.actors))
    return None if not close else "more_than" if close[-1].kind == "above" else "less_than"


def _is_in_clause(claim: Claim) -> bool:
    """Whether nothing parts the word of denial from the figure: no comma, no bracket."""
    denials = claim.cues.within(max(0, claim.start - _CLAUSE), claim.start).of("not", "none")
    return bool(denials) and not set(_BREAKS) & set(claim.cues.text[denials[-1].end : claim.start])


def _is_wished(claim: Claim) -> bool:
    """Whether a share is no more than wished for: a word of demand or promise stands close before it in the same clause."""
    wish = _wish(claim)
    if wish is None or claim.unit not in SHARES or claim.start - wish.end > _CLAUSE:
        return False
    return not set(_BREAKS) & set(claim.cues.text[wish.end : claim.start])


def _subject(claim: Claim, relation: Cue, pact: Pact) -> tuple[str, ...]:
    """Whose level it is: a part of the pact as extracted, else that of the figure before, else the last party named before."""
    if claim.groups and claim.groups != (pact.conventions.whole,) and _is_party(claim.groups[0], pact):
        return claim.groups
    before = [
        each for each in claim.others if each.span.start < _offset(claim) and each.metric == claim.metric and each.who
    ]
    if before:
        return before[-1].who
    known = [actor.id for actor in claim.actors if actor.end <= relation.start and _is_party(actor.id, pact)]
    parts = [party for party in known if party != pact.conventions.whole]
    return ((parts or known)[-1],) if known else claim.groups


def _offset(claim: Claim) -> int:
    return claim.span.start if claim.span else claim.start


def _is_party(entity: str, pact: Pact) -> bool:
    return entity in pact.members or entity in pact.groups
