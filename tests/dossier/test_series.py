from dataclasses import replace
from decimal import Decimal

import pytest

from quotepart.dossier.charts.claims import running_sums
from quotepart.dossier.series import leading, series_for
from quotepart.model.amount import Amount, Interval
from quotepart.model.entry import Figure
from quotepart.model.finding import Finding, Reading
from quotepart.model.span import Span
from quotepart.wording.wording import find_wording
from quotepart.workspace import Workspace

ENGLISH = find_wording("en")
EDITION = "nato:2019-06-25"


@pytest.fixture(scope="module")
def account():
    return Workspace.open("nato").account


def reading(**more):
    given = {
        "label": "added over 2016",
        "weight": 0.7,
        "measure": "added_spending",
        "group": "EUROPE_CANADA",
        "start": "2017",
        "end": "2018",
        "basis": "constant",
        "known_on": "2018-07-12",
        "edition": EDITION,
        "edition_is": "substitute",
        "unit": "USD",
        "result": "match",
        "value": Decimal("41.7e9"),
        "formula": "defence_expenditure[EUROPE_CANADA, 2017:2018] - 2 * defence_expenditure[EUROPE_CANADA, 2016]",
    }
    return Reading(**{**given, **more})


def drawn(account, *readings, figure=None):
    finding = Finding(id="a", claim="41 billion", verdict="supported", basis="b", readings=readings)
    return series_for(finding, account, names=str, wording=ENGLISH, figure=figure)


def test_the_leading_reading_is_the_weightiest_with_a_value():
    light, none = reading(weight=0.3), reading(weight=0.9, value=None, result="no_data")
    finding = Finding(id="a", claim="c", verdict="depends", basis="b", readings=(light, none, reading()))
    assert leading(finding) == reading()
    assert leading(replace(finding, readings=(none,))) is None


def test_what_was_added_comes_to_the_announced_sum(account):
    amount = Amount(value=Decimal("41e9"), unit="USD")
    reach = Interval(Decimal("40.5e9"), Decimal("41.5e9"))
    figure = Figure(span=Span(0, 2), amount=amount, reach=reach, kind="change", metric="defence_expenditure")
    series = drawn(account, reading(), figure=figure)
    assert (series.shape, series.base_year, series.claim_years, series.claim) == ("added", 2016, (2017, 2018), reach)
    assert round(running_sums(series)[-1][1] / 10**9, 1) == Decimal("41.7")
    assert series.label == "EUROPE_CANADA: defence_expenditure, constant 2015 prices"
    assert series.reading == "added over 2016"
    assert series.points[-1].year == 2019 and series.points[-1].status == "estimate"
    assert series.edition == "25 June 2019" and "PR/CP(2019)069" in series.source


def test_a_rebased_sum_is_drawn_in_the_prices_it_counts_in(account):
    rebased = (
        "(defence_expenditure[EUROPE_CANADA, 2017:2018] - 2 * defence_expenditure[EUROPE_CANADA, 2016]) * x@b / x@a"
    )
    series = drawn(account, reading(formula=rebased, value=Decimal("50e9")))
    assert round(running_sums(series)[-1][1], 2) == Decimal("50e9")
    assert series.label == "EUROPE_CANADA: defence_expenditure"


def test_a_share_is_drawn_as_printed_with_the_target_of_that_day(account):
    measure = "defence_share_gdp"
    one = reading(measure=measure, group="USA", start="2018", unit="percent_of_gdp", formula=f"{measure}[USA, 2018]")
    series = drawn(account, one)
    assert series.shape == "level" and series.target == 2 and series.target_text == "target: 2% of GDP"
    assert {point.year: point.value for point in series.points}[2018] == Decimal("3.30")
    assert series.label == "USA: defence_share_gdp"


def test_members_at_a_threshold_are_counted_as_printed(account):
    formula = "count(defence_share_gdp[NATO, 2018] >= 2)"
    series = drawn(
        account, reading(measure="members_at_guideline", group="NATO", start="2018", unit="count", formula=formula)
    )
    counts = {point.year: point.value for point in series.points}
    assert (series.shape, counts[2014], counts[2018]) == ("count", 3, 6)
    below = reading(measure="m", group="NATO", unit="count", formula=formula.replace(">=", "<"))
    assert {point.year: point.value for point in drawn(account, below).points}[2018] == 22


@pytest.mark.parametrize(
    "changed",
    [
        {"formula": "40000000000"},
        {"edition": "announced:x", "edition_is": "announcement"},
        {"measure": "share_of_total"},
        {"start": None},
        {"value": None},
        {"start": "1950", "end": "1951"},
    ],
)
def test_what_has_no_series_is_not_drawn(account, changed):
    assert drawn(account, reading(**changed)) is None


def test_a_claim_in_another_unit_is_not_drawn_in(account):
    figure = Figure(
        span=Span(0, 2),
        amount=Amount(value=Decimal(41), unit="EUR"),
        reach=Interval(Decimal(41), Decimal(41)),
        kind="change",
        metric="m",
    )
    assert drawn(account, reading(), figure=figure).claim is None
