from __future__ import annotations

import re
import subprocess
from dataclasses import replace
from html.parser import HTMLParser

import pytest
from pypdfium2 import PdfDocument

from dossier.departures import JUNE, LATER, QUICK, SLOW, telling
from quotepart.dossier.departure.page import build_departure_page, page_of
from quotepart.dossier.departure.words import Telling
from quotepart.dossier.html import hash_of

VOID = {"meta", "br", "hr"}
ASKED = {
    "one page": {"day": LATER},
    "French, with scenarios": {"lang": "fr", "scenarios": (QUICK, SLOW)},
    "forces": {"part": "theatre", "day": LATER},
    "one capability": {"part": "tanker_aircraft"},
}


class Outline(HTMLParser):
    """Whether every tag is closed, and which ids, labels and headings there are."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.names: set[str] = set()
        self.ids: list[str] = []
        self.labels: list[str] = []
        self.levels: list[int] = []

    def handle_starttag(self, tag, attrs) -> None:
        given = dict(attrs)
        self.names.add(tag)
        self.ids += [given["id"]] if "id" in given else []
        self.labels += given.get("aria-labelledby", "").split()
        self.levels += [int(tag[1])] if re.fullmatch("h[1-6]", tag) else []
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag, attrs) -> None:
        self.handle_starttag(tag, attrs)
        self.handle_endtag(tag)

    def handle_endtag(self, tag) -> None:
        assert self.open.pop() == tag


@pytest.fixture(scope="module", params=ASKED)
def html(request: pytest.FixtureRequest) -> str:
    return build_departure_page(telling(**ASKED[request.param]))


def test_the_page_is_well_formed(html: str) -> None:
    seen = Outline()
    seen.feed(html)
    assert seen.open == []
    assert len(seen.ids) == len(set(seen.ids))
    assert set(seen.labels) <= set(seen.ids)
    assert seen.levels[0] == 1
    assert seen.levels.count(1) == 1
    assert all(second <= first + 1 for first, second in zip(seen.levels, seen.levels[1:], strict=False))


def test_nothing_in_the_file_can_run_or_fetch(html: str) -> None:
    seen = Outline()
    seen.feed(html)
    assert not seen.names & {"script", "iframe", "img", "link", "object", "embed", "form", "base"}
    assert not re.search(r'<[^>]*\s(on\w+|src)="', html)
    style = re.search(r"<style>(.*?)</style>", html, re.DOTALL)[1]
    assert f"style-src '{hash_of(style)}'" in html
    assert "url(" not in style and "@import" not in style


def test_the_answer_stands_outside_of_what_must_be_opened() -> None:
    html = re.sub(r"<details.*?</details>", "", build_departure_page(telling()), flags=re.DOTALL)
    for expected in ("65.6%", "53.2%", "38.0%", "5.84%", "Scope: whole budgets", "What is not known", "How sure"):
        assert expected in html


def test_what_is_invented_is_marked_on_the_page() -> None:
    html = build_departure_page(telling(scenarios=(QUICK,)))
    assert 'class="scenario invented"' in html
    assert html.count("INVENTED") >= 3


def test_a_hostile_scenario_is_escaped() -> None:
    found = telling(scenarios=(QUICK,))
    (made,) = found.departure.replacements
    hostile = replace(
        made.scenario, titles={"": "<script>alert(1)</script>\u202e"}, is_invented=False, source="<b onclick=x>"
    )
    departure = replace(found.departure, replacements=(replace(made, scenario=hostile),))
    html = build_departure_page(Telling(departure, found.account, found.wording))
    assert "<script" not in html and "<b onclick" not in html
    assert "\u202e" not in html


def test_a_tile_without_a_figure_says_so() -> None:
    found = telling()
    money = replace(found.departure.losses[0], gone=None, whole=None, missing=("FRA",), inputs=())
    tiles = page_of(Telling(replace(found.departure, losses=(money,)), found.account, found.wording)).tiles
    assert (tiles[0].value, tiles[0].detail) == ("not known", "no figure for France")


def test_estimates_stand_by_author() -> None:
    authors = [block.author for block in page_of(telling(day=LATER)).estimates]
    assert authors == ["IISS", "Bruegel / Kiel Institute"]
    assert page_of(telling(day=JUNE)).estimates == ()


@pytest.mark.browser
def test_the_page_is_printed_on_two_sheets(browser_path: str, tmp_path) -> None:
    page, printed = tmp_path / "a.html", tmp_path / "a.pdf"
    page.write_text(build_departure_page(telling(day=LATER)), encoding="utf-8")
    asked = [browser_path, "--headless", "--no-sandbox", "--disable-gpu", "--no-pdf-header-footer"]
    subprocess.run([*asked, f"--print-to-pdf={printed}", page.as_uri()], check=True, capture_output=True, timeout=120)
    assert len(PdfDocument(printed)) == 2
