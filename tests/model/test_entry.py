from __future__ import annotations

import dataclasses

import pytest

from quotepart.model.entry import Quote, Record
from quotepart.model.span import Span


def test_an_entry_is_never_changed() -> None:
    quote = Quote(span=Span(0, 3), kind="direct")
    with pytest.raises(dataclasses.FrozenInstanceError):
        quote.kind = "mixed"  # type: ignore[misc]  # that it can't be is what is tested


def test_a_record_starts_empty() -> None:
    record = Record(document_id="a", sha256="", lang="fr")
    assert not (
        record.quotes or record.figures or record.pledges or record.meetings or record.topics or record.furniture
    )
