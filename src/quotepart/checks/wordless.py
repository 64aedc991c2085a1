"""Claims whose amount the words make: who spends more, which place, how many years in a row, the most since when, all or none."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from decimal import Decimal

from quotepart.checks.claims import Actor, Claim
from quotepart.checks.cues import Cue
from quotepart.checks.metrics import OTHER
from quotepart.checks.register import MEMBERS
from quotepart.model.amount import Amount, Qualifier
from quotepart.model.dates import Period
from quotepart.model.finding import Reason
from quotepart.model.pact import Pact

_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_WORD = re.compile(r"[^\W\d_]+|\d+")
_DECIMAL = re.compile(r"(?<![\w.,])\d[.,]\d{1,2}(?![\w.,]*\d|\s*%)")
_ONE = Decimal(1)
_MULTIPLES = {"doubling": "2", "tripling": "3", "halving": "0.5"}
_HEDGES: Mapping[str, Qualifier] = {
    "above": "more_than",
    "nearly": "nearly",
    "at_least": "at_least",
    "roughly": "about",
}
_CLOSE, _BEFORE, _BESIDE = 12, 20, 14
_FAR, _MOST, _TEN = 40, 100, 10
_TENS, _LINK = (20, 30), 4


def claims_in_words(bare: Claim, pact: Pact, numbers: Mapping[str, int]) -> tuple[Claim, ...]:
    """Return what a sentence without a judgeable figure asserts; ``bare`` holds its words, names and cues.

    A sentence that asserts nothing that accounts could show yields one claim with the reason. ``numbers`` are the language's
    ordinals and numerals.
    """
    reason = _refused(bare)
    if reason is not None:
        return (replace(bare, reason=reason),)
    if bare.metric == OTHER:
        return (replace(bare, reason="no_series"),)
    if bare.cues.has("number"):
        return (replace(bare, reason="too_vague"),)
    parties = tuple(actor for actor in bare.actors if actor.id in pact.members or actor.id in pact.groups)
    found = tuple(_read(_with_period(_of_forces(bare, pact)), parties, numbers))
    return found or (replace(bare, reason=_unreadable(bare)),)


def _refused(claim: Claim) -> Reason | None:
    cues = claim.cues
    if cues.has("counterfactual") and (cues.has("conditional") or not cues.has("met", "spends")):
        return "counterfactual"
    if cues.has("forecast", "promise"):
        return "forecast"
    return "opinion" if cues.has("demand") else None


def _unreadable(claim: Claim) -> Reason:
    """Why a sentence without an amount can't be judged: a cause, vague words, an opinion."""
    for kind, reason in _REASONS:
        if claim.cues.has(kind):
            return reason
    return "too_vague" if claim.cues.has(*_MEASURED) or not claim.actors else "no_series"


_MEASURED = ("spends", "spending_of", "target", "met", "up", "down", "ranked")
_REASONS: tuple[tuple[str, Reason], ...] = (("vague", "too_vague"), ("cause", "cause"), ("opinion", "opinion"))


def _read(claim: Claim, parties: tuple[Actor, ...], numbers: Mapping[str, int]) -> Iterator[Claim]:
    cues = claim.cues
    shares = tuple(_bare_shares(claim, parties))
    if shares:
        yield from shares
    elif parties and ((cues.has("joining") and cues.has("ranked")) or _is_ordered(claim, numbers)):
        yield from _joining(claim, parties, numbers)
    elif cues.has("doubling", "tripling", "halving") and _is_of_spending(claim) and parties:
        yield _multiple(claim, parties)
    elif cues.has("target", "met") and cues.has("all", "none") and not cues.has("highest", "lowest", "any_other"):
        is_denied = cues.has("not") and not cues.has("none")
        count = _amount(1, qualifier="at_least") if is_denied else _amount(0)
        yield replace(claim, amount=count, kind="count", metric=MEMBERS, shape="all")
    elif cues.has("target", "met") and cues.has("majority"):
        half = Amount(value=Decimal(50), unit="percent", qualifier="more_than")
        yield replace(claim, amount=half, kind="share", metric=MEMBERS)
    elif _is_of_years(claim, numbers):
        yield from _run(claim, parties, numbers)
    elif cues.has("than") and cues.has("more", "less") and parties and not cues.has("any_other"):
        yield from _comparison(claim, parties)
    elif (
        cues.has("ranked", "highest", "lowest", "any_other", "forces")
        and parties
        and not _is_some_order(claim, numbers)
    ):
        yield from _place(claim, parties, numbers)
    elif cues.has("up", "down") and cues.has("spending_of") and parties and not cues.has("vague", "cause", "opinion"):
        yield _direction(claim, parties)


def _of_forces(claim: Claim, pact: Pact) -> Claim:
    """Return a claim on the size of armies as one on the series that the pact's priors name for it."""
    if not claim.cues.has("forces") or claim.cues.has("spends", "spending_of"):
        return claim
    named = (each.reading for each in pact.priors if (each.operation, each.when) == ("word_metric", "forces"))
    return replace(claim, metric=next(named, OTHER))


def _joining(claim: Claim, parties: tuple[Actor, ...], numbers: Mapping[str, int]) -> Iterator[Claim]:
    place = number_near(claim, claim.cues.of("ranked", "joining"), numbers)
    if place is not None:
        joined = replace(claim, amount=_amount(place), kind="rank", metric=MEMBERS, shape="joining")
        yield replace(joined, groups=(parties[0].id,))


def _is_of_years(claim: Claim, numbers: Mapping[str, int]) -> bool:
    """Whether something rose or fell for a number of years, or in a row."""
    if not claim.cues.has("up", "down"):
        return False
    return claim.cues.has("consecutive") or number_near(claim, claim.cues.of("years"), numbers, _BESIDE) is not None


def _is_of_spending(claim: Claim) -> bool:
    cues = claim.cues
    return cues.has("spending_of", "spends") or (cues.has("own_budget") and cues.has("defence"))


def _is_ordered(claim: Claim, numbers: Mapping[str, int]) -> bool:
    """Whether a bare ordinal stands right before "member": the place in the order of joining, whatever else is ranked."""
    if claim.cues.has("highest", "lowest") or not _is_some_order(claim, numbers):
        return False
    ends = [cue.end for cue in claim.cues.of("order")]
    return any(0 <= actor.start - end <= _CLOSE for actor in claim.actors for end in ends)


def _is_some_order(claim: Claim, numbers: Mapping[str, int]) -> bool:
    """Whether an ordinal stands right before "member" and nothing is spent: no place by what is spent."""
    ordered = number_near(claim, claim.cues.of("order"), numbers, _BESIDE) is not None
    return ordered and not claim.cues.has("spending_of", "spends", "of_gdp", "forces")


def _direction(claim: Claim, parties: tuple[Actor, ...]) -> Claim:
    """A rise or fall without a number: a change above nothing, in the direction of the words."""
    unit = "points" if claim.cues.has("of_gdp") else "percent"
    risen = Amount(value=Decimal(0), unit=unit, qualifier="more_than")
    return replace(claim, amount=risen, kind="change", shape="direction", groups=(parties[0].id,))


def _multiple(claim: Claim, parties: tuple[Actor, ...]) -> Claim:
    value = next(_MULTIPLES[cue.kind] for cue in claim.cues.hits if cue.kind in _MULTIPLES)
    place = next(cue.start for cue in claim.cues.hits if cue.kind in _MULTIPLES)
    hedge = _hedge(claim, place)
    return replace(claim, amount=_amount(Decimal(value), "times", hedge), kind="change", groups=(parties[0].id,))


def _hedge(claim: Claim, place: int) -> Qualifier:
    """How a multiple is hedged by the words right before it: "has more than doubled"."""
    before = claim.cues.within(max(0, place - _BEFORE), place)
    close = next((cue for cue in reversed(before.hits) if cue.kind in _HEDGES and place - cue.end <= 1), None)
    return _HEDGES[close.kind] if close else "exact"


def _bare_shares(claim: Claim, parties: tuple[Actor, ...]) -> Iterator[Claim]:
    """Yield the shares of GDP that are said without a unit: "X is at 1.2 and we are at 4.2"."""
    for found in _DECIMAL.finditer(claim.cues.text):
        before = claim.cues.within(max(0, found.start() - _CLOSE), found.start())
        named = [party for party in parties if party.end <= found.start()]
        if not before.has("at") or not (named or claim.cues.has("we")):
            continue
        value = Decimal(found[0].replace(",", "."))
        step = Decimal(1).scaleb(-len(found[0].replace(",", ".").partition(".")[2]))
        yield replace(
            claim,
            text=claim.sentence[found.start() : found.end()],
            amount=Amount(value=value, unit="percent_of_gdp", step=step),
            start=found.start(),
            end=found.end(),
            groups=(named[-1].id,) if named else (),
        )


def _amount(value: int | Decimal, unit: str = "count", qualifier: Qualifier = "exact") -> Amount:
    return Amount(value=Decimal(value), unit=unit, qualifier=qualifier)


def _run(claim: Claim, parties: tuple[Actor, ...], numbers: Mapping[str, int]) -> Iterator[Claim]:
    length = number_near(claim, claim.cues.of("consecutive", "years"), numbers)
    if length is not None:
        groups = (parties[0].id,) if parties else claim.groups
        yield replace(claim, amount=_amount(length, qualifier="at_least"), shape="run", groups=groups)


def _place(claim: Claim, parties: tuple[Actor, ...], numbers: Mapping[str, int]) -> Iterator[Claim]:
    cues = claim.cues.of("ranked", "highest", "lowest", "forces")
    who = (parties[0].id,)
    place = number_near(claim, cues, numbers)
    if place is None and not claim.cues.has("highest", "lowest", "any_other"):
        return
    if claim.cues.has("first_since", "since") and not claim.cues.has("any_other"):
        yield replace(claim, amount=_amount(1), shape="record", groups=who)
    else:
        yield replace(claim, amount=_amount(place or 1), kind="rank", shape="rank", groups=who)


def _comparison(claim: Claim, parties: tuple[Actor, ...]) -> Iterator[Claim]:
    first, whole = parties[0], claim.cues.has("combined")
    than = claim.cues.of("than")[0]
    before = claim.cues.within(0, than.end)
    is_less = before.has("less") and not before.has("more")
    amount = _amount(_ONE, "times", "less_than" if is_less else "more_than")
    compared = replace(claim, amount=amount, kind="level", groups=(first.id,))
    if len([party for party in parties if party.id != first.id]) > 0 and not (whole and claim.cues.has("all_others")):
        yield replace(compared, shape="comparison")
    elif whole:
        yield replace(compared, shape="others")


def number_near(
    claim: Claim, cues: tuple[Cue, ...], numbers: Mapping[str, int], before: int | None = None
) -> int | None:
    """Return the numeral or ordinal nearest to one of ``cues``, ``None`` where none is near; years do not count.

    With ``before`` only those count that stand at most so many characters before the cue.
    """
    counted = _numbers_in(claim.cues.text, numbers)
    if before is not None:
        counted = [(start, value) for start, value in counted if any(0 < cue.start - start <= before for cue in cues)]
    near = [(abs(start - cue.start), value) for cue in cues for start, value in counted]
    nearest = min(near, default=(_FAR, 0))
    return nearest[1] if nearest[0] < _FAR else None


def _numbers_in(text: str, numbers: Mapping[str, int]) -> list[tuple[int, int]]:
    """Return where numbers below a hundred stand: "32", "second"; tens and what follows them are one ("thirty-second")."""
    found: list[tuple[int, int]] = []
    tens_end = -_FAR
    for word in _WORD.finditer(text):
        value = numbers.get(word[0]) or (int(word[0]) if word[0].isdigit() else 0)
        if 0 < value < _TEN and word.start() - tens_end <= _LINK:
            found[-1] = (found[-1][0], found[-1][1] + value)
        elif 0 < value < _MOST:
            found.append((word.start(), value))
            tens_end = word.end() if value in _TENS and word[0] in numbers else -_FAR
    return found


def with_year(claim: Claim) -> Claim:
    """Return a claim without a period with the one year that the sentence gives it: "in 2014"."""
    if claim.period is not None:
        return claim
    years = [
        found[0]
        for found in _YEAR.finditer(claim.cues.text)
        if any(cue.end in (found.start() - 1, found.start()) for cue in claim.cues.of("year"))
        and not any(0 <= found.start() - cue.end <= _CLOSE for cue in claim.cues.of("against"))
    ]
    return replace(claim, period=Period(years[0], years[0])) if len(years) == 1 else claim


def _with_period(claim: Claim) -> Claim:
    years = _YEAR.findall(claim.sentence)
    if claim.period is not None or not years:
        return claim
    if len(years) > 1:
        return replace(claim, period=Period(min(years), max(years)))
    return replace(claim, period=Period(years[0], None if claim.cues.has("since", "first_since") else years[0]))
