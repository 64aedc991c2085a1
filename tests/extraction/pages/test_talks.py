from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from quotepart.extraction.pages.talks import TURN

MakeReady = Callable[..., Any]


def furniture(ready: MakeReady, text: str, lang: str) -> str:
    return "|".join(span.cut(text) for span in ready(text, lang).prepared.furniture)


@pytest.mark.parametrize(
    "line", ["jan novak, président. - nous avons", "q: why?", "[10:30:00] ida sporsz: good", ">> ida: so"]
)
def test_a_label_and_its_sign_begin_a_turn(line: str) -> None:
    assert TURN.match(line)


def test_prose_begins_no_turn() -> None:
    assert not TURN.match(
        "the minister of syldavia said on monday that the fleet would stay where it was, and added: no"
    )


def test_the_last_turn_of_a_talk_is_no_note_under_the_report(ready: MakeReady) -> None:
    text = (
        "IDA SPORSZ\nBonjour à tous, et merci d'être venus si nombreux ce matin.\n"
        "JAN NOVAK\nLe budget de la défense va-t-il augmenter cette année encore ?\n"
        "IDA SPORSZ\nOui, de 3 %, comme nous l'avions promis à nos alliés.\n"
        "JAN NOVAK\nEt en plus ?\nIDA SPORSZ\nRien\n"
    )
    assert furniture(ready, text, "fr") == ""


def test_labels_on_lines_of_their_own_belong_to_the_talk(ready: MakeReady) -> None:
    text = (
        "UNKNOWN:\n\nGood morning, everyone. We begin with the press of Syldavia and will go on from there.\n\n"
        "MINISTER SPORSZ:\n\nWait, Jan, I am going to speak first.\n\nUNKNOWN:\n\nUnderstood, of course.\n"
    )
    assert furniture(ready, text, "en") == ""
