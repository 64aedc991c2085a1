from __future__ import annotations

from datetime import date
from itertools import permutations

import pytest

from quotepart.accounts.account import Account
from quotepart.checks.check import check_claim
from quotepart.checks.claims.speaker import Speakers
from quotepart.extraction.extractor import Extractor
from quotepart.model.dates import Period
from quotepart.model.pact import Pact


def test_who_holds_an_office_speaks_for_its_member(nato_pact: Pact) -> None:
    speakers = Speakers(nato_pact)
    held = speakers.holding_of("Angela Merkel", date(2018, 7, 12))
    assert held is not None and held.office.startswith("DEU.")
    assert speakers.holding_of("Mme Sporsz", date(2018, 7, 12)) is None
    assert speakers.holding_of("Jens Stoltenberg", date(2018, 7, 12)) is None


def test_only_we_is_resolved_by_the_speaker(make, nato_pact: Pact) -> None:
    ours = make("We spend 2%", "2", "percent_of_gdp", who="", on="2018-07-12")
    theirs = make("They spend 2%", "2", "percent_of_gdp", who="", on="2018-07-12")
    assert Speakers(nato_pact).said_by(ours, "Angela Merkel").groups == ("DEU",)
    assert Speakers(nato_pact).said_by(theirs, "Angela Merkel").groups == ()
    assert Speakers(nato_pact).said_by(ours, None) == ours


def test_taking_office_dates_what_is_said_of_it(make, nato_pact: Pact) -> None:
    when = make("When I took office they spent 2%", "2", "percent_of_gdp", who="DEU", on="2024-07-10")
    since = make("Since I took office they added", "2", "percent_of_gdp", who="DEU", on="2024-07-10")
    assert Speakers(nato_pact).said_by(when, "Joe Biden").event_year == 2021
    assert Speakers(nato_pact).said_by(since, "Joe Biden").period == Period("2021", None)


SENTENCES = [
    ("en", "Poland spends 4.1% of GDP on defence."),
    ("en", "Only five allies meet the 2% target."),
    ("en", "The United States pays 90 percent of NATO."),
    ("fr", "Les Européens dépensent deux fois moins que les Etats-Unis."),
    ("fr", "La Finlande a rejoint l'OTAN en 2023."),
    ("en", "European Allies and Canada have added 300 billion dollars to their defence spending since 2016."),
]
SPEAKERS = ("Donald Trump", "Jens Stoltenberg", "Emmanuel Macron", "Ms Sporsz", None)


@pytest.mark.parametrize(("lang", "text"), SENTENCES)
def test_the_truth_of_a_claim_does_not_depend_on_who_said_it(
    lang: str, text: str, extractor: Extractor, account: Account
) -> None:
    found = {
        by: [
            (each.verdict, each.reason, [(reading.label, reading.weight) for reading in each.readings])
            for each in check_claim(text, extractor, account, on="2024-08-01", lang=lang, by=by)
        ]
        for by in SPEAKERS
    }
    assert all(found[one] == found[other] for one, other in permutations(SPEAKERS, 2))


@pytest.mark.parametrize("by", ["USA", "United States", "Joe Biden"])
def test_we_is_whoever_speaks(by: str, extractor: Extractor, account: Account) -> None:
    (finding,) = check_claim("We spend 3.4% of GDP.", extractor, account, on="2024-08-01", lang="en", by=by)
    assert finding.verdict == "supported" and finding.readings[0].group == "USA"


def test_we_stands_before_groups_that_are_only_the_place(extractor: Extractor, account: Account) -> None:
    text = "Our defence budget is the largest in Europe and the second largest in NATO."
    findings = check_claim(text, extractor, account, on="2024-08-01", lang="en", by="United Kingdom")
    assert {reading.group for finding in findings for reading in finding.readings} == {"GBR"}


def test_who_is_left_out_is_not_the_holder(extractor: Extractor, account: Account) -> None:
    text = "The biggest NATO nation other than us is paying 1 percent of GDP."
    found = check_claim(text, extractor, account, on="2025-03-06", lang="en", by="USA")
    assert "USA" not in {reading.group for finding in found for reading in finding.readings}
    assert {finding.verdict for finding in found} == {"not_checkable"}
