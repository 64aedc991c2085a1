from __future__ import annotations

from collections.abc import Callable
from typing import Any

from quotepart.extraction.extractor import Extractor
from quotepart.extraction.topics import find_topics
from quotepart.model.document import Document

MakeReady = Callable[..., Any]


def test_topics_come_with_the_places_that_justify_them(ready: MakeReady) -> None:
    made = ready("Les alliés parlent du partage du fardeau et de leurs dépenses de défense.", "fr")
    topics, spans = find_topics(made.prepared, made.grammars.topics)
    assert topics == ("burden_sharing",)
    words = [span.cut(made.prepared.text) for span in spans["burden_sharing"]]
    assert "partage du fardeau" in words


def test_a_word_in_passing_is_no_topic(ready: MakeReady) -> None:
    text = "Titre.\n\nRien du tout.\n\nUne brigade passe."
    made = ready(text, "fr")
    assert find_topics(made.prepared, made.grammars.topics)[0] == ()


def test_what_stands_in_furniture_does_not_count(ready: MakeReady) -> None:
    text = "Les alliés se parlent toute la journée, dit-on à Klow.\n\nLire aussi : le partage du fardeau en question"
    made = ready(text, "fr")
    assert find_topics(made.prepared, made.grammars.topics)[0] == ()


def test_a_phrase_repeated_without_end_counts_a_few_times(ready: MakeReady) -> None:
    made = ready("Titre.\n\nRien du tout.\n\n" + "Une brigade passe. " * 1000, "fr")
    topics, spans = find_topics(made.prepared, made.grammars.topics)
    assert "eastern_flank" not in topics or len(spans["eastern_flank"]) >= 1


def test_figures_speak_for_topics(nato_extractor: Extractor) -> None:
    text = "Titre du jour à Klow.\n\nRien d'autre.\n\nLa Syldavie y consacrera 2 % du PIB en 2024, a-t-on appris."
    record = nato_extractor.extract(Document(id="a", text=text, sha256="", lang="fr"))
    assert "burden_sharing" in record.topics
    assert any(figure.span in (record.topic_spans or {})["burden_sharing"] for figure in record.figures)


def test_a_state_in_its_full_name_is_no_word_of_unity(ready: MakeReady) -> None:
    made = ready("Les États-Unis et le Royaume-Uni en parlent, dit-on à Klow.", "fr")
    assert "cohesion" not in find_topics(made.prepared, made.grammars.topics)[0]


def test_mentions_of_an_actor_speak_for_topics(nato_extractor: Extractor) -> None:
    text = (
        "Titre du jour à Klow.\n\nRien d'autre.\n\nLes États-Unis se taisent. Les États-Unis attendent, dit-on à Klow."
    )
    record = nato_extractor.extract(Document(id="a", text=text, sha256="", lang="fr"))
    assert "us_commitment" in record.topics


def test_a_longer_phrase_that_says_nothing_of_a_topic_hides_a_shorter_one(ready: MakeReady) -> None:
    made = ready("Titre.\n\nRien du tout.\n\nTout le monde parle du sommet de Washington, dit-on à Klow.", "fr")
    assert "us_commitment" not in find_topics(made.prepared, made.grammars.topics)[0]


def test_the_full_name_of_the_alliance_is_no_word_on_the_north(ready: MakeReady) -> None:
    made = ready("L'Alliance de l'Atlantique Nord se réunit.\n\nLe Conseil de l'Atlantique Nord siège à Klow.", "fr")
    assert "arctic" not in find_topics(made.prepared, made.grammars.topics)[0]


def test_states_of_the_east_in_a_list_are_no_word_on_the_flank(ready: MakeReady) -> None:
    made = ready("Titre du jour.\n\nRien d'autre.\n\nL'Estonie et la Pologne paient leur part, dit-on à Klow.", "fr")
    topics = find_topics(made.prepared, made.grammars.topics)[0]
    assert "burden_sharing" in topics
    assert "eastern_flank" not in topics


def test_the_words_of_any_alliance_are_no_word_on_its_clause(ready: MakeReady) -> None:
    made = ready("A day in Klow.\n\nNothing new.\n\nThe costs of collective defence rise, Ms Sporsz said.", "en")
    assert "article_5" not in find_topics(made.prepared, made.grammars.topics)[0]


def test_words_that_only_look_like_a_topic(ready: MakeReady) -> None:
    text = "La Syldavie est un pays pacifique, a dit le roi. La famille royale a vanté ses capacités à sourire."
    made = ready(text, "fr")
    assert find_topics(made.prepared, made.grammars.topics)[0] == ()


def test_states_in_an_enumeration_are_no_topic(nato_extractor: Extractor) -> None:
    listed = "The table on Monday names Greece, Poland, Estonia, Latvia, Turkey and North Macedonia as those who pay."
    record = nato_extractor.extract(Document(id="a", text=listed, sha256="", lang="en"))
    assert not {"eastern_flank", "turkey", "balkans"} & set(record.topics)
    alone = "Turkey said no on Monday. Turkey wants to be heard, its minister said, and Turkey is not in a hurry."
    assert "turkey" in nato_extractor.extract(Document(id="a", text=alone, sha256="", lang="en")).topics


def test_a_state_whose_figure_is_given_is_no_topic(nato_extractor: Extractor) -> None:
    text = "Poland spent 4.1% of GDP on defence in 2024. Poland spent 3.3% of GDP on defence in 2023."
    record = nato_extractor.extract(Document(id="a", text=text, sha256="", lang="en"))
    assert "burden_sharing" in record.topics
    assert "eastern_flank" not in record.topics
