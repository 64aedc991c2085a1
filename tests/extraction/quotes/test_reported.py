from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from quotepart.extraction.quotes.speakers import find_quotes

Told = Callable[..., Any]


def clauses(told: Told, text: str, lang: str = "fr") -> list[str]:
    ready = told(text, lang)
    quotes = find_quotes(ready.prepared, ready.grammars.quotes)
    return [quote.span.cut(text) for quote in quotes if quote.kind == "indirect"]


@pytest.mark.parametrize(
    ("text", "clause"),
    [
        ("Ivan Krolt a dit mardi à la presse que la mer était calme.", "la mer était calme"),
        ("La mer était calme hier, a dit Ivan Krolt.", "La mer était calme hier"),
        ("Ivan Krolt a promis de rendre la mer plus calme.", "rendre la mer plus calme"),
        ("Ivan Krolt affirme avoir vu la mer calme.", "avoir vu la mer calme"),
        ("Ivan Krolt a prévenu les alliés que la mer monterait.", "la mer monterait"),
        ("Le journaliste précise que la mer monterait.", "la mer monterait"),
        ("Ivan Krolt a informé M. Vlasz que la mer monterait.", "la mer monterait"),
        ("Au ministère, on reconnaît à demi-mot que la mer monterait.", "la mer monterait"),
        ("Ivan Krolt a annoncé ce jour que la mer monterait.", "la mer monterait"),
        ("Ivan Krolt s'en est expliqué : la mer était calme.", "la mer était calme"),
        ("Ivan Krolt a indiqué à Nova Vesna que la mer était calme.", "la mer était calme"),
        ("Ivan Krolt a réclamé ce jeudi 25 mai que la mer soit calme.", "la mer soit calme"),
        ("Ivan Krolt a annoncé son départ et appelé la Ligue à garder la mer calme.", "garder la mer calme"),
        ("La mer était calme hier, a-t-on appris auprès de l'état-major.", "La mer était calme hier"),
        ("Ivan Krolt est parti, ajoutant que la mer était calme.", "la mer était calme"),
        ("Ivan Krolt a fait savoir, dans une lettre à la Ligue, à Klow, que la mer montait.", "la mer montait"),
        ("Ivan Krolt a pour sa part assuré que la mer était calme.", "la mer était calme"),
        ("Ivan Krolt a dit mardi à Klow ne pas craindre la mer.", "ne pas craindre la mer"),
        ("Ivan Krolt est parti, tout en appelant la Ligue à garder la mer calme.", "garder la mer calme"),
        ("« Partez », Ivan Krolt a dit que la mer était calme.", "la mer était calme"),
        ("Ivan Krolt a dit que la mer — celle du Nord — était calme.", "la mer — celle du Nord — était calme"),
        ("Ivan Krolt a répété plusieurs fois que la mer était calme.", "la mer était calme"),
        ("Ivan Krolt a expliqué un peu plus tard que la mer était calme.", "la mer était calme"),
        ("Petra Vlasz estime elle aussi que la mer était calme.", "la mer était calme"),
        ("Ivan Krolt a demandé à ce que la mer soit calme.", "la mer soit calme"),
        ("La mer était calme hier, a dit ce mercredi Ivan Krolt.", "La mer était calme hier"),
        ("Ivan Krolt est parti, suggérant que la mer était calme.", "la mer était calme"),
        ("Ivan Krolt a dit lors d'une conférence de presse que la mer était calme.", "la mer était calme"),
        ("Ivan Krolt a jugé absurde de craindre la mer.", "absurde de craindre la mer"),
        ("Ivan Krolt a plaidé pour que la mer reste calme.", "la mer reste calme"),
        ("Ivan Krolt a rappelé que la mer est calme et que le port « tient bon ».", "la mer est calme"),
        ("Ivan Krolt a expliqué il y a dix jours que la mer était calme.", "la mer était calme"),
        ("Ivan Krolt a déclaré hier vendredi, que la mer était calme.", "la mer était calme"),
        (
            "Ivan Krolt a dit que lors de ce salon, en marge du sommet, la mer était calme.",
            "lors de ce salon, en marge du sommet, la mer était calme",
        ),
        ("Ce port est fermé par plusieurs élus, qui estiment que la mer est calme.", "la mer est calme"),
        ("Ivan Krolt a précisé que la mer, a-t-il dit, était calme.", "la mer, a-t-il dit, était calme"),
        ("Beaucoup d'experts ont dit hier que la mer était calme.", "la mer était calme"),
    ],
)
def test_french_clauses(told: Told, text: str, clause: str) -> None:
    assert clauses(told, text) == [clause]


@pytest.mark.parametrize(
    ("text", "clause"),
    [
        ("Ivan Krolt said on Tuesday that the sea was calm.", "the sea was calm"),
        ("Ivan Krolt said the sea was calm.", "the sea was calm"),
        ("The sea was calm on that day, Ivan Krolt said.", "The sea was calm on that day"),
        ("Ivan Krolt told reporters the sea was calm.", "the sea was calm"),
        ("Ivan Krolt warned the sea could rise.", "the sea could rise"),
        ("Ivan Krolt urged all members to look at the sea.", "look at the sea"),
        ("According to Ivan Krolt, the sea was calm.", "the sea was calm"),
        ("Ivan Krolt said on Aug. 6 he was sure of the sea.", "he was sure of the sea"),
        ("Ivan Krolt noted Tuesday morning that the sea was calm.", "the sea was calm"),
        ("Ivan Krolt later declared in a speech that the sea was calm.", "the sea was calm"),
        ("Ivan Krolt drew fire for saying the sea was calm.", "the sea was calm"),
        ("While the wind had come up, Ivan Krolt said Friday it was calm.", "it was calm"),
        ("Earlier, in a speech on May 24, Ivan Krolt, 43, said the sea was calm.", "the sea was calm"),
        ("Ivan Krolt expressed the opinion that the sea was calm.", "the sea was calm"),
        ("Ivan Krolt said the boats that had left were few.", "the boats that had left were few"),
        ("Ivan Krolt said that the sea was calm in an interview with the radio.", "the sea was calm"),
        ("Ivan Krolt has said that the sea is calm and has called for more boats.", "the sea is calm"),
        ("Ivan Krolt said that the sea was calm, and appeared to mean it.", "the sea was calm"),
        ("Ivan Krolt made clear from the start the sea was calm - not rough.", "the sea was calm"),
        ("The sea will be calm on Monday, Ivan Krolt told sailors on Friday.", "The sea will be calm on Monday"),
        ("He's said repeatedly that the sea was calm.", "the sea was calm"),
        ("Ivan Krolt said in an interview in late May that the sea was calm.", "the sea was calm"),
        ("KT2 reported that the sea was calm.", "the sea was calm"),
        ("Ivan Krolt made it clear that the sea was calm.", "the sea was calm"),
        ("Ivan Krolt wrote home, demanding they should look at the sea.", "they should look at the sea"),
        ("The crew left, with Ivan Krolt warning on Friday that the sea would rise.", "the sea would rise"),
        ("The League has said that the sea is calm, according to Ivan Krolt.", "the sea is calm"),
        ("Ivan Krolt said about 400 sailors had left.", "about 400 sailors had left"),
        ("Ivan Krolt said that Klow has boats and expects to build more.", "Klow has boats and expects to build more"),
        ("Klow says the boats amount to a threat at sea.", "the boats amount to a threat at sea"),
        (
            "Ivan Krolt left, warning the wind would hurt all boats that depend on it.",
            "the wind would hurt all boats that depend on it",
        ),
        ("Ivan Krolt told the Herald the sea was calm, but that boats were “few”.", "the sea was calm"),
        ("He met Ida Berz of the Institute in Klow, who noted that the sea was calm.", "the sea was calm"),
        (
            "Ivan Krolt added that they try to keep calm and maintain the port.",
            "they try to keep calm and maintain the port",
        ),
        ("Ivan Krolt said the boats that left were few, and that he was “sad”.", "the boats that left were few"),
        ("Ivan Krolt says he'll stay.", "he'll stay"),
        ("Ivan Krolt said the sea — eighteen knots of wind — was calm.", "the sea — eighteen knots of wind — was calm"),
        ("When Ivan Krolt said last week that the sea was calm, Petra Vlasz laughed.", "the sea was calm"),
        ("Ivan Krolt is demanding that the League pay more, he wrote in a letter to Klow.", "the League pay more"),
        ("While praising “real efforts”, Ivan Krolt regretted that the sea was rough.", "the sea was rough"),
        ("Ivan Krolt promised two years ago to look at the sea.", "look at the sea"),
        ("The boats are gone now, said Ivan Krolt: “and the crew with them.”", "The boats are gone now"),
    ],
)
def test_english_clauses(told: Told, text: str, clause: str) -> None:
    assert clauses(told, text, "en") == [clause]


@pytest.mark.parametrize(
    ("text", "clause"),
    [
        ("Ivan Krolt a dit que la mer était calme, tout en regardant le port.", "la mer était calme"),
        ("Ivan Krolt a dit que la mer était calme, alors que le vent se levait.", "la mer était calme"),
        ("Ivan Krolt a dit que la mer était calme, évoquant le port.", "la mer était calme"),
        ("Ivan Krolt a dit que la mer était calme et a salué la foule.", "la mer était calme"),
        ("Ivan Krolt a aussi dit que la mer était calme, et souligné ce qu'il doit au vent.", "la mer était calme"),
    ],
)
def test_a_clause_ends_where_the_reporter_takes_over(told: Told, text: str, clause: str) -> None:
    assert clauses(told, text)[0] == clause


def test_clauses_joined_by_that_are_told_apart(told: Told) -> None:
    text = "Ivan Krolt a dit que la mer était calme, et que le vent se levait enfin."
    assert clauses(told, text) == ["la mer était calme", "le vent se levait enfin"]


@pytest.mark.parametrize(
    "text",
    [
        "Ivan Krolt a annoncé les mesures que la Ligue attendait.",
        "Ivan Krolt pense que la mer est calme.",
        "Il faut dire que la mer est calme.",
        "Ivan Krolt a demandé un délai avant de donner son avis.",
        "La Ligue soutient la construction de navires qui affirment la force du port.",
        "Ivan Krolt est parti, dit-on, plutôt que de rester.",
        "Ivan Krolt a demandé plus que la Ligue ne donne.",
        "Ivan Krolt a dit que la mer était « calme comme un lac ».",
    ],
)
def test_what_is_no_reported_clause(told: Told, text: str) -> None:
    assert clauses(told, text) == []


def test_a_second_clause_behind_words_in_marks_is_reported(told: Told) -> None:
    ready = told("Ida Sporsz said she was “pleased” with it, and that the fleet would sail on Monday.", "en")
    quotes = find_quotes(ready.prepared, ready.grammars.quotes)
    assert [(each.kind, each.span.cut(ready.prepared.text)) for each in quotes] == [
        ("mixed", "pleased"),
        ("indirect", "the fleet would sail on Monday"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Ivan Krolt warned of a storm if the wind came up again.",
        "The members are expected to agree that the sea is calm.",
        "Few ministers have said that the sea is calm.",
        "Ivan Krolt said the same words as ever to the crew.",
        "The surprise decision added new uncertainty to the bid that Klow had made.",
        "The experience of these summits suggests that the sea was calm.",
        "Ivan Krolt spoke of the crew's repeated claims about the sea.",
        "Ivan Krolt repeated his claim that the sea had been stolen.",
        "Ivan Krolt lashed out at countries that fall short.",
        "Ivan Krolt wouldn't say whether the sea was calm.",
        "Ivan Krolt reiterated the need to raise the sail.",
        "Ivan Krolt repeated a call made by the crew for a calmer sea.",
        "Ivan Krolt and his crew disagree about where the sea is calm.",
        "All members are professing unity as they look at the sea.",
    ],
)
def test_what_no_english_verb_reports(told: Told, text: str) -> None:
    assert clauses(told, text, "en") == []


def test_a_clause_ends_before_the_next_verb_of_saying(told: Told) -> None:
    text = "Ivan Krolt said the sea was calm as he added that he would stay."
    assert clauses(told, text, "en") == ["the sea was calm", "he would stay"]


def test_a_clause_stands_apart_from_a_quotation_behind_it(told: Told) -> None:
    text = "Ivan Krolt has insisted that the sea is calm and has called for a talk where he hopes to see “good will”."
    assert clauses(told, text, "en") == ["the sea is calm"]
    assert clauses(told, "The sea is calm, Ivan Krolt explained: “We stay here,” he said.", "en") == ["The sea is calm"]


def test_a_short_form_is_a_verb_and_an_adverb_opens_a_participle(told: Told) -> None:
    assert clauses(told, "Ivan Krolt said they're glad of a calm sea.", "en") == ["they're glad of a calm sea"]
    text = "Ivan Krolt told a young leader he would not sail, even suggesting a truce."
    assert clauses(told, text, "en") == ["he would not sail"]
    text = "Three members argued that the sea was calm, with one saying the crew was mad."
    assert clauses(told, text, "en")[0] == "the sea was calm"


def test_a_relative_clause_with_a_verb_of_its_own_ends_a_clause(told: Told) -> None:
    text = "Ivan Krolt said the sea was calm after talks with Petra Berg, who said the crew would stay."
    assert clauses(told, text, "en") == ["the sea was calm after talks with Petra Berg", "the crew would stay"]


def test_a_pronoun_that_is_a_subject_opens_a_clause(told: Told) -> None:
    text = "The move angered the members who say it weakens the fleet."
    assert clauses(told, text, "en") == ["it weakens the fleet"]
    assert clauses(told, "Ivan Krolt told them stories of the sea.", "en") == []
    text = "All members said the crew of the yard, including some old sailors, want to sail at once."
    assert clauses(told, text, "en") == ["the crew of the yard, including some old sailors, want to sail at once"]


def test_a_day_of_the_month_parts_a_verb_from_its_clause(told: Told) -> None:
    assert clauses(told, "Ivan Krolt said July 12 that the sea was calm.", "en") == ["the sea was calm"]
    assert clauses(told, "Ivan Krolt had signalled he was tired of the sea.", "en") == ["he was tired of the sea"]
    assert clauses(told, "Ivan Krolt signalled his worry about what the crew wanted.", "en") == []
    assert clauses(told, "All wanted a say in how the money would be used.", "en") == []
    text = "Calm as ever was the sea, he said, citing the crew of the yard."
    assert clauses(told, "Ivan Krolt woke. " + text, "en")[-1:] == ["Calm as ever was the sea"]


def test_what_is_said_of_a_noun_in_a_relative_clause_is_no_clause(told: Told) -> None:
    assert clauses(told, "The port, which Ivan Krolt said was full, is empty.", "en") == []


@pytest.mark.parametrize(
    ("text", "clause"),
    [
        ("Ivan Krolt left Klow and claimed, without giving a plan, that the sea was calm.", "the sea was calm"),
        ("Ivan Krolt won after telling a crowd in Klow on Monday that the sea was calm.", "the sea was calm"),
        ("Ivan Krolt left the hall adding he was tired of it all.", "he was tired of it all"),
    ],
)
def test_clauses_of_participles_and_past_insertions(told: Told, text: str, clause: str) -> None:
    assert clauses(told, text, "en") == [clause]


def test_reports_of_the_media_are_a_noun(told: Told) -> None:
    assert clauses(told, "Ivan Krolt denied media reports that the port might close.", "en") == []


def test_what_somebody_agreed_is_a_clause(told: Told) -> None:
    assert clauses(told, "Ivan Krolt agreed the port must spend more.", "en") == ["the port must spend more"]
    assert clauses(told, "It was less than what Ivan Krolt agreed they should pay.", "en") == []


def test_a_clause_before_its_verb_may_go_on_in_marks(told: Told) -> None:
    text = "Klow spends much to keep the sea calm, Ivan Krolt said, and “Dol goes out and pays.”"
    assert clauses(told, text, "en") == ["Klow spends much to keep the sea calm"]


def test_somebody_called_by_an_age_says_something(told: Told) -> None:
    text = "Ivan Krolt left. The 61-year-old added that he was tired of the sea."
    assert clauses(told, text, "en") == ["he was tired of the sea"]
