from __future__ import annotations

import io
from email.message import EmailMessage

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotepart.errors import DocumentError
from quotepart.extraction.formats import mail
from quotepart.extraction.formats.format import Taken
from quotepart.model.document import Document


def read(raw: bytes) -> Taken:
    (taken,) = mail.read(io.BytesIO(raw), "a.eml")
    return taken


def message(text: str = "Mme Sporsz a dit « oui ».", **headers: str) -> EmailMessage:
    made = EmailMessage()
    made["Subject"] = "Déclaration de la Syldavie"
    made["Date"] = headers.get("date", "Thu, 11 Jul 2024 23:30:00 +0200")
    made.set_content(text)
    return made


def taken(made: EmailMessage) -> Document:
    document = read(made.as_bytes())
    assert isinstance(document, Document)
    return document


def test_words_subject_and_day() -> None:
    document = taken(message())
    assert (document.text.strip(), document.title) == ("Mme Sporsz a dit « oui ».", "Déclaration de la Syldavie")
    assert document.published is not None
    assert document.published.date == "2024-07-11"  # where it was sent, not elsewhere


def test_html_is_read_where_there_is_no_plain_text() -> None:
    made = message()
    made.set_content("<p>Mme Sporsz&nbsp;: «&nbsp;oui&nbsp;».</p><footer>Se désabonner</footer>", subtype="html")
    document = taken(made)
    assert document.text.split("\n\n") == ["Mme Sporsz\xa0: «\xa0oui\xa0».", "Se désabonner"]
    assert [span.cut(document.text) for span in document.apart] == ["Se désabonner"]


def test_attachments_are_named_and_not_opened() -> None:
    made = message()
    made.add_attachment(b"%PDF", maintype="application", subtype="pdf", filename="discours.pdf")
    assert taken(made).notes[-1] == "attachments not read: discours.pdf"


@pytest.mark.parametrize("day", ["", "jeudi", "Thu, 99 Jul 2024 10:00:00 +0200"])
def test_a_date_that_is_none_is_left_out(day: str) -> None:
    raw = message().as_bytes().replace(b"Thu, 11 Jul 2024 23:30:00 +0200", day.encode())
    document = read(raw)
    assert isinstance(document, Document)
    assert document.published is None


def test_a_message_without_words_is_an_error() -> None:
    assert isinstance(read(message(" ").as_bytes()), DocumentError)
    assert isinstance(read(b""), DocumentError)


@given(st.binary(max_size=400))
def test_any_bytes_are_a_document_or_an_error(raw: bytes) -> None:
    header = b"Content-Type: multipart/mixed; boundary=a\r\n\r\n"
    assert all(isinstance(read(each), Document | DocumentError) for each in (raw, header + raw))
