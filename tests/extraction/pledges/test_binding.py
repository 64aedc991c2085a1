from __future__ import annotations

import pytest

from quotepart.extraction.figures.figures import compile_figures
from quotepart.extraction.languages.find import language_of
from quotepart.extraction.pledges.binding import Clause, find_clauses
from quotepart.extraction.pledges.stretch import Stretch
from quotepart.extraction.pledges.undertakings import Cast
from quotepart.extraction.pledges.words import compile_pledges
from quotepart.extraction.text.tokens import tokenise
from quotepart.model.pact import Pact


def clauses(pact: Pact, text: str, lang: str = "en") -> list[Clause]:
    folded = text.lower()
    stretch = Stretch(
        tokens=tokenise(folded, 0, len(folded)), figures=(), times=(), cast=Cast((), ()), text=text, year=2024
    )
    return find_clauses(stretch, compile_pledges(language_of(lang), pact, compile_figures(language_of(lang), pact)))


@pytest.mark.parametrize(
    ("text", "lang", "status"),
    [
        ("We will send more troops.", "en", "promised"),
        ("We will not send more troops.", "en", "refused"),
        ("Leaders agreed to look at the plan.", "en", "agreed"),
        ("Syldavian ministers agreed a new model for air patrols.", "en", "agreed"),
        ("Allies pushed back against the joint fund for deployments.", "en", "refused"),
        ("We must increase our efforts.", "en", "demanded"),
        ("Bordurian leaders expressed their readiness to counter any attack.", "en", "promised"),
        ("The ministers reiterated their continued support for Syldavia.", "en", "promised"),
        ("She underlined the government's commitment to defending every ally.", "en", "promised"),
        ("We are determined to stand by Syldavia.", "en", "promised"),
        ("All members of the alliance should do their part.", "en", "demanded"),
        ("Defence spending must go up, the minister said.", "en", "demanded"),
        ("Les dépenses de défense doivent encore augmenter.", "fr", "demanded"),
        ("Countries must “do more”, she said.", "en", "demanded"),
        ("He reiterated pledges made during the campaign to rearm the navy.", "en", "promised"),
        ("We will be increasing our defence budgets.", "en", "promised"),
        ("Any attack on the island will be met with a united response.", "en", "promised"),
        ("The letter recalls our commitment to send two battalions.", "en", "promised"),
        ("We will always be by your side.", "en", "promised"),
        ("The leaders signed onto the target.", "en", "agreed"),
        ("Her government announced plans for a rearmament.", "en", "promised"),
        ("Il est urgent que les alliés se rassemblent.", "fr", "demanded"),
        ("Leaders agreed at their summit on Friday (5 September 2014) to raise spending.", "en", "agreed"),
        ("Les alliés doivent être prêts à envoyer des troupes.", "fr", "demanded"),
        ("She expected them to spend far more on defence.", "en", "demanded"),
        ("Bordurian leaders are blocking the entry of the island.", "en", "refused"),
        ("Nous convenons de transférer des avions.", "fr", "agreed"),
        ("L'alliance prendra également d'autres mesures.", "fr", "promised"),
        ("Nous irons plus vite.", "fr", "promised"),
        ("Nous ne livrerons pas de chars.", "fr", "refused"),
        ("Il faut renforcer nos armées.", "fr", "demanded"),
        ("La Bordurie a annoncé le transfert de chars.", "fr", "promised"),
        ("Le gouvernement prévoit de transférer des camions.", "fr", "promised"),
        ("Les alliés devraient aussi assumer leur propre défense.", "fr", "demanded"),
        ("Allies should take responsibility for their own roads.", "en", "demanded"),
        ("Our republic will not recognise that border.", "en", "refused"),
        ("Nous avons promis que les soldats resteraient.", "fr", "promised"),
        ("Il faut que les alliés restent.", "fr", "demanded"),
        ("La ministre a exclu toute livraison d'armes.", "fr", "refused"),
        ("Leaders promised more shells.", "en", "promised"),
        ("Leaders agreed in Klow to look at the plan.", "en", "agreed"),
        ("La ministre n'ira pas au-delà.", "fr", "refused"),
        ("Leaders are expected to adopt new spending targets.", "en", "agreed"),
        ("La ministre a annoncé sa volonté d'envoyer des soldats.", "fr", "promised"),
        ("A brigade will be stationed there, the minister said.", "en", "promised"),
        ("Des renforts seraient envoyés à Klow, a annoncé la ministre.", "fr", "promised"),
    ],
)
def test_what_binds_without_a_number(nato_pact: Pact, text: str, lang: str, status: str) -> None:
    assert [clause.status for clause in clauses(nato_pact, text, lang)] == [status]


@pytest.mark.parametrize(
    "text",
    [
        "Will we send more troops?",
        "If we will send more troops, nobody knows.",
        "They would send troops.",
        "The minister refused to comment.",
        "The minister declined to make the same statement.",
        "A brigade would be stationed there.",
        "The house will be built here.",
    ],
)
def test_what_binds_nobody(nato_pact: Pact, text: str) -> None:
    assert clauses(nato_pact, text) == []


def test_a_clause_opens_with_its_subject(nato_pact: Pact) -> None:
    (clause,) = clauses(nato_pact, "In spring, we will send more troops.")
    assert clause.first == 3
