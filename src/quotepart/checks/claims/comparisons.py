"""One member or group against another, in words: more than, twice as much as, more than the next eight combined."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal

from quotepart.checks.claims.claim import Actor, Claim
from quotepart.checks.claims.clauses import bounds_of
from quotepart.checks.claims.cues import Cue
from quotepart.checks.claims.numerals import number_near, numbers_in
from quotepart.model.amount import Amount, Qualifier
from quotepart.model.pact import Pact

_ONE = Decimal(1)
_OPPOSITE: Mapping[Qualifier, Qualifier] = {
    "more_than": "less_than", "less_than": "more_than", "at_least": "at_most", "at_most": "at_least",
}  # fmt: skip
_BEFORE, _CLOSE, _NEXT, _BESIDE = 20, 2, 24, 14
_ARTICLE = 3  # characters of the article that a hedge can share with a multiple
RATIOS: Mapping[str, str] = {"half": "0.5", "twice": "2", "half_more": "1.5", "thrice": "3", "fourfold": "4"}
"""By how many times one is said to outdo another, by the kind of the cue that says it."""

HEDGES: Mapping[str, Qualifier] = {
    "above": "more_than",
    "nearly": "nearly",
    "at_least": "at_least",
    "roughly": "about",
}


def compared(claim: Claim, parties: Sequence[Actor], whole: str, numbers: Mapping[str, int]) -> Iterator[Claim]:
    """Yield what a comparison says: of the first party with each other one, with several together, or with all the rest.

    Without a multiple the words say no more than which is larger, or that they are alike.
    """
    first, cues = parties[0], claim.cues
    amount = _amount(claim, numbers)
    if amount is None:
        return
    said = replace(claim, amount=amount, kind="level", groups=(first.id,))
    following = _following(claim, numbers)
    others = _others(parties, first)
    if _joined_before(claim, parties):
        yield _of_joined(said, parties)
    elif following is not None:
        yield replace(said, shape="following", following=following) if others else replace(said, reason="no_series")
    elif cues.has("all_others") and cues.has("per_head", "of_gdp") and not _are_summed(claim):
        yield replace(
            claim, amount=Amount(value=_ONE, unit="count", is_line=True), kind="rank", shape="rank", groups=(first.id,)
        )
    elif cues.has("all_others") or (cues.has("combined") and not [each for each in others if each.id != whole]):
        yield replace(said, shape="others")
    elif first.id == whole and cues.has("other_ones") and others:
        yield replace(said, shape="others", groups=(others[0].id,), amount=_turned(amount))
    elif len(others) > 1 and cues.has("combined"):
        yield replace(said, shape="comparison", actors=(first, *others))
    else:
        behind = tuple(other for other in others if _is_first_other(other, claim))
        yield from (replace(said, shape="comparison", actors=(first, other)) for other in behind or others)


def _joined_before(claim: Claim, parties: Sequence[Actor]) -> bool:
    """Whether several are taken together before the word of comparison: "X and Y together spend less than Z"."""
    than = _than(claim)
    if than is None or not claim.cues.within(0, than.start).has("combined"):
        return False
    return len({party.id for party in parties if party.end <= than.start}) > 1


def _of_joined(said: Claim, parties: Sequence[Actor]) -> Claim:
    """Return a comparison of several together with one as that of the one with them, the other way round.

    A multiple is good to its own digits, not to those of its inverse: it is not read.
    """
    than = _than(said)
    start = than.start if than is not None else 0
    before = tuple({party.id: party for party in parties if party.end <= start}.values())
    behind = tuple({party.id: party for party in parties if party.start >= start}.values())
    is_one = len(behind) == 1 and behind[0].id not in {party.id for party in before}
    if not is_one or said.amount.value != _ONE or said.cues.has("all_others", "following"):
        return replace(said, reason="too_vague")
    amount = _turned(said.amount)
    return replace(said, shape="comparison", groups=(behind[0].id,), actors=(*behind, *before), amount=amount)


def _is_first_other(party: Actor, claim: Claim) -> bool:
    """Whether a party stands behind the word of comparison, and before any other multiple: "half as much as X, and X a third"."""
    than = _than(claim)
    if than is None or party.start < than.end:
        return False
    return not claim.cues.within(than.end, party.start).has("times", *RATIOS)


def _turned(amount: Amount) -> Amount:
    """The same ratio the other way round."""
    return replace(amount, value=_ONE / amount.value, qualifier=_OPPOSITE.get(amount.qualifier, amount.qualifier))


def nobody_more(claim: Claim, parties: Sequence[Actor], pact: Pact) -> Claim | None:
    """Return "no ally spends more than X" as what it says of X: the first place, or the last where nobody spends as little."""
    than = next(iter(claim.cues.of("as_little", "as_much")), None) or _than(claim)
    compares = claim.cues.has("more", "less", "as_little", "as_much")
    if than is None or not compares or not claim.cues.within(0, than.start).has("none", "no"):
        return None
    who = next((party for party in parties if party.start >= than.end and party.id in pact.members), None)
    if who is None:
        return None
    first = Amount(value=_ONE, unit="count", is_line=True)
    return replace(claim, amount=first, kind="rank", shape="rank", groups=(who.id,))


def set_apart(claim: Claim, pact: Pact) -> Claim:
    """Return a figure by which one party is said to lie above or below another as what sets the two apart.

    "20 percent more than X" is a ratio of 1.2, money or points are the difference of the two; a multiple is no change then.
    """
    if claim.unit == "times" and claim.kind == "change" and _is_between(claim):
        return replace(claim, kind="level")
    apart = claim.unit in ("percent", "fraction", "points") or claim.is_money
    if not apart or not claim.groups or not claim.cues.has("than") or claim.cues.has("since", "than_in"):
        return claim
    beside = claim.cues.within(max(0, claim.start - _BEFORE), claim.end + _NEXT)
    than = next((cue for cue in claim.cues.of("than") if cue.start >= claim.end - 1), None)
    if than is None or not beside.has("more", "less") or than.start > bounds_of(claim)[1]:
        return claim
    known = (actor for actor in claim.actors if actor.id in pact.members or actor.id in pact.groups)
    other = next((actor for actor in known if 0 <= actor.start - than.end <= _NEXT), None)
    first = next((a for a in claim.actors if a.id == claim.groups[0] and a.end <= than.start), None)
    if other is None or first is None or other.id == first.id:
        return claim
    is_less = beside.has("less") and not beside.has("more")
    compared_ = replace(claim, kind="level", actors=(first, other), shape="gap")
    if claim.unit not in ("percent", "fraction"):
        return replace(compared_, groups=(other.id, first.id) if is_less else claim.groups)
    part = claim.amount.value if claim.unit == "fraction" else claim.amount.value / 100
    step = claim.amount.step if claim.unit == "fraction" else claim.amount.step / 100
    ratio = replace(claim.amount, value=_ONE - part if is_less else _ONE + part, unit="times", step=step, high=None)
    return replace(compared_, amount=ratio, shape="comparison")


def part_of_another(claim: Claim, pact: Pact) -> Claim:
    """Return a part that is said to be of what another spends as the ratio of the two: "a little over half of what X spends"."""
    of_what = next((cue for cue in claim.cues.of("of_what") if 0 <= cue.start - claim.end <= _CLOSE), None)
    if of_what is None or claim.unit not in ("fraction", "percent") or not claim.groups:
        return claim
    parties = [actor for actor in claim.actors if actor.id in pact.members or actor.id in pact.groups]
    other = next((actor for actor in parties if of_what.end <= actor.start < bounds_of(claim)[1]), None)
    before = [actor for actor in parties if actor.end <= claim.start]
    if other is None or not before or before[-1].id == other.id:
        return claim
    between = claim.cues.within(of_what.end, other.end + _NEXT)
    spends = any(cue.end - cue.start > _CLOSE for cue in between.of("spends"))
    if between.has("promise", "target", "demand", "due") or not (spends or other.start - of_what.end <= _BESIDE // 2):
        return claim
    whole = 100 if claim.unit == "percent" else 1
    amount = replace(
        claim.amount, unit="times", value=claim.amount.value / whole, step=claim.amount.step / whole, high=None
    )
    rest = claim.cues.within(0, before[-1].end).of("all_others")
    if before[-1].id == pact.conventions.whole and any(0 <= before[-1].start - cue.end <= _ARTICLE * 2 for cue in rest):
        return replace(claim, amount=_turned(amount), kind="level", shape="others", groups=(other.id,))
    pair = (before[-1], other)
    return replace(claim, amount=amount, kind="level", shape="comparison", actors=pair, groups=(before[-1].id,))


def _is_between(claim: Claim) -> bool:
    """Whether a multiple stands between two that are named, with a word of comparison right before the second."""
    than = next((cue for cue in claim.cues.of("than") if cue.start >= claim.end), None)
    return than is not None and than.start - claim.end <= _BESIDE and parts(than, claim)


def hedge_before(claim: Claim, place: int) -> Qualifier:
    """Return how a multiple is hedged by the words right before it: "has more than doubled", "almost twice as much"."""
    before = claim.cues.within(max(0, place - _BEFORE), place + _ARTICLE).of(*HEDGES)
    close = next((cue for cue in reversed(before) if cue.start < place <= cue.end + 1), None)
    return HEDGES[close.kind] if close else "exact"


def _amount(claim: Claim, numbers: Mapping[str, int]) -> Amount | None:
    """The ratio that the words state: a multiple, more or less than one, or one where the two are alike."""
    than = _than(claim)
    if than is None:
        return None
    before = claim.cues.within(0, than.end + _CLOSE + 2)
    times = _multiple(claim, numbers, than)
    is_less = before.has("less") and not before.has("more")
    if times is not None:
        value, place = times
        ratio = _ONE / value if is_less and value > 1 else value
        return Amount(value=ratio, unit="times", qualifier=hedge_before(claim, place))
    if before.has("more", "less"):
        qualifier: Qualifier = "less_than" if is_less else "more_than"
        opposite: Qualifier = "at_least" if is_less else "at_most"
        is_denied = claim.cues.within(max(0, than.start - _NEXT), than.end).has("not")
        return Amount(value=_ONE, unit="times", qualifier=opposite if is_denied else qualifier)
    if not before.has("alike"):
        return None
    return Amount(value=_ONE, unit="times", qualifier="less_than" if before.has("not") else "exact")


def _than(claim: Claim) -> Cue | None:
    """The word of comparison that a party or "the rest" follows, the first of them; "above" between two parties is one too."""
    cues = claim.cues.of("than")
    behind = next((a.start for cue in cues for a in claim.actors if a.start >= cue.end), None)
    close = [cue for cue in cues if behind is None or cue.end <= behind]
    than = close[-1] if close and behind is not None else next(iter(cues), None)
    between = (cue for cue in claim.cues.of("times", "above", "below") if parts(cue, claim))
    return than or next(between, next(iter(claim.cues.of("above", "below")), None))


def parts(cue: Cue, claim: Claim) -> bool:
    """Whether a word of comparison stands between two that are named, the second right behind it."""
    before = any(actor.end <= cue.start for actor in claim.actors)
    return before and any(0 <= actor.start - cue.end <= _BESIDE for actor in claim.actors)


def _multiple(claim: Claim, numbers: Mapping[str, int], than: Cue) -> tuple[Decimal, int] | None:
    """The multiple right before "as much as" or "more than", with its place: twice, half, three times."""
    text = claim.cues.text
    for kind, value in RATIOS.items():
        for cue in claim.cues.within(0, than.end).of(kind):
            return Decimal(value), cue.start
    near = numbers_in(text[: than.start], numbers)
    for cue in claim.cues.within(0, than.end).of("times"):
        held = [(start, value) for start, value in near if 0 < cue.start - start <= _BEFORE // 2]
        if held:
            return Decimal(held[-1][1]), held[-1][0]
    for cue in claim.cues.of("odds"):
        held = [each for each in numbers_in(text[: cue.start], numbers) if 0 < cue.start - each[0] <= _BEFORE // 2]
        if held:
            return Decimal(held[-1][1]), held[-1][0]
    return None


def _are_summed(claim: Claim) -> bool:
    """Whether the others are taken together by a word of its own: "all the others" alone can mean each of them."""
    spans = [(cue.start, cue.end) for cue in claim.cues.of("all_others")]
    return any(not any(a <= cue.start < b for a, b in spans) for cue in claim.cues.of("combined"))


def _following(claim: Claim, numbers: Mapping[str, int]) -> int | None:
    """How many come next in the order that are taken together: "the next eight combined"."""
    cues = claim.cues.of("following")
    return number_near(claim, cues, numbers) if cues and claim.cues.has("combined") else None


def _others(parties: Sequence[Actor], first: Actor) -> tuple[Actor, ...]:
    """The other parties, each once."""
    return tuple({party.id: party for party in parties if party.id != first.id}.values())
