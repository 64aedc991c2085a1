from __future__ import annotations

import io
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotepart.errors import DocumentError
from quotepart.extraction.formats import html
from quotepart.model.document import Document
from quotepart.model.span import Span

PAGE = """<!doctype html><html><head><title>Le Courrier</title>
<meta property="og:title" content="Un sommet à Klow"><meta property="article:published_time" content="2024-07-11T10:00:00Z">
<script>var a = "<p>non</p>";</script></head><body>
<nav><ul><li><a href="/">Accueil</a></li></ul></nav>
<article><h1>Un sommet &agrave; Klow</h1><p>Les <b>alliés</b>
 ont dit &laquo;&nbsp;oui&nbsp;&raquo;.</p><figure><figcaption>La salle</figcaption></figure>
<div class="related-articles">Autre titre</div><p>Fin.</p></article><footer>© 2024</footer></body></html>"""


def read(page: str) -> Document:
    (document,) = html.read(io.BytesIO(page.encode()), "a.html")
    assert isinstance(document, Document)
    return document


def test_the_text_is_what_a_reader_sees() -> None:
    expected = [
        "Accueil",
        "Un sommet à Klow",
        "Les alliés ont dit «\xa0oui\xa0».",
        "La salle",
        "Autre titre",
        "Fin.",
        "© 2024",
    ]
    assert read(PAGE).text.split("\n\n") == expected


def test_what_the_markup_sets_apart() -> None:
    document = read(PAGE)
    apart = [span.cut(document.text) for span in document.apart]
    assert apart == ["Accueil", "La salle\n\nAutre titre", "© 2024"]


def test_metadata_give_title_and_day() -> None:
    document = read(PAGE)
    assert document.title == "Un sommet à Klow"
    assert document.published is not None
    assert (document.published.date, document.published.how) == ("2024-07-11", "stated")


def test_the_day_may_stand_in_linked_data() -> None:
    document = read('<script type="application/ld+json">{"datePublished": "2019-12-04T09:00"}</script><p>Texte.</p>')
    assert document.published is not None
    assert document.published.date == "2019-12-04"


def test_a_place_in_the_text_is_a_place_in_the_file() -> None:
    document = read(PAGE)
    for word in ("alliés", "oui", "Fin", "La salle"):
        start = document.text.index(word)
        assert document.in_file(Span(start, start + len(word))).cut(PAGE) == word


def test_a_page_without_text_is_an_error() -> None:
    (fault,) = html.read(io.BytesIO(b"<html><script>x</script></html>"), "a.html")
    assert isinstance(fault, DocumentError)


@given(st.text(alphabet="<>!-/pdivnavscript\"'= \n&;é", min_size=1, max_size=200))
def test_any_markup_yields_a_stable_text_or_an_error(page: str) -> None:
    first, second = (list(html.read(io.BytesIO(page.encode()), "a.html")) for _ in range(2))
    if isinstance(first[0], Document):
        assert first == second
        assert all(span.end <= len(first[0].text) for span in first[0].apart)
    else:
        assert isinstance(first[0], DocumentError)


@pytest.mark.parametrize(
    "part", ["<", "<div>", "</nav>", "<div></p></span></a>", "<meta aaaaaaa", "&amp", "<nav>x", "x <b>"]
)
def test_hostile_pages_take_linear_time(part: str) -> None:
    def seconds(count: int) -> float:
        raw = (part * count).encode()
        start = time.process_time()
        list(html.read(io.BytesIO(raw), "a.html"))
        return time.process_time() - start

    once = max(seconds(10_000), 0.02)
    assert seconds(40_000) < 12 * once


@pytest.mark.parametrize(
    ("head", "date"),
    [
        ('<meta name="DC.date.issued" content="20180712">', "2018-07-12"),
        ('<meta name="parsely-pub-date" content="2018/07/12 10:00">', "2018-07-12"),
        ('<meta name="pubdate" content="Thu, 12 Jul 2018 10:00:00 GMT">', "2018-07-12"),
        ('<meta name="citation_publication_date" content="2018/07">', "2018-07"),
        ('<time class="entry-date published" datetime="2018-07-12T10:00">jeudi</time>', "2018-07-12"),
        ('<span itemprop="datePublished" content="2018-07-12">jeudi</span>', "2018-07-12"),
        ('<script type="application/ld+json">{"datePublished": "2018-07"}</script>', "2018-07"),
    ],
)
def test_the_ways_a_page_tells_its_day(head: str, date: str) -> None:
    published = read(f"{head}<p>Les alliés parlent de leurs dépenses.</p>").published
    assert published is not None
    assert (published.date, published.how) == (date, "stated")


@pytest.mark.parametrize(
    "head",
    [
        '<meta property="article:modified_time" content="2018-07-12">',
        '<meta name="date" content="hier">',
        '<meta name="date" content="2018-13-45">',
        '<meta name="date" content="0">',
        '<time datetime="2018-07-12">le sommet de 2018</time>',
        '<meta name="copyright" content="2018">',
    ],
)
def test_other_days_are_not_the_pages(head: str) -> None:
    assert read(f"{head}<p>Les alliés parlent de leurs dépenses.</p>").published is None


def test_a_title_that_is_never_closed_hides_nothing() -> None:
    document = read("<head><title>Klow<body><p>Les alliés parlent &eacute;t&eacute; comme hiver &bogus;.")
    assert document.text == "Les alliés parlent été comme hiver &bogus;."
    assert document.title == "Klow"
