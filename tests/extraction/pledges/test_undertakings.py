from __future__ import annotations

import pytest

from quotepart.extraction.figures.figures import compile_figures
from quotepart.extraction.languages.find import language_of
from quotepart.extraction.pledges.undertakings import (
    Cast,
    before_aside,
    deed_from,
    find_announcements,
    find_headlines,
    find_vows,
    leads_to_verb,
    past_aside,
    put_to,
    subject_of,
)
from quotepart.extraction.pledges.words import Cue, PledgesGrammar, compile_pledges
from quotepart.extraction.text.prepared import Mention
from quotepart.extraction.text.tokens import Hit, Tokens, tokenise
from quotepart.model.pact import Pact
from quotepart.model.span import Span


@pytest.fixture(scope="module")
def english(nato_pact: Pact) -> PledgesGrammar:
    return compile_pledges(language_of("en"), nato_pact, compile_figures(language_of("en"), nato_pact))


@pytest.fixture(scope="module")
def french(nato_pact: Pact) -> PledgesGrammar:
    return compile_pledges(language_of("fr"), nato_pact, compile_figures(language_of("fr"), nato_pact))


def words(text: str) -> Tokens:
    return tokenise(text.lower(), 0, len(text))


def cast(text: str, *named: tuple[str, str]) -> Cast:
    mentions = [
        Mention(span=Span(text.index(name), text.index(name) + len(name)), kind="member", name=name, actors=(actor,))
        for name, actor in named
    ]
    return Cast(mentions, [mention.span.start for mention in mentions])


@pytest.mark.parametrize(
    ("text", "named", "party"),
    [
        ("Canada will send troops", (("Canada", "CAN"),), "bound"),
        ("Ukraine will send troops", (("Ukraine", "UKR"),), "aided"),
        ("Canada , long attached to thrift , will send troops", (("Canada", "CAN"),), "bound"),
        ("Canada ( the second largest ) will send troops", (("Canada", "CAN"),), "bound"),
        ("Russia , long attached to thrift , will send troops", (("Russia", "RUS"),), "foreign"),
        ("Russia will send troops", (("Russia", "RUS"),), "foreign"),
        ("if Canada will send troops", (("Canada", "CAN"),), "unsure"),
        ("we will send troops", (), "bound"),
        ("they will send troops", (), "meant"),
        ("the parcel will send troops", (), "none"),
        ("Sporsz will send troops", (), "named"),
    ],
)
def test_the_subject_is_the_last_party_before(
    english: PledgesGrammar, text: str, named: tuple[tuple[str, str], ...], party: str
) -> None:
    tokens = words(text)
    assert subject_of(tokens, tokens.words.index("will"), cast(text, *named), text, english) == party


def test_an_infinitive_follows(english: PledgesGrammar, french: PledgesGrammar) -> None:
    assert leads_to_verb(words("agreed to look"), 2, Cast([], []), english)
    assert not leads_to_verb(words("agreed to the plan"), 2, Cast([], []), english)
    assert leads_to_verb(words("promet de tout revoir"), 1, Cast([], []), french)
    assert not leads_to_verb(words("promet la lune"), 1, Cast([], []), french)


def test_a_name_is_no_infinitive(english: PledgesGrammar) -> None:
    text = "commitment to Syldavia"
    assert not leads_to_verb(words(text), 2, cast(text, ("Syldavia", "SYL")), english)


def test_a_demand_is_put_to_a_party(english: PledgesGrammar) -> None:
    text = "urged Canada to reconsider"
    assert put_to(words(text), 1, cast(text, ("Canada", "CAN")), english)
    text = "urged Russia to reconsider"
    assert not put_to(words(text), 1, cast(text, ("Russia", "RUS")), english)


def test_a_headline_tells_what_the_party_that_opens_it_will_do(english: PledgesGrammar) -> None:
    text = "Canada to send ten tanks"
    assert [hit.first for hit in find_headlines(words(text), cast(text, ("Canada", "CAN")), english)] == [1]
    text = "The road from Canada to send ten tanks"
    assert find_headlines(words(text), cast(text, ("Canada", "CAN")), english) == []


def test_a_headline_tells_which_mark_is_to_be_reached(english: PledgesGrammar) -> None:
    text = "Canada to hit the target this year"
    (hit,) = find_headlines(words(text), cast(text, ("Canada", "CAN")), english)
    assert (hit.first, hit.last, hit.label.is_whole) == (1, 3, True)


def test_a_quotation_mark_parts_no_deed_from_the_word_that_binds(english: PledgesGrammar) -> None:
    assert deed_from(words("must “pay more”"), 1, english) is not None


def test_an_aside_opens_before_its_end() -> None:
    assert before_aside(words("canada , long attached to thrift , will send"), 7) == 1
    assert before_aside(words("canada will send"), 1) == 1


def test_what_is_announced_may_stand_behind_a_day(english: PledgesGrammar, french: PledgesGrammar) -> None:
    (hit,) = find_announcements(words("announced on monday the deployment of tanks"), english)
    assert (hit.first, hit.last, hit.label.status) == (0, 6, "promised")
    assert len(find_announcements(words("a annoncé jeudi le rétablissement du service"), french)) == 1
    assert find_announcements(words("announced the visit"), english) == []


@pytest.mark.parametrize(
    ("text", "last"),
    [
        ("agreed , at a summit in wales , to spend", 8),
        ("agreed , at a summit in wales , without notes", 1),
        ("agreed to spend", 1),
    ],
)
def test_an_aside_may_part_a_word_that_binds_from_its_verb(english: PledgesGrammar, text: str, last: int) -> None:
    assert past_aside(words(text), Hit(0, 1, Cue(status="agreed")), english).last == last


def test_vows_show_by_their_ending(french: PledgesGrammar, english: PledgesGrammar) -> None:
    assert [hit.first for hit in find_vows(words("nous irons vite"), french)] == [1]
    assert find_vows(words("nous verrons bien"), french) == []
    assert find_vows(words("we go"), english) == []
