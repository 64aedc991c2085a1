from __future__ import annotations

from collections.abc import Callable
from typing import Any

from quotepart.extraction.topics import find_topics

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
