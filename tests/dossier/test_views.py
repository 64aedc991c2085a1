import itertools
from dataclasses import replace

from quotepart.dossier.views import HEADLINES, document_title, sources_of, tally_of, title_of, view_page
from quotepart.wording.wording import find_wording

FRENCH, ENGLISH = find_wording("fr"), find_wording("en")


def test_the_page_of_many_documents(sample):
    page = view_page(sample.dossier(unread=[("x", "m")]), FRENCH)
    assert page.title == "2 articles vérifiés"
    assert page.deck.startswith("10 citations · 8 chiffres · 5 vérifiés · 2 engagements · 2 réunions.")
    assert [view.id for view in page.documents] == ["d1", "d2"] and page.documents[1].place == "Article 2 sur 2"
    assert page.timeline and page.boards and page.unread[0].id == "x"


def test_the_page_of_one_document_bears_its_title(sample):
    page = view_page(sample.dossier(documents=[sample.french_checked()]), FRENCH)
    assert page.title.startswith("La Ligue se dit") and page.documents[0].title == "L’article"
    assert page.timeline == ()


def test_findings_that_need_attention_come_first(sample):
    page = view_page(sample.dossier(), ENGLISH)
    assert [card.finding.verdict for card in page.headlines] == [
        "contradicted", "depends", "close", "supported", "as_announced", "not_checkable",
    ]  # fmt: skip
    assert dict(page.tally) == dict.fromkeys([card.finding.verdict for card in page.headlines], 1)


def test_headlines_are_limited(sample):
    checked = sample.french_checked()
    many = replace(checked, findings=tuple(replace(checked.findings[1], id=f"x{n}") for n in range(20)), series={})
    page = view_page(sample.dossier(documents=[many]), ENGLISH)
    assert (len(page.headlines), page.more_headlines) == (HEADLINES, 20 - HEADLINES)


def test_the_bar_of_verdicts_fills_its_width(sample):
    bar = view_page(sample.dossier(), ENGLISH).bar
    assert bar[0].x == 0 and bar[-1].x + bar[-1].width == 1000
    assert all(first.x + first.width < second.x for first, second in itertools.pairwise(bar))


def test_figures_that_were_not_checked_are_named(sample):
    (view,) = view_page(sample.dossier(documents=[sample.french_checked()]), FRENCH).documents
    assert [each.words for each in view.unchecked] == ["vingt-neuf délégations"]


def test_titles(sample):
    checked = sample.french_checked()
    untitled = replace(checked, record=replace(checked.record, title=None))
    assert document_title(untitled) == "La Ligue se dit « plus soudée qu’hier » après deux jours à Klow"
    long = replace(untitled, document=replace(checked.document, text="mot, " * 60))
    assert document_title(replace(long, record=replace(untitled.record, furniture=()))).endswith("mot…")
    bare = replace(
        untitled, document=replace(checked.document, text="--"), record=replace(untitled.record, furniture=())
    )
    assert document_title(bare) == "klow-2018.txt"
    assert title_of(sample.dossier(documents=[]), ENGLISH) == "0 reports, checked"


def test_an_empty_dossier_has_nothing_to_count(sample):
    page = view_page(sample.dossier(documents=[]), ENGLISH)
    assert (page.tally, page.bar, page.headlines, page.sources) == ((), (), (), ())
    assert tally_of([]) == ()


def test_each_source_is_named_once(sample):
    assert sources_of(sample.dossier()) == (sample.SOURCE,)


def test_rows_of_a_register_are_one_source(sample):
    checked = sample.french_checked()
    first = checked.findings[0].readings[0]
    rows = tuple(replace(first.inputs[0], source=f"register, row {n}") for n in range(5))
    finding = replace(checked.findings[0], readings=(replace(first, inputs=rows),))
    assert sources_of(sample.dossier(documents=[replace(checked, findings=(finding,))])) == ("register",)


def test_quotes_pledges_and_notes(sample):
    (view,) = view_page(sample.dossier(documents=[sample.french_checked()]), FRENCH).documents
    assert view.quotes[0].speaker == "Locuteur non identifié" and view.quotes[1].office.startswith(
        "secrétaire générale"
    )
    assert view.pledges[0].summary == "Demandé – la Ligue\u00a0: 4\u202f% du PIB"
    assert view.notes == ("un guillemet n’est jamais fermé",)
