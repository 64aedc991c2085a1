from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

MakeReady = Callable[..., Any]

PROSE = "The allies spoke of their defence spending for a whole day, without agreeing on anything new."
PROSE_FR = "Les alliés ont parlé de leurs dépenses de défense pendant une journée entière, sans rien conclure."
TITLE = "Allies speak at length about their spending"


def furniture(ready: MakeReady, text: str, lang: str = "en") -> str:
    return "|".join(span.cut(text) for span in ready(text, lang).prepared.furniture)


@pytest.mark.parametrize(
    "head",
    [
        "The Klow Evening Courier\n12 July 2018",
        "The Klow Courier – The daily of Syldavia",
        "THE KLOW COURIER",
        "The Klow Courier",
        "Klow Radio\nHome | World | Sport",
    ],
)
def test_what_names_the_page_is_not_the_report(ready: MakeReady, head: str) -> None:
    assert furniture(ready, f"{head}\n\n{TITLE}\n\n{PROSE}\n\n{PROSE} Again.") == head


def test_a_title_before_its_byline_is_the_report(ready: MakeReady) -> None:
    assert furniture(ready, f"{TITLE}\n\nBy Ida Sporsz\n\n{PROSE}\n\n{PROSE} Again.") == "By Ida Sporsz"


@pytest.mark.parametrize(
    ("head", "lang"),
    [
        ("Press conference\nby the Minister of Defence of Syldavia\n12 July 2018", "en"),
        ("Discours de Mme Sporsz devant le Parlement\nKlow, le 3 décembre 2019", "fr"),
    ],
)
def test_the_head_of_a_speech_says_what_follows(ready: MakeReady, head: str, lang: str) -> None:
    prose = PROSE if lang == "en" else PROSE_FR
    assert furniture(ready, f"{head}\n\n{prose}\n\n{prose} {prose}", lang) == head


def test_a_greeting_belongs_to_the_speech(ready: MakeReady) -> None:
    head = "Speech by the Minister of Defence of Syldavia"
    assert furniture(ready, f"{head}\n\nDear friends,\n\n{PROSE}\n\n{PROSE} Again.") == head


def test_the_head_of_a_transcript_is_the_page(ready: MakeReady) -> None:
    head = "Across the River: what the pledge means"
    turns = "\n\n".join(f"{name}: {PROSE} {name}." for name in ("ADA", "BEN", "CID", "DON"))
    assert furniture(ready, f"{head}\n\n{turns}") == head


@pytest.mark.parametrize("note", ["Did you spot an error? Write to us.", "The writer is a columnist for this paper."])
def test_a_note_to_the_reader_at_the_foot(ready: MakeReady, note: str) -> None:
    assert furniture(ready, f"{TITLE}\n\n{PROSE}\n\n{PROSE} Again.\n\n{note}") == note


def test_a_quotation_at_the_foot_is_the_report(ready: MakeReady) -> None:
    last = "“You will have your ships,” the minister told his guests."
    assert furniture(ready, f"{TITLE}\n\n{PROSE}\n\n{PROSE} Again.\n\n{last}") == ""


def test_hours_of_a_report_as_it_goes_on_are_its_own(ready: MakeReady) -> None:
    entries = "\n\n".join(f"{hour}:15\n{PROSE} {hour}." for hour in (16, 15, 14))
    assert furniture(ready, f"{TITLE}\n\n{entries}") == ""


def test_what_precedes_the_first_turn_of_a_transcript_is_the_page(ready: MakeReady) -> None:
    head = "Across the River, part two\n\nThis evening we look at the pledge with our guests."
    turns = "\n\n".join(f"{name}: {PROSE} {name}." for name in ("ADA", "BEN", "CID", "DON"))
    assert furniture(ready, f"{head}\n\n{turns}") == head


@pytest.mark.parametrize(
    ("bio", "lang"),
    [
        ("Ida Sporsz is a reporter for the Klow Courier. She has written on defence for ten years", "en"),
        ("Ida Sporsz covers defence for the Klow Courier.", "en"),
        ("Ida Sporsz est journaliste au Courrier de Klow, où elle suit la défense depuis dix ans.", "fr"),
    ],
)
def test_who_the_author_is_at_the_foot(ready: MakeReady, bio: str, lang: str) -> None:
    prose = PROSE if lang == "en" else PROSE_FR
    assert furniture(ready, f"{prose}\n\n{prose} {prose}\n\n{bio}", lang) == bio


@pytest.mark.parametrize(
    "last", ["The pledge covers a third of what the members spend.", "“Klow is a senior ally,” said Ida Sporsz."]
)
def test_what_only_sounds_like_a_biography(ready: MakeReady, last: str) -> None:
    assert furniture(ready, f"{PROSE}\n\n{PROSE} Again.\n\n{last}") == ""


def test_a_title_with_its_date_behind_a_dash_is_the_report(ready: MakeReady) -> None:
    title = "Klow and Szohôd urge the members of the league to spend more – 1 September 2014"
    assert furniture(ready, f"{title}\n\n{PROSE}\n\n{PROSE} Again.") == ""


def test_a_title_that_asks_leaves_the_head_open(ready: MakeReady) -> None:
    text = f"ActualitéInternational\n\nQui paiera demain pour la Ligue ?\n\npar KLOW NEWS\n\n{PROSE_FR}\n\n{PROSE_FR} Encore."
    assert furniture(ready, text, "fr") == "ActualitéInternational|par KLOW NEWS"


def test_who_the_author_is_stands_above_the_report(ready: MakeReady) -> None:
    life = "Ida Sporsz is a professor at the university of Klow and the author of a book on the league."
    prose = "The allies spoke of their defence spending for a whole day, without agreeing on anything new."
    text = f"Deterrence must come first\n{life}\n{prose}\n\n{prose} Again."
    assert [span.cut(text) for span in ready(text, "en").prepared.furniture] == [life]


def test_a_title_above_a_menu_is_no_name_of_the_page(ready: MakeReady) -> None:
    title = "La ligue parle longuement de toutes ses dépenses"
    text = f"{title}\n\nRadio Klow | Info\n\n{PROSE_FR}\n\n{PROSE_FR} Encore."
    assert [span.cut(text) for span in ready(text, "fr").prepared.furniture] == ["Radio Klow | Info"]


def test_a_row_of_links_above_a_report_without_title(ready: MakeReady) -> None:
    menu = "- logo-icon\n- UK\n- Cost of living\n- Crime\n- Royal"
    assert furniture(ready, f"{menu}\n{PROSE}\n\n{PROSE} Again.") == menu


def test_what_is_seen_above_a_speech_is_no_part_of_it(ready: MakeReady) -> None:
    head = "Remarks by the Minister of Defence of Syldavia"
    scene = (
        "The Minister of Defence of Syldavia giving a statement to the press after a meeting in the hall of the league."
    )
    greeting = "Good afternoon. We have just met with the ministers of the league, and we have agreed on a plan for the winter."
    assert furniture(ready, f"{head}\n\n{scene}\n\n{greeting}\n\n{PROSE}") == f"{head}\n\n{scene}"


def test_a_speaker_who_greets_before_the_questions_is_kept(ready: MakeReady) -> None:
    turns = "\n\n".join(f"Q: What of point {n}?\n\nMinister Sporsz: It says nothing new on {n}." for n in "123")
    said = (
        "Today the members of the league agreed on a plan for the coming winter, and I thank each of them for the work."
    )
    text = f"Remarks by the Minister of Defence\n\nGood morning, everyone.\n\n{said}\n\n{turns}"
    assert furniture(ready, text) == "Remarks by the Minister of Defence"


def test_a_long_paragraph_that_breaks_off_is_the_report(ready: MakeReady) -> None:
    cut = (
        "On their arrival the ministers of the league had set the tone of the meeting: calm after four years of quarrels"
        " and of threats, and a long list of orders for the"
    )
    text = f"{TITLE}\n\n{PROSE}\n\n{PROSE} Again.\n\n{cut}\n\nThis item is for subscribers only\nHelp\nShop"
    assert cut not in furniture(ready, text)


def test_a_question_that_breaks_off_is_a_turn_of_its_talk(ready: MakeReady) -> None:
    turns = "\n\n".join(f"{name}: {PROSE} That was it." for name in ("MS SPORSZ", "MR KLOW", "MS WOOZ"))
    text = f"{TITLE}\n\n{turns}\n\nQ: Why is it so [inaudible]\n\nsporsz klow defence"
    assert furniture(ready, text).endswith("|sporsz klow defence")


def test_tags_between_commas_stand_before_a_report(ready: MakeReady) -> None:
    tags = "Klow, Defence spending, The league, Borduria"
    assert furniture(ready, f"{TITLE}\n\n{tags}\n\n{PROSE}\n\n{PROSE} Again.") == tags


@pytest.mark.parametrize(
    ("before", "last"),
    [
        ("", "The allies will speak of their defence spending again next week."),
        (
            "I must tell you, minister, that the allies are waiting for your answer.",
            "We have asked your clerks for it twice.",
        ),
    ],
)
def test_a_last_sentence_about_the_matter_or_in_a_talk_is_the_report(ready: MakeReady, before: str, last: str) -> None:
    text = f"{TITLE}\n\n{PROSE}\n\n{before}\n\n{PROSE} Again.\n\n{last}"
    assert last not in furniture(ready, text)


def test_guests_named_under_a_report_are_the_page(ready: MakeReady) -> None:
    guests = "Ida Sporsz, reporter of the Courier\nJan Novak, Member of Parliament\nOtto Klow, retired general"
    assert furniture(ready, f"{TITLE}\n\n{PROSE}\n\n{PROSE} Again.\n\n{guests}") == guests
