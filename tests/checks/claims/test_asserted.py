from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from quotepart.checks.claims.asserted import asserted
from quotepart.checks.claims.claim import Claim
from quotepart.extraction.extractor import Extractor
from quotepart.model.pact import Pact

NUMBERS = {"nine": 9}


def share(make, words: str, number: str, *, kind: str = "target", lang: str = "en", **more: object) -> Claim:
    start = words.index(number)
    digits = number.split()[0].rstrip("%").replace(",", ".")
    return make(words, digits, "percent_of_gdp", kind=kind, lang=lang, start=start, end=start + len(number), **more)


@pytest.mark.parametrize(
    ("words", "qualifier"),
    [
        ("Syldavian spending remains below the target of 2%", "less_than"),
        ("Syldavia spends above 2% of GDP", "more_than"),
        ("Syldavia met 2%", "at_least"),
        ("Syldavia has not met 2%", "less_than"),
        ("Syldavia must reach 2%", None),
        ("Syldavia promised to reach 2%", None),
        ("They pressed Syldavia on 2%", None),
    ],
)
def test_a_threshold_asserts_only_what_is_related_to_it(
    words: str, qualifier: str | None, make, nato_pact: Pact
) -> None:
    found = asserted(share(make, words, "2%", who="DEU"), nato_pact, NUMBERS)
    assert (found.amount.qualifier if found else None) == qualifier


def test_a_denial_turns_a_hedge_round(make, nato_pact: Pact) -> None:
    words = "Syldavia does not spend more than 3%"
    claim = share(make, words, "3%", kind="level", hedge="more_than")
    found = asserted(claim, nato_pact, NUMBERS)
    assert found is not None and found.amount.qualifier == "at_most"


def test_only_is_no_denial(make, nato_pact: Pact) -> None:
    words = "La Syldavie ne consacre que 1,3 % de son PIB"
    found = asserted(share(make, words, "1,3 %", kind="level", lang="fr"), nato_pact, {})
    assert found is not None and found.amount.qualifier == "exact"


def test_a_number_that_is_to_match_anothers_level_says_what_that_level_is(make, nato_pact: Pact) -> None:
    words = "Il veut que ce taux passe à 4 %, pour correspondre à l'effort américain"
    claim = share(make, words, "4 %", lang="fr")
    america = replace(claim, actors=(type_of_actor(claim, words),))
    found = asserted(america, nato_pact, {})
    assert found is not None
    assert (found.groups, found.kind, found.amount.qualifier) == (("USA",), "level", "exact")


def type_of_actor(claim: Claim, words: str):  # type: ignore[no-untyped-def]
    from quotepart.checks.claims.claim import Actor

    return Actor(id="USA", start=words.index("américain"), end=len(words))


def test_all_but_some_are_a_count_of_those_below(make, nato_pact: Pact) -> None:
    found = asserted(share(make, "All allies but nine meet 2%", "2%"), nato_pact, NUMBERS)
    assert found is not None
    assert (found.shape, found.amount.value, found.threshold) == ("all", 9, Decimal(2))


def test_the_threshold_of_a_count_asserts_nothing_of_its_own(extractor: Extractor, make, nato_pact: Pact) -> None:
    from quotepart.model.document import Document

    words = "23 Allies meet the 2% target."
    counted = extractor.extract(Document(id="x", text=words, sha256="", lang="en")).figures[0]
    assert asserted(share(make, words, "2%", others=(counted,)), nato_pact, NUMBERS) is None


@pytest.mark.parametrize(
    ("words", "qualifier", "reason"),
    [
        ("La Syldavie dépassera 2% de son PIB d'ici la fin de cette année", "more_than", None),
        ("La Syldavie atteindra 2% de son PIB cette année", "at_least", None),
        ("La Syldavie doit atteindre 2% de son PIB cette année", None, None),
    ],
)
def test_a_target_forecast_for_the_year_under_way_is_a_level(
    words: str, qualifier: str | None, reason: str | None, make, nato_pact: Pact
) -> None:
    found = asserted(share(make, words, "2%", lang="fr", who="DEU"), nato_pact, NUMBERS)
    assert (found.amount.qualifier if found else None) == qualifier
    assert found is None or (found.reason == reason and found.period is not None)


@pytest.mark.parametrize(
    ("words", "asserts"),
    [
        ("NATO asks for 2% of GDP", False),
        ("NATO now spends 2% of GDP", True),
        ("NATO is still below 2% of GDP", True),
        ("NATO members pledged to spend 2% of GDP", False),
        ("NATO spends 2.7% of GDP", True),
    ],
)
def test_what_the_whole_pact_asks_for_is_not_what_it_spends(words: str, asserts: bool, make, nato_pact: Pact) -> None:
    number = "2.7%" if "2.7" in words else "2%"
    kind = "level" if "spends" in words else "target"
    assert (asserted(share(make, words, number, kind=kind), nato_pact, NUMBERS) is not None) is asserts


def test_a_share_that_was_at_a_number_is_a_level(make, nato_pact: Pact) -> None:
    words = "La part consacrée à la défense par la Pologne était de 1,88%"
    found = asserted(share(make, words, "1,88%", lang="fr", who="POL"), nato_pact, NUMBERS)
    assert found is not None and found.kind == "level"


def test_near_the_target_is_no_amount(extractor: Extractor, nato_pact: Pact, judge) -> None:
    finding = judge("Only Poland and Estonia are near the target of 2 percent.", "2014-10-01")
    assert (finding.verdict, finding.reason) == ("not_checkable", "too_vague")


def test_a_denial_reaches_no_further_than_the_next_figure(claims_of) -> None:
    found = claims_of("Italy is not at 2.5% yet, it is above 1% of GDP.", "2024-08-01")
    assert [claim.amount.qualifier for claim in found] == ["less_than", "more_than"]
