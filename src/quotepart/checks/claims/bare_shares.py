"""Shares of GDP that are said without a unit: "X is at 1.2 and we are at 4.2"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal

from quotepart.checks.claims.claim import Actor, Claim
from quotepart.model.amount import Amount

_DECIMAL = re.compile(r"(?<![\w.,])\d[.,]\d{1,2}(?![\w.,]*\d|\s*%)")
_WHOLE = re.compile(r"(?<![\w.,])\d{1,2}(?:[.,]\d{1,2})?(?![\w.,]*\d|\s*%|\s+\w)")
_CLOSE, _AT = 12, 4


def bare_shares(claim: Claim, parties: Sequence[Actor], form: re.Pattern[str] = _DECIMAL) -> Iterator[Claim]:
    """Yield each number with a decimal behind "at" as a share of whoever is named last before it; nobody's behind "we"."""
    for found in form.finditer(claim.cues.text):
        before = claim.cues.within(max(0, found.start() - _CLOSE), found.start())
        named = [party for party in parties if party.end <= found.start()]
        if not before.has("at") or not (named or claim.cues.has("we")):
            continue
        is_ours = claim.cues.within(named[-1].end if named else 0, found.start()).has("we")
        value = Decimal(found[0].replace(",", "."))
        step = Decimal(1).scaleb(-len(found[0].replace(",", ".").partition(".")[2]))
        yield replace(
            claim,
            text=claim.sentence[found.start() : found.end()],
            amount=Amount(value=value, unit="percent_of_gdp", step=step),
            start=found.start(),
            end=found.end(),
            groups=(named[-1].id,) if named and not is_ours else (),
            actors=() if is_ours else claim.actors,
        )


def shares_beside(claim: Claim, parties: Sequence[Actor]) -> Iterator[Claim]:
    """Yield the bare shares beside those that a sentence states in full: "X is at 1.2 percent, and Y at 4"."""
    taken = [each.span for each in claim.others]
    for share in bare_shares(claim, parties, _WHOLE):
        close = claim.cues.within(max(0, share.start - _AT), share.start)
        if close.has("having") and not any(span.start < share.end and share.start < span.end for span in taken):
            yield share
