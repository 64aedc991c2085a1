from __future__ import annotations

from quotepart.accounts.sources.find import find_layout_kinds


def test_every_module_that_exports_a_source_is_a_kind_of_layout() -> None:
    assert {name: kind.name for name, kind in find_layout_kinds().items()} == {
        name: name for name in ("aid_activities", "one_a_row", "years_across")
    }
