from __future__ import annotations

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from quotepart.accounts.account import Account
from quotepart.accounts.editions import choose, newest_first, spans, years_between
from quotepart.model.observation import Edition, Held

DAYS = st.dates(date(2014, 1, 1), date(2027, 1, 1))


def made(day: date, held: Held = "full", years: tuple[int, int] | None = None) -> Edition:
    return Edition(id=f"league:{day}", producer="league", published=day, title="", held=held, years=years)


EDITIONS = st.builds(
    made,
    DAYS,
    st.sampled_from(["full", "partial", "none"]),
    st.none() | st.just((2000, 2020)) | st.just((2010, 2030)),
)


def is_held(edition: Edition) -> bool:
    return edition.held == "full"


def test_the_own_edition_is_the_newest_of_the_day() -> None:
    old, new, later = made(date(2018, 6, 1)), made(date(2019, 6, 1)), made(date(2020, 6, 1))
    choice = choose([later, new, old], [2018], known_on=date(2019, 6, 1), covers=is_held)
    assert (choice.edition, choice.edition_is, choice.lag_years) == (new, "own", 0)


def test_an_older_edition_is_no_longer_the_own_one_when_a_newer_had_appeared() -> None:
    old, missed, later = made(date(2017, 6, 1)), made(date(2018, 7, 10), "none"), made(date(2019, 6, 25))
    choice = choose([later, missed, old], [2017], known_on=date(2018, 7, 12), covers=is_held)
    assert (choice.edition, choice.edition_is, choice.newest_known) == (later, "substitute", missed)
    assert choice.lag_years == years_between(missed.published, later.published)


def test_without_a_later_one_the_nearest_earlier_serves() -> None:
    older, old, missed = made(date(2016, 6, 1)), made(date(2017, 6, 1)), made(date(2018, 7, 10), "none")
    choice = choose([missed, old, older], [2017], known_on=date(2018, 7, 12), covers=is_held)
    assert (choice.edition, choice.edition_is) == (old, "substitute")


def test_an_earlier_one_goes_first_where_that_is_asked_for() -> None:
    old, missed, later = made(date(2017, 6, 1)), made(date(2018, 7, 10), "none"), made(date(2019, 6, 25))
    for is_earlier, expected in ((False, later), (True, old)):
        choice = choose(
            [later, missed, old], [2017], known_on=date(2018, 7, 12), covers=is_held, earlier_first=is_earlier
        )
        assert (choice.edition, choice.edition_is) == (expected, "substitute")


def test_a_table_that_does_not_cover_the_years_is_not_the_days_own() -> None:
    old, later = made(date(2017, 6, 1), years=(2010, 2016)), made(date(2019, 6, 25))
    choice = choose([later, old], [2017], known_on=date(2018, 7, 12), covers=lambda each: each is later)
    assert (choice.edition, choice.newest_known, choice.had_appeared) == (later, None, False)


def test_nothing_held_is_an_answer() -> None:
    choice = choose([made(date(2018, 7, 10), "none")], [2017], known_on=date(2018, 7, 12), covers=is_held)
    assert choice.edition is None
    assert choice.had_appeared


@given(st.lists(EDITIONS, unique_by=lambda each: each.id), EDITIONS, DAYS)
def test_a_later_edition_never_changes_what_was_known_before(editions: list[Edition], new: Edition, day: date) -> None:
    if new.published <= day or new.id in {each.id for each in editions}:
        new = made(day + timedelta(days=1), new.held, new.years)
        editions = [each for each in editions if each.id != new.id]
    before = choose(newest_first(editions), [2018], known_on=day, covers=is_held)
    after = choose(newest_first([*editions, new]), [2018], known_on=day, covers=is_held)
    assert after.newest_known == before.newest_known
    assert after.edition_is == before.edition_is
    if before.edition_is == "own":
        assert after == before


@given(st.lists(EDITIONS, unique_by=lambda each: each.id), DAYS)
def test_an_own_edition_was_published_covers_and_is_the_newest(editions: list[Edition], day: date) -> None:
    choice = choose(newest_first(editions), [2018], known_on=day, covers=is_held)
    if choice.edition_is == "own":
        assert choice.edition is not None
        assert is_held(choice.edition)
        known = [each for each in editions if each.published <= day and spans(each, [2018])]
        assert choice.edition.published == max(each.published for each in known)


def test_what_july_2018_could_know(nato: Account) -> None:
    choice = nato.choose_edition(
        "defence_expenditure", ["EUROPE_CANADA"], range(2016, 2019), known_on=date(2018, 7, 12), basis="constant"
    )
    assert choice.edition is not None
    assert choice.newest_known is not None
    assert (choice.edition.id, choice.edition_is) == ("nato:2019-06-25", "substitute")
    assert choice.newest_known.id == "nato:2018-07-10"


def test_what_april_2025_could_know(nato: Account) -> None:
    choice = nato.choose_edition(
        "defence_expenditure", ["EUROPE_CANADA"], range(2014, 2025), known_on=date(2025, 4, 4), basis="constant"
    )
    assert choice.edition is not None
    assert (choice.edition.id, choice.edition_is) == ("nato:2024-06-17", "own")


def test_a_single_value_can_be_the_days_own(nato: Account) -> None:
    for members, edition, kind in ((["USA"], "nato:2018-03-15", "own"), (["FRA"], "nato:2019-06-25", "substitute")):
        choice = nato.choose_edition("defence_share_gdp", members, [2017], known_on=date(2018, 5, 1))
        assert choice.edition is not None
        assert (choice.edition.id, choice.edition_is) == (edition, kind)


def test_figures_that_may_not_be_cited_make_no_edition_the_own_one(nato: Account) -> None:
    choice = nato.choose_edition("defence_share_gdp", ["EUROPE_CANADA"], [2025], known_on=date(2025, 9, 3))
    assert choice.edition is not None
    assert (choice.edition.id, choice.edition_is) == ("nato:2026-07-10", "substitute")
