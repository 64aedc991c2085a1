from __future__ import annotations

from decimal import Decimal
from itertools import groupby

import pytest

from quotepart.checks.readings.readings import Option, combined, reasons, stated_year
from quotepart.model.dates import Period
from quotepart.model.pact import Pact


def test_combinations_multiply_their_weights() -> None:
    bases = (Option(id="2016", weight=Decimal("0.7")), Option(id="2014", weight=Decimal("0.3")))
    rules = (Option(id="real", weight=Decimal("0.8")), Option(id="nominal", weight=Decimal("0.2")))
    found = list(combined(bases, rules))
    assert len(found) == 4
    assert sum(weight for _, weight in found) == 1
    assert [each.id for each in found[0][0]] == ["2016", "real"]


def test_the_priors_of_the_pact_give_weights_that_add_up_to_one_with_reasons_in_every_language(nato_pact: Pact) -> None:
    key = lambda each: (each.operation, each.when)  # noqa: E731
    for (operation, when), rows in groupby(sorted(nato_pact.priors, key=key), key=key):
        found = list(rows)
        assert sum(each.weight for each in found) == 1, (operation, when)
        assert all(set(each.reason) == set(nato_pact.conventions.languages) for each in found)


def test_a_level_without_a_year_is_of_the_last_one_published(make, setting) -> None:
    years = setting("2018-07-12").year_options(make("spends", "4", "percent_of_gdp", on="2018-07-12"))
    assert [(each.id, each.weight) for each in years] == [("2018", Decimal("0.85")), ("2017", Decimal("0.15"))]
    stated = make("spent", "4", "percent_of_gdp", on="2018-07-12", period=Period("2015", "2015"))
    assert [each.id for each in setting("2018-07-12").year_options(stated)] == ["2015"]


@pytest.mark.parametrize(
    ("period", "year"),
    [
        (None, None),
        (Period("2016", "2016"), 2016),
        (Period("2024-08", "2024-08"), None),
        (Period("2025-01", "2025-03"), 2025),
    ],
)
def test_the_moment_of_speaking_gives_no_year(period: Period | None, year: int | None, make) -> None:
    assert stated_year(make("spends", "4", "percent", on="2024-08-01", period=period)) == year


def test_europeans_are_read_as_the_priors_say_and_a_member_as_itself(make, setting) -> None:
    europeans = setting("2018-07-12").group_options(make("x", "4", "percent", who="NATO_EUROPE"))
    assert [each.id for each in europeans] == ["NATO_EUROPE", "EUROPE_CANADA", "EU"]
    assert [each.id for each in setting("2018-07-12").group_options(make("x", "4", "percent", who="DEU"))] == ["DEU"]


def test_reasons_leave_out_what_has_none(setting) -> None:
    assert reasons((Option(id="a"), Option(id="b", why="because"))) == ("because",)
    assert setting("2018-07-12").entity_name("DEU") == "Germany"
    assert setting("2018-07-12").entity_name("unknown") == "unknown"


def test_what_is_so_now_is_of_the_year_under_way(make, setting) -> None:
    claim = make("is still at", "2", "percent_of_gdp", who="NOR")
    assert [option.id for option in setting("2024-09-01").year_options(claim)] == ["2024"]
