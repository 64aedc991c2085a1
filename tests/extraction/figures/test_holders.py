from __future__ import annotations

import pytest

from quotepart.extraction.extractor import Extractor
from quotepart.model.document import Document


def holders(extractor: Extractor, text: str, lang: str) -> list[tuple[str, ...]]:
    return [figure.who for figure in extractor.extract(Document(id="a", text=text, sha256="", lang=lang)).figures]


@pytest.mark.parametrize(
    ("text", "lang", "who"),
    [
        ("La Syldavie consacre 2 % de son PIB à la défense.", "fr", ("SYL",)),
        ("Les dépenses militaires bordures atteignent 3 milliards d'euros.", "fr", ("BOR",)),
        ("Les dépenses européennes de défense ont augmenté de 3 %.", "fr", ("NATO_EUROPE",)),
        ("La Syldavie et la Bordurie dépensent 2 % de leur PIB.", "fr", ("SYL", "BOR")),
        ("Derrière la Syldavie (4,1 %), le peloton est loin.", "fr", ("SYL",)),
        ("Sous la pression de la Bordurie, le nouvel objectif est de 5 % du PIB.", "fr", ("NATO",)),
        ("Under Bordurian pressure, the new goal is 5% of GDP, with 3.5% for rearmament.", "en", ("NATO",)),
        ("Last come Syldavia, and Borduria, whose spending is below 1.4% of GDP.", "en", ("SYL", "BOR")),
        ("L'Alliance a salué l'avenir de la Bordurie, qui consacrera 2 % de son PIB à la défense.", "fr", ("BOR",)),
        ("Face à la Russie, la Syldavie dépense 2 % de son PIB.", "fr", ("SYL",)),
        ("Le seuil de 2 % du PIB demandé par Washington est loin.", "fr", ("NATO",)),
        ("Quatre soldats bordures sont arrivés.", "fr", ("BOR",)),
        ("Borduria, long criticised in Washington, spends 1.5% of GDP.", "en", ("BOR",)),
        ("Syldavia's defence budget will reach $3 billion.", "en", ("SYL",)),
        ("He urged Borduria to spend 2% of GDP on defence.", "en", ("BOR",)),
        ("Borduria will pull 3,000 troops out of Syldavia.", "en", ("BOR",)),
        ("Some $40 billion was spent by Syldavia on defence.", "en", ("SYL",)),
        ("European allies and Canada added $41 billion.", "en", ("EUROPE_CANADA",)),
        ("There was an increase of 8.3% across European allies and Canada.", "en", ("EUROPE_CANADA",)),
        ("Syldavia, which pays 10% of the bill, was thanked by Borduria.", "en", ("SYL",)),
        ("Support reached 75% in Borduria, said Syldavia.", "en", ("BOR",)),
        ("Syldavia, in particular, has led, at home and abroad, raising its defence budget by 28%.", "en", ("SYL",)),
        ("In Syldavia, the defence budget has reached $3 billion.", "en", ("SYL",)),
        ("Selon l'OTAN, la Syldavie et la Bordurie dépensent 2,4 % de leur PIB.", "fr", ("SYL", "BOR")),
        ("The $3 billion promised by Borduria is late.", "en", ("BOR",)),
        ("Syldavia remains the largest NATO contributor, with a budget of $3 billion.", "en", ("SYL",)),
        ("En Syldavie, pays de l'Otan, le budget de la défense atteindra 3 milliards d'euros.", "fr", ("SYL",)),
        ("As few allies are near, with Syldavia spending 3.6% of GDP.", "en", ("SYL",)),
        ("Pour atteindre 4 % du PIB, la Bordurie devra payer davantage.", "fr", ("BOR",)),
        ("To reach 4% of GDP on defence, Syldavia will have to borrow.", "en", ("SYL",)),
        ("NATO leaders meeting in Syldavia agreed to spend 5% of GDP on defence.", "en", ("NATO",)),
        ("Borduria fell well short of the NATO goal of 2%.", "en", ("NATO",)),
        ("La Bordurie n'a pas respecté l'objectif de 2 %.", "fr", ("NATO",)),
        ("Borduria will meet the target of 2% by 2024.", "en", ("BOR",)),
        ("La Bordurie prévoit d'atteindre en 2024 l'objectif de dépenses de l'OTAN fixé à 2 %.", "fr", ("BOR",)),
        (
            "La Syldavie, la Bordurie ou encore la Poldavie oscillent entre 1,3 et 1,5 % du PIB.",
            "fr",
            ("SYL", "BOR", "Poldavie"),
        ),
        ("Excluding the United States, NATO members spent 1.5% of their GDP.", "en", ("EUROPE_CANADA",)),
        (
            "La part de la Syldavie dans les dépenses militaires de l'Otan s'est chiffrée à près de 70 %.",
            "fr",
            ("SYL",),
        ),
        ("Borduria's share of the Alliance's spending was 70%.", "en", ("BOR",)),
        ("Syldavia bought 32 Bordurian fighter jets.", "en", ("SYL",)),
        ("Syldavia bought 32 fighter jets from Borduria.", "en", ("SYL",)),
        ("La Syldavie a acheté 24 avions bordures.", "fr", ("SYL",)),
        ("Thirty-two Bordurian soldiers left Klow.", "en", ("BOR",)),
        ("Up to 200 troops from Syldavia will join 500 Bordurian troops.", "en", ("SYL",)),
        (
            "Defence spending in Europe and Canada rose by 0.6%, says NATO secretary general Jan Novak.",
            "en",
            ("EUROPE_CANADA",),
        ),
        (
            "In the case of Syldavia, the share of the product that goes to the armed forces has been rising, to 1.3% of GDP.",
            "en",
            ("SYL",),
        ),
        ("Syldavia falls short of the 2 percent threshold agreed by NATO members.", "en", ("NATO",)),
        (
            "Le royaume est loin, et la Syldavie, fin avril, a dit qu'elle comptait porter ses dépenses à 1,9 % du PIB.",
            "fr",
            ("SYL",),
        ),
        ("Syldavia is one of the three members spending less than 1% of GDP.", "en", ("SYL",)),
        ("Globally, defence expenditure climbed by 9.4%, in Syldavia too.", "en", ()),
        ("Valdoria stands out: in the midst of its war, in 2018 it spent 4% of GDP on defence.", "en", ("Valdoria",)),
    ],
)
def test_whose_a_figure_is(figure_extractor: Extractor, text: str, lang: str, who: tuple[str, ...]) -> None:
    assert holders(figure_extractor, text, lang)[0] == who


def test_the_subject_of_the_sentence_before_goes_on(figure_extractor: Extractor) -> None:
    text = "La Bordurie consacre 1,2 % de son PIB à la défense. Elle en consacrait 1,5 % en 2014."
    assert holders(figure_extractor, text, "fr") == [("BOR",), ("BOR",)]


def test_a_goal_nobody_is_named_for_is_the_whole_pact_s(figure_extractor: Extractor) -> None:
    assert holders(figure_extractor, "L'objectif est fixé à 2 % du PIB.", "fr") == [("NATO",)]


def test_members_are_counted_of_the_group_named(figure_extractor: Extractor) -> None:
    assert holders(figure_extractor, "Les 27 pays de l'UE ont voté.", "fr") == [("EU",)]
    assert holders(figure_extractor, "The EU's 27 countries voted.", "en") == [("EU",)]
    assert holders(figure_extractor, "23 allies meet the target.", "en") == [("NATO",)]


def test_what_is_counted_of_nobody_has_no_holder(figure_extractor: Extractor) -> None:
    assert holders(figure_extractor, "Une trentaine de civils ont fui.", "fr") == [()]


@pytest.mark.parametrize(
    "text",
    [
        "In all, 40 howitzers will be bought.",
        "The special levy brings in $3 billion.",
        "The government spends 1.4% of GDP.",
    ],
)
def test_a_text_about_one_state_needs_not_name_it_again(figure_extractor: Extractor, text: str) -> None:
    about = "Syldavia has a new army. Syldavia is proud of it, and in Klow the Syldavian king smiled. "
    assert holders(figure_extractor, about + text, "en") == [("SYL",)]


def test_an_army_s_figures_are_its_state_s(nato_extractor: Extractor) -> None:
    assert holders(nato_extractor, "The Bundeswehr is to get 3 billion euros.", "en") == [("DEU",)]


@pytest.mark.parametrize(
    ("text", "lang", "who"),
    [
        ("The fleet will cost £3 billion.", "en", ("GBR",)),
        ("L'armée coûtera 7 milliards de francs.", "fr", ("CHE",)),
        ("Borduria has bought a fleet for £3 billion.", "en", ("BOR",)),
        ("World military spending rose by 4% in 2018, said Borduria.", "en", ()),
        ("Les dépenses militaires mondiales ont atteint 2 700 milliards de dollars.", "fr", ()),
        ("Allies met at the Klow summit, agreeing to spend 5% of GDP on defence.", "en", ("NATO",)),
        ("Defence spending saw a real increase of 8.3% across European Allies and Canada.", "en", ("EUROPE_CANADA",)),
    ],
)
def test_whose_it_is_without_being_named(
    figure_extractor: Extractor, text: str, lang: str, who: tuple[str, ...]
) -> None:
    assert holders(figure_extractor, text, lang) == [who]


def test_who_announces_binds_its_own_state(figure_extractor: Extractor) -> None:
    text = "Syldavian Prime Minister Ida Sporsz spoke. Ida Sporsz has announced that spending will rise to 2.6% of GDP."
    assert holders(figure_extractor, text, "en") == [("SYL",)]


def test_those_spoken_of_are_the_ones_named_before(figure_extractor: Extractor) -> None:
    text = "European allies and Canada added $41 billion. By 2020 those allies will have added $100 billion."
    assert holders(figure_extractor, text, "en") == [("EUROPE_CANADA",)] * 2


def test_a_sum_and_the_same_in_another_currency_are_of_one_holder(figure_extractor: Extractor) -> None:
    text = "Syldavia will spend €650 billion ($740 billion) on defence."
    assert holders(figure_extractor, text, "en") == [("SYL",)] * 2


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        ("Le budget de notre voisin bordure passera de 2,7 milliards d'euros en 2022 à 5,2 milliards d'euros.", "fr"),
        ("Borduria spends $3 billion on defence, or 2% of GDP.", "en"),
    ],
)
def test_both_ends_of_a_movement_and_what_is_said_otherwise_have_one_holder(
    figure_extractor: Extractor, text: str, lang: str
) -> None:
    assert holders(figure_extractor, text, lang) == [("BOR",), ("BOR",)]


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        ("Syldavia and Borduria spend 2.1% and 3.4% of GDP on defence respectively.", "en"),
        ("La Syldavie et la Bordurie consacrent respectivement 2,1 et 3,4 % de leur PIB à la défense.", "fr"),
    ],
)
def test_as_many_as_there_are_numbers_hold_one_each(figure_extractor: Extractor, text: str, lang: str) -> None:
    assert holders(figure_extractor, text, lang) == [("SYL",), ("BOR",)]


@pytest.mark.parametrize(
    ("text", "lang", "who"),
    [
        ("La Syldavie augmente sa contribution à l'OTAN, qui passera à 3 % du PIB.", "fr", ("SYL",)),
        ("La Syldavie doublera ses effectifs en Bordurie, qui atteindront 2 200 militaires.", "fr", ("SYL",)),
        ("Syldavia has an agreement with the Alliance to spend 2.1% of GDP on defence.", "en", ("SYL",)),
        ("Syldavia spent 2% of GDP on defence. The Alliance's own report puts spending at 3%.", "en", ("SYL",)),
        ("Allies spend more. Leaving out the United States, members spend 1.7% of GDP.", "en", ("EUROPE_CANADA",)),
        ("En excluant les États-Unis, l'Alliance dépense 1,7 % de son PIB.", "fr", ("EUROPE_CANADA",)),
    ],
)
def test_who_is_only_addressed_reported_by_or_left_out_holds_nothing(
    figure_extractor: Extractor, text: str, lang: str, who: tuple[str, ...]
) -> None:
    assert holders(figure_extractor, text, lang)[-1] == who
