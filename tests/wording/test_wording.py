import re
from datetime import date
from decimal import Decimal
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotepart.errors import LanguageError
from quotepart.wording.wording import Wording, find_wording, flatten, languages, places_in

NBSP, NARROW = "\u00a0", "\u202f"
ENGLISH, FRENCH = find_wording("en"), find_wording("fr")


def forms(wording: Wording) -> dict[str, frozenset[str]]:
    return {key: places_in(template) for key, template in wording.phrases.items()}


def test_every_language_has_the_same_phrases_with_the_same_places():
    for first, second in pairwise(languages()):
        ours, theirs = forms(find_wording(first)), forms(find_wording(second))
        assert ours.keys() ^ theirs.keys() == set(), "these phrases are in one file only"
        differing = {key: (places, theirs[key]) for key, places in ours.items() if places != theirs[key]}
        assert differing == {}, "these phrases leave different places open"


def test_every_language_has_the_same_rules():
    assert {frozenset(find_wording(lang).rules) for lang in languages()} == {frozenset(ENGLISH.rules)}
    assert all(len(find_wording(lang).rules["months"]) == 12 for lang in languages())


@pytest.mark.parametrize(
    ("value", "unit", "english", "french"),
    [
        ("41.7e9", "USD", "$41.7 billion", f"41,7{NBSP}milliards de dollars"),
        ("42.04e9", "USD", "$42 billion", f"42{NBSP}milliards de dollars"),
        ("595.4e9", "EUR", "€595 billion", f"595{NBSP}milliards d’euros"),
        ("1.52e12", "USD", "$1.52 trillion", f"1{NARROW}520{NBSP}milliards de dollars"),
        ("999.96e6", "USD", "$1 billion", f"1{NBSP}milliard de dollars"),
        ("1.5e6", "GBP", "£1.5 million", f"1,5{NBSP}million de livres sterling"),
        ("-3e9", "USD", "−$3 billion", f"−3{NBSP}milliards de dollars"),
        ("2105", "USD", "$2,105", f"2{NARROW}105{NBSP}dollars"),
        ("7e9", "NOK", "7 billion NOK", f"7{NBSP}milliards de NOK"),
        ("2", "percent", "2%", f"2{NARROW}%"),
        ("1.98", "percent_of_gdp", "1.98% of GDP", f"1,98{NARROW}% du PIB"),
        ("0.5", "points", "0.5 percentage points", f"0,5{NBSP}point de pourcentage"),
        ("29", "count", "29", "29"),
        ("34000", "count", "34,000", f"34{NARROW}000"),
    ],
)
def test_amounts(value, unit, english, french):
    assert ENGLISH.amount(Decimal(value), unit) == english
    assert FRENCH.amount(Decimal(value), unit) == french


@pytest.mark.parametrize(
    ("day", "english", "french"),
    [
        (date(2018, 7, 12), "12 July 2018", "12 juillet 2018"),
        ("2018-07-01", "1 July 2018", "1er juillet 2018"),
        ("2018-07", "July 2018", "juillet 2018"),
        ("2018", "2018", "2018"),
        ("2018-07-11/2018-07-12", "11–12 July 2018", "11–12 juillet 2018"),
        ("2018-06-30/2018-07-02", "30 June – 2 July 2018", "30 juin – 2 juillet 2018"),
        ("2018-12-30/2019-01-02", "30 December 2018 – 2 January 2019", "30 décembre 2018 – 2 janvier 2019"),
        ("2018-07-11/2018-07-11", "11 July 2018", "11 juillet 2018"),
    ],
)
def test_dates(day, english, french):
    assert (ENGLISH.date(day), FRENCH.date(day)) == (english, french)


def test_periods():
    assert ENGLISH.period("2017", "2018") == "2017–2018"
    assert ENGLISH.period("2017", "2017") == "2017"
    assert FRENCH.period("2017", None) == "depuis 2017"
    assert ENGLISH.period(None, None) == ""


def test_say_writes_values_in_the_language():
    french = Wording(lang="fr", phrases={"a": "le {day} : {number}"}, rules=FRENCH.rules)
    assert french.say("a", day=date(2018, 7, 12), number=Decimal("41.7")) == "le 12 juillet 2018 : 41,7"


def test_count_chooses_the_form():
    phrases = {"a.one": "{count} figure", "a.other": "{count} figures"}
    english = Wording(lang="en", phrases=phrases, rules=ENGLISH.rules)
    french = Wording(lang="fr", phrases=phrases, rules=FRENCH.rules)
    assert [english.say("a", count=n) for n in (0, 1, 2)] == ["0 figures", "1 figure", "2 figures"]
    assert [french.say("a", count=n) for n in (0, 1, 2)] == ["0 figure", "1 figure", "2 figures"]
    assert english.has("a") and not english.has("b")
    assert english.say_or("b", "nothing") == "nothing"


def test_unknown_key_language_or_place_says_what_is_wrong():
    with pytest.raises(LanguageError, match=r"en\.toml: there is no wording for “no\.such”"):
        ENGLISH.say("no.such")
    with pytest.raises(LanguageError, match="choose one of: en, fr"):
        find_wording("tlh")
    with pytest.raises(LanguageError, match="needs a value for 'date'"):
        ENGLISH.say("interval.since")


def test_a_leaf_that_is_no_text_is_refused():
    with pytest.raises(TypeError, match=r"a\.b must be text"):
        flatten({"a": {"b": 3}})


@pytest.mark.parametrize(
    ("low", "high", "unit", "english", "french"),
    [
        ("40.9e9", "42.5e9", "USD", "$40.9–42.5 billion", f"40,9–42,5{NBSP}milliards de dollars"),
        ("900e6", "1.2e9", "USD", "$0.9–1.2 billion", f"0,9–1,2{NBSP}milliard de dollars"),
        ("1.5", "2", "percent", "1.5–2%", f"1,5–2{NARROW}%"),
        ("2", "2", "percent", "2%", f"2{NARROW}%"),
        ("-1", "2", "percent", "−1% to 2%", f"−1{NARROW}% à 2{NARROW}%"),
        (None, "2", "percent", "at most 2%", f"au plus 2{NARROW}%"),
        ("2", None, "percent", "at least 2%", f"au moins 2{NARROW}%"),
        (None, None, "percent", "", ""),
    ],
)
def test_intervals(low, high, unit, english, french):
    ends = [None if end is None else Decimal(end) for end in (low, high)]
    assert (ENGLISH.span_of(*ends, unit), FRENCH.span_of(*ends, unit)) == (english, french)


@pytest.mark.parametrize(
    ("value", "unit", "english"),
    [
        ("262912000000", "USD", "$262.912 billion"),
        ("42.0e9", "USD", "$42 billion"),
        ("41696400123", "USD", "$41.696 billion"),
        ("1.46", "percent_of_gdp", "1.46% of GDP"),
        ("1.50", "percent", "1.5%"),
        ("23", "count", "23"),
    ],
)
def test_values_as_printed_keep_their_digits(value, unit, english):
    assert ENGLISH.as_printed(Decimal(value), unit) == english


def test_french_typography():
    for key, phrase in FRENCH.phrases.items():
        assert not re.search(r" [:;?!»%]|« |[^ \u00a0\u202f(][:;?!»](?!\w)", re.sub(r"\{\w*\}", "x", phrase)), key


def test_no_straight_apostrophes_or_quotation_marks():
    for lang in languages():
        assert [key for key, phrase in find_wording(lang).phrases.items() if re.search("['\"]", phrase)] == []


def test_listing():
    assert ENGLISH.listing([]) == ""
    assert ENGLISH.listing(["A"]) == "A"
    assert FRENCH.listing(["A", "B", "C"]) == "A, B et C"


@given(st.decimals(min_value=-(10**15), max_value=10**15, places=2), st.sampled_from(languages()))
def test_a_printed_number_reads_again_as_itself(value, lang):
    wording = find_wording(lang)
    printed = wording.number(value).replace(wording.rules["thousands"], "").replace(wording.rules["decimal"], ".")
    assert Decimal(printed.replace("−", "-")) == value


@given(st.decimals(min_value=1, max_value=10**15, places=2), st.sampled_from(languages()))
def test_printed_money_is_within_half_a_percent(value, lang):
    wording = find_wording(lang)
    head = wording.money(value, "XXX").split(NBSP)[0].split(" ")[0]
    mantissa = Decimal(head.replace(wording.rules["thousands"], "").replace(wording.rules["decimal"], "."))
    errors = [abs(mantissa * Decimal(scale) - value) / value for scale in ("1", "1e6", "1e9", "1e12")]
    assert min(errors) <= Decimal("0.006")
