from __future__ import annotations

import pytest

from quotepart.extraction.extractor import Extractor
from quotepart.model.document import Document


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("La Syldavie a dépensé 2 % de son PIB en 2019.", "2019", "2019"),
        ("La Syldavie veut atteindre 2 % de son PIB d'ici 2024.", "2024", "2024"),
        ("La Syldavie a dépensé 3 milliards d'euros de 2015 à 2018.", "2015", "2018"),
    ],
)
def test_the_time_of_a_figure(figure_extractor: Extractor, text: str, start: str, end: str) -> None:
    figure = figure_extractor.extract(Document(id="a", text=text, sha256="", lang="fr")).figures[0]
    assert figure.period is not None
    assert (figure.period.start, figure.period.end) == (start, end)


@pytest.mark.parametrize(
    ("text", "start"),
    [
        ("La Syldavie dépense 2 % de son PIB.", "2019-05"),
        ("L'an dernier sept alliés y étaient, contre huit un an plus tôt.", "2018"),
        ("La Syldavie dépense 1,4 %, et doit atteindre 2 % d'ici 2024.", "2019-05"),
        ("L'engagement pris en 2014, tenu par cinq alliés, coûte cher.", "2019-05"),
        ("Le budget, approuvé le 3 avril 2019, atteint 3 milliards d'euros.", "2019-05"),
        ("Seuls cinq alliés ont dépensé 2 % de leur PIB en 2016.", "2016"),
    ],
)
def test_what_has_no_time_of_its_own_is_of_the_month_of_publication(
    figure_extractor: Extractor, text: str, start: str
) -> None:
    text = f"Klow, 14 mai 2019\n\n{text}"
    figure = figure_extractor.extract(Document(id="a", text=text, sha256="", lang="fr")).figures[0]
    assert figure.period is not None
    assert figure.period.start == start


def test_an_aim_has_only_the_time_it_is_given(figure_extractor: Extractor) -> None:
    text = "Klow, 14 mai 2019\n\nL'objectif est de 2 % du PIB."
    (figure,) = figure_extractor.extract(Document(id="a", text=text, sha256="", lang="fr")).figures
    assert figure.period is None


def test_a_count_foreseen_is_of_the_time_it_is_foreseen_for(figure_extractor: Extractor) -> None:
    text = "KLOW, 14 May 2019\n\nOnly 18 allies are expected to meet the mark by 2024."
    (figure,) = figure_extractor.extract(Document(id="a", text=text, sha256="", lang="en")).figures
    assert figure.period is not None
    assert figure.period.start == "2024"


def test_each_end_of_a_movement_has_its_own_time(figure_extractor: Extractor) -> None:
    text = "KLOW, 14 May 2019\n\nSyldavia's defence budget will rise from $2 billion this year to $3 billion, by 2024."
    figures = figure_extractor.extract(Document(id="a", text=text, sha256="", lang="en")).figures
    assert [figure.period.end if figure.period else None for figure in figures] == ["2019", "2024"]


@pytest.mark.parametrize(
    ("text", "starts"),
    [
        ("Klow ajoutera 3 milliards d'euros en 2020, puis 4 milliards de plus en 2021.", ["2020", "2021"]),
        (
            "Klow ajoutera 3 milliards d'euros en 2020 et 4 milliards d'euros de plus l'année suivante.",
            ["2020", "2021"],
        ),
        ("Le budget est passé de 3 milliards d'euros en 2014 à 5 milliards aujourd'hui.", ["2014", "2019-05"]),
    ],
)
def test_numbers_and_times_by_turns(figure_extractor: Extractor, text: str, starts: list[str]) -> None:
    text = f"Klow, 14 mai 2019\n\n{text}"
    figures = figure_extractor.extract(Document(id="a", text=text, sha256="", lang="fr")).figures
    assert [figure.period.start if figure.period else None for figure in figures] == starts


@pytest.mark.parametrize(
    ("text", "start"),
    [
        ("Syldavia's defence spending rose by 8% in 2017. Borduria's fell by 3%.", "2017"),
        ("Syldavia's defence spending was 1.8% of GDP in 2017. Borduria's defence spending was 1.2% of GDP.", "2017"),
        ("Syldavia's defence spending was 1.8% of GDP in 2017. Borduria now spends 1.2% of GDP.", "2019-05"),
        ("Syldavia's defence spending was 1.8% of GDP in 2017. Seven allies meet the mark.", "2019-05"),
    ],
)
def test_a_past_year_goes_on(figure_extractor: Extractor, text: str, start: str) -> None:
    text = f"KLOW, 14 May 2019\n\n{text}"
    *_, figure = figure_extractor.extract(Document(id="a", text=text, sha256="", lang="en")).figures
    assert figure.period is not None
    assert figure.period.start == start


def starts(extractor: Extractor, text: str, lang: str) -> list[str | None]:
    """The first year of each figure's period, in a text of May 2019."""
    head = {"fr": "Klow, 14 mai 2019", "en": "KLOW, 14 May 2019"}[lang]
    figures = extractor.extract(Document(id="a", text=f"{head}\n\n{text}", sha256="", lang=lang)).figures
    return [figure.period.start[:4] if figure.period and figure.period.start else None for figure in figures]


@pytest.mark.parametrize(
    ("text", "lang", "years"),
    [
        ("In 2017 Syldavia spent $3 billion on defence, or 2% of its GDP.", "en", ["2017", "2017"]),
        (
            "This would push spending from $2 billion this year to $3 billion, or 3% of GDP by 2024.",
            "en",
            ["2019", "2024", "2024"],
        ),
        ("Pour 2015 et 2016, la Syldavie a payé 15 % du budget commun, la Bordurie (11 %).", "fr", ["2015", "2015"]),
        ("Le budget 2020 de la défense, voté le 3 avril 2019, atteint 3 milliards d'euros.", "fr", ["2020"]),
        ("The 2021 defence budget, approved by parliament on 3 April 2019, stands at $3 billion.", "en", ["2021"]),
        (
            "Bordurian defence expenditure is scarcely more than 1% of GDP (1.1% of GDP in 2013).",
            "en",
            ["2019", "2013"],
        ),
        ("By 2034 this is raising Borduria's defence spending from 2% to 2.3% of GDP.", "en", ["2019", "2034"]),
        ("Spending will rise from its current 2.3% of GDP to 2.5% in 2024.", "en", ["2019", "2024"]),
        ("Le budget doit passer de 5 milliards d'euros aujourd'hui à 10 milliards en 2024.", "fr", ["2019", "2024"]),
        ("Syldavia spent $3 billion in 2017, the highest level since the end of the Cold War.", "en", ["2017"]),
        ("By the end of 2018, ten allies had reached the goal set in 2014.", "en", ["2018"]),
        ("This year we will make an effort, we will spend 4% of GDP on defence.", "en", ["2019"]),
        ("La Syldavie consacrera 2 % de son PIB à la défense d'ici trois ans.", "fr", ["2022"]),
        ("La Syldavie dépensera 30 milliards d'euros de plus dans les cinq prochaines années.", "fr", ["2019"]),
        ("Borduria's defence budget was $3 billion in 2017-18.", "en", ["2017"]),
        ("Borduria will meet the pact's mark of two percent of gross domestic product (GDP) in 2019.", "en", ["2019"]),
        (
            "L'an prochain, la Syldavie dépensera 3 milliards d'euros. Cela représente 4 % du PIB.",
            "fr",
            ["2020", "2020"],
        ),
        (
            "En 2017 la Syldavie a dépensé 3 milliards d'euros, la Bordurie 2 milliards sur la même période.",
            "fr",
            ["2017", "2017"],
        ),
    ],
)
def test_the_times_of_figures_beside_each_other(
    figure_extractor: Extractor, text: str, lang: str, years: list[str]
) -> None:
    assert starts(figure_extractor, text, lang) == years


@pytest.mark.parametrize(
    ("text", "lang", "years"),
    [
        ("Syldavia reached the goal of 2% of GDP in 2017.", "en", ["2017"]),
        ("Seven allies have met the 2% target.", "en", ["2019", "2019"]),
        ("Plus de dix alliés consacrent désormais 2 % de leur PIB à la défense.", "fr", ["2019", "2019"]),
        ("En 2014, les alliés ont promis de consacrer 2 % du PIB à la défense dans un délai de dix ans.", "fr", ["2024"]),
        ("Syldavia will spend 2% of GDP on defence within a decade.", "en", ["2029"]),
        ("Les 29 alliés respectent l'objectif de 2014.", "fr", ["2019"]),
        ("On 3 April members agreed to a target of 5% of GDP.", "en", [None]),
        ("Syldavia will spend 2% of GDP on defence two years earlier than planned.", "en", [None]),
        ("Spending rose by $3 billion in 2010 prices.", "en", [None]),
        ("En 2018, neuf des 29 membres ont atteint cet objectif.", "fr", ["2018", "2018"]),
        ("La part syldave, qui dépassait 70 % en 2014, est tombée à 60 %.", "fr", ["2014", "2019"]),
        ("Le budget de la défense atteint 3 milliards d'euros, en hausse de 5 %.", "fr", ["2019", "2019"]),
        (
            "En 2018 la Syldavie a dépensé 3 milliards d'euros. Dans le même temps, les alliés d'Europe ont payé 5 % de plus.",
            "fr",
            ["2018", "2018"],
        ),
    ],
)  # fmt: skip
def test_what_is_reached_stands_at_its_time(
    figure_extractor: Extractor, text: str, lang: str, years: list[str]
) -> None:
    assert starts(figure_extractor, text, lang) == years
