from decimal import Decimal

import pytest

from quotepart.dossier.labels import (
    any_date,
    counted,
    date_words,
    edition_words,
    evidence_words,
    how_known,
    manner_words,
    meeting_words,
    office_words,
    pledge_words,
    result_words,
    speaker_words,
    unit_words,
)
from quotepart.model.dates import Dating
from quotepart.model.entry import MeetingMention, PledgeMention, Quote, Speaker
from quotepart.model.finding import Reading
from quotepart.model.span import Span
from quotepart.wording.wording import find_wording

ENGLISH, FRENCH = find_wording("en"), find_wording("fr")
SPAN = Span(0, 1)
NAMES = {
    "SYL": "Syldavia",
    "L.sg": "secretary general",
    "M_1": "Summit, Klow, 11–12 July 2018",
    "l:2019-06-25": "Tables of 2019",
}


def name(id):
    return NAMES.get(id, id)


def test_dates():
    inferred = Dating(
        date="2018-07", how="inferred", evidence=("Mme Sporsz: L.sg 2014-10-01/2024-10-01", "un sommet: M_1", "jeudi")
    )
    assert date_words(inferred, FRENCH) == "juillet 2018"
    assert how_known(inferred, name, ENGLISH) == (
        "inferred: Mme Sporsz (secretary general, 1 October 2014 – 1 October 2024); "
        "un sommet (Summit, Klow, 11–12 July 2018); jeudi"
    )
    assert how_known(Dating(date="2018", how="stated"), name, ENGLISH) == "as the report says"
    assert (how_known(None, name, ENGLISH), date_words(None, ENGLISH)) == ("", "no date found")


@pytest.mark.parametrize(
    ("evidence", "words"),
    [("jeudi", "jeudi"), ("Ms Sporsz: first", "Ms Sporsz"), ("the secretary general: L.sg", "the secretary general")],
)
def test_evidence(evidence, words):
    assert evidence_words(evidence, name, ENGLISH) == words


def test_what_is_no_date_stays_as_it_is():
    assert any_date("2018-07-11/2018-07-12", ENGLISH) == "11–12 July 2018"
    assert any_date("within a decade", ENGLISH) == "within a decade"


def test_editions():
    assert edition_words("l:2019-06-25", name, ENGLISH) == "Tables of 2019"
    assert edition_words("l:2024-06-17", name, ENGLISH) == "17 June 2024"
    assert edition_words("l:2026-H1", name, ENGLISH) == "2026-H1"
    assert edition_words(None, name, ENGLISH) == ""


def test_counts_leave_out_what_is_not_there():
    assert counted(ENGLISH, [("quotes", 2), ("figures", 0), ("meetings", 1)]) == "2 quotes · 1 meeting"


def test_quotes():
    sporsz = Speaker(name="Ms Sporsz", office="L.sg")
    quote = Quote(span=SPAN, kind="direct", speaker=sporsz, act="demand", towards=("SYL", "BOR"))
    assert manner_words(quote, name, ENGLISH) == "direct speech · demands · towards: Syldavia, BOR"
    assert (speaker_words(quote, ENGLISH), office_words(quote, name)) == ("Ms Sporsz", "secretary general")
    nobody = Quote(span=SPAN, kind="indirect")
    assert (speaker_words(nobody, ENGLISH), office_words(nobody, name)) == ("Speaker not identified", "")
    described = Quote(span=SPAN, kind="direct", speaker=Speaker(name="the secretary general", office="L.sg"))
    unnamed = Quote(span=SPAN, kind="direct", speaker=Speaker(name="Ms Sporsz", office="L.x"))
    assert (office_words(described, name), office_words(unnamed, name)) == ("", "")


def test_pledges():
    pledge = PledgeMention(
        span=SPAN,
        who=("SYL",),
        metric="m",
        status="promised",
        target=Decimal(2),
        unit="percent_of_gdp",
        deadline="2024",
    )
    assert pledge_words(pledge, name, ENGLISH) == "Promised – Syldavia: 2% of GDP by 2024"
    assert (
        pledge_words(PledgeMention(span=SPAN, who=(), metric="m", status="refused"), name, ENGLISH)
        == "Refused – not said who"
    )


def test_meetings():
    assert meeting_words(MeetingMention(span=SPAN, kind="summit", city="Klow"), FRENCH) == "Sommet, Klow"
    assert meeting_words(MeetingMention(span=SPAN, kind="other"), FRENCH) == "Réunion"


@pytest.mark.parametrize(
    ("unit", "scale", "words"),
    [
        ("USD", "1e9", "billions of US dollars"),
        ("EUR", "1e6", "millions of euros"),
        ("SEK", "1", "SEK"),
        ("percent_of_gdp", "1", "% of GDP"),
        ("plan_per_year", "1", "plan per year"),
    ],
)
def test_units(unit, scale, words):
    assert unit_words(unit, Decimal(scale), ENGLISH) == words


@pytest.mark.parametrize(
    ("result", "value", "words"),
    [("match", "1", "fits"), ("no_data", None, "no data"), ("no_data", "1", "decides nothing")],
)
def test_a_reading_with_a_value_is_never_said_to_have_no_data(result, value, words):
    reading = Reading(
        label="share", weight=0.7, measure="share", group="SYL", start="2030", end="2030", basis="current",
        known_on="2030-05-01", edition="league:2029", edition_is="own", unit="percent_of_gdp", result=result,
        value=Decimal(value) if value else None,
    )  # type: ignore[arg-type]  # fmt: skip
    assert result_words(reading, find_wording("en")) == words
