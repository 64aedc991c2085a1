from __future__ import annotations

import pytest

from quotepart.checks.claims.claim import Actor
from quotepart.checks.claims.understood import is_followed_by_noun, is_of_another, is_understood, names_of_holders
from quotepart.model.pact import Pact


@pytest.mark.parametrize(
    ("words", "understood"),
    [
        ("Germany spends 2.1 percent of GDP on defence", True),
        ("Germany spends 2.1 percent of GDP on snowploughs", False),
        ("Germany, unlike the zebras, spends 2.1 percent of GDP on defence", True),
        ("Germany has a deficit of 2.1 percent of GDP", False),
        ("The alliance wants it, Germany spends 2.1 percent of GDP", True),
    ],
)
def test_a_miss_counts_where_every_word_of_the_clause_is_known(
    words: str, understood: bool, make, nato_pact: Pact  # type: ignore[no-untyped-def]
) -> None:  # fmt: skip
    start, at = words.index("2.1"), words.index("Germany")
    actors = (Actor(id="DEU", start=at, end=at + 7),)
    claim = make(words, "2.1", "percent_of_gdp", who="DEU", start=start, end=start + 18, actors=actors)
    assert is_understood(claim, "level", nato_pact) is understood


def test_whose_figure_it_is_must_be_certain(make, nato_pact: Pact) -> None:  # type: ignore[no-untyped-def]
    words = "Germany spends more, while France spends 2.1 percent of GDP"
    actors = (Actor(id="DEU", start=0, end=7), Actor(id="FRA", start=27, end=33))
    assert is_understood(
        make(words, "2.1", "percent_of_gdp", who="FRA", start=41, end=59, actors=actors), "level", nato_pact
    )
    assert not is_understood(
        make(words, "2.1", "percent_of_gdp", who="DEU", start=41, end=59, actors=actors), "level", nato_pact
    )


def test_a_figure_of_something_else(make) -> None:  # type: ignore[no-untyped-def]
    assert is_of_another(make("a trade surplus of 151 billion dollars", "151e9", "USD", start=19, end=38))
    assert not is_of_another(make("spends on defence, not trade, 151 billion", "151e9", "USD", start=30, end=41))


@pytest.mark.parametrize(
    ("words", "lang", "unknown"),
    [
        ("spends 40 billion zorkmids on defence", "en", True),
        ("spends 40 billion on defence", "en", False),
        ("spends 40 billion this year", "en", False),
        ("dépense 40 milliards de khôrs pour son armée", "fr", True),
        ("dépense 40 milliards de plus", "fr", False),
    ],
)
def test_an_unknown_noun_in_the_place_of_the_unit(words: str, lang: str, unknown: bool, make) -> None:  # type: ignore[no-untyped-def]
    end = words.index("ill") + (6 if lang == "en" else 8)
    assert is_followed_by_noun(make(words, "40e9", "USD", lang=lang, start=words.index("40"), end=end)) is unknown


def test_the_names_of_holders_are_known_words(nato_pact: Pact) -> None:
    known = names_of_holders(nato_pact)
    assert {"trump", "stoltenberg"} <= known
    assert "sporsz" not in known


def test_a_holder_behind_the_comma_makes_the_one_before_uncertain(judge) -> None:
    text = "Germany spends 1.6 percent of GDP, and roughly 743 billion dollars, the United States is spending."
    assert judge(text, "2023-08-01").verdict != "contradicted"


@pytest.mark.parametrize(
    "text",
    [
        "Elles atteignent 2 700 milliards de dollars, avec de fortes hausses en Europe.",
        "La France a critiqué les États dont les dépenses de défense sont inférieures à 1 % de leur PIB.",
        "Les États-Unis sont en tête des dépenses (39 %), devant la Chine (13 %).",
        "Elles ont bondi à 44 milliards de dollars, soit un tiers de son PIB.",
    ],
)
def test_whose_figure_it_is_must_be_said_to_accuse(text: str, judge) -> None:
    assert judge(text, "2024-08-01", "fr").verdict != "contradicted"


def test_a_relative_clause_right_behind_the_holder_is_of_it(judge) -> None:
    assert (
        judge("La Belgique, dont les dépenses de défense dépassent 3 % du PIB.", "2024-08-01", "fr").verdict
        == "contradicted"
    )
