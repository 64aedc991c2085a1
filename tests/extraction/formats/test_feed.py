from __future__ import annotations

import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotepart.errors import DocumentError
from quotepart.extraction.formats import feed
from quotepart.extraction.formats.format import Taken
from quotepart.model.document import Document

RSS = """<?xml version="1.0" encoding="utf-8"?><rss version="2.0"><channel><title>Le Courrier</title><language>fr-fr</language>
<item><title>Un sommet à Klow</title><guid>https://courrier.example/1</guid><pubDate>Thu, 11 Jul 2024 10:00:00 GMT</pubDate>
<description>&lt;p&gt;Mme Sporsz a dit «&amp;nbsp;oui&amp;nbsp;».&lt;/p&gt;&lt;p&gt;Fin.&lt;/p&gt;</description></item>
<item><title>Second</title><pubDate>hier</pubDate></item><item><guid>vide</guid></item></channel></rss>"""
ATOM = """<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en"><title>Gazette</title><entry><id>urn:a</id>
<title>Ms Sporsz speaks</title><updated>2024-07-11T10:00:00Z</updated>
<content type="html">&lt;p&gt;"Yes," she said.&lt;/p&gt;</content></entry></feed>"""


def read(source: str) -> list[Taken]:
    return list(feed.read(io.BytesIO(source.encode()), "a.xml"))


def documents(source: str) -> list[Document]:
    return [each for each in read(source) if isinstance(each, Document)]


def test_an_entry_is_a_document() -> None:
    first, second = documents(RSS)
    assert first.text.split("\n\n") == ["Un sommet à Klow", "Mme Sporsz a dit «\xa0oui\xa0».", "Fin."]
    assert (first.id, first.title, first.lang) == ("https://courrier.example/1", "Un sommet à Klow", "fr")
    assert first.published is not None
    assert first.published.date == "2024-07-11"
    assert (second.text, second.id, second.published) == ("Second", "a.xml:2", None)


def test_an_entry_without_words_is_an_error_at_its_place() -> None:
    (fault,) = [each for each in read(RSS) if isinstance(each, DocumentError)]
    assert fault.where == "a.xml:3"


def test_atom_too() -> None:
    (document,) = documents(ATOM)
    assert document.text == 'Ms Sporsz speaks\n\n"Yes," she said.'
    assert document.published is not None
    assert document.published.date == "2024-07-11"


@pytest.mark.parametrize("source", ["", "<rss/>", "https://courrier.example/rss", "<html><p>a</p></html>"])
def test_what_is_no_feed_is_an_error(source: str) -> None:
    (fault,) = read(source)
    assert isinstance(fault, DocumentError)


def test_entities_that_multiply_stay_small() -> None:
    bomb = '<!DOCTYPE a [<!ENTITY a "aaaaaaaaaa">' + "".join(
        f'<!ENTITY {after} "{f"&{before};" * 10}">' for before, after in zip("abcdefghi", "bcdefghij", strict=True)
    )
    read(bomb + "]><rss><channel><item><title>&j;</title></item></channel></rss>")


@given(st.text(max_size=200))
def test_any_text_within_a_feed_is_documents_or_errors(text: str) -> None:
    source = RSS.replace("Second", text.encode("utf-8", "replace").decode())
    assert all(isinstance(each, Document | DocumentError) for each in read(source))
