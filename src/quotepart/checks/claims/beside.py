"""What a sentence says beside the figures it states: who lies above whom, which place that is, and what is left unread."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import replace
from decimal import Decimal

from quotepart.checks.claims.bare_shares import bare_shares
from quotepart.checks.claims.claim import Actor, Claim
from quotepart.checks.claims.clauses import place_of
from quotepart.checks.claims.comparisons import RATIOS
from quotepart.checks.claims.cues import YEAR, Cue, Cues
from quotepart.checks.claims.wordless import claims_in_words
from quotepart.model.amount import Amount, Qualifier
from quotepart.model.pact import Pact

UNREAD = "unread"
"""The kind of the cue that marks a claim whose sentence says more than was read."""

_PLACES = ("rank", "record")
_UNCERTAIN = ("not", "elsewhere", "per_head", "promise", "demand", "forecast", "conditional")
_ABOVE, _BELOW = ("above", "ahead"), ("below", "trailing")
_NAMED, _JOINED, _MORE, _AVERAGE = 14, 9, 48, 26
_ONE = Decimal(1)


def further(bare: Claim, stated: Sequence[Claim], pact: Pact, numbers: Mapping[str, int]) -> tuple[Claim, ...]:
    """Return the comparisons and places that stand beside the figures of a sentence; ``bare`` is without an amount."""
    rest = _without_figures(bare, stated)
    if not _is_of_one_time(rest, stated) or rest.cues.has(*_UNCERTAIN):
        return ()
    rest = replace(rest, period=stated[0].period)
    return (*_compared(rest, pact), *_placed(_to_end_of_place(rest), stated, pact, numbers))


def _is_of_one_time(rest: Claim, stated: Sequence[Claim]) -> bool:
    """Whether all figures are of one time, and the sentence names no other year but one since which something holds."""
    since = [cue.end + 1 for cue in rest.cues.of("since", "first_since")]
    period = stated[0].period
    own = {period.start, period.end} if period else set()
    years = {found[0] for found in YEAR.finditer(rest.cues.text) if found.start() not in since}
    is_one = len({claim.period for claim in stated}) == 1 and years <= own
    return is_one and (len(stated) == 1 or not years)


def _placed(rest: Claim, stated: Sequence[Claim], pact: Pact, numbers: Mapping[str, int]) -> Iterator[Claim]:
    """Yield the place or record of the one member that holds the figures."""
    members = {actor.id for actor in rest.actors if actor.id in pact.members}
    holders = {group for claim in stated for group in claim.groups}
    named = rest.cues.of("highest", "lowest", "ordinal", "ranked")
    if len(members) != 1 or not members <= holders or not named or rest.cues.has("one_of", "near_line"):
        return
    for claim in claims_in_words(rest, pact, numbers):
        if claim.reason is None and claim.shape in _PLACES and set(claim.groups) <= members:
            yield claim


def _without_figures(bare: Claim, stated: Sequence[Claim]) -> Claim:
    """The sentence with blanks for its figures: what stands in them is no place, and no comparison."""
    cues, spans = bare.cues, [place_of(each, bare) for each in bare.others]
    for start, end in spans:
        cues = cues.blanked(start, end)
    kept = [hit for hit in cues.hits if not any(start < hit.end and hit.start < end for start, end in spans)]
    leads = {start for start, _ in spans}
    kept = [
        hit for hit in kept if hit.kind not in ("than", "more", "less", "above", "below") or hit.end + 1 not in leads
    ]
    if any(claim.unit == "percent_of_gdp" for claim in stated):
        kept.append(Cue(bare.end, bare.end, "of_gdp"))
    return replace(bare, cues=Cues(cues.text, tuple(sorted(kept)), frozenset(hit.kind for hit in kept)))


def _to_end_of_place(claim: Claim) -> Claim:
    """The sentence without those it names behind a word of comparison: a place is not said of them."""
    cues = claim.cues.of("than", *_ABOVE, *_BELOW)
    behind = [actor for actor in claim.actors if any(0 <= actor.start - cue.end <= _NAMED for cue in cues)]
    return replace(claim, actors=tuple(actor for actor in claim.actors if actor not in behind))


def _compared(claim: Claim, pact: Pact) -> Iterator[Claim]:
    """Yield that one party lies above, or below, each of those named right behind a word that compares them."""
    if claim.cues.has("than_in", "times", *RATIOS, "next", "target"):
        return
    for cue in claim.cues.of("than", *_ABOVE, *_BELOW):
        qualifier = _sense(cue, claim)
        others = _behind(cue, claim, pact) if qualifier else ()
        before = [actor for actor in claim.actors if actor.end <= cue.start and actor.id in pact.members]
        if not others or not before or before[-1].id in {other.id for other in others}:
            continue
        amount = Amount(value=_ONE, unit="times", qualifier=qualifier or "exact")
        said = replace(claim, amount=amount, kind="level", shape="comparison", groups=(before[-1].id,))
        yield from (replace(said, actors=(before[-1], other)) for other in others)
        return


def _sense(cue: Cue, claim: Claim) -> Qualifier | None:
    """Whether a word of comparison says more or less; ``None`` where neither stands right before a mere "than"."""
    if cue.kind in _ABOVE:
        return "more_than"
    if cue.kind in _BELOW:
        return "less_than"
    before = claim.cues.within(max(0, cue.start - _MORE), cue.end)
    if before.has("less"):
        return "less_than"
    return "more_than" if before.has("more") else None


def _behind(cue: Cue, claim: Claim, pact: Pact) -> tuple[Actor, ...]:
    """Those listed right behind a word of comparison: members, or a group by its average."""
    found: list[Actor] = []
    end, room = cue.end, _NAMED
    for actor in claim.actors:
        is_mean = claim.cues.within(cue.end, actor.start).has("average")
        if actor.start < cue.end or actor.start - end > (_AVERAGE if is_mean else room):
            continue
        if actor.id not in pact.members and not _is_average(actor, claim, pact):
            break
        found.append(actor)
        end, room = actor.end, _JOINED
    return tuple(found)


def _is_average(actor: Actor, claim: Claim, pact: Pact) -> bool:
    near = claim.cues.within(max(0, actor.start - _AVERAGE), actor.end + _AVERAGE)
    return actor.id in pact.groups and near.has("average") and claim.cues.has("of_gdp")


def ratio_of_stated(claim: Claim, pact: Pact) -> Claim:
    """Return a multiple beside the shares of two parties as one of their shares: "X is at 1.2 and Y at 3.6, three times more"."""
    if claim.unit != "times" or claim.period is not None:
        return claim
    parties = [actor for actor in claim.actors if actor.id in pact.members]
    bare = replace(claim, start=claim.end)
    shares = [each.amount.value for each in claim.others if each.amount.unit == "percent_of_gdp"]
    shares += [share.amount.value for share in bare_shares(bare, parties) if share.end <= claim.start]
    if len(shares) < 2:
        return claim
    cues = claim.cues.plus(Cue(claim.start, claim.start, "of_gdp"))
    claim = replace(claim, cues=cues, metric=pact.conventions.main_indicator)
    before = list({actor.id: actor for actor in parties if actor.end <= claim.start}.values())
    behind = claim.cues.within(claim.end, len(claim.cues.text))
    if len(before) != 2 or len(parties) != 2 or claim.cues.has("we") or not behind.has("more", "less", "as_much"):
        return claim
    amount = replace(claim.amount, value=_ONE / claim.amount.value) if behind.has("less") else claim.amount
    first, last = before
    return replace(claim, amount=amount, kind="level", shape="comparison", actors=(last, first), groups=(last.id,))


def marked(claims: Sequence[Claim], decided: Sequence[Claim]) -> tuple[Claim, ...]:
    """Return the claims of one sentence, those on a mere number marked where it says more than the ``decided`` ones show."""
    read = {claim.shape for claim in decided}
    return tuple(_marked(claim, read) for claim in claims)


def _marked(claim: Claim, read: Set[str]) -> Claim:
    if claim.shape != "figure" or claim.reason is not None or not _says_more(claim, read):
        return claim
    return replace(claim, cues=claim.cues.plus(Cue(claim.start, claim.start, UNREAD)))


def _says_more(claim: Claim, read: Set[str]) -> bool:
    """Whether the sentence compares, ranks or calls something the first time beside a number, and nothing reads it."""
    if claim.cues.has("first_time") or (claim.cues.has("sole") and not read & {"only", "all"}):
        return True
    if claim.kind not in ("level", "share") or (claim.unit not in ("percent", "percent_of_gdp") and not claim.is_money):
        return False
    places = [cue for cue in claim.cues.of("highest", "lowest", "ordinal") if not _is_in(cue, claim)]
    if places and not read & {"rank", "record", "following", "others"}:
        return True
    compares = claim.cues.has("average") or any(
        _compares(cue, claim) for cue in claim.cues.of("than", *_ABOVE, *_BELOW)
    )
    return compares and not read & {"comparison", "gap", "others", "following", "rank"}


def _is_in(cue: Cue, claim: Claim) -> bool:
    """Whether a word of place is but a part of another phrase: "most" in "most allies", "least" in "at least"."""
    wholes = claim.cues.of("majority", "bulk", "at_least", "met", "idiom")
    return any(whole.start <= cue.start and cue.end <= whole.end for whole in wholes)


def _compares(cue: Cue, claim: Claim) -> bool:
    """Whether somebody is named right behind a word of comparison, and no figure stands between."""
    behind = [actor for actor in claim.actors if 0 <= actor.start - cue.end <= _NAMED]
    before = any(actor.end <= cue.start for actor in claim.actors)
    return bool(behind) and before and not cue.end <= claim.start < behind[0].start
