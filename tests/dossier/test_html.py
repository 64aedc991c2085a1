import itertools
import re
from dataclasses import replace
from html.parser import HTMLParser
from time import process_time

import pytest

from quotepart.dossier.html import build_dossier, coded, hash_of, read_style
from quotepart.errors import LanguageError
from quotepart.model.document import Document
from quotepart.model.entry import Record, Speaker

VOID = {"meta", "br", "hr", "img", "input", "link"}


class Outline(HTMLParser):
    """What a page is made of: ids, links within it, headings, and whether every tag is closed."""

    def __init__(self):
        super().__init__()
        self.ids, self.links, self.levels, self.open, self.names, self.labels = [], [], [], [], set(), []

    def handle_starttag(self, tag, attrs):
        given = dict(attrs)
        self.names.add(tag)
        self.ids += [given["id"]] if "id" in given else []
        self.links += [given["href"]] if "href" in given else []
        self.labels += given.get("aria-labelledby", "").split()
        self.levels += [int(tag[1])] if re.fullmatch("h[1-6]", tag) else []
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag, attrs):
        self.handle_starttag(tag, attrs)
        self.handle_endtag(tag)

    def handle_endtag(self, tag):
        assert self.open.pop() == tag


def outline(html):
    seen = Outline()
    seen.feed(html)
    assert seen.open == []
    return seen


@pytest.fixture(scope="module", params=["many fr", "one fr", "many en", "none en"])
def html(request, sample):
    count, language = request.param.split()
    documents = {"many": None, "one": [sample.french_checked()], "none": []}[count]
    return build_dossier(sample.dossier(documents=documents, unread=[("x.bin", "binary")]), language=language)


def test_the_page_is_well_formed_with_unique_ids_and_links_that_lead_somewhere(html):
    seen = outline(html)
    assert len(seen.ids) == len(set(seen.ids))
    assert {link for link in seen.links if not link.startswith("#")} == set()
    assert {link[1:] for link in seen.links} <= set(seen.ids)
    assert set(seen.labels) <= set(seen.ids)


def test_headings_are_in_order(html):
    levels = outline(html).levels
    assert levels[0] == 1 and levels.count(1) == 1
    assert all(second <= first + 1 for first, second in itertools.pairwise(levels))


def test_nothing_in_the_file_can_run_or_fetch(html):
    seen = outline(html)
    assert not seen.names & {"script", "iframe", "img", "link", "object", "embed", "form", "base"}
    assert not re.search(r'\s(on\w+|style|src)="', html)
    policy = re.search(r'Content-Security-Policy" content="([^"]*)"', html)[1]
    assert policy == f"default-src 'none'; style-src '{hash_of(read_style())}'; base-uri 'none'; form-action 'none'"
    style = re.search(r"<style>(.*?)</style>", html, re.DOTALL)[1]
    assert hash_of(style) == hash_of(read_style()) and "url(" not in style and "@import" not in style


def test_every_finding_s_basis_and_verdict_stand_outside_of_what_must_be_opened(sample):
    html = build_dossier(sample.dossier(), language="fr")
    unopened = re.sub(
        r"<details.*?</details>",
        "",
        re.sub(r"<details(?:(?!</?details).)*?</details>", "", html, flags=re.S),
        flags=re.S,
    )
    for finding in sample.french_findings():
        assert finding.basis in unopened
    assert unopened.count('class="label"') == 6


def test_hostile_documents_stay_text(sample):
    evil = "<script>alert(1)</script><img src=x onerror=alert(1)>\u202e\"'>{{ 7*7 }}</style>]]>" + "x" * 5000
    checked = sample.french_checked()
    quotes = tuple(replace(each, speaker=Speaker(name=evil, office=evil)) for each in checked.record.quotes)
    record = replace(
        checked.record,
        title=evil,
        document_id="javascript:alert(1)",
        quotes=quotes,
        notes=(evil,),
        topics=(evil,),
        lang='"><b>',
    )
    findings = tuple(
        replace(each, claim=evil, basis=evil, said_by=evil, settle=evil, assumptions=(evil,), flags=(evil,))
        for each in checked.findings
    )
    series = {"a1": replace(sample.added_series(), label=evil, claim_text=evil, source=evil)}
    documents = [replace(checked, record=record, findings=findings, series=series)]
    html = build_dossier(sample.dossier(documents=documents, unread=[(evil, evil)]), language="en")
    seen = outline(html)
    assert not seen.names & {"script", "img"} and "\u202e" not in html and "49" not in re.findall(r"\{\{.*?\}\}", html)
    assert all(link.startswith("#") for link in seen.links)


def test_commands_stand_as_code_and_the_rest_is_escaped():
    assert coded("run `a <b>` & go") == "run <code>a &lt;b&gt;</code> &amp; go"
    assert coded("a ` <b>") == "a ` &lt;b&gt;"


def test_an_unknown_language_is_refused(sample):
    with pytest.raises(LanguageError):
        build_dossier(sample.dossier(), language="tlh")


def test_a_hundred_documents_are_quick(sample):
    checked = sample.french_checked()
    build_dossier(sample.dossier(), language="fr")  # the first drawing starts the drawing engine
    started = process_time()
    html = build_dossier(sample.dossier(documents=[checked] * 100), language="fr")
    assert process_time() - started < 10
    assert '<body class="many">' in html and 'href="#d100"' in html


def test_a_long_document_takes_time_in_proportion(sample):
    line = "Syldavie < Bordurie & « fin ».\n"
    document = Document(id="a", text=line * 30_000, sha256="")
    checked = replace(
        sample.english_checked(), document=document, record=Record(document_id="a", sha256="", lang="fr"), findings=()
    )
    started = process_time()
    assert len(build_dossier(sample.dossier(documents=[checked]), language="fr")) > len(document.text)
    assert process_time() - started < 10


def luminance(color):
    red, green, blue = (int(color[i : i + 2], 16) / 255 for i in (1, 3, 5))
    linear = [c / 12.92 if c <= 0.03928 else ((c + 0.055) / 1.055) ** 2.4 for c in (red, green, blue)]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(first, second):
    high, low = sorted((luminance(first), luminance(second)), reverse=True)
    return (high + 0.05) / (low + 0.05)


TEXT = [
    "ink", "muted", "link", "claim", "series", "supported", "close", "depends", "out_of_date", "as_announced", "contradicted",
    "not_checkable",
]  # fmt: skip


@pytest.mark.parametrize("theme", ["light", "dark", "print"])
def test_every_text_colour_has_contrast_on_every_ground(theme):
    style = read_style()
    tables = [
        dict(re.findall(r"--([\w-]+): (#\w+);", block)) for block in re.findall(r":root \{(.*?)\}", style, re.DOTALL)
    ]
    tokens = {"light": tables[0], "dark": {**tables[0], **tables[1]}, "print": {**tables[0], **tables[2]}}[theme]
    colors = {
        name: value if len(value) == 7 else "#" + "".join(c * 2 for c in value[1:]) for name, value in tokens.items()
    }
    grounds = ["paper", "card", "tint", "tint-pledge"]
    weak = [
        (text, ground, round(contrast(colors[text], colors[ground]), 2))
        for text in TEXT
        for ground in grounds
        if contrast(colors[text], colors[ground]) < 4.5
    ]
    assert weak == []
