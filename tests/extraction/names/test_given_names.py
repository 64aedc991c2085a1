from __future__ import annotations

import pytest

from quotepart.extraction.names.given_names import gender_of, given_names


@pytest.mark.parametrize(
    ("name", "gender"), [("Irena", "female"), ("Jan", "male"), ("J.", None), ("Zorva", "female"), ("Xyr", None)]
)
def test_a_given_name_tells_a_gender_by_list_or_by_its_ending(name: str, gender: str | None) -> None:
    assert gender_of(name) == gender


def test_no_name_is_listed_for_both() -> None:
    assert set(given_names().values()) == {"male", "female"}
    assert given_names()["petra"] == "female"
    assert given_names()["ivan"] == "male"
    assert "kim" not in given_names()
