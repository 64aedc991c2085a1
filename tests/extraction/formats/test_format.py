from __future__ import annotations

import io

import pytest

from quotepart.errors import DocumentError
from quotepart.extraction.formats import format as under_test


def test_a_file_within_the_limit_is_read_whole(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(under_test, "LIMIT", 10)
    assert under_test.read_within_limit(io.BytesIO(b"0123456789"), "a") == b"0123456789"


def test_a_file_over_the_limit_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(under_test, "LIMIT", 10)
    with pytest.raises(DocumentError, match="larger than"):
        under_test.read_within_limit(io.BytesIO(b"0123456789a"), "a")


def test_the_hash_is_sha256_in_hexadecimal() -> None:
    assert under_test.hash_of(b"") == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
