from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from quotepart.extraction.quotes.acts import ACTS, likeliest, traits, traits_in_course, weights
from quotepart.extraction.quotes.findings import Finding
from quotepart.extraction.quotes.speakers import find_quotes
from quotepart.model.entry import Speaker
from quotepart.model.span import Span

Told = Callable[..., Any]


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("« La mer est à dix milles d'ici », a dit Ivan Krolt.", "assert"),
        ("« Il faut payer davantage », a dit Ivan Krolt.", "demand"),
        ("« Nous ne laisserons personne seul », a promis Ivan Krolt.", "promise"),
        ("« Ce partage est injuste et inacceptable », a dit Ivan Krolt.", "criticise"),
        ("« Nous formerons trois équipages », a dit Ivan Krolt.", "promise"),
        ("« Je ne signerai pas ce chèque », a dit Ivan Krolt.", "refuse"),
        ("« Qu'on nous envoie du charbon », a dit Ivan Krolt.", "demand"),
        ("« On n'a jamais vu la mer si basse », a dit Ivan Krolt.", "assert"),
        ("« Merci à tous, c'est un succès », a dit Ivan Krolt.", "praise"),
        ("« La tempête arrive », a averti Ivan Krolt.", "warn"),
        ("Ivan Krolt a menacé de rappeler ses navires.", "threaten"),
        ("La frégate partira demain, a annoncé Ivan Krolt.", "announce"),
        ("« Notre engagement reste ferme et notre soutien entier », a dit Ivan Krolt.", "reassure"),
        ("« Nous partons lundi », a dit Ivan Krolt.", "assert"),
        ("Pour Ivan Krolt, il faut « clarifier les buts » de la Ligue.", "demand"),
        ("Ivan Krolt a dit aux marins de « plier bagage ».", "demand"),
        ("Ivan Krolt a demandé : « Qui paiera les voiles ? »", "other"),
        ("S'ils ne paient pas, « nous ne les protégerons pas », a dit Ivan Krolt.", "threaten"),
        ("« Nous devons renouveler la flotte avant la fin de la décennie », a dit Ivan Krolt.", "demand"),
        ("« J'encourage la Bordurie à rendre les clés du port », a dit Ivan Krolt.", "demand"),
        ("« La réunion devrait durer deux jours », a précisé un porte-parole.", "assert"),
        ("« Je tiens à remercier les équipages pour ces six mois en mer », a dit Ivan Krolt.", "praise"),
        ("Ivan Krolt a dit qu'il déplorait ce retard.", "criticise"),
        ("Ivan Krolt a annoncé une réunion « au printemps ».", "announce"),
        ("Le ministère a expliqué que la Syldavie soutenait deux projets de phare.", "assert"),
        ("« Cette flotte est une vitrine pour kermesse », a dit Ivan Krolt.", "criticise"),
        ("« Et que les tribunaux s'en occupent », a dit Ivan Krolt.", "demand"),
        ("« À la Bordurie de repeindre ses bouées », a dit Ivan Krolt.", "demand"),
        ("« Pas un euro », a dit Ivan Krolt.", "refuse"),
    ],
)
def test_the_act_follows_from_cue_and_wording(told: Told, text: str, act: str) -> None:
    ready = told(text)
    (quote,) = find_quotes(ready.prepared, ready.grammars.quotes)
    assert quote.act == act


def test_those_named_in_the_words_are_whom_they_are_put_to(told: Told) -> None:
    ready = told("« La Bordurie doit payer », a dit la Syldavie.")
    (quote,) = find_quotes(ready.prepared, ready.grammars.quotes)
    assert quote.towards == ("BOR",)


@pytest.mark.parametrize("text", ["« Où en est la Bordurie ? »", "« Nous avons décidé d'inviter la Bordurie »"])
def test_a_question_and_an_announcement_are_put_to_nobody(told: Told, text: str) -> None:
    ready = told(f"{text}, a dit Ivan Krolt.")
    (quote,) = find_quotes(ready.prepared, ready.grammars.quotes)
    assert (quote.act in ("announce", "other"), quote.towards) == (True, ())


@pytest.mark.parametrize(
    ("text", "towards"),
    [
        ("Mirta Sporsz a appelé la Bordurie à ne plus craindre la Syldavie.", ("BOR",)),
        ("Mirta Sporsz a dit que la Syldavie cédait.", ("SYL",)),
    ],
)
def test_it_is_put_to_those_of_whom_it_is_demanded_before_those_named_in_the_words(
    told: Told, text: str, towards: tuple[str, ...]
) -> None:
    ready = told(text)
    (quote,) = find_quotes(ready.prepared, ready.grammars.quotes)
    assert quote.towards == towards


@pytest.mark.parametrize(
    ("said", "lang", "turns"),
    [
        ("Les équipages de la Syldavie doivent partir.", "fr", {"main_must"}),
        ("Ceux qui doivent partir sont là.", "fr", set()),
        ("La Syldavie ne paiera pas ses voiles.", "fr", {"main_not", "others_refusal"}),
        ("La mer, qui n'est pas loin, monte.", "fr", set()),
        ("La réunion sera courte.", "fr", {"others_future"}),
        ("Elle n'ira pas au port.", "fr", {"main_not", "others_refusal"}),
        ("The crews of three Syldavian ports should leave.", "en", {"main_must"}),
        ("The crews that should leave are here.", "en", set()),
        ("The league has never paid for sails.", "en", {"main_not"}),
        ("The crews are ready if it doesn't rain.", "en", {"others_refusal"}),
    ],
)
def test_a_turn_of_the_main_clause_stands_before_any_other(told: Told, said: str, lang: str, turns: set[str]) -> None:
    ready = told(said, lang)
    finding = Finding(Span(0, len(said)), "direct", None, None, None, 0.9)
    shown = {trait for trait, _ in traits(finding, ready.prepared, ready.grammars.quotes)}
    assert shown & {"main_must", "main_not", "others_future", "others_refusal"} == turns


def test_a_fragment_is_put_to_those_whom_its_clause_names(told: Told) -> None:
    ready = told("Ivan Krolt a jugé la Bordurie « perdue ».")
    (quote,) = find_quotes(ready.prepared, ready.grammars.quotes)
    assert quote.towards == ("BOR",)


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("“They must pay more,” Ivan Krolt said.", "demand"),
        ("“We will send two frigates,” Ivan Krolt vowed.", "promise"),
        ("“It is a shameful, reckless betrayal,” Ivan Krolt said.", "criticise"),
        ("“Thank you, this is a great success,” Ivan Krolt said.", "praise"),
        ("“Our support is unwavering and we stand united,” Ivan Krolt said.", "reassure"),
        ("“The risk of a wider war is grave,” Ivan Krolt said.", "warn"),
        ("“That is out of the question. We will never accept it,” Ivan Krolt said.", "refuse"),
        ("“The lake is ten miles away,” Ivan Krolt said.", "assert"),
        ("Ivan Krolt said the crews must “continue to adapt”.", "demand"),
        ("Ivan Krolt told the crews to “paint the hull”.", "demand"),
        ("“The crews aren't a disgrace,” Ivan Krolt said.", "assert"),
        ("Ivan Krolt said the United States had nine lakes.", "assert"),
        ("Ivan Krolt said the island might leave the league if nobody paid.", "threaten"),
        ("“We call on Bordavia to withdraw its tugs from the strait,” Ivan Krolt said.", "demand"),
        ("“I would like to thank the crews for six months at sea,” Ivan Krolt said.", "praise"),
        ("Ivan Krolt explained that the crews have to train for six months.", "assert"),
        ("Ivan Krolt said he regretted the delay.", "criticise"),
        ("“We have decided to send two tugs,” Ivan Krolt said.", "announce"),
        ("“This fleet is a lottery for salesmen,” Ivan Krolt said.", "criticise"),
        ("“It is up to the Bordavians to paint the buoys,” Ivan Krolt said.", "demand"),
        ("“Not one soldier,” Ivan Krolt said.", "refuse"),
    ],
)
def test_the_act_in_english(told: Told, text: str, act: str) -> None:
    ready = told(text, "en")
    (quote,) = find_quotes(ready.prepared, ready.grammars.quotes)
    assert quote.act == act


def test_the_act_for_which_the_traits_speak_most_is_taken() -> None:
    assert likeliest([("any", 1.0)]) == "assert"
    assert likeliest([("any", 1.0), ("to threaten", 1.0)]) == "threaten"


def test_every_trait_weighs_for_every_act() -> None:
    assert {len(row) for row in weights().values()} == {len(ACTS)}


def test_the_quotes_beside_from_the_same_speaker_tell_a_little(told: Told) -> None:
    def traits_of_second(text: str) -> dict[str, float]:
        ready = told(text)
        names = {0: "Ivan Krolt", 8: "Ivan Krolt", 14: "Mirta Sporsz"}
        findings = [
            Finding(Span(start, start + 5), "direct", Speaker(name=name), None, None, 0.9)
            for start, name in names.items()
        ]
        return dict([*traits_in_course(findings, ready.prepared, ready.grammars.quotes)][1])

    assert 0 < traits_of_second("Honte ! Ports. Merci.")["blame"] < 1
    assert "blame" not in traits_of_second("Merci ! Ports. Honte.")
    assert traits_of_second("Honte ! Ports. Merci.")["any"] == 1


def test_words_say_more_in_a_short_quote_than_in_a_long_one(told: Told) -> None:
    def weight_of_must(text: str) -> float:
        ready = told(text)
        finding = Finding(Span(0, len(text)), "direct", None, None, None, 0.9)
        return dict(traits(finding, ready.prepared, ready.grammars.quotes))["must"]

    short = "Il faut payer."
    assert weight_of_must(short) > weight_of_must(short + " La mer est loin et le vent tourne." * 10)


def test_only_reported_words_begin_with_their_speaker_in_the_third_person(told: Told) -> None:
    ready = told("Il paiera.")
    shown = {
        kind: dict(traits(Finding(Span(0, 10), kind, None, None, None, 0.9), ready.prepared, ready.grammars.quotes))
        for kind in ("direct", "indirect")
    }
    assert "self others_future" in shown["indirect"]
    assert "self others_future" not in shown["direct"]


def test_a_reported_future_of_the_speaker_is_a_trait_of_its_own(told: Told) -> None:
    ready = told("Ivan Krolt a dit qu'il paiera.")
    finding = Finding(Span(20, 29), "indirect", Speaker(name="Ivan Krolt"), None, None, 0.9)
    assert "self others_future" in dict(traits(finding, ready.prepared, ready.grammars.quotes))


def test_a_body_that_speaks_means_itself_by_it(told: Told) -> None:
    ready = told("It would not pay.", "en")
    finding = Finding(Span(0, 17), "indirect", None, None, None, 0.9)
    assert "self others_refusal" in dict(traits(finding, ready.prepared, ready.grammars.quotes))


@pytest.mark.parametrize(
    ("said", "kind", "does"),
    [
        ("Je salue ces marins.", "direct", {"does praise"}),
        ("Nous vous demandons de partir.", "direct", {"does demand"}),
        ("Il nous demande de partir.", "direct", set()),
        ("Il regrette ce retard.", "indirect", {"does criticise"}),
        ("Il regrette ce retard.", "direct", set()),
    ],
)
def test_a_speaker_says_what_he_does(told: Told, said: str, kind: str, does: set[str]) -> None:
    ready = told(said)
    finding = Finding(Span(0, len(said)), kind, None, None, None, 0.9)  # type: ignore[arg-type]  # the name of a kind
    shown = {trait for trait, _ in traits(finding, ready.prepared, ready.grammars.quotes)}
    assert {trait for trait in shown if trait.startswith("does ")} == does


def test_a_denied_verb_of_saying_shows_nothing_of_its_class(told: Told) -> None:
    ready = told("Ivan Krolt n'a pas confirmé que la mer montait.")
    (quote,) = find_quotes(ready.prepared, ready.grammars.quotes)
    assert quote.act == "assert"
