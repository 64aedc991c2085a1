from __future__ import annotations

import pytest

from quotepart.accounts.account import Account
from quotepart.checks.check import claims_in
from quotepart.checks.claims.comparisons import hedge_before
from quotepart.extraction.extractor import Extractor


@pytest.mark.parametrize(
    ("lang", "text", "shape", "value", "qualifier"),
    [
        ("en", "Italy spends twice as much as Spain.", "comparison", "2", "exact"),
        ("en", "Italy spends more than twice as much as Spain.", "comparison", "2", "more_than"),
        ("fr", "L'Espagne dépense moitié moins que l'Italie.", "comparison", "0.5", "exact"),
        ("en", "Spain spends as much as Italy.", "comparison", "1", "exact"),
        ("en", "Spain does not spend as much as Italy.", "comparison", "1", "less_than"),
        ("en", "Spain spends less than Italy.", "comparison", "1", "less_than"),
        ("en", "Spain does not spend more than Italy.", "comparison", "1", "at_most"),
        ("en", "Germany's defence spending is well above France's.", "comparison", "1", "more_than"),
        ("en", "The US spends more than all other allies combined.", "others", "1", "more_than"),
        ("en", "The US spends more than the next eight allies combined.", "following", "1", "more_than"),
        ("en", "No European ally spends more than Germany.", "rank", "1", "exact"),
        ("fr", "Par habitant, la Norvège dépense plus que tous les autres alliés européens.", "rank", "1", "exact"),
    ],
)
def test_a_comparison_in_words(
    lang: str, text: str, shape: str, value: str, qualifier: str, extractor: Extractor, account: Account
) -> None:
    (claim,) = claims_in(text, extractor, account, on="2024-08-01", lang=lang)
    assert (claim.shape, str(claim.amount.value), claim.amount.qualifier) == (shape, value, qualifier)


def test_each_of_several_is_compared_unless_they_are_taken_together(extractor: Extractor, account: Account) -> None:
    apart = claims_in("Germany spends more than France and Italy.", extractor, account, on="2024-08-01", lang="en")
    assert [[actor.id for actor in claim.actors] for claim in apart] == [["DEU", "FRA"], ["DEU", "ITA"]]
    (one,) = claims_in("Germany spends more than France and Italy combined.", extractor, account, on="2024-08-01")
    assert [actor.id for actor in one.actors] == ["DEU", "FRA", "ITA"]


def test_the_next_ones_of_the_world_have_no_series(extractor: Extractor, account: Account) -> None:
    text = "The United States spends more than the next eight nations combined."
    (claim,) = claims_in(text, extractor, account, on="2024-08-01", lang="en")
    assert claim.reason == "no_series"


def test_a_hedge_right_before_a_multiple_is_its_own(make) -> None:
    claim = make("has more than doubled", "2", "times")
    assert hedge_before(claim, len("has more than ")) == "more_than"
    assert hedge_before(make("more money has doubled", "2", "times"), len("more money has ")) == "exact"


def test_what_the_pact_costs_is_not_the_other_of_a_comparison(extractor: Extractor, account: Account) -> None:
    text = "L'Allemagne verse au budget de l'Otan plus que la France."
    (claim,) = claims_in(text, extractor, account, on="2017-04-03", lang="fr")
    assert claim.metric == "common_funding_share"
    assert [actor.id for actor in claim.actors] == ["DEU", "FRA"]


def test_is_so_many_times_that_of_another_is_a_ratio(extractor: Extractor, account: Account) -> None:
    text = "America's defence spending is twice that of all the other allies combined."
    (claim,) = claims_in(text, extractor, account, on="2024-08-01", lang="en")
    assert (claim.shape, claim.groups, claim.amount.value) == ("others", ("USA",), 2)
    text = "America's defence spending is three times our Allies' combined defence spending."
    (claim,) = claims_in(text, extractor, account, on="2024-08-01", lang="en")
    assert (claim.shape, claim.groups, claim.amount.value) == ("others", ("USA",), 3)


@pytest.mark.parametrize(
    ("lang", "text", "value", "qualifier"),
    [
        ("fr", "L'Italie dépense un peu plus de la moitié de ce que dépense la France.", "0.5", "between"),
        ("fr", "L'effort de défense italien équivaut à 60 % de celui de la France.", "0.6", "exact"),
        ("en", "Italy spends 60 percent of what France spends on defence.", "0.6", "exact"),
        ("fr", "L'Italie dépense plus du double de ce que dépense la Belgique.", "2", "more_than"),
        ("fr", "L'Italie dépense le triple de ce que dépense la Belgique.", "3", "exact"),
    ],
)
def test_a_part_of_what_another_spends_is_a_ratio_of_the_two(
    lang: str, text: str, value: str, qualifier: str, extractor: Extractor, account: Account
) -> None:
    (claim,) = claims_in(text, extractor, account, on="2024-08-01", lang=lang)
    assert (claim.shape, claim.amount.unit) == ("comparison", "times")
    assert (str(claim.amount.value.normalize()), claim.amount.qualifier) == (value, qualifier)


def test_a_part_of_what_was_promised_is_none(extractor: Extractor, account: Account) -> None:
    text = "L'Italie n'a dépensé que la moitié de ce qu'elle avait promis à la France."
    assert all(claim.shape == "figure" for claim in claims_in(text, extractor, account, on="2024-08-01", lang="fr"))


def test_a_multiple_between_two_is_no_change(claims_of) -> None:
    (claim,) = claims_of(
        "American expenditure on defence is thirty times higher than Polish expenditure.", "2024-02-16"
    )
    assert (claim.unit, claim.kind) == ("times", "level")


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "Norway and Spain together spend less than Italy on defence."),
        ("en", "Combined, Norway and Spain spend less than Italy."),
        ("fr", "La Norvège et l'Espagne réunies dépensent moins que l'Italie pour leur défense."),
    ],
)
def test_several_together_are_compared_as_one(lang: str, text: str, extractor: Extractor, account: Account) -> None:
    (claim,) = claims_in(text, extractor, account, on="2024-08-01", lang=lang)
    assert [actor.id for actor in claim.actors] == ["ITA", "NOR", "ESP"]
    assert (claim.groups, claim.amount.value, claim.amount.qualifier) == (("ITA",), 1, "more_than")


def test_a_multiple_of_several_together_is_not_read(extractor: Extractor, account: Account) -> None:
    text = "Norway and Spain together spend twice as much as Portugal."
    (claim,) = claims_in(text, extractor, account, on="2024-08-01", lang="en")
    assert claim.reason == "too_vague"


def test_a_second_multiple_is_not_the_first_ones(extractor: Extractor, account: Account) -> None:
    text = "Portugal spends half as much as Norway, and Norway half as much as Italy."
    (claim,) = claims_in(text, extractor, account, on="2024-08-01", lang="en")
    assert [actor.id for actor in claim.actors] == ["PRT", "NOR"]


def test_the_rest_of_the_pact_is_set_against_one(extractor: Extractor, account: Account) -> None:
    text = "The rest of NATO's members combined spent less than half of what the United States spent in 2016."
    (claim,) = claims_in(text, extractor, account, on="2017-02-24", lang="en")
    assert (claim.shape, claim.groups, claim.amount.value, claim.amount.qualifier) == (
        "others",
        ("USA",),
        2,
        "more_than",
    )


@pytest.mark.parametrize(
    ("lang", "text", "verdict"),
    [
        ("en", "NATO's European members together spend about half as much as America.", "supported"),
        ("en", "Europe's NATO members spend about a quarter as much as America.", "contradicted"),
        ("en", "Germany spends about a tenth as much as the United States.", "supported"),
        ("en", "Germany's defence budget is about a tenth the size of America's.", "supported"),
        ("en", "The EU members of NATO spend less than half of what the US spends.", "supported"),
        (
            "fr",
            "Les pays de l'UE membres de l'OTAN dépensent moins de la moitié de ce que dépensent les États-Unis.",
            "supported",
        ),
    ],
)
def test_a_part_as_much_as_another_is_of_that_one(lang: str, text: str, verdict: str, judge) -> None:
    assert judge(text, "2024-07-01", lang).verdict == verdict
