from __future__ import annotations

from dataclasses import replace

import pytest

from quotepart.accounts.account import Account
from quotepart.checks.check import check_claim
from quotepart.checks.claims.caution import UNREAD, is_unread
from quotepart.checks.claims.claim import Actor
from quotepart.checks.operations.find import find_operations
from quotepart.extraction.extractor import Extractor
from quotepart.model.dates import Period
from quotepart.model.pact import Pact


@pytest.mark.parametrize(
    ("operation", "words", "unread"),
    [
        ("level", "Germany spends 2.1 percent of GDP", False),
        ("level", "Germany spends 2.1 percent of GDP on research", True),
        ("rank", "the second largest army in the world", True),
        ("run", "has risen for three years", False),
        ("share_of_total", "accounts for 66 percent per head", True),
    ],
)
def test_words_that_an_operation_leaves_unread(operation: str, words: str, unread: bool, make, nato_pact: Pact) -> None:
    claim = make(words, "2.1", "percent_of_gdp", who="DEU", shape="rank")
    assert is_unread(claim, operation, nato_pact) is unread


def test_words_of_another_clause_change_nothing(make, nato_pact: Pact) -> None:
    words = "Germany spends 2.1 percent of GDP; research is another matter"
    claim = make(words, "2.1", "percent_of_gdp", who="DEU", start=15, end=33)
    assert not is_unread(claim, "level", nato_pact)


def test_a_comparison_that_made_no_ratio_is_unread(make, nato_pact: Pact) -> None:
    words = "Germany spends 20 billion more than France"
    actors = (Actor(id="DEU", start=0, end=7), Actor(id="FRA", start=36, end=42))
    claim = make(words, "20e9", "USD", who="DEU", start=15, end=25, actors=actors)
    assert is_unread(claim, "level", nato_pact)


def test_what_is_listed_is_an_operation() -> None:
    assert UNREAD.keys() <= {operation.id for operation in find_operations()}


def test_a_miss_of_what_was_not_read_accuses_nobody(judge) -> None:
    finding = judge("Germany is the second biggest spender in NATO, three times in a row.", "2019-08-01")
    assert finding.verdict != "contradicted"


@pytest.mark.parametrize(
    "text",
    [
        "Seul le Luxembourg fait pire que la Belgique, avec 0,3 % du PIB.",
        "Six pays européens ont augmenté leurs dépenses de défense de plus de 10 %.",
    ],
)
def test_what_is_said_by_how_much_or_beside_whom_does_not_accuse(
    text: str, extractor: Extractor, account: Account
) -> None:
    found = check_claim(text, extractor, account, on="2024-08-01", lang="fr")
    assert all(finding.verdict != "contradicted" for finding in found)


def test_what_a_rise_adds_up_to_is_no_level(make, nato_pact: Pact) -> None:
    words = "allies raised their budgets, which added up to 10 billion dollars"
    assert is_unread(make(words, "10e9", "USD", who="NATO", start=47, end=57), "level", nato_pact)


def test_words_behind_a_word_that_opens_a_clause_change_nothing(make, nato_pact: Pact) -> None:
    words = "Germany bears 15 percent while the next is France"
    assert not is_unread(make(words, "15", "percent", who="DEU", start=14, end=24), "share_of_total", nato_pact)


def test_what_is_set_against_another_and_has_no_time_of_its_own_does_not_accuse(make, nato_pact: Pact) -> None:
    for words, unread in (("23 de plus, contre 3 alors", True), ("23 de plus, contre 3 en 2014", False)):
        at = words.index("3 ", words.index("contre"))
        claim = make(words, "3", "count", lang="fr", start=at, end=at + 1)
        assert is_unread(claim, "count_at_target", nato_pact) == unread


def test_somebody_told_by_a_rank_alone_is_not_the_whole_pact(make, nato_pact: Pact) -> None:
    words = "the biggest member of NATO spends 1 percent"
    claim = make(words, "1", "percent_of_gdp", who="NATO", start=34, end=43)
    assert is_unread(claim, "level", nato_pact)


def test_the_others_are_not_the_whole_pact(make, nato_pact: Pact) -> None:
    words = "the other 27 members of NATO spent about 251 billion"
    assert is_unread(make(words, "251e9", "USD", who="NATO", start=40, end=52), "added", nato_pact)


def test_a_change_between_two_years_is_not_that_of_one(make, nato_pact: Pact) -> None:
    words = "after 2010 it spent 18 percent less by 2016"
    claim = make(words, "18", "percent", who="GBR", start=20, end=30, period=Period("2016", "2016"))
    assert is_unread(claim, "change", nato_pact)
    assert not is_unread(
        make(
            "in 2016 it spent 18 percent less",
            "18",
            "percent",
            who="GBR",
            start=17,
            end=27,
            period=Period("2016", "2016"),
        ),
        "change",
        nato_pact,
    )


def test_a_bare_percentage_beside_a_place_can_be_a_part_of_all_spending(judge) -> None:
    text = "Le Royaume-Uni est en sixième place (3,1 %) pour les dépenses de défense."
    assert judge(text, "2024-08-01", "fr").verdict != "contradicted"


def test_a_year_of_another_sentence_accuses_nobody(make, nato_pact) -> None:
    claim = make("spends 9 percent of GDP on defence", "9", "percent_of_gdp", who="DEU", period=Period("2014", "2014"))
    at = claim.cues.text.index("9")
    inside = replace(claim, start=at, end=at + 1)
    assert is_unread(inside, "level", nato_pact)
    assert not is_unread(replace(inside, period=Period("2023", "2023")), "level", nato_pact)


def test_what_is_added_to_a_national_budget_accuses_nobody(judge) -> None:
    text = "La Finlande a annoncé un budget de défense de 6,5 milliards d'euros, soit une augmentation de 536 millions d'euros."
    assert judge(text, "2024-12-19", "fr").verdict != "contradicted"


def test_a_part_of_the_members_is_not_the_whole(extractor: Extractor, account: Account) -> None:
    found = check_claim("One in three allies does not reach 2 percent.", extractor, account, on="2024-08-01", lang="en")
    assert len(found) == 2
    assert not [finding for finding in found if finding.verdict == "contradicted"]


@pytest.mark.parametrize("text", ["Un allié sur trois n'atteint pas 2 %.", "Trois alliés sur quatre atteignent 2 %."])
def test_a_part_of_a_few_is_no_count_of_members(judge, text: str) -> None:
    assert judge(text, "2024-07-20", "fr").verdict != "contradicted"


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        ("Quand il était ministre, nos dépenses militaires étaient de moins de 1 % de notre PIB.", "fr"),
        ("Ces armées représentent 70 % des forces européennes.", "fr"),
        ("But the other 20 allies will not make the cut.", "en"),
        ("Turkey's army alone numbers 350,000 soldiers.", "en"),
    ],
)
def test_what_words_leave_open_accuses_nobody(text: str, lang: str, extractor: Extractor, account: Account) -> None:
    findings = check_claim(text, extractor, account, on="2024-10-01", lang=lang, by="Canada")
    assert all(finding.verdict == "not_checkable" for finding in findings)


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "Poland reached 4 percent in 2024, before which it stood at 1.7 percent."),
        ("fr", "La Pologne consacre 4 % à sa défense ; auparavant, elle était à 1,7 %."),
        (
            "en",
            "Ten allies reached 2 percent in 2023, eight of which also spent a fifth of their budgets on equipment.",
        ),
        ("fr", "Dix alliés ont atteint 2 % en 2023, dont huit consacrent un cinquième de leur budget aux équipements."),
        ("en", "Fifteen of the 29 allies are on track to meet the 2 percent target."),
        ("fr", "Quinze alliés sur 29 sont en passe d'atteindre les 2 %."),
    ],
)
def test_the_past_a_part_and_what_is_near_accuse_nobody(lang: str, text: str, extractor, account) -> None:
    findings = check_claim(text, extractor, account, on="2024-08-01", lang=lang)
    assert "contradicted" not in {each.verdict for each in findings}
