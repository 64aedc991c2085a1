from __future__ import annotations

from datetime import date

from quotepart.checks.speaker import party_of, said_by
from quotepart.model.pact import Pact


def test_who_holds_an_office_speaks_for_its_member(nato_pact: Pact) -> None:
    assert party_of("Angela Merkel", nato_pact, date(2018, 7, 12)) == "DEU"
    assert party_of("Mme Sporsz", nato_pact, date(2018, 7, 12)) is None
    assert party_of("Jens Stoltenberg", nato_pact, date(2018, 7, 12)) is None


def test_only_we_is_resolved_by_the_speaker(make, nato_pact: Pact) -> None:
    ours = make("We spend 2%", "2", "percent_of_gdp", who="", on="2018-07-12")
    theirs = make("They spend 2%", "2", "percent_of_gdp", who="", on="2018-07-12")
    assert said_by(ours, "Angela Merkel", nato_pact).groups == ("DEU",)
    assert said_by(theirs, "Angela Merkel", nato_pact).groups == ()
    assert said_by(ours, None, nato_pact) == ours
