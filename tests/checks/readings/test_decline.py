from __future__ import annotations

import pytest

from quotepart.accounts.account import Account
from quotepart.checks.check import check_claim
from quotepart.checks.readings.decline import reason_before, reason_without
from quotepart.extraction.extractor import Extractor
from quotepart.model.dates import Period


def test_what_lies_ahead_is_a_forecast(make, setting) -> None:
    ahead = make("in 2029", "3", "percent_of_gdp", who="DEU", on="2024-08-01", period=Period("2029", "2029"))
    assert reason_before(ahead, setting("2024-08-01")) == "forecast"
    assert reason_before(make("spends", "3", "percent_of_gdp", who="DEU"), setting("2024-08-01")) is None


def test_nobody_named_is_an_unknown_group(make, setting) -> None:
    assert reason_before(make("spends", "3", "percent_of_gdp", who=""), setting("2024-08-01")) == "group_unknown"
    assert reason_before(make("spends", "3", "percent_of_gdp", who="ZZZ"), setting("2024-08-01")) == "group_unknown"


def test_without_an_operation_the_series_or_the_unit_is_missing(make, setting) -> None:
    assert (
        reason_without(make("tanks", "4700", "count", metric="tanks", who="POL"), setting("2024-08-01")) == "no_series"
    )
    assert reason_without(make("spends", "3", "kilometres", who="POL"), setting("2024-08-01")) == "unit_unknown"


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("Demain, 80 % des dépenses de l'Otan viendront de pays hors de l'Union.", "forecast"),
        ("Cela reviendrait à consacrer 44 milliards d'euros à la défense.", "counterfactual"),
        ("La Bordurie est en train de devenir la première armée du continent.", "forecast"),
        ("La Bordurie et la Syldavie n'ont aucune peur de l'Otan.", "opinion"),
    ],
)
def test_what_the_words_are_comes_before_what_the_accounts_lack(
    text: str, reason: str, extractor: Extractor, account: Account
) -> None:
    found = check_claim(text, extractor, account, on="2024-08-01", lang="fr")
    assert [finding.reason for finding in found] == [reason]


@pytest.mark.parametrize(
    ("text", "on", "reason"),
    [
        ("This year Canada will reach 2 percent of GDP.", "2025-06-12", "forecast"),
        ("This year Germany will reach 2 percent of GDP.", "2024-07-02", None),
        (
            "After the vote, 80 percent of NATO's defence spending will come from the United States.",
            "2018-12-04",
            "forecast",
        ),
        ("Before I came in, seven allies were at 2 percent.", "2024-09-05", "no_period"),
    ],
)
def test_what_is_foreseen_and_what_is_not_dated(text: str, on: str, reason: str | None, judge) -> None:
    assert judge(text, on).reason == reason


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("Si la Bordurie attaquait un allié, tout s'arrêterait.", "counterfactual"),
        ("Je crois que 3,5 % est une cible réaliste.", "opinion"),
        ("La Syldavie a cédé sous la pression.", "opinion"),
        ("Nous allouerons 5 à 6 % du PIB à la défense.", "forecast"),
    ],
)
def test_suppositions_views_and_plans_are_named_as_such(
    text: str, reason: str, extractor: Extractor, account: Account
) -> None:
    found = check_claim(text, extractor, account, on="2025-01-20", lang="fr")
    assert [finding.reason for finding in found] == [reason]


def test_a_multiple_hedged_by_more_than_is_not_set_against_another(judge) -> None:
    finding = judge("The Polish army has more than doubled.", "2024-08-01")
    assert (finding.verdict, finding.reason) == ("not_checkable", "no_period")


def test_what_is_spent_on_defending_others_has_no_series(judge) -> None:
    finding = judge("The United States spends more defending Germany than Germany does.", "2018-08-01")
    assert (finding.verdict, finding.reason) == ("not_checkable", "definition")


def test_money_of_nobody_with_a_cause_is_declined_for_the_cause(judge) -> None:
    finding = judge("Because of me, they have raised about $40 billion.", "2018-07-11")
    assert (finding.verdict, finding.reason) == ("not_checkable", "cause")


@pytest.mark.parametrize(
    ("text", "lang", "reason"),
    [
        (
            "Porter les dépenses au-delà de 2 % du PIB serait un coup dur pour l'économie italienne.",
            "fr",
            "counterfactual",
        ),
        ("Italy's defence budget grew by 6 percent compared with the projections.", "en", "definition"),
        ("L'Italie n'ira pas au-delà de 2,1 % du PIB.", "fr", "forecast"),
    ],
)
def test_what_is_only_supposed_or_planned_is_declined(text: str, lang: str, reason: str, judge) -> None:
    assert judge(text, "2025-06-25", lang).reason == reason


def test_how_many_are_expected_to_by_a_year_ahead_is_a_forecast(extractor: Extractor, account: Account) -> None:
    text = "In 2016, four allies spent 2 percent of GDP; now five meet the target, with 18 expected to do so by 2024."
    findings = check_claim(text, extractor, account, on="2018-06-15", lang="en")
    assert all(finding.verdict != "contradicted" for finding in findings)


def test_an_inverted_condition_is_a_supposition(judge) -> None:
    finding = judge("Had the wall not been built, Germany would still be at 1.3 percent of GDP.", "2024-08-01")
    assert (finding.verdict, finding.reason) == ("not_checkable", "counterfactual")


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        ("There was a time when Germany spent 4 percent of its GDP on defence.", "en"),
        ("Autrefois, l'Allemagne dépensait 4 % de son PIB.", "fr"),
    ],
)
def test_a_time_long_past_that_is_not_told_accuses_nobody(text: str, lang: str, judge) -> None:
    finding = judge(text, "2024-07-08", lang)
    assert (finding.verdict, finding.reason) == ("not_checkable", "no_period")
