from __future__ import annotations

import io

from hypothesis import given
from hypothesis import strategies as st

from quotepart.errors import DocumentError
from quotepart.extraction.formats.format import hash_of
from quotepart.extraction.formats.plain import FORMAT, read
from quotepart.model.document import Document


@given(st.text(min_size=1).filter(lambda text: text.strip() and text.isprintable()))
def test_the_text_is_the_decoded_file(text: str) -> None:
    raw = text.encode("utf-8")
    (document,) = read(io.BytesIO(raw), "a.txt")
    assert isinstance(document, Document)
    assert (document.id, document.text, document.sha256) == ("a.txt", text, hash_of(raw))
    assert not document.places


def test_an_empty_file_is_an_error_not_an_exception() -> None:
    (fault,) = read(io.BytesIO(b""), "a.txt")
    assert isinstance(fault, DocumentError)


def test_its_endings() -> None:
    assert ".txt" in FORMAT.endings
    assert ".md" in FORMAT.endings
