from __future__ import annotations

from datetime import date

import pytest

from quotepart.checks.claims.told_time import Told, agrees, begun, lasted, overlaps, time_told
from quotepart.model.dates import Period


@pytest.mark.parametrize(
    ("lang", "sentence", "told"),
    [
        ("en", "Syldavia joined on 9 July 2024.", Told(Period("2024-07-09", "2024-07-09"))),
        ("en", "Syldavia joined in July 2024.", Told(Period("2024-07", "2024-07"))),
        ("en", "The 2023 summit was held on 11 and 12 July.", Told(Period("2023-07-11", "2023-07-12"))),
        ("en", "She was in office from 2009 to 2014.", Told(Period("2009", "2014"), is_term=True)),
        ("en", "In 2009, and again in 2014, she was there.", Told(Period("2009", "2014"))),
        ("en", "The summit was held in July.", Told(None)),
        ("fr", "Le sommet s'est tenu du 9 au 11 juillet 2024.", Told(Period("2024-07-09", "2024-07-11"))),
        ("fr", "Elle fut en fonction de 2009 à 2014.", Told(Period("2009", "2014"), is_term=True)),
        ("fr", "Elle est membre depuis mars 2004.", Told(Period("2004-03", "2004-03"))),
        ("fr", "Elle est membre.", Told(None)),
    ],
)
def test_a_time_is_told_as_finely_as_the_words_do(lang: str, sentence: str, told: Told) -> None:
    assert time_told(sentence, lang) == told


FIRST, LAST = date(2024, 7, 9), date(2024, 7, 11)


@pytest.mark.parametrize(
    ("start", "end", "is_so"),
    [
        ("2024-07-10", "2024-07-10", True),
        ("2024-07", "2024-07", True),
        ("2024-07-09", "2024-07-11", True),
        ("2024-07-08", "2024-07-11", None),
        ("2024-07-13", "2024-07-13", None),
        ("2024-07-04", "2024-07-04", False),
        ("2024-07-04", "2024-07-06", False),
        ("2024-06", "2024-06", False),
    ],
)
def test_days_agree_or_not_and_days_beside_are_left_open(start: str, end: str, is_so: bool | None) -> None:
    assert agrees(Period(start, end), FIRST, LAST) is is_so


@pytest.mark.parametrize(
    ("start", "is_so"),
    [("2024", True), ("2024-07", True), ("2024-07-04", None), ("2024-03-09", False), ("2023", False)],
)
def test_what_began_began_then_or_not(start: str, is_so: bool | None) -> None:
    assert begun(Period(start, start), FIRST) is is_so


def test_a_term_is_the_whole_one_or_a_part_of_it_or_another() -> None:
    first, last = date(2014, 10, 1), date(2024, 9, 30)
    assert lasted(Period("2014", "2024"), first, last) is True
    assert lasted(Period("2015", "2020"), first, last) is None
    assert lasted(Period("2009", "2024"), first, last) is False


def test_a_time_overlaps_by_as_much_as_is_known_of_it() -> None:
    first, last = date(2014, 10, 1), date(2024, 9, 30)
    assert overlaps(Period("2014", "2014"), first, last)
    assert overlaps(Period("2024-09", "2024-09"), first, last)
    assert not overlaps(Period("2014-09", "2014-09"), first, last)
