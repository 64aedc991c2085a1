from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pypdfium2
import pytest

from dossier.briefs import brief, told
from quotepart.dossier.brief.brief import Brief
from quotepart.dossier.brief.page import MOST_SAID, build_brief_page, nothing_said, page_of

DOCUMENTS = ("erreurs-2024.txt", "london-2019.txt", "brussels-2024.txt", "figures-2026.txt")


def crowded() -> Brief:
    """A brief with more quotations, all long, than the page has room for."""
    found = brief("DEU", documents=DOCUMENTS)
    finding = found.findings[0]
    long = replace(finding, finding=replace(finding.finding, basis="word " * 200, claim="2.69% of the GDP " * 3))
    return replace(found, findings=(long,) * 9)


@pytest.mark.parametrize("lang", ["en", "fr"])
@pytest.mark.parametrize("member", ["FRA", "ISL", "USA"])
def test_the_page_asks_for_nothing_else(member: str, lang: str) -> None:
    page = build_brief_page(told(brief(member), lang))
    assert f'<html lang="{lang}">' in page and "<script" not in page
    assert not re.search(r'(?:src|href)="(?!#)', page)
    ids = re.findall(r' id="([^"]+)"', page)
    assert len(ids) == len(set(ids))


def test_what_strangers_wrote_is_escaped() -> None:
    found = brief(documents=("erreurs-2024.txt",))
    (about,) = found.findings
    evil = replace(about, finding=replace(about.finding, claim="<script>alert(1)</script>", basis='"><img src=x>'))
    page = build_brief_page(told(replace(found, findings=(evil,))))
    assert "<script>" not in page and "<img" not in page


def test_what_asks_the_same_and_stands_the_same_is_shown_once() -> None:
    titles = [each.title for each in page_of(told()).promises.shown]
    assert len(titles) == len(set(titles))
    two = next(each for each in page_of(told()).promises.shown if each.title.endswith("at least 2% by 2024"))
    assert two.terms == "5 September 2014 · an aim · 11 July 2018 · a commitment"
    assert two.words.startswith("Allies below 2 % halt the decline"), "the first wording stands beside the state"


def test_a_page_without_documents_says_how_to_give_them() -> None:
    assert "--docs" in nothing_said(told())
    assert nothing_said(told(replace(brief(), documents=2))).startswith("In 2 documents given nothing")


def test_what_there_is_no_room_for_is_counted() -> None:
    page = page_of(told(crowded()))
    assert (len(page.findings), page.findings_left_out) == (MOST_SAID, 9 - MOST_SAID)


@pytest.mark.browser
@pytest.mark.parametrize("lang", ["en", "fr"])
@pytest.mark.parametrize("case", ["FRA", "ISL", "USA", "POL", "LVA", "crowded"])
def test_it_prints_on_two_sheets(browser, case: str, lang: str) -> None:
    page = browser.new_page()
    page.set_content(build_brief_page(told(crowded() if case == "crowded" else brief(case), lang)))
    assert len(pypdfium2.PdfDocument(page.pdf(prefer_css_page_size=True))) == 2
    page.close()


@pytest.mark.browser
@pytest.mark.parametrize("width", [390, 1280])
@pytest.mark.parametrize("lang", ["en", "fr"])
def test_nothing_scrolls_sideways(browser, tmp_path: Path, width: int, lang: str) -> None:
    file = tmp_path / "brief.html"
    file.write_text(build_brief_page(told(crowded(), lang)), encoding="utf-8")
    page = browser.new_page(viewport={"width": width, "height": 900})
    page.goto(file.as_uri())
    assert not page.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth")
    page.close()
