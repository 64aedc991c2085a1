from __future__ import annotations

import pytest

from quotepart.extraction.names.headlines import is_headline


@pytest.mark.parametrize(
    ("line", "is_one"),
    [
        ("Klow Ministers Agree To Double The Fleet", True),
        ("FLEET DOUBLED", True),
        ("The ministers of Klow agree to double the fleet", False),
        ("Klow Ministers Agree To Double The Fleet.", False),
    ],
)
def test_a_headline_writes_its_words_with_capitals(line: str, is_one: bool) -> None:
    assert is_headline(line) == is_one
