from __future__ import annotations

import itertools
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotepart.extraction.figures.digits import print_number
from quotepart.extraction.figures.numbers import (
    Number,
    NumbersGrammar,
    candidates,
    compile_numbers,
    read_numbers,
)
from quotepart.extraction.languages.find import find_languages, language_of
from quotepart.extraction.text.fold import fold
from quotepart.extraction.text.tokens import tokenise

GRAMMARS = {code: compile_numbers(language) for code, language in find_languages().items()}
SMALL = ["un", "deux", "trois", "quatre", "cinq", "six", "dix", "onze", "seize", "soixante", "quatre vingt"]


def numbers(text: str, lang: str) -> list[Number]:
    tokens = tokenise(fold(text), 0, len(text))
    return read_numbers(tokens, GRAMMARS[lang])


def values(text: str, lang: str) -> list[Decimal]:
    return [number.value for number in numbers(text, lang)]


@pytest.mark.parametrize("lang", sorted(GRAMMARS))
@given(value=st.decimals(min_value=0, max_value=10**13, places=2, allow_nan=False))
def test_a_printed_number_reads_again_as_itself(lang: str, value: Decimal) -> None:
    grammar: NumbersGrammar = GRAMMARS[lang]
    assert values(print_number(value, grammar.decimal), lang) == [value]


@pytest.mark.parametrize("lang", sorted(GRAMMARS))
@given(value=st.integers(min_value=0, max_value=10**13))
def test_a_printed_whole_number_reads_again_as_itself(lang: str, value: int) -> None:
    assert values(print_number(Decimal(value), GRAMMARS[lang].decimal), lang) == [value]


@pytest.mark.parametrize(
    ("text", "value", "step"),
    [
        ("1,5", "1.5", "0.1"),
        ("1,50", "1.50", "0.01"),
        ("34.000", "34000", "1000"),
        ("34 000", "34000", "1000"),
        ("34\u202f000", "34000", "1000"),
        ("1.234.567,8", "1234567.8", "0.1"),
        ("1'000", "1000", "1000"),
        ("1.5", "1.5", "0.1"),
        ("700", "700", "100"),
    ],
)
def test_french_digits(text: str, value: str, step: str) -> None:
    (number,) = numbers(text, "fr")
    assert (number.value, number.step) == (Decimal(value), Decimal(step))


@pytest.mark.parametrize(
    ("text", "value"), [("1.5", "1.5"), ("34,000", "34000"), ("1,234,567.8", "1234567.8"), ("2,5", "2.5")]
)
def test_english_digits(text: str, value: str) -> None:
    assert values(text, "en") == [Decimal(value)]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("vingt et un", "21"),
        ("soixante et onze", "71"),
        ("quatre-vingt-dix-sept", "97"),
        ("dix-huit mille", "18000"),
        ("trois mille deux cents", "3200"),
        ("deux cent mille", "200000"),
        ("mille milliards", "1000000000000"),
        ("un million deux cent mille", "1200000"),
        ("41 milliards", "41000000000"),
        ("100 Md", "100000000000"),
        ("deux millions et demi", "2500000"),
        ("un demi-milliard", "500000000"),
        ("une dizaine", "10"),
        ("une centaine de milliards", "100000000000"),
        ("un quart", "0.25"),
        ("trois quarts", "0.75"),
        ("septante-cinq", "75"),
    ],
)
def test_french_words(text: str, value: str) -> None:
    assert values(text, "fr") == [Decimal(value)]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("twenty-one", "21"),
        ("one hundred and twenty-three thousand", "123000"),
        ("thirty-five hundred", "3500"),
        ("half a trillion", "500000000000"),
        ("1-and-a-quarter", "1.25"),
        ("one and a half", "1.5"),
        ("two and a half billion", "2500000000"),
        ("a quarter of a million", "250000"),
        ("41bn", "41000000000"),
        ("1.2tn", "1200000000000"),
        ("two dozen", "24"),
        ("2½", "2.5"),
        ("three-quarters", "0.75"),
    ],
)
def test_english_words(text: str, value: str) -> None:
    assert values(text, "en") == [Decimal(value)]


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        ("des milliards", "fr"),
        ("des dizaines", "fr"),
        ("un pays", "fr"),
        ("hundreds of billions", "en"),
        ("a ship", "en"),
    ],
)
def test_vague_sums_and_articles_are_no_numbers(text: str, lang: str) -> None:
    assert values(text, lang) == []


def test_two_numbers_side_by_side_stay_two() -> None:
    assert values("cinq six", "fr") == [5, 6]
    assert values("deux et trois", "fr") == [2, 3]
    assert values("two and three", "en") == [2, 3]


def test_the_other_reading_of_three_digits_after_a_mark_is_kept() -> None:
    (number,) = numbers("34,000", "fr")
    assert (number.value, number.other) == (Decimal("34.000"), Decimal(34000))


@given(st.text(alphabet="0123456789., '", max_size=60))
def test_any_run_of_digits_is_read_or_refused_without_fault(text: str) -> None:
    for number in numbers(text, "fr"):
        assert number.value >= 0
        assert number.step > 0


@given(st.lists(st.sampled_from([*SMALL, "cent", "mille", "million", "milliards", "et", "demi", "vingt"]), max_size=12))
def test_any_heap_of_number_words_is_read_or_refused_without_fault(words: list[str]) -> None:
    text = " ".join(words)
    found = numbers(text, "fr")
    assert all(one.last <= other.first for one, other in itertools.pairwise(found))


def test_candidates_hold_the_start_of_every_number() -> None:
    text = fold("Trois alliés, 29 pays, un quart")
    starts = set(candidates(text, 0, len(text), compile_numbers(language_of("fr"))))
    assert {0, 14} <= starts
    assert 0 not in set(candidates(text, 6, len(text), compile_numbers(language_of("fr"))))
