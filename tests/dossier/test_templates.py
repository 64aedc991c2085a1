"""The page as a reader meets it, in a browser: no request, no sideways scrolling, keyboard, print, hostile text."""

from dataclasses import replace

import pytest

from quotepart.dossier.safe import shown
from quotepart.model.document import Document
from quotepart.model.entry import Quote, Record, Speaker
from quotepart.model.span import Span

pytestmark = pytest.mark.browser
SCROLLS = "document.documentElement.scrollWidth > document.documentElement.clientWidth"
SIZES = [(390, "fr"), (390, "en"), (320, "fr"), (768, "fr"), (1440, "fr")]


def test_no_request_leaves_the_file(sample, open_page):
    page = open_page(sample.dossier())
    assert page.requested == [page.url]


def test_the_style_is_let_through_by_its_own_policy(sample, open_page):
    page = open_page(sample.dossier())
    assert page.evaluate("getComputedStyle(document.querySelector('.finding')).borderTopWidth") == "4px"


@pytest.mark.parametrize(("width", "language"), SIZES)
def test_nothing_makes_the_page_scroll_sideways(sample, open_page, width, language):
    page = open_page(sample.dossier(unread=[("x" * 300, "y" * 300)]), language=language, width=width)
    page.evaluate("document.querySelectorAll('details').forEach(each => each.open = true)")
    assert not page.evaluate(SCROLLS)


def test_the_text_in_the_page_is_the_text_of_the_document(sample, open_page):
    page = open_page(sample.dossier())
    texts = page.evaluate("[...document.querySelectorAll('.text')].map(each => each.textContent)")
    assert texts == [shown(checked.document.text) for checked in sample.dossier().checked]


def test_the_keyboard_skips_to_the_content_and_opens_the_working(sample, open_page):
    page = open_page(sample.dossier())
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    assert page.evaluate("document.activeElement.getBoundingClientRect().top >= 0")
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "main"
    page.focus(".working > summary")
    page.keyboard.press("Tab")
    page.keyboard.press("Shift+Tab")
    assert page.evaluate("getComputedStyle(document.activeElement).outlineStyle") == "solid"
    page.keyboard.press("Enter")
    assert page.evaluate("document.querySelector('.working').open")
    assert page.is_visible(".working .readings")


def test_a_figure_leads_to_its_finding_and_back(sample, open_page):
    page = open_page(sample.dossier())
    page.click("a.figure.v-supported")
    assert page.evaluate("location.hash") == "#d1-f1"
    assert page.evaluate("document.querySelector('#d1-f1').getBoundingClientRect().top < innerHeight")
    page.click("#d1-f1 .back")
    assert page.evaluate("document.querySelector(location.hash).className").startswith("figure")
    assert page.evaluate(
        "{const box = document.querySelector(location.hash).getBoundingClientRect(); box.top >= 0 && box.bottom <= innerHeight}"
    )


def test_the_text_stays_beside_its_findings_on_a_wide_screen(sample, open_page):
    page = open_page(sample.dossier())
    page.evaluate("document.querySelector('#d1-f3').scrollIntoView()")
    assert page.evaluate(
        "{const box = document.querySelector('#d1 .source').getBoundingClientRect(); box.bottom > 0 && box.top < innerHeight}"
    )


def test_print_shows_the_basis_the_readings_and_no_links_back(sample, open_page):
    page = open_page(sample.dossier())
    page.emulate_media(media="print")
    assert all(each.is_visible() for each in page.query_selector_all(".basis"))
    assert not any(each.is_visible() for each in page.query_selector_all(".back, .skip"))
    assert page.evaluate("getComputedStyle(document.querySelector('.source')).position") == "static"
    assert page.evaluate("document.querySelector('.readings').getBoundingClientRect().height > 0")
    assert len(page.pdf(format="A4")) > 10_000


def test_a_screen_reader_finds_landmarks_names_and_verdicts(sample, open_page):
    page = open_page(sample.dossier())
    tree = page.locator("body").aria_snapshot()
    for expected in (
        "- banner", "- main", "- contentinfo", "- navigation \"Les articles\"", "- region \"Texte de",
        "link \"41 milliards de dollars : Confirmé, voir le résultat\"", "group \"Citation, Mme Sporsz, discours direct\"",
        "- article \"Confirmé 41 milliards de dollars\"", "- heading \"41 milliards de dollars\" [level=4]",
        "img \"Dépenses de défense",
    ):  # fmt: skip
        assert expected in tree.replace("\u00a0", " ").replace("\u202f", " "), expected


def test_both_themes_are_used(sample, open_page):
    grounds = {
        theme: open_page(sample.dossier(), color_scheme=theme).evaluate(
            "getComputedStyle(document.body).backgroundColor"
        )
        for theme in ("light", "dark")
    }
    assert len(set(grounds.values())) == 2


def test_a_hostile_document_neither_runs_nor_breaks_the_page(sample, open_page):
    text = (
        "<script>document.title='gone'</script>\n<a href=javascript:alert(1)>x</a>\u202e41\u202c\n"
        + "x" * 3000
        + "\n"
        + "<p>" * 300
    )
    speaker = Speaker(name='"><img src=x onerror="document.title=1">' + "y" * 400)
    record = Record(
        document_id="evil", sha256="", lang="en", title="<title>" + "z" * 300,
        quotes=tuple(Quote(span=each, kind="direct", speaker=speaker) for each in (Span(0, 40), Span(90, 500))),
    )  # fmt: skip
    checked = replace(
        sample.french_checked(),
        document=Document(id="evil", text=text, sha256=""),
        record=record,
        findings=(),
        series={},
    )
    dialogs = []
    page = open_page(sample.dossier(documents=[checked, sample.english_checked()]), width=390)
    page.on("dialog", lambda dialog: dialogs.append(dialog))
    assert page.title() == "2 articles vérifiés – Quotepart" and dialogs == []
    assert page.requested == [page.url] and not page.evaluate(SCROLLS)
    assert page.evaluate("document.querySelector('.text').textContent") == shown(text)
    assert page.evaluate("document.querySelectorAll('script, img, #d1 .text a:not(.who)').length") == 0
