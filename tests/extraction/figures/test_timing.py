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
