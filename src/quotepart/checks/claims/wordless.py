"""Claims whose amount the words make: who spends more, which place, how many years in a row, the most since when, all or none."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from decimal import Decimal

from quotepart.checks.claims.bare_shares import bare_shares
from quotepart.checks.claims.claim import Actor, Claim
from quotepart.checks.claims.comparisons import RATIOS, compared, hedge_before, nobody_more, parts
from quotepart.checks.claims.cues import YEAR, Cues
from quotepart.checks.claims.metrics import OTHER, SOLDIERS
from quotepart.checks.claims.numerals import number_near, numbers_in
from quotepart.checks.claims.over_time import is_in_time, is_of_years, record, run, then_and_now
from quotepart.checks.claims.places import (
    behind_others,
    holder_of,
    place_behind,
    place_claim,
    places_within,
    sole_ahead,
)
from quotepart.checks.claims.quantity import counted, of_exceptions
from quotepart.checks.claims.targets import MULTIPLES, against_target, few_at_target, is_of_target, times_target
from quotepart.checks.claims.years import is_of_founding, with_span, year_of_own_past
from quotepart.checks.working.register import MEMBERS
from quotepart.model.amount import Amount, Qualifier
from quotepart.model.dates import Period
from quotepart.model.finding import Reason
from quotepart.model.pact import Pact

_CLOSE, _BESIDE, _AT = 12, 14, 2


def claims_in_words(bare: Claim, pact: Pact, numbers: Mapping[str, int]) -> tuple[Claim, ...]:
    """Return what a sentence without a judgeable figure asserts; ``bare`` holds its words, names and cues.

    A sentence that asserts nothing that accounts could show yields one claim with the reason. ``numbers`` are the language's
    ordinals and numerals.
    """
    reason = _refused(bare)
    if reason is not None:
        return (replace(bare, reason=reason),)
    parties = tuple(actor for actor in bare.actors if actor.id in pact.members or actor.id in pact.groups)
    if parties and bare.cues.has("joining") and _is_ordered(bare, numbers):
        return tuple(_joining(bare, parties, numbers))
    if bare.metric == OTHER:
        return (replace(bare, reason=_unmeasured(bare)),)
    if bare.cues.has("number"):
        return (replace(bare, reason="too_vague"),)
    found = tuple(_read(_with_period(_of_forces(bare, pact)), parties, pact, numbers))
    return found or (replace(bare, reason=_unreadable(bare, pact.conventions.main_indicator)),)


def _refused(claim: Claim) -> Reason | None:
    cues = claim.cues
    if cues.has("verdict") and not _is_of_two(claim):
        return "opinion"
    if cues.has("counterfactual") and (cues.has("conditional", "except") or not cues.has("met", "spends")):
        return "counterfactual"
    supposes = any(not cues.text[: cue.start].strip() for cue in cues.of("conditional"))
    if supposes and not cues.has("cause", "cause_of"):
        return "counterfactual"
    if any(int(year) > claim.said_on.year for year in YEAR.findall(cues.text)):
        return "forecast"
    if cues.has("promise") and cues.has("cause") and not cues.has("forecast"):
        return "cause"
    if _looks_ahead(cues) or (cues.has("promise") and not _is_of_something_else(claim)):
        return "forecast"
    if cues.has("demand") and not cues.has("due"):
        return "cause" if cues.has("cause", "cause_of") else "opinion"
    return None


def _looks_ahead(cues: Cues) -> bool:
    """Whether a word looks ahead that is not but a part of what is due: "what they should pay"."""
    dues = [(due.start, due.end) for due in cues.of("due")]
    return any(not any(start <= cue.start < end for start, end in dues) for cue in cues.of("forecast"))


def _is_of_something_else(claim: Claim) -> bool:
    """Whether something is promised that the accounts do not measure: aid, trade, not defence."""
    return claim.cues.has("elsewhere") and not claim.cues.has("defence", "spending_of", "target", "of_gdp")


def _is_of_two(claim: Claim) -> bool:
    """Whether somebody is compared with another who stands behind "than"."""
    if not claim.cues.has("more", "less", "alike"):
        return False
    return any(actor.start >= cue.end for cue in claim.cues.of("than") for actor in claim.actors)


def _unmeasured(claim: Claim) -> Reason:
    """Why a sentence about something without a series can't be judged: an opinion or a cause first, whatever it is about."""
    if claim.cues.has("verdict"):
        return "opinion"
    return "cause" if claim.cues.has("cause_of", "cause") else "no_series"


def _unreadable(claim: Claim, main: str) -> Reason:
    """Why a sentence without an amount can't be judged: a cause, vague words, an opinion."""
    if claim.cues.has("last_time", "era"):
        return "no_period"
    if claim.cues.has("world") and claim.cues.has("ranked", "highest", "lowest"):
        return "no_series"
    if claim.cues.has("first_since", "long") and claim.cues.has("highest", "lowest", "up", "down"):
        is_undated = claim.cues.has("defence", "spending_of") and claim.cues.has("highest", "lowest")
        if is_undated or not claim.actors:
            return "no_period" if claim.actors else "group_unknown"
    for kind, reason in _REASONS:
        if claim.cues.has(kind):
            return reason
    if claim.cues.has("first_since", "long") and not claim.actors:
        return "group_unknown"
    if claim.metric != main:
        return "no_series"
    return "too_vague" if claim.cues.has(*_MEASURED) or not claim.actors else "no_series"


_MEASURED = ("spends", "spending_of", "target", "met", "up", "down", "ranked")
_REASONS: tuple[tuple[str, Reason], ...] = (
    ("vague", "too_vague"),
    ("cause", "cause"),
    ("cause_of", "cause"),
    ("opinion", "opinion"),
)


def _read(claim: Claim, parties: tuple[Actor, ...], pact: Pact, numbers: Mapping[str, int]) -> Iterator[Claim]:
    cues = claim.cues
    shares = tuple(bare_shares(claim, parties))
    few = few_at_target(claim, pact, numbers)
    if cues.has("cause_of") and not cues.has("joining"):
        return
    if few is not None:
        yield few
        return
    if shares:
        yield from shares
    elif parties and ((cues.has("joining") and cues.has("ranked")) or _is_ordered(claim, numbers)):
        yield from _joining(claim, parties, numbers)
    elif cues.has("target") and cues.has("doubling", "tripling", "halving", "twice", "half") and parties:
        yield from times_target(claim, parties, pact)
    elif _has_multiple(claim, parties) and parties:
        yield from _multiple(claim, parties, numbers)
    elif parties and (placed := place_behind(claim, parties, pact)) is not None:
        yield placed
    elif nobody_more(claim, parties, pact) is not None:
        yield from filter(None, (nobody_more(claim, parties, pact),))
    elif _reaches(claim) and _is_of_many(claim):
        quantity = counted(claim, pact, numbers, threshold=None)
        yield from (quantity, *of_exceptions(quantity, pact))
    elif is_of_target(claim) and parties and not (cues.has("vague") and parties[0].id == pact.conventions.whole):
        yield from against_target(claim, parties, pact)
    elif cues.has("bulk", "nearly_all") and _is_of_spending(claim) and _bears(claim, parties, pact):
        yield _most_of(claim, parties, pact)
    elif is_of_years(claim, numbers):
        yield from run(claim, parties, numbers)
    elif cues.has("any_time") and parties and _is_of_measure(claim, None):
        yield record(claim, parties)
    elif is_in_time(claim) and parties:
        yield from then_and_now(claim, parties)
    elif _is_comparison(claim) and parties and not _is_of_things(claim):
        alone = tuple(sole_ahead(claim, parties, pact))
        yield from alone
        for leader in _leaders(claim, parties, pact) if alone else parties[:1]:
            others = tuple(each for each in parties if each.id != leader.id)
            yield from compared(claim, (leader, *others), pact.conventions.whole, numbers)
    elif (
        (cues.has("ranked", "highest", "lowest", "any_other") or _is_of_size(claim) or _is_placed(claim))
        and parties
        and not _is_some_order(claim, numbers)
    ):
        yield from _place(claim, parties, pact, numbers)
    elif cues.has("up", "down") and _moves(claim) and parties and not cues.has("vague", "cause", "opinion"):
        yield _direction(claim, parties)


def _leaders(claim: Claim, parties: tuple[Actor, ...], pact: Pact) -> tuple[Actor, ...]:
    """The members named before the word of comparison, each once."""
    than = claim.cues.of("than")
    before = [party for party in parties if than and party.end <= than[-1].start and party.id in pact.members]
    return tuple({party.id: party for party in before}.values())


def _of_forces(claim: Claim, pact: Pact) -> Claim:
    """Return a claim on the size of armies as one on the series that the pact's priors name for it."""
    other = claim.metric not in (pact.conventions.main_indicator, *SOLDIERS)
    is_money = claim.cues.has("spending_of", "money", "spender", "own_budget") or _pays(claim)
    if other or not claim.cues.has("forces", "soldiers") or is_money:
        return claim
    named = (each.reading for each in pact.priors if (each.operation, each.when) == ("word_metric", "forces"))
    return replace(claim, metric=next(named, OTHER))


def _joining(claim: Claim, parties: tuple[Actor, ...], numbers: Mapping[str, int]) -> Iterator[Claim]:
    place = number_near(claim, claim.cues.of("ranked", "joining"), numbers)
    if place is not None:
        joined = replace(claim, amount=_amount(place), kind="rank", metric=MEMBERS, shape="joining")
        yield replace(joined, groups=(parties[0].id,))


def _pays(claim: Claim) -> bool:
    """Whether a verb says that something is spent, and not a mere "at"."""
    return any(cue.end - cue.start > _AT for cue in claim.cues.of("spends"))


def _reaches(claim: Claim) -> bool:
    """Whether something is said to be reached or missed, or to lie above or below the target; merely to spend reaches nothing."""
    cues = claim.cues
    if cues.has("target"):
        return cues.has("met", "fail", "due", "above", "below")
    spending = {cue.start for cue in cues.of("spends")}
    is_due = cues.has("due") and not cues.has("opinion")
    return is_due or cues.has("fail") or any(cue.start not in spending for cue in cues.of("met"))


def _is_of_many(claim: Claim) -> bool:
    """Whether all, none, most or all but some are said to reach the target, and no order of members is meant."""
    cues = claim.cues
    return cues.has("majority") or (cues.has("all", "none") and not cues.has("highest", "lowest", "any_other"))


def _bears(claim: Claim, parties: tuple[Actor, ...], pact: Pact) -> bool:
    """Whether a part of the pact is named, and what it bears is the whole pact's."""
    whole = pact.conventions.whole
    part = any(party.id != whole for party in parties) or (
        claim.cues.has("we") and not claim.cues.has("vague", "opinion")
    )
    return part and any(party.id == whole for party in parties)


def _most_of(claim: Claim, parties: tuple[Actor, ...], pact: Pact) -> Claim:
    """Most of what all members spend, or nearly all of it, as a share."""
    is_all = claim.cues.has("nearly_all")
    share = Amount(value=Decimal(100 if is_all else 50), unit="percent", qualifier="nearly" if is_all else "more_than")
    return replace(claim, amount=share, kind="share", groups=holder_of(claim, parties, pact))


def _has_multiple(claim: Claim, parties: tuple[Actor, ...]) -> bool:
    """Whether what is spent, or an army, has grown by a multiple; two that are compared have not."""
    if _is_comparison(claim) and len({party.id for party in parties}) > 1:
        return False
    ratios = claim.cues.of(*RATIOS)
    is_of_past = bool(ratios) and bool(year_of_own_past(claim, ratios[0].end))
    if not is_of_past and not claim.cues.has(*MULTIPLES, "multiplied"):
        return False
    return _is_of_spending(claim) or _is_of_soldiers(claim)


def _is_comparison(claim: Claim) -> bool:
    cues = claim.cues
    if cues.has("any_other"):
        return False
    if cues.has("than"):
        return cues.has("more", "less", "alike", *RATIOS)
    tops = {cue.start for cue in cues.of("highest")}
    ranked = [cue for cue in cues.of("above", "below", "times") if parts(cue, claim) and cue.start not in tops]
    return bool(ranked) and cues.has("spending_of", "own_budget") and not cues.has("target")


def _is_of_things(claim: Claim) -> bool:
    """Whether what an army has more of is no people: "the air force fields more fighters than"."""
    if claim.metric not in SOLDIERS:
        return False
    than, more = claim.cues.of("than"), claim.cues.of("more", "less")
    if not than or not more or not claim.cues.text[more[0].end : than[-1].start].strip():
        return False
    if any(size.start <= more[0].start and size.end + 1 >= than[-1].start for size in claim.cues.of("size")):
        return False
    return not claim.cues.within(more[0].end, than[-1].start).has("soldiers", "forces", "defence", "than")


def _is_of_spending(claim: Claim) -> bool:
    cues = claim.cues
    return cues.has("spending_of", "spends", "of_gdp") or (cues.has("own_budget") and cues.has("defence"))


def _is_ordered(claim: Claim, numbers: Mapping[str, int]) -> bool:
    """Whether a bare ordinal stands right before "member": the place in the order of joining, whatever else is ranked."""
    if claim.cues.has("highest", "lowest") or not _is_some_order(claim, numbers):
        return False
    ends = [cue.end for cue in claim.cues.of("order")]
    return any(0 <= actor.start - end <= _CLOSE for actor in claim.actors for end in ends)


def _is_of_size(claim: Claim) -> bool:
    """Whether armies are spoken of, and not of how they grew or shrank."""
    return claim.cues.has("forces") and not claim.cues.has("up", "down")


def _is_placed(claim: Claim) -> bool:
    """Whether an ordinal stands right before a group, or behind a verb: "comes second in the pact", "is 6th in spending"."""
    ordinals = claim.cues.of("ordinal")
    beside = any(0 <= a.start - cue.end <= _CLOSE for cue in ordinals for a in claim.actors)
    verbs = claim.cues.of("is", "was", "ranked")
    return beside or any(0 <= cue.start - verb.end <= _AT for cue in ordinals for verb in verbs)


def _is_some_order(claim: Claim, numbers: Mapping[str, int]) -> bool:
    """Whether an ordinal stands right before "member" and nothing is spent: no place by what is spent."""
    ordered = number_near(claim, claim.cues.of("order"), numbers, _BESIDE) is not None
    return ordered and not claim.cues.has("spending_of", "spends", "of_gdp", "forces")


def _is_of_measure(claim: Claim, place: int | None) -> bool:
    """Whether a place is one by what is spent or counted: "the most" alone can be of anything."""
    cues = claim.cues
    measured = cues.has("spending_of", "own_budget", "forces", "soldiers", "of_gdp", "per_head", "spender", "equipment")
    grew = cues.has("up", "down") and cues.has("since", "first_since", "long")
    return measured or grew or _pays(claim) or (cues.has("defence") and cues.has("up", "down")) or place is not None


def _moves(claim: Claim) -> bool:
    lasting = claim.cues.has("long", "years", "consecutive", "yearly", "decade_long")
    named = [(cue.start, cue.end) for cue in claim.cues.of("movement")]
    moved = (cue for cue in claim.cues.of("up", "down") if not any(a <= cue.start < b for a, b in named))
    of_share = claim.cues.has("of_gdp") and claim.cues.has("defence", "forces")
    return any(moved) and not lasting and (claim.cues.has("spending_of") or of_share or _is_of_soldiers(claim))


def _is_of_soldiers(claim: Claim) -> bool:
    """Whether it is the size of armed forces that the sentence speaks of."""
    return claim.metric == "personnel" or claim.cues.has("soldiers")


def _direction(claim: Claim, parties: tuple[Actor, ...]) -> Claim:
    """A rise or fall without a number: a change above nothing, in the direction of the words."""
    unit = "points" if claim.cues.has("of_gdp") else "percent"
    risen = Amount(value=Decimal(0), unit=unit, qualifier="more_than")
    return replace(claim, amount=risen, kind="change", shape="direction", groups=(parties[0].id,))


def _multiple(claim: Claim, parties: tuple[Actor, ...], numbers: Mapping[str, int]) -> Iterator[Claim]:
    """Yield by how many times something grew: doubled, quintupled, was multiplied by five."""
    worded = {**RATIOS, **MULTIPLES}
    found = [(cue.start, Decimal(worded[cue.kind])) for cue in claim.cues.hits if cue.kind in worded]
    for cue in claim.cues.of("multiplied"):
        found += [
            (cue.start, Decimal(value)) for start, value in numbers_in(claim.cues.text, numbers) if start == cue.end + 1
        ]
    for place, value in found[:1]:
        grown = _amount(value, "times", hedge_before(claim, place))
        said = replace(claim, amount=grown, kind="change", groups=(parties[0].id,))
        then = year_of_own_past(said, place)
        yield replace(said, period=Period(then, None)) if then else with_span(said, numbers)


def _amount(value: int | Decimal, unit: str = "count", qualifier: Qualifier = "exact") -> Amount:
    return Amount(value=Decimal(value), unit=unit, qualifier=qualifier)


def _place(claim: Claim, parties: tuple[Actor, ...], pact: Pact, numbers: Mapping[str, int]) -> Iterator[Claim]:
    cues = claim.cues.of("ranked", "highest", "lowest", "forces", "ordinal")
    if claim.cues.has("not_so"):
        yield replace(claim, reason="too_vague" if claim.metric == pact.conventions.main_indicator else "no_series")
        return
    parties, ahead = behind_others(claim, parties)
    who = holder_of(claim, parties, pact)
    place = ahead + 1 if ahead else 2 if claim.cues.has("second_last") else number_near(claim, cues, numbers)
    if not _is_of_measure(claim, place) or (claim.cues.has("one_of") and place is None):
        return
    if place is None and not claim.cues.has("highest", "lowest", "any_other"):
        return
    if claim.cues.has("first_since", "since", "long") and not claim.cues.has("any_other"):
        yield record(claim, parties)
    elif (span := number_near(claim, claim.cues.of("years"), numbers, _BESIDE)) is not None:
        end = claim.period.end_year if claim.period else None
        last = end or claim.said_on.year
        yield record(replace(claim, period=Period(str(last - span), str(last))), parties)
    else:
        several = tuple(places_within(claim, parties, pact, numbers, who))
        yield from several or (place_claim(claim, place, who),)


def _with_period(claim: Claim) -> Claim:
    years = [year[0] for year in YEAR.finditer(claim.cues.text) if not is_of_founding(claim, year.start())]
    if claim.period is not None or not years:
        return claim
    if len(years) > 1:
        return replace(claim, period=Period(min(years), max(years)))
    return replace(claim, period=Period(years[0], None if claim.cues.has("since", "first_since") else years[0]))
