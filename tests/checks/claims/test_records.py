from __future__ import annotations

import pytest

from quotepart.accounts.account import Account
from quotepart.checks.check import check_claim, claims_in
from quotepart.extraction.extractor import Extractor
from quotepart.model.dates import Period


@pytest.mark.parametrize(
    ("lang", "text", "shape"),
    [
        ("en", "Finland joined NATO in 2023.", "accession"),
        ("fr", "La Suède est membre de l'OTAN depuis mars 2024.", "accession"),
        ("fr", "L'Ukraine n'est pas membre de l'OTAN.", "membership"),
        ("en", "Sweden is the newest member of NATO.", "membership"),
        ("en", "Jens Stoltenberg has been NATO Secretary General since 2014.", "office"),
        ("fr", "Mark Rutte est le secrétaire général de l'OTAN.", "office"),
        ("en", "Madrid hosted the 2022 NATO summit.", "meeting"),
        ("fr", "Le sommet de l'OTAN de 2022 s'est tenu à Madrid.", "meeting"),
    ],
)
def test_a_matter_of_record_is_read(lang: str, text: str, shape: str, extractor: Extractor, account: Account) -> None:
    claim = claims_in(text, extractor, account, on="2024-11-01", lang=lang)[0]
    assert claim.shape == shape and claim.fact is not None


@pytest.mark.parametrize("text", ["Sweden will join NATO in 2030.", "The summit was long.", "Spain met the 2% target."])
def test_what_says_nothing_of_the_registers_is_none(text: str, extractor: Extractor, account: Account) -> None:
    claim = claims_in(text, extractor, account, on="2024-11-01", lang="en")[0]
    assert claim.fact is None


def test_taking_office_dates_a_claim(extractor: Extractor, account: Account) -> None:
    text = "When Joe Biden took office, nine allies met the 2% target."
    assert claims_in(text, extractor, account, on="2024-08-01", lang="en")[0].event_year == 2021
    since = "Since Joe Biden took office, Poland's share of GDP has risen by one point."
    assert claims_in(since, extractor, account, on="2024-08-01", lang="en")[0].period == Period("2021", None)


def test_only_the_subject_is_said_to_be_a_member(extractor: Extractor, account: Account) -> None:
    text = "La Norvège est un membre de l'OTAN qui a une frontière avec la Russie."
    claims = claims_in(text, extractor, account, on="2024-11-01", lang="fr")
    assert [claim.groups for claim in claims if claim.shape == "membership"] == [("NOR",)]


def test_the_only_member_to_do_something_says_nothing_of_membership(extractor: Extractor, account: Account) -> None:
    text = "La Norvège est le seul membre de l'OTAN à border la mer de Barents."
    assert all(claim.fact is None for claim in claims_in(text, extractor, account, on="2024-11-01", lang="fr"))


@pytest.mark.parametrize(
    ("text", "years"),
    [
        ("Greece and Turkey joined NATO in 1952 and Spain in 1982.", {"GRC": 1952, "TUR": 1952, "ESP": 1982}),
        ("In 2004 Estonia joined NATO, and in 2009 Croatia.", {"EST": 2004, "HRV": 2009}),
        ("All three Baltic nations have been NATO members since 2004.", {"EST": 2004, "LVA": 2004, "LTU": 2004}),
    ],
)
def test_each_has_its_own_year_of_joining(text: str, years: dict, claims_of) -> None:
    found = claims_of(text, "2023-01-15")
    assert {claim.groups[0]: int(claim.amount.value) for claim in found} == years


def test_a_plain_word_is_nobody_s_name(extractor: Extractor, account: Account) -> None:
    text = "L'armée britannique n'a jamais été aussi petite depuis les guerres."
    (claim,) = claims_in(text, extractor, account, on="2025-03-12", lang="fr")
    assert claim.shape != "office"


@pytest.mark.parametrize(("month", "verdict"), [("October 2024", "supported"), ("October 2022", "contradicted")])
def test_who_succeeds_somebody_takes_the_office(
    month: str, verdict: str, extractor: Extractor, account: Account
) -> None:
    text = f"Mark Rutte succeeded Jens Stoltenberg as NATO Secretary General in {month}."
    (finding,) = check_claim(text, extractor, account, on="2025-02-01", lang="en")
    assert finding.verdict == verdict
