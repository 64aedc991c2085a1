from __future__ import annotations

import pytest

from quotepart.checks.findings.flags import _FLAGS
from quotepart.checks.readings.judge import Judge, Judged
from quotepart.checks.readings.readings import Query
from quotepart.model.finding import Result
from quotepart.wording.wording import find_wording


@pytest.mark.parametrize(
    ("text", "day", "flag"),
    [
        ("Since 2014, European Allies and Canada have added more than 700 billion dollars to defence.", "2025-04-03", "rebased"),
        ("Since 2014, European Allies and Canada have added more than 700 billion dollars to defence.", "2025-04-03",
         "start_year_sensitive"),
        ("Defence spending by European allies and Canada rose by 18 percent this year.", "2024-06-20", "newcomers_in_growth"),
        ("Defence spending by European allies and Canada rose by 18 percent this year.", "2024-06-20", "estimate"),
        ("Defence spending by European allies and Canada rose by 18 percent because of us.", "2024-06-20", "cause_not_checked"),
        ("European Allies spent 440 billion euros on defence in 2024.", "2025-03-01", "currency"),
        ("The United States spends more than 400 billion dollars on defence.", "2024-08-01", "understated"),
        ("23 Allies meet the 2% target.", "2024-08-01", "revised_since"),
        ("NATO spends 2.71 percent of its GDP on defence.", "2024-08-01", "with_or_without_usa"),
        ("European Allies and Canada have added about 460 billion dollars since 2014.", "2024-08-01", "cash_baseline"),
        ("European Allies and Canada have added more than 640 billion dollars a year since 2014.", "2024-08-01",
         "cumulative_as_annual"),
    ],
)  # fmt: skip
def test_a_flag_stands_where_its_reason_is(text: str, day: str, flag: str, judge) -> None:
    assert flag in judge(text, day).flags


def test_words_that_say_real_leave_no_question_of_prices(judge) -> None:
    text = "Defence spending by European allies and Canada rose by 17.9 percent in real terms this year."
    assert "real_or_nominal" not in judge(text, "2024-06-20").flags


@pytest.mark.parametrize("lang", ["en", "fr"])
@pytest.mark.parametrize("flag", _FLAGS)
def test_every_flag_is_explained(flag: str, lang: str) -> None:
    wording = find_wording(lang)
    assert wording.has(f"flags.{flag}.label") and wording.has(f"flags.{flag}.text")


@pytest.mark.parametrize(("second", "disagree"), [("miss", True), ("match", False), ("no_data", False)])
def test_a_second_series_that_says_otherwise_is_flagged(
    second: Result, disagree: bool, judge, monkeypatch: pytest.MonkeyPatch  # type: ignore[no-untyped-def]
) -> None:  # fmt: skip
    def made_up(_: Judge, query: Query, __: object, *, later: bool) -> tuple[Judged, ...]:
        return (Judged(query=query, result=second, compared=second),)

    monkeypatch.setattr(Judge, "cross_checks", made_up)
    found = judge("Germany spends 2.12 percent of its GDP on defence.", "2024-08-01")
    assert found.verdict == "supported" and ("sources_disagree" in found.flags) is disagree
