from __future__ import annotations

from quotepart.extraction.formats.find import find_formats


def test_every_module_with_a_format_is_found() -> None:
    found = find_formats()
    assert {found[ending].name for ending in (".txt", ".html", ".jsonl")} == {"plain text", "web page", "JSON Lines"}


def test_endings_are_in_lower_case_with_a_dot() -> None:
    assert all(ending.startswith(".") and ending == ending.lower() for ending in find_formats())
