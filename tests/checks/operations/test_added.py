from __future__ import annotations

from decimal import Decimal

from quotepart.checks.operations.added import fits, formula, merged, read
from quotepart.checks.readings.readings import Option
from quotepart.model.dates import Period


def claim_of(make, words: str, on: str = "2018-07-12", period: Period | None = None, **more: object):
    return make(words, "41e9", "USD", kind="change", who="EUROPE_CANADA", on=on, period=period, **more)


def bases(queries) -> list[tuple[int, int, str, str]]:
    return [(each.base, each.end, each.rule, str(each.weight.normalize())) for each in queries]


def test_the_producers_count_leads_over_the_base_of_its_latest_announcement(make, setting) -> None:
    found = bases(read(claim_of(make, "increased by"), setting("2018-07-12")))
    assert found[0] == (2016, 2018, "real", "0.49")
    assert (2014, 2018, "real", "0.21") in found and (2016, 2018, "nominal", "0.14") in found


def test_an_event_points_to_its_year_and_leaves_the_announced_base_open(make, setting) -> None:
    claim = claim_of(make, "added since the first mandate", on="2025-04-03", period=Period("2017", None))
    assert bases(read(claim, setting("2025-04-03")))[0] == (2016, 2024, "real", "0.49")
    assert (2014, 2024, "real", "0.21") in bases(read(claim, setting("2025-04-03")))


def test_a_written_year_is_the_base_and_one_year_alone_is_counted_over_the_one_before(make, setting) -> None:
    since = claim_of(make, "added since 2014", on="2025-04-03", period=Period("2014", None))
    assert {each.base for each in read(since, setting("2025-04-03"))} == {2014}
    alone = claim_of(make, "increased in 2016", on="2017-02-15", period=Period("2016", "2016"))
    assert {(each.base, each.end) for each in read(alone, setting("2017-02-15"))} == {(2015, 2016)}


def test_words_for_prices_leave_out_the_other_reading(make, setting) -> None:
    real = read(claim_of(make, "increased in real terms by"), setting("2018-07-12"))
    assert "nominal" not in {each.rule for each in real}


def test_a_sum_without_movement_is_no_sum_added(make, setting) -> None:
    assert not fits(claim_of(make, "spends more than"), setting("2018-07-12"))


def test_the_three_rules_of_counting() -> None:
    assert formula("nominal", "spent", None, "A", 2016, 2018) == "spent[A, 2017:2018] - 2 * spent[A, 2016]"
    effort = formula("effort", "spent", "gdp", "A", 2016, 2018)
    assert effort == "spent[A, 2017:2018] - spent[A, 2016] / gdp[A, 2016] * gdp[A, 2017:2018]"


def test_the_same_base_twice_is_one_option_with_both_weights() -> None:
    found = merged(
        [Option(id="2014", weight=Decimal("0.7"), why="a"), Option(id="2014", weight=Decimal("0.3"), why="b")]
    )
    assert found == (Option(id="2014", weight=Decimal(1), why="a"),)


def test_neighbouring_bases_are_tried(make, setting) -> None:
    query = read(claim_of(make, "increased by"), setting("2018-07-12"))[0]
    assert query.variants is not None
    assert {each.base for each in query.variants()} == {2014, 2015, 2017}


def test_since_last_year_counts_from_it_and_accuses_nobody(make, setting) -> None:
    words = "since last year 33 billion was added"
    when = Period("2017", None)
    claim = make(words, "33e9", "USD", kind="cumulative", who="EUROPE_CANADA", on="2018-07-12", period=when)
    queries = read(claim, setting("2018-07-12"))
    assert {query.base for query in queries} == {2017}
    assert not any(query.may_contradict for query in queries)


def test_a_year_that_the_sum_is_set_against_is_its_base(make, setting) -> None:
    words = "an extra 45 billion from 2015 to 2017, compared to 2014"
    when = Period("2015", "2017")
    claim = make(words, "45e9", "USD", kind="cumulative", who="EUROPE_CANADA", on="2019-07-06", period=when)
    assert {query.base for query in read(claim, setting("2019-07-06"))} == {2014}
