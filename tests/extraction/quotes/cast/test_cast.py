from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from quotepart.extraction.quotes.speakers import find_quotes

Told = Callable[..., Any]


def speakers(told: Told, text: str, lang: str = "fr") -> list[str | None]:
    ready = told(text, lang)
    quotes = find_quotes(ready.prepared, ready.grammars.quotes)
    return [quote.speaker.name if quote.speaker else None for quote in quotes]


def test_a_title_without_a_name_is_resolved_by_the_pacts_offices(told: Told) -> None:
    text = "Dora Welk est arrivée en 2023. « Nous restons unis », a dit la secrétaire générale de la Ligue."
    assert speakers(told, text) == ["Dora Welk"]


def test_a_title_nobody_in_the_text_holds_stays_a_description(told: Told) -> None:
    assert speakers(told, "« Nous restons unis », a dit le ministre poldève de la Pêche.") == [
        "le ministre poldève de la Pêche"
    ]


@pytest.mark.parametrize(("pronoun", "speaker"), [("Il", "Ivan Krolt"), ("Elle", "Petra Berg")])
def test_pronouns_agree_in_gender(told: Told, pronoun: str, speaker: str) -> None:
    text = f"Ivan Krolt a dit oui. Petra Berg a dit non. {pronoun} a ajouté que tout irait bien."
    assert speakers(told, text)[-1] == speaker


def test_nobody_is_meant_by_on(told: Told) -> None:
    assert speakers(told, "Ivan Krolt est là. « Tout va bien ici », dit-on à Klow.") == [None]


def test_the_organisation_is_the_one_last_spoken_of(told: Told) -> None:
    text = "La Ligue a dit que tout allait bien. « Rien ne presse », a ajouté l'organisation."
    assert speakers(told, text) == ["Ligue", "Ligue"]


def test_two_ministers_are_told_apart_by_their_state(told: Told) -> None:
    text = (
        "Le ministre zilandais Nils Harg et le ministre poldève Ivan Krolt sont là. "
        "« Oui, nous restons », dit le ministre zilandais. « Non, nous partons », dit le ministre poldève."
    )
    assert speakers(told, text) == ["Nils Harg", "Ivan Krolt"]


def test_another_title_with_the_same_head_means_the_last_speaker(told: Told) -> None:
    text = (
        "“All is well here,” palace spokesman Ivan Krolt said. "
        "The Zealand presidential spokesman added: “We stay where we are.”"
    )
    assert speakers(told, text, "en") == ["Ivan Krolt", "Ivan Krolt"]


def test_a_shortened_title_is_the_title(told: Told) -> None:
    text = "Sen. Petra Berg and Gen. Ivan Krolt met. “We stay here,” the senator said."
    assert speakers(told, text, "en") == ["Petra Berg"]


def test_a_bare_title_means_who_bears_it_without_a_state(told: Told) -> None:
    text = (
        "President Krolt landed on Monday. He is to meet Zealand President Nils Harg.\n\n"
        "The wind had come up over the sea.\n\n“We stay here,” the president said."
    )
    assert speakers(told, text, "en") == ["Krolt"]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (
            "Minister Ivan Krolt slept. A reporter asked the minister about Klow. He said the sea was calm.",
            "Ivan Krolt",
        ),
        ("Ivan Krolt's remarks, sent to Minister Otto Farkas, were harsh. He said the sea was calm.", "Ivan Krolt"),
        (
            "KLOW -- Minister Ivan Krolt met Zealand Minister Nils Harg. “All is well here,” the minister said.",
            "Ivan Krolt",
        ),
    ],
)
def test_who_is_only_spoken_to_is_not_taken_up(told: Told, text: str, name: str) -> None:
    assert speakers(told, text, "en")[-1] == name


def test_a_title_of_several_means_who_spoke_last(told: Told) -> None:
    text = (
        "Zealand Minister Nils Harg and Poldavian Minister Ivan Krolt met. Nils Harg said it was late. "
        "“All is well here,” the minister added."
    )
    assert speakers(told, text, "en")[-1] == "Nils Harg"


def test_an_elided_pronoun_describes_nobody(told: Told) -> None:
    text = (
        "C'est une note que personne ne devait lire. Rédigée par les services de la Ligue, elle conclut que la flotte ne "
        "pourra pas naviguer."
    )
    assert "C'" not in speakers(told, text)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("« Oui », dit Petra Berg.\n\nIl pleut.\n\nIl neige.\n\n« Nous tenons bon », a dit la ministre.", "Petra Berg"),
        ("« Oui », dit Petra Berg.\n\n« J'attends », sourit cette femme de 47 ans.", "Petra Berg"),
        (
            "« Oui », dit Petra Berg. Le port plaît à Ida Sporsz.\n\nIl neige.\n\n« Nous tenons bon », a dit la ministre.",
            "la ministre",
        ),
        (
            "« Oui », dit Petra Berg.\n\nLa ministre Ida Sporsz est là.\n\n« Bon vent », a dit la présidente.",
            "présidente",
        ),
        ("« Oui », dit Ivan Krolt.\n\nIl pleut.\n\n« Nous tenons bon », a dit la ministre.", "la ministre"),
    ],
)
def test_a_noun_that_varies_a_name_means_the_one_in_view(told: Told, text: str, name: str) -> None:
    assert speakers(told, text)[-1] == name


def test_the_first_and_the_second_are_told_by_their_order(told: Told) -> None:
    text = "Ivan Krolt a vu Petra Berg. Le premier a dit que la mer monte. La seconde a dit que la mer descend."
    assert speakers(told, text) == ["Ivan Krolt", "Petra Berg"]


def test_lines_that_only_wrap_are_one_paragraph(told: Told) -> None:
    text = "« Oui », a dit un marin.\n\nLe général Jan Novak dort\nau port. Il a dit que la mer\nest calme."
    assert speakers(told, text)[-1] == "Jan Novak"


def test_who_is_the_object_of_a_relative_clause_is_not_its_subject(told: Told) -> None:
    text = (
        "Ivan Krolt a dit mardi qu'il pleut. Il estime que Jan Novak, qu'il a qualifié d'« homme de paille », a tort."
    )
    assert speakers(told, text)[-1] == "Ivan Krolt"


def test_what_somebody_is_before_a_pronoun_is_nobody_else(told: Told) -> None:
    text = "« Oui », dit Ivan Krolt. Président de la commission des mers, il évoque « un retour massif de la flotte »."
    assert speakers(told, text)[-1] == "Ivan Krolt"


def test_an_age_varies_a_name(told: Told) -> None:
    text = "Ivan Krolt is the minister. “We stay,” he said.\n\nThe 61-year-old added: “Nobody leaves today.”"
    assert speakers(told, text, "en") == ["Ivan Krolt", "Ivan Krolt"]


def test_a_short_title_is_the_long_one(told: Told) -> None:
    text = "Prime Minister Ida Sporsz met Ivan Krolt and Petra Vlasz.\n\n“We will pay,” the PM said in the corridor."
    assert speakers(told, text, "en") == ["Ida Sporsz"]


def test_the_latter_is_who_was_named_last(told: Told) -> None:
    text = "Anna Lind met her counterpart Hanna Brezk in Klow. “We leave today,” the latter said."
    assert speakers(told, text, "en") == ["Hanna Brezk"]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Petra Berg est là. « Tout compte ici », poursuit celle qui fut ministre.", "Petra Berg"),
        (
            "« Oui », dit Jan Novak. Le général Ivan Krolt non plus : la mer, affirme-t-il, a trop de vagues.",
            "Ivan Krolt",
        ),
        ("« Oui, partons », assure-t-on à l'état-major de la flotte.", "l'état-major de la flotte"),
    ],
)
def test_who_came_up_is_taken_up(told: Told, text: str, name: str) -> None:
    assert speakers(told, text)[-1] == name


def test_who_is_named_in_the_words_is_not_who_says_them(told: Told) -> None:
    text = "“We stay,” Ivan Krolt said.\n\n“We thank Karl Berg for his help, and Jan Welk too,” he said."
    assert speakers(told, text, "en") == ["Ivan Krolt", "Ivan Krolt"]


def test_the_only_person_is_meant_whatever_the_gender_of_the_name(told: Told) -> None:
    text = "Minister Petra Krolt met the press. He said: “We will stay where we are.”"
    assert speakers(told, text, "en") == ["Petra Krolt"]
    text = "Minister Petra Krolt met Anna Welk. He said: “We will stay where we are.”"
    assert speakers(told, text, "en") == [None]


def test_a_title_that_is_a_subject_may_be_taken_up(told: Told) -> None:
    text = "“No,” said Anna Brask. A minister from Klow goes further. “We are lost,” he told the press."
    assert speakers(told, text, "en")[-1] == "A minister from Klow"


def test_somebody_described_as_a_subject_may_be_taken_up(told: Told) -> None:
    text = "“No,” said Anna Brask. One fisherman shook his head. “They send the guns,” he said."
    assert speakers(told, text, "en")[-1] == "One fisherman"


def test_a_title_is_not_the_person_named_as_the_object_of_its_sentence(told: Told) -> None:
    text = "The chief clerk of the League said Ivan Krolt's plan would “undermine the fleet”."
    assert speakers(told, text, "en") == ["The chief clerk of the League"]


def test_half_of_them_are_nobody_whom_he_means(told: Told) -> None:
    text = "“No,” said Ivan Krolt.\n\nAll parties agree, although half of them want to wait, he noted."
    assert speakers(told, text, "en")[-1] == "Ivan Krolt"


def test_a_ministry_is_not_its_minister(told: Told) -> None:
    text = "Le ministre zilandais de la Défense, Nils Harg, est là. Selon le ministère zilandais de la Défense, tout va bien."
    assert speakers(told, text) == ["le ministère zilandais de la Défense"]


def test_whose_view_a_sentence_gives_may_be_named_in_it_alone(told: Told) -> None:
    text = "Petra Berg a dit que tout va bien. Après les propos de Nils Harg sur la flotte, à ses yeux « vieille », elle part."
    assert speakers(told, text)[-1] == "Nils Harg"


def test_a_paper_goes_on(told: Told) -> None:
    text = (
        "Nils Harg a dit que tout va bien.\n\nUn communiqué de la flotte souligne que la mer est calme.\n\n"
        "« Elle monte encore », précise-t-il."
    )
    assert speakers(told, text)[-1] == "Un communiqué de la flotte"


def test_a_bare_epithet_is_who_was_named_since(told: Told) -> None:
    text = "Petra Berg est là. « Oui », a dit le député du Nord. Ivan Krolt a dit que tout va bien. « Non », dit le député."
    assert speakers(told, text) == ["le député du Nord", "Ivan Krolt", "Ivan Krolt"]


def test_a_body_of_which_a_sentence_speaks_is_not_who_speaks_in_it(told: Told) -> None:
    text = "Ivan Krolt a dit oui.\n\nLe parlement reste uni, a-t-il rappelé, soulignant que la mer y est « calme et belle »."
    assert speakers(told, text) == ["Ivan Krolt", "Ivan Krolt"]


def test_somebody_named_in_marks_is_not_who_speaks(told: Told) -> None:
    text = (
        "Harbour chief Ivan Krolt called out a “mad” plan.\n\n"
        "“It goes on until Otto Brac is forced to change,” the new boss of the port said."
    )
    ready = told(text, "en")
    quotes = find_quotes(ready.prepared, ready.grammars.quotes)
    assert quotes[-1].speaker is None or quotes[-1].speaker.name != "Otto Brac"


def test_a_title_with_its_state_varies_the_name_of_one_of_that_state(told: Told) -> None:
    text = "Syldavian Army Chief of Staff Ivan Krolt said the sea was calm.\n\n“We wait,” declared the {} general."
    for state, name in (("Syldavian", "Ivan Krolt"), ("Bordurian", None)):
        ready = told(text.format(state), "en")
        last = find_quotes(ready.prepared, ready.grammars.quotes)[-1]
        assert last.speaker is not None
        assert (last.speaker.name == "Ivan Krolt") is (name is not None)


def test_who_owns_something_is_no_subject_beside_somebody_who_spoke(told: Told) -> None:
    text = (
        "Ivan Krolt, who leads the talks, said the sides had come close. However, Otto Brac's renewed threat cast doubt "
        "over it all. “The sea is calm,” he said."
    )
    assert speakers(told, text, "en") == ["Ivan Krolt", "Ivan Krolt"]
    text = (
        "Otto Brac's move drew anger. The harbour chief, Sasz Krolt, described it as a “lost case” in a speech. "
        "He noted that the port is weighing its answer."
    )
    assert speakers(told, text, "en") == ["Sasz Krolt", "Sasz Krolt"]


def test_the_office_of_the_country_is_that_of_its_one_holder_named_later(told: Told) -> None:
    text = (
        "The port is “ready to be counted” on boats, the northern country's prime minister told Klow Radio.\n\n"
        "Former envoy Otto Brac was there.\n\n{} Jonas Stoer opened the meeting."
    )
    assert speakers(told, text.format("Prime Minister"), "en")[0] == "Jonas Stoer"
    assert speakers(told, text.format("Fleet Minister"), "en")[0] != "Jonas Stoer"
