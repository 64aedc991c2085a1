from __future__ import annotations

from quotepart.outlook.scenario import named


def test_a_name_falls_back_on_that_for_all_languages() -> None:
    names = {"": "Tankers", "fr": "Ravitailleurs"}
    assert (named(names, "fr"), named(names, "en")) == ("Ravitailleurs", "Tankers")
