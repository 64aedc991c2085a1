from __future__ import annotations

import inspect

import pytest

from quotepart import errors
from quotepart.errors import DocumentError, PactError, QuotepartError, StoreError, UsageError

KINDS = [each for _, each in inspect.getmembers(errors, inspect.isclass) if issubclass(each, QuotepartError)]


def test_an_error_says_what_where_and_what_to_do() -> None:
    error = DocumentError("the file is empty", where="a.txt", hint="give a file with text in it")
    assert str(error) == "a.txt: the file is empty\n  → give a file with text in it"
    assert error.as_problem() == {
        "type": "document",
        "title": "the file is empty",
        "where": "a.txt",
        "hint": "give a file with text in it",
    }


def test_where_and_hint_may_be_missing() -> None:
    assert str(QuotepartError("no")) == "no"


def test_all_faults_of_a_pact_stand_in_one_message() -> None:
    error = PactError.from_faults("league", ["a.csv, line 2: x", "b.toml, key y: z"])
    assert "2 faults" in str(error)
    assert "a.csv, line 2: x" in str(error)
    assert "b.toml, key y: z" in str(error)
    assert "1 fault in" in str(PactError.from_faults("league", ["x"]))


def test_exit_codes_tell_usage_data_and_storage_apart() -> None:
    assert (UsageError.exit_code, DocumentError.exit_code, StoreError.exit_code) == (2, 3, 4)


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.__name__)
def test_every_kind_has_a_code_of_its_own(kind: type[QuotepartError]) -> None:
    assert [other for other in KINDS if other.code == kind.code] == [kind]
    assert kind.exit_code in (2, 3, 4)
