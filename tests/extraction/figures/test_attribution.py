from __future__ import annotations

import pytest

from quotepart.extraction.extractor import Extractor
from quotepart.extraction.figures.attribution import quote_around
from quotepart.model.document import Document
from quotepart.model.entry import Quote
from quotepart.model.span import Span


def sayers(extractor: Extractor, text: str, lang: str) -> list[str | None]:
    return [figure.said_by for figure in extractor.extract(Document(id="a", text=text, sha256="", lang=lang)).figures]


def test_the_shortest_quote_around_a_figure() -> None:
    outer, inner = Quote(span=Span(0, 40), kind="indirect"), Quote(span=Span(10, 30), kind="direct")
    assert quote_around(Span(12, 15), [outer, inner]) is inner
    assert quote_around(Span(2, 5), [outer, inner]) is outer
    assert quote_around(Span(50, 55), [outer, inner]) is None


@pytest.mark.parametrize(
    ("text", "lang", "sayer"),
    [
        ("« Nous dépensons 2 % du PIB », a dit Ivan Krolt.", "fr", "Ivan Krolt"),
        ("Ivan Krolt réclame 5 % du PIB pour la défense.", "fr", "Ivan Krolt"),
        ("Ivan Krolt, comme ses prédécesseurs à la tête du Conseil, a exigé 5 % du PIB.", "fr", "Ivan Krolt"),
        ("Ivan Krolt outlined a cut of defence spending by 5%.", "en", "Ivan Krolt"),
        ('"We spend 2 percent of GDP," said Ivan Krolt.', "en", "Ivan Krolt"),
        ("La Syldavie dépense 2 % de son PIB.", "fr", None),
        ("Selon les tableaux parus lundi, la Syldavie dépense 2 % de son PIB.", "fr", "tableaux parus lundi"),
        ("Selon les chiffres de l'OTAN en avril, la Syldavie dépense 2 % de son PIB.", "fr", "OTAN"),
        (
            "Les dépenses ont augmenté de 4 %, a déclaré lundi l'institut de Klow dans un rapport.",
            "fr",
            "l'institut de Klow",
        ),
        ("La Syldavie paiera 2 % – et plus vite que prévu –, a indiqué le ministre Jan Novak.", "fr", "Jan Novak"),
        ("La Syldavie dépense 4 % de son PIB, comme prévu par les accords.", "fr", None),
        ("Dans son discours, le ministère a reconnu un recul de 4 %.", "fr", "ministère"),
        ("The joint commission demanded a cut of 4%.", "en", "joint commission"),
        ("Selon la trajectoire actuelle, la Syldavie dépensera 2 % de son PIB.", "fr", None),
        ("According to the current plan, Syldavia will spend 2% of GDP.", "en", None),
        ("Members agreed on 5% of GDP, as demanded by U.S. President Ivan Krolt.", "en", "Ivan Krolt"),
        ("Data released by NATO show that Syldavia spends 2% of its GDP.", "en", "NATO"),
        ("Les armes bordures pour Klow coûteront 3 milliards d'euros.", "fr", None),
        ("Selon ses données, la Syldavie dépense 2 % de son PIB.", "fr", None),
        (
            "Syldavia spends 2% of GDP, according to figures from the Klow Library.",
            "en",
            "Klow Library",
        ),
        (
            "A letter went to Ivan Krolt noting a rise to 5% of GDP.",
            "en",
            None,
        ),
        ("Syldavia, which spends 1% of GDP on defence, has promised a slow rise.", "en", None),
        ("Le pays est loin des 5 % exigés des Européens par Ivan Krolt.", "fr", "Ivan Krolt"),
        ("Selon le Klow Research Institute, la Syldavie dépense 2 % de son PIB.", "fr", "Klow Research Institute"),
        ("Syldavia spends 2% of GDP, according to tables released in Klow.", "en", "tables released in Klow"),
        ("La Syldavie, qui consacre 1 % de son PIB à la défense, a prévu une hausse lente.", "fr", None),
        ("Some 400 tanks have arrived, the Travnik Tracker estimates.", "en", "the Travnik Tracker"),
    ],
)
def test_who_asserts_a_figure(figure_extractor: Extractor, text: str, lang: str, sayer: str | None) -> None:
    assert sayers(figure_extractor, text, lang) == [sayer]


def test_a_pronoun_means_the_person_named_before(figure_extractor: Extractor) -> None:
    text = "Ivan Krolt est venu à Bruxelles. Il souhaite que l'effort passe à 4 % du PIB."
    assert sayers(figure_extractor, text, "fr") == ["Ivan Krolt"]
    text = "Ivan Krolt est venu à Bruxelles. D'ici 2029, il souhaite que l'effort passe à 4 % du PIB."
    assert sayers(figure_extractor, text, "fr") == ["Ivan Krolt"]
    text = "Ivan Krolt est venu à Bruxelles. Tout juste consent-il que l'effort passe à 4 % du PIB."
    assert sayers(figure_extractor, text, "fr") == ["Ivan Krolt"]
    text = "Ida Sporsz came to Klow. The savings, 3 billion dollars, were painful, she told reporters."
    assert sayers(figure_extractor, text, "en") == ["Ida Sporsz"]
    text = "Ivan Krolt came to Klow. The fort is old and damp and far from everything, he said, and costs 4% of GDP."
    assert sayers(figure_extractor, text, "en") == ["Ivan Krolt"]
