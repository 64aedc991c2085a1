from __future__ import annotations

from quotepart.checks.operations.find import find_operations, operation_for


def test_operations_are_found_by_their_files_the_most_special_first() -> None:
    found = find_operations()
    assert {"level", "change", "added", "count_members", "count_at_target", "share_of_total"} <= {
        each.id for each in found
    }
    assert [each.order for each in found] == sorted(each.order for each in found)
    assert len({each.id for each in found}) == len(found)
    assert found[-1].id == "level"


def test_a_claim_that_no_operation_fits_has_none(make, setting) -> None:
    assert operation_for(make("tanks", "4700", "count", metric="tanks", kind="count"), setting("2024-08-01")) is None
