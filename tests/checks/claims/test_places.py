from __future__ import annotations

from decimal import Decimal

import pytest

from quotepart.accounts.account import Account
from quotepart.checks.check import claims_in
from quotepart.checks.claims.claim import Actor
from quotepart.checks.claims.places import holder_of, place_behind, place_claim, places_within
from quotepart.extraction.extractor import Extractor
from quotepart.model.pact import Pact

NUMBERS = {"second": 2, "third": 3}


def actors(text: str, **named: str) -> tuple[Actor, ...]:
    return tuple(
        Actor(id=each, start=text.index(word), end=text.index(word) + len(word), kind="member")
        for each, word in named.items()
    )


def test_each_group_has_the_place_that_stands_before_it(make, nato_pact: Pact) -> None:
    text = "Italy has the biggest defence budget in Europe and the third largest in NATO"
    parties = actors(text, ITA="Italy", NATO_EUROPE="Europe", NATO="NATO")
    found = tuple(places_within(make(text, "1", "count"), parties, nato_pact, NUMBERS, ("ITA",)))
    assert [(claim.amount.value, claim.actors[-1].id) for claim in found] == [
        (Decimal(1), "NATO_EUROPE"),
        (Decimal(3), "NATO"),
    ]
    assert all(claim.groups == ("ITA",) and claim.shape == "rank" for claim in found)


def test_one_group_or_one_without_a_place_is_no_list(make, nato_pact: Pact) -> None:
    text = "Italy has the biggest defence budget in Europe, and is in NATO"
    parties = actors(text, ITA="Italy", NATO_EUROPE="Europe", NATO="NATO")
    assert not tuple(places_within(make(text, "1", "count"), parties, nato_pact, NUMBERS, ("ITA",)))
    assert not tuple(places_within(make(text, "1", "count"), parties[:2], nato_pact, NUMBERS, ("ITA",)))


@pytest.mark.parametrize(
    ("text", "named", "who"),
    [
        ("our budget is the biggest in Europe", {"NATO_EUROPE": "Europe"}, ()),
        ("our ally Italy has the biggest in Europe", {"ITA": "Italy", "NATO_EUROPE": "Europe"}, ("ITA",)),
        ("Europe has the biggest of all, we think", {"NATO_EUROPE": "Europe"}, ("NATO_EUROPE",)),
    ],
)
def test_ours_is_left_open_where_only_groups_are_named(
    text: str, named: dict, who: tuple, make, nato_pact: Pact
) -> None:
    assert holder_of(make(text, "1", "count"), actors(text, **named), nato_pact) == who


def test_among_the_first_is_no_exact_place(make) -> None:
    exact = place_claim(make("the second largest", "1", "count"), 2, ("ITA",))
    among = place_claim(make("one of the second largest", "1", "count"), 2, ("ITA",))
    assert (exact.amount.qualifier, among.amount.qualifier) == ("exact", "at_most")
    assert place_claim(make("the largest", "1", "count"), None, ("ITA",)).amount.is_line


@pytest.mark.parametrize(
    ("lang", "text", "place", "end"),
    [
        ("fr", "Seuls quatre membres font moins bien que le Canada.", 5, "lowest"),
        ("fr", "Seuls trois alliés dépensent davantage que la France pour leur défense.", 4, "highest"),
        ("en", "Only four members spend less than Canada on defence.", 5, "lowest"),
    ],
)
def test_how_many_alone_do_worse_is_a_place_from_that_end(
    lang: str, text: str, place: int, end: str, extractor: Extractor, account: Account
) -> None:
    claim = claims_in(text, extractor, account, on="2024-08-01", lang=lang)[0]
    assert (claim.shape, claim.amount.value) == ("rank", Decimal(place))
    assert claim.cues.has(end) and not claim.cues.has("lowest" if end == "highest" else "highest")


def test_a_count_of_those_who_do_worse_need_not_be_of_all(extractor: Extractor, account: Account) -> None:
    text = "Quatre membres font moins bien que le Canada."
    assert all(claim.shape != "rank" for claim in claims_in(text, extractor, account, on="2024-08-01", lang="fr"))


@pytest.mark.parametrize(
    ("lang", "text", "verdict", "place"),
    [
        ("en", "Germany spends more on defence than any ally but the United States.", "supported", 2),
        ("en", "Italy spends more on defence than any ally but the United States.", "contradicted", 2),
        ("en", "Norway spends more per person on defence than all allies except the United States.", "supported", 2),
        ("fr", "L'Italie dépense plus pour sa défense que tous les alliés, sauf les États-Unis.", "contradicted", 2),
        ("en", "Only three allies spend more on defence than France.", "supported", 4),
        ("en", "Only ten allies spend more on defence than France.", "contradicted", 11),
        ("fr", "Seuls trois alliés dépensent plus que la France pour leur défense.", "supported", 4),
        ("en", "Only two allies spend less on defence than Luxembourg as a share of GDP.", "supported", 3),
    ],
)
def test_those_left_out_or_ahead_tell_a_place(lang: str, text: str, verdict: str, place: int, judge, claims_of) -> None:
    (claim,) = claims_of(text, "2024-08-01", lang)
    assert (claim.shape, int(claim.amount.value)) == ("rank", place)
    assert judge(text, "2024-08-01", lang).verdict == verdict


def test_no_place_where_nobody_is_left_out_or_compared(make, nato_pact: Pact) -> None:
    text = "Italy spends more than any of them"
    assert place_behind(make(text, "1", "count"), actors(text, ITA="Italy"), nato_pact) is None


def test_behind_those_that_open_a_sentence_is_the_next_place(judge) -> None:
    finding = judge(
        "Derrière les Etats-Unis, c'est l'Italie qui dépense le plus pour sa défense dans l'OTAN.", "2024-09-12", "fr"
    )
    assert finding.verdict == "contradicted" and "Italie" in finding.basis


@pytest.mark.parametrize(
    ("lang", "text", "verdict"),
    [
        ("en", "Only Germany spends more than France.", "contradicted"),
        ("en", "Only Poland spends more than Estonia as a share of GDP.", "supported"),
        ("fr", "Seule la Pologne consacre une plus grande part de son PIB à la défense que la Grèce.", "contradicted"),
        ("en", "Poland is the only ally that spends more than Latvia as a share of GDP.", "contradicted"),
        ("en", "Only Spain spends less than Slovenia as a share of GDP.", "supported"),
    ],
)
def test_only_before_a_comparison_is_a_place(lang: str, text: str, verdict: str, judge) -> None:
    assert judge(text, "2024-07-01", lang).verdict == verdict
