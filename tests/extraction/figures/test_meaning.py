from __future__ import annotations

from decimal import Decimal

import pytest

from quotepart.extraction.extractor import Extractor
from quotepart.extraction.figures.meaning import compile_meaning
from quotepart.extraction.languages.find import language_of
from quotepart.model.document import Document
from quotepart.model.entry import Figure
from quotepart.model.pact import Pact


def figures(extractor: Extractor, text: str, lang: str) -> tuple[Figure, ...]:
    return extractor.extract(Document(id="a", text=text, sha256="", lang=lang)).figures


def test_the_pact_says_what_is_counted_and_promised(nato_pact: Pact) -> None:
    grammar = compile_meaning(language_of("fr"), nato_pact)
    assert grammar.main == "defence_expenditure"
    assert {Decimal(2), Decimal("3.5"), Decimal(5)} <= grammar.thresholds
    assert "equipment_share" in grammar.shares
    assert "gdp" not in grammar.written


@pytest.mark.parametrize(
    ("text", "lang", "unit", "kind"),
    [
        ("La Syldavie consacre 1,5 % à ses dépenses de défense.", "fr", "percent_of_gdp", "level"),
        ("Les dépenses de défense ont augmenté de 3 %.", "fr", "percent", "change"),
        ("Il faut porter les dépenses de défense à 3 %.", "fr", "percent_of_gdp", "target"),
        ("Washington paie 70 % des dépenses militaires de l'Alliance.", "fr", "percent", "share"),
        ("Les droits de douane passent à 10 %.", "fr", "percent", "level"),
        ("Defence spending rose 4.3% last year.", "en", "percent", "change"),
        ("Defence spending rose to 2.1% last year.", "en", "percent_of_gdp", "level"),
        ("A 4% increase in defence spending is planned.", "en", "percent", "change"),
        ("Allies must meet the 2% target.", "en", "percent_of_gdp", "target"),
        ("Inflation stands at 3.1%.", "en", "percent", "level"),
    ],
)
def test_percentages(figure_extractor: Extractor, text: str, lang: str, unit: str, kind: str) -> None:
    (figure,) = figures(figure_extractor, text, lang)
    assert (figure.amount.unit, figure.kind) == (unit, kind)


@pytest.mark.parametrize(
    ("text", "lang", "kind"),
    [
        ("La Bordurie a dépensé 12 milliards d'euros pour sa défense.", "fr", "level"),
        ("La Bordurie ajoutera 2 milliards d'euros à son budget militaire.", "fr", "change"),
        ("Les Alliés ont ajouté 400 milliards d'euros depuis 2014.", "fr", "cumulative"),
        ("Allies added an extra $100 billion since 2016.", "en", "cumulative"),
        ("Borduria will spend an additional $2 billion on defence.", "en", "change"),
        ("Borduria pledged to spend $2 billion on defence.", "en", "target"),
    ],
)
def test_sums(figure_extractor: Extractor, text: str, lang: str, kind: str) -> None:
    (figure,) = figures(figure_extractor, text, lang)
    assert figure.kind == kind


@pytest.mark.parametrize(
    ("text", "lang", "metric"),
    [
        ("Vingt pays de l'Otan ont voté.", "fr", "members"),
        ("L'Otan compte 300.000 soldats.", "fr", "troops"),
        ("Trois cents soldats ont été tués.", "fr", "other"),
        ("Au moins 20 % des budgets de défense vont aux équipements majeurs.", "fr", "equipment_share"),
        ("Allies gave $20 billion in military aid to Ukraine.", "en", "ukraine_aid"),
        ("A poll says 62% of Syldavians agree.", "en", "other"),
        ("L'armée passe à 9 000 hommes.", "fr", "personnel"),
        ("Syldavia's army of 9,000 soldiers is small.", "en", "personnel"),
        ("L'armée retire 9 000 soldats de Bordurie.", "fr", "troops"),
        ("The package for Ukraine is estimated at 21 million euros.", "en", "ukraine_aid"),
    ],
)
def test_metrics(figure_extractor: Extractor, text: str, lang: str, metric: str) -> None:
    assert figures(figure_extractor, text, lang)[0].metric == metric


def test_a_sum_takes_the_currency_said_before(figure_extractor: Extractor) -> None:
    text = "Le budget atteint 12 milliards d'euros. Il était de 10 milliards en 2014."
    assert [figure.amount.unit for figure in figures(figure_extractor, text, "fr")] == ["EUR", "EUR"]


def test_a_sum_repeated_in_brackets_sets_no_currency(figure_extractor: Extractor) -> None:
    text = "We need €85 billion ($90 billion). That is 30 billion more."
    assert [figure.amount.unit for figure in figures(figure_extractor, text, "en")] == ["EUR", "USD", "EUR"]


def test_crowns_are_those_of_their_holder(nato_extractor: Extractor) -> None:
    assert figures(nato_extractor, "Sweden spent 12 billion crowns on defence.", "en")[0].amount.unit == "SEK"


def test_a_part_of_a_budget_goes_on_as_one(figure_extractor: Extractor) -> None:
    text = "Syldavia spends 9.5% of its defence budget on equipment. Borduria is last with 8.7%."
    figures = figure_extractor.extract(Document(id="a", text=text, sha256="", lang="en")).figures
    assert [(figure.amount.unit, figure.metric) for figure in figures] == [("percent", "equipment_share")] * 2
