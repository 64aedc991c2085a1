"""A finding that a person approved, as ClaimReview: the JSON-LD in which fact-checkers publish (schema.org/ClaimReview)."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from quotepart.errors import UsageError
from quotepart.model.finding import Finding, Verdict
from quotepart.wording.wording import Wording

Json = dict[str, Any]

RATINGS: Mapping[Verdict, int] = {"supported": 5, "close": 4, "out_of_date": 2, "contradicted": 1}
"""The rating of a verdict, 5 the best; a verdict that is not here carries its words and no number."""


def claim_review(
    finding: Finding, wording: Wording, *, approved_by: str, approved_on: date, url: str | None = None
) -> Json:
    """Return an approved finding as one ClaimReview object; ``url`` is where the claim appeared.

    Raises ``UsageError`` when nobody approved it: no finding is published that no person stands for.
    """
    if not approved_by.strip():
        raise UsageError("a review needs somebody who approved it", hint="give the name with --approved-by NAME")
    return {
        "@context": "https://schema.org",
        "@type": "ClaimReview",
        "datePublished": approved_on.isoformat(),
        "inLanguage": wording.lang,
        "author": {"@type": "Person", "name": approved_by},
        "claimReviewed": _words(finding, wording),
        "itemReviewed": _claim(finding, wording, url),
        "reviewRating": _rating(finding, wording),
        "reviewBody": finding.basis,
        "identifier": finding.id,
    }


def _words(finding: Finding, wording: Wording) -> str:
    """The sentence that was judged; where it holds another number too, with the part that this finding is on before it."""
    sentence, part = (" ".join(words.split()) for words in (finding.sentence or finding.claim, finding.claim))
    is_one_of_several = part in sentence and any(map(str.isdigit, sentence.replace(part, "", 1)))
    return (
        wording.say("review.part", part=part, sentence=sentence) if is_one_of_several and part != sentence else sentence
    )


def _claim(finding: Finding, wording: Wording, url: str | None) -> Json:
    claim: Json = {"@type": "Claim", "text": _words(finding, wording)}
    if finding.said_by:
        claim["author"] = {"@type": "Person", "name": finding.said_by}
    if finding.said_on:
        claim["datePublished"] = finding.said_on
    if url:
        claim["appearance"] = {"@type": "CreativeWork", "url": url}
    return claim


def _rating(finding: Finding, wording: Wording) -> Json:
    words: Json = {"@type": "Rating", "alternateName": wording.say(f"verdicts.{finding.verdict}")}
    if finding.verdict in RATINGS:
        words |= {"ratingValue": RATINGS[finding.verdict], "bestRating": 5, "worstRating": 1}
    return words
