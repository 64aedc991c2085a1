from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from quotepart.extraction.dates.announced import find_repeated

MakeReady = Callable[..., Any]


def days(ready: MakeReady, text: str, lang: str) -> list[list[str]]:
    made = ready(text, lang)
    found = find_repeated(made.prepared, made.grammars.dates.evidence.announcements)
    return [sorted(str(each.announced_on) for each in repeated.announcements) for repeated in found]


@pytest.mark.parametrize(
    ("lang", "text"),
    [("fr", "41 milliards de dollars de plus"), ("en", "$41 billion more"), ("en", "41bn dollars more")],
)
def test_an_announced_sum_is_known_again(ready: MakeReady, lang: str, text: str) -> None:
    assert "2018-07-12" in days(ready, text, lang)[0]


def test_a_percentage_with_its_decimals_is_known_again(ready: MakeReady) -> None:
    assert days(ready, "une hausse de 3,8 %", "fr")[0][0] == "2017-02-14"


def test_round_percentages_and_counts_are_too_common(ready: MakeReady) -> None:
    assert days(ready, "une hausse de 4 % dans 9 pays, soit 3 milliards", "fr") == []
