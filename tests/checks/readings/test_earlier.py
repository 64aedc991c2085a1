from __future__ import annotations

from quotepart.checks.checker import Checker
from quotepart.model.dates import Period


def test_what_was_right_for_a_recent_year_is_out_of_date(checker: Checker, make) -> None:
    claim = make("spends", "1.45", "percent_of_gdp", step="0.01", who="DEU", on="2024-08-01")
    finding = checker.check(claim)
    assert finding.verdict == "out_of_date"
    assert "2021" in finding.basis or "2022" in finding.basis


def test_who_names_the_year_speaks_of_no_other(checker: Checker, make) -> None:
    period = Period("2024", "2024")
    claim = make("spent in 2024", "1.5", "percent_of_gdp", step="0.01", who="DEU", on="2024-08-01", period=period)
    assert checker.check(claim).verdict == "contradicted"


def test_a_value_of_long_ago_does_not_excuse(checker: Checker, make) -> None:
    claim = make("spends", "1.19", "percent_of_gdp", step="0.01", who="DEU", on="2024-08-01")
    assert checker.check(claim).verdict == "contradicted"
