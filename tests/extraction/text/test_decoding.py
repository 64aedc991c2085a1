from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotepart.errors import DocumentError
from quotepart.extraction.text.decoding import decode, garbled_note

FRENCH = "Les alliés se réunissent à Klow, où Mme Sporsz présidera l'assemblée générale d'été. "


@given(st.text(min_size=1).filter(lambda text: text.strip() and "\0" not in text and text.isprintable()))
def test_utf8_is_decoded_exactly(text: str) -> None:
    assert decode(text.encode("utf-8"), "a.txt").text == text


def test_mark_and_line_ends_are_kept() -> None:
    raw = b"\xef\xbb\xbfun\r\ndeux\r\n"
    assert decode(raw, "a.txt") == decode(raw, "a.txt")
    assert decode(raw, "a.txt").text == "\ufeffun\r\ndeux\r\n"
    assert decode(raw, "a.txt").notes == ()


@pytest.mark.parametrize("encoding", ["cp1252", "iso8859_15", "utf-16", "utf-32"])
def test_another_encoding_is_found_and_said(encoding: str) -> None:
    found = decode((FRENCH * 5).encode(encoding), "a.txt")
    assert found.text.lstrip("\ufeff") == FRENCH * 5
    assert "not UTF-8" in found.notes[0]


def test_a_few_broken_bytes_are_replaced_one_by_one() -> None:
    found = decode((FRENCH * 40).encode() + b"\xff\xfe fin", "a.txt")
    assert found.text.startswith(FRENCH)
    assert found.text.endswith("\ufffd\ufffd fin")
    assert "2 broken" in found.notes[0]


@pytest.mark.parametrize(
    ("raw", "says"),
    [
        (b"", "empty"),
        (b" \n\t ", "empty"),
        (b"%PDF-1.7 ...", "PDF"),
        (b"PK\x03\x04zip", "ZIP"),
        (b"{\\rtf1\\ansi Klow}", "rich text"),
        (bytes(range(256)) * 4, "binary"),
        (b"a\0b" * 100, "binary"),
        (b"\xff\xfea", "says it is utf-16"),
    ],
)
def test_what_is_no_text_is_refused(raw: bytes, says: str) -> None:
    with pytest.raises(DocumentError, match=says) as caught:
        decode(raw, "a.txt")
    assert caught.value.where == "a.txt"
    assert caught.value.hint


@given(st.binary(max_size=300))
def test_any_bytes_are_read_or_refused(raw: bytes) -> None:
    try:
        assert decode(raw, "a").text
    except DocumentError as fault:
        assert fault.message


def test_letters_that_were_decoded_wrongly_are_noted() -> None:
    note = garbled_note("L’été à Klow".encode().decode("cp1252", "replace"))
    assert note is not None
    assert "“â€™” for “’”" in note


@pytest.mark.parametrize("text", [FRENCH * 3, "SÃO PAULO, SÃO LUÍS", "Â la bonne heure ! ÂGE LÉGAL", "un cafÃ© seul"])
def test_letters_of_any_language_are_none_of_these(text: str) -> None:
    assert garbled_note(text) is None
