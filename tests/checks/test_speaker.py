from __future__ import annotations

from datetime import date

from quotepart.checks.speaker import Speakers
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
