from dataclasses import replace
from decimal import Decimal

import pytest

from quotepart.dossier.cards import (
    Context,
    axis_unit,
    build_card,
    caption,
    describe,
    explain_flag,
    official_value,
    said_by,
    today,
    view_reading,
)
from quotepart.model.finding import Now
from quotepart.wording.wording import find_wording

FRENCH = find_wording("fr")


@pytest.fixture
def card(sample):
    return build_card(sample.french_checked(), 1, "d1", sample.dossier(), FRENCH)


def test_a_card_shows_the_claim_in_its_sentence(card):
    assert card.claim == card.context.words == "41 milliards de dollars"
    assert card.context.before.endswith("dépenses de défense de ")
    assert card.context.after.startswith(" depuis 2017, et")
    assert (card.id, card.mark[:4], card.by) == ("d1-f1", "d1-s", "Mme Sporsz, 12 juillet 2018")


def test_the_context_in_brief_keeps_whole_words_and_the_spaces_at_the_claim():
    long = Context("un " * 60 + "« ", "2 %", " du PIB" + " mot" * 60)
    brief = long.brief
    assert brief.before.startswith("… un un") and brief.before.endswith("un « ") and len(brief.before) < 80
    assert brief.after.startswith(" du PIB mot") and brief.after.endswith("mot …") and len(brief.after) < 80
    assert Context("(", "2 %", ").").brief == Context("(", "2 %", ").")
    assert Context("", "2 %", "").brief == Context("", "2 %", "")


def test_without_a_known_sentence_the_line_serves_and_a_long_one_is_cut(sample):
    checked = sample.french_checked()
    text = "avant " * 200 + "41 milliards de dollars" + " après" * 200 + "\nfin"
    document = replace(checked.document, text=text)
    finding = replace(checked.findings[0], span=sample.at(text, "41 milliards de dollars"))
    bare = replace(checked, document=document, findings=(finding,), record=replace(checked.record, figures=()))
    context = build_card(bare, 1, "d1", sample.dossier(), FRENCH).context
    assert context.words == "41 milliards de dollars" and len(context.before) < 400 and "fin" not in context.after


def test_a_claim_without_a_place_has_no_context(sample):
    checked = sample.french_checked()
    placeless = replace(checked, findings=(replace(checked.findings[0], span=None),))
    card = build_card(placeless, 1, "d1", sample.dossier(), FRENCH)
    assert card.context is None and card.mark == ""


def test_today_stands_only_where_it_says_something_else(sample):
    finding = sample.french_findings()[0]
    assert today(finding).startswith("Par l’édition du 10 juillet 2026")
    same = Now(verdict=finding.verdict, edition=None, value=None, basis=finding.basis)
    assert today(replace(finding, now=same)) == ""
    assert today(replace(finding, now=replace(same, verdict="close"))) == finding.basis
    assert today(replace(finding, now=None)) == ""


def test_readings_in_words(sample):
    first, _, last = sample.french_findings()[0].readings
    view = view_reading(first, sample.dossier(), FRENCH)
    facts = dict(view.facts)
    assert (view.result_words, view.icon) == ("correspond", "supported")
    assert facts["Poids"] == "70\u202f% – la Ligue compte ainsi"
    assert facts["Valeur officielle"] == "41,7\u00a0milliards de dollars (40,9–42,5\u00a0milliards de dollars)"
    assert facts["Édition"].startswith("25 juin 2019, à la place de")
    assert facts["Période"] == "2017–2018"
    assert official_value(last, FRENCH).startswith("aucune\u00a0: l’édition de ce jour-là")
    assert official_value(replace(last, reason=None), FRENCH) == "sans données"
    assert official_value(replace(first, low=first.value, high=first.value), FRENCH) == "41,7\u00a0milliards de dollars"


def test_who_said_it(sample):
    finding = replace(sample.french_findings()[0], said_by=None, said_on=None)
    assert said_by(finding, FRENCH) == "l’article lui-même"


def test_flags_are_explained(card):
    assert card.flags[0][0] == "Estimation" and card.flags[0][1]
    assert card.caveats == "2 hypothèses · 3 précautions"
    assert explain_flag("quite_new", FRENCH) == ("quite new", "")


def test_why_something_is_not_judged_is_said_once(sample):
    checked = sample.french_checked()
    card = build_card(checked, 5, "d1", sample.dossier(), FRENCH)
    assert card.why_not and card.why_not != "forecast"
    said = replace(checked.findings[4], basis=f"Non vérifiable ici : {card.why_not}.")
    assert build_card(replace(checked, findings=(said,)), 1, "d1", sample.dossier(), FRENCH).why_not == ""


def test_a_chart_is_described_for_those_who_do_not_see_it(sample, card):
    words = describe(sample.added_series(), FRENCH)
    assert "Ajouté au-dessus du niveau de 2016 jusqu’à la fin de 2018\u00a0: 41,7\u00a0milliards de dollars." in words
    assert "41 milliards de dollars" in words and "de 2012 à 2018" in words
    assert card.chart.caption == caption(sample.added_series(), FRENCH)
    assert card.chart.table.rows and card.chart.svg.startswith("<svg")


def test_captions_name_unit_colours_and_source(sample):
    words = caption(sample.added_series(), FRENCH)
    assert (
        "en milliards de dollars." in words
        and "En rouge" in words
        and "Pâle ou creux" in words
        and sample.SOURCE in words
    )
    plain = replace(
        sample.share_series(), claim_text="", source="", edition="", points=sample.share_series().points[:2]
    )
    assert caption(plain, FRENCH) == "Part de la défense dans le PIB, Bordurie."


@pytest.mark.parametrize(
    ("unit", "value", "words"),
    [
        ("USD", "2e9", "milliards de dollars"),
        ("EUR", "2e6", "millions d’euros"),
        ("SEK", "9e9", "milliards de SEK"),
        ("percent", "2", ""),
    ],
)
def test_the_unit_of_the_axis(sample, unit, value, words):
    points = tuple(replace(point, value=Decimal(value)) for point in sample.share_series().points)
    assert axis_unit(replace(sample.share_series(), unit=unit, points=points), FRENCH) == words
