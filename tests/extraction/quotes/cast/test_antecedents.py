from __future__ import annotations

import pytest

from quotepart.extraction.quotes.cast.antecedents import Candidate, find_antecedent
from quotepart.extraction.quotes.nouns import Phrase
from quotepart.model.entry import Speaker
from quotepart.model.span import Span

TEXT = "x" * 99 + "\n" + "x" * 200
"""A text whose second paragraph begins at character 100."""


def somebody(name: str, gender: str | None, at: int, *, plural: bool = False, is_named: bool = True) -> Candidate:
    return Candidate(Speaker(name=name), gender, plural, at, name.lower(), True, is_named)


def meant(gender: str | None, spoken: list[Candidate], mentioned: list[Candidate], text: str = TEXT) -> str | None:
    pronoun = Phrase(start=0, end=1, span=Span(200, 202), kind="pronoun", head="x", gender=gender)
    found = find_antecedent(pronoun, 200, spoken, mentioned, text, text.rfind("\n", 0, 200) + 1)
    return found.speaker.name if found else None


@pytest.mark.parametrize(("gender", "name"), [("male", "Ivan"), ("female", "Petra")])
def test_who_agrees_in_gender_is_meant(gender: str, name: str) -> None:
    assert meant(gender, [somebody("Ivan", "male", 110), somebody("Petra", "female", 120)], []) == name


def test_who_agrees_beside_the_pronoun_comes_before_who_spoke_long_ago() -> None:
    assert meant("female", [somebody("Petra", "female", 10)], [somebody("Olga", "female", 150)]) == "Olga"


def test_a_person_of_unknown_gender_who_spoke_last_may_be_meant() -> None:
    assert meant("male", [somebody("Ivan", "male", 10), somebody("Sasza", None, 120)], []) == "Sasza"


def test_the_subject_of_the_sentence_comes_before_who_spoke_in_another() -> None:
    spoken = [somebody("Ivan", "male", 110), somebody("Sasza", None, 150)]
    assert meant("male", spoken, [], f"{TEXT[:140]}. {TEXT[142:]}") == "Sasza"
    assert meant("male", spoken, [], f"{TEXT[:160]}. {TEXT[162:]}") == "Ivan"


def test_a_mere_description_comes_after_who_certainly_agrees_unless_the_paragraph_names_nobody() -> None:
    spoken = [somebody("Petra", "female", 10), somebody("a diplomat", None, 120, is_named=False)]
    assert meant("female", spoken, [somebody("Ivan", "male", 110)]) == "Petra"
    assert meant("female", spoken, []) == "a diplomat"


def test_nobody_is_meant_where_all_disagree() -> None:
    assert meant("female", [somebody("Ivan", "male", 110)], [somebody("Karl", "male", 120)]) is None


def test_many_are_meant_by_a_plural_only() -> None:
    spoken = [somebody("the ministers", None, 110, plural=True), somebody("Ivan", "male", 120)]
    pronoun = Phrase(start=0, end=1, span=Span(200, 202), kind="pronoun", head="x", plural=True)
    found = find_antecedent(pronoun, 200, spoken, [], TEXT, 100)
    assert found is not None
    assert found.speaker.name == "the ministers"


def test_who_was_named_since_comes_before_somebody_without_a_name() -> None:
    spoken = [somebody("a diplomat", None, 20, is_named=False)]
    assert meant("female", spoken, [somebody("Sasza", None, 60)]) == "Sasza"
    assert meant("female", spoken, [somebody("Sasza", None, 10)]) == "a diplomat"
    assert meant("female", spoken, [somebody("Ivan", "male", 60)]) == "a diplomat"
