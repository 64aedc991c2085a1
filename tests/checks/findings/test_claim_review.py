from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import get_args

import pytest

from quotepart.checks.findings.claim_review import RATINGS, claim_review
from quotepart.errors import UsageError
from quotepart.model.finding import Finding, Verdict
from quotepart.wording.wording import find_wording

FINDING = Finding(
    id="a1", claim="41 billion", verdict="supported", basis="It is so.", said_by="Mme Sporsz", said_on="2018-07"
)
DAY = date(2026, 8, 1)


@pytest.mark.parametrize("lang", ["en", "fr"])
@pytest.mark.parametrize("verdict", get_args(Verdict))
def test_only_verdicts_on_the_scale_carry_a_number(verdict: Verdict, lang: str) -> None:
    review = claim_review(
        replace(FINDING, verdict=verdict),
        find_wording(lang),
        approved_by="A. Clumsy",
        approved_on=DAY,
        url="https://example.org/a",
    )
    rating = review["reviewRating"]
    assert rating["alternateName"] == find_wording(lang).say(f"verdicts.{verdict}")
    assert rating.get("ratingValue") == RATINGS.get(verdict)
    assert (review["@type"], review["itemReviewed"]["@type"], review["datePublished"]) == (
        "ClaimReview",
        "Claim",
        "2026-08-01",
    )
    assert review["itemReviewed"]["author"]["name"] == "Mme Sporsz"


def test_what_is_not_known_is_left_out() -> None:
    review = claim_review(
        replace(FINDING, said_by=None, said_on=None), find_wording("en"), approved_by="A. Clumsy", approved_on=DAY
    )
    assert set(review["itemReviewed"]) == {"@type", "text"}


def test_one_of_several_figures_of_a_sentence_says_which_it_is() -> None:
    sentence = "Syldavia spends 2 percent, Borduria 3 percent."
    both = [
        claim_review(
            replace(FINDING, claim=part, sentence=sentence),
            find_wording("en"),
            approved_by="A. Clumsy",
            approved_on=DAY,
        )["claimReviewed"]
        for part in ("2 percent", "3 percent")
    ]
    assert both == [f"“2 percent”, in: {sentence}", f"“3 percent”, in: {sentence}"]
    alone = replace(FINDING, claim="2 percent", sentence="Syldavia spends 2 percent.")
    review = claim_review(alone, find_wording("en"), approved_by="A. Clumsy", approved_on=DAY)
    assert review["claimReviewed"] == "Syldavia spends 2 percent."


def test_nobody_approved_is_refused() -> None:
    with pytest.raises(UsageError, match="approved"):
        claim_review(FINDING, find_wording("en"), approved_by=" ", approved_on=DAY)


# The properties that schema.org gives to each type, of those a review may carry (schema.org/ClaimReview, version 29).
SHAPES = {
    "ClaimReview": {
        "author", "claimReviewed", "datePublished", "identifier", "inLanguage", "itemReviewed", "reviewBody", "reviewRating",
    },
    "Claim": {"appearance", "author", "datePublished", "text"},
    "Rating": {"alternateName", "bestRating", "ratingValue", "worstRating"},
    "Person": {"name"},
    "CreativeWork": {"url"},
}  # fmt: skip


def faults(thing: object) -> list[str]:
    """Where an object has a property that its type does not have."""
    if not isinstance(thing, dict):
        return []
    names = set(thing) - {"@type", "@context"}
    return [*(names - SHAPES[thing["@type"]]), *(fault for each in thing.values() for fault in faults(each))]


@pytest.mark.parametrize("verdict", get_args(Verdict))
def test_every_property_is_one_that_its_type_has(verdict: Verdict) -> None:
    review = claim_review(
        replace(FINDING, verdict=verdict),
        find_wording("fr"),
        approved_by="A.",
        approved_on=DAY,
        url="https://x.example",
    )
    assert faults(review) == []
    assert review["@context"] == "https://schema.org"
