from __future__ import annotations

import pytest

from quotepart.checks.claims.numerals import number_near, numbers_in

NUMBERS = {"ninth": 9, "twenty": 20, "two": 2, "second": 2}


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("the ninth of 32", [(4, 9), (13, 32)]),
        ("thirty and twenty-two", [(11, 22)]),
        ("in 2014 and 300", []),
    ],
)
def test_tens_and_what_follows_them_are_one_and_years_do_not_count(text: str, found: list[tuple[int, int]]) -> None:
    assert numbers_in(text, NUMBERS) == found


def test_the_nearest_numeral_counts(make) -> None:
    claim = make("the ninth consecutive year of two", "1", "count")
    assert number_near(claim, claim.cues.of("consecutive"), NUMBERS) == 9
    assert number_near(claim, (), NUMBERS) is None


def test_with_a_limit_only_what_stands_before_counts(make) -> None:
    claim = make("consecutive years, the ninth", "1", "count")
    assert number_near(claim, claim.cues.of("consecutive"), NUMBERS, before=10) is None


def test_parts_of_numbers_and_percentages_are_none() -> None:
    assert numbers_in("refuse de dépasser 2,1 %, 20 % ou 3.5, et deux fois sur 32", {"deux": 2}) == [(42, 2), (56, 32)]
