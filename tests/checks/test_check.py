from __future__ import annotations

import csv
from dataclasses import replace
from datetime import date
from itertools import pairwise
from pathlib import Path

import pytest

from quotepart.accounts.account import Account
from quotepart.checks.check import check_claim, check_record, checker_for, claims_in, day_of_meeting
from quotepart.checks.operations.find import operation_for
from quotepart.errors import UsageError
from quotepart.extraction.extractor import Extractor
from quotepart.model.dates import Dating, Period
from quotepart.model.document import Document
from quotepart.model.entry import MeetingMention, Record
from quotepart.model.span import Span

CLAIMS = list(csv.DictReader((Path(__file__).parent / "claims.csv").read_text(encoding="utf-8").splitlines()))


@pytest.mark.parametrize("row", CLAIMS, ids=[row["text"][:60] for row in CLAIMS])
def test_the_development_set(row: dict[str, str], extractor: Extractor, account: Account) -> None:
    asked = {"on": row["date"], "lang": row["lang"], "by": row["by"] or None}
    finding = check_claim(row["text"], extractor, account, **asked)[0]
    assert (finding.verdict, finding.reason or "") == (row["verdict"], row["reason"]), finding.basis
    assert finding.basis and (finding.settle is not None) == (finding.verdict == "not_checkable")
    if row["operation"]:
        claim = claims_in(row["text"], extractor, account, **asked)[0]
        operation = operation_for(claim, checker_for(account).setting(claim.said_on, row["lang"]))
        assert operation is not None and operation.id == row["operation"]


def test_the_development_set_is_varied() -> None:
    assert len(CLAIMS) >= 60
    assert {row["lang"] for row in CLAIMS} == {"en", "fr"}
    assert len({row["operation"] for row in CLAIMS}) > 10


HAND_WORKED = [
    # words, value, unit, step, hedge, kind, metric, whose, day, period: then verdict, flags, value; now verdict and value
    (
        "ont augmenté leurs investissements de 41 milliards de dollars", "41e9", "USD", "1e9", "exact", "change",
        "defence_expenditure", "EUROPE_CANADA", "2018-07-12", None, "supported", "41.7", "nato:2019-06-25",
        {"estimate", "rebased", "real_or_nominal", "start_year_sensitive", "weights_matter"}, ("close", "42.4"),
    ),
    (
        "plus de 700 milliards de dollars de dépenses additionnelles cumulées depuis le premier mandat", "700e9", "USD",
        "100e9", "more_than", "cumulative", "defence_expenditure", "EUROPE_CANADA", "2025-04-03", Period("2017", None),
        "depends", "595", "nato:2024-06-17", {"start_year_sensitive", "real_or_nominal", "rebased"}, ("depends", "592"),
    ),
    (
        "les dépenses européennes avaient été augmentées de 10 milliards de dollars en 2016", "10e9", "USD", "1e9",
        "exact", "change", "defence_expenditure", "NATO_EUROPE", "2017-02-15", Period("2016", "2016"),
        "as_announced", None, None, {"revised_since"}, ("contradicted", "7.3"),
    ),
    (
        "les Alliés ont fourni plus de 20 milliards de dollars d'aide", "20e9", "USD", "10e9", "more_than", "level",
        "ukraine_aid", "NATO", "2025-04-03", Period("2025-01", "2025-03"),
        "as_announced", None, None, {"currency", "announced_not_spent"}, None,
    ),
]  # fmt: skip


@pytest.mark.parametrize("row", HAND_WORKED, ids=[row[0][:40] for row in HAND_WORKED])
def test_the_four_claims_worked_by_hand(row: tuple, make, account: Account) -> None:  # type: ignore[type-arg]
    words, value, unit, step, hedge, kind, metric, who, day, period, verdict, then, edition, flags, now = row
    claim = make(
        words, value, unit, step=step, hedge=hedge, kind=kind, metric=metric, who=who, on=day, period=period, lang="fr"
    )
    finding = checker_for(account).check(claim)
    assert (finding.verdict, set(finding.flags)) == (verdict, flags)
    if then is not None:
        leading = finding.readings[0]
        assert (f"{leading.value / 10**9:.3g}", leading.edition) == (then, edition)
    if now is None:
        assert finding.now is None
    else:
        assert finding.now is not None and finding.now.value is not None
        assert (finding.now.verdict, f"{finding.now.value / 10**9:.3g}"[: len(now[1])]) == now


def test_the_readings_of_the_second_are_right_over_2014_and_not_over_2016(make, account: Account) -> None:
    words, value, unit, step, hedge, kind, metric, who, day, period, *_ = HAND_WORKED[1]
    claim = make(
        words, value, unit, step=step, hedge=hedge, kind=kind, metric=metric, who=who, on=day, period=period, lang="fr"
    )
    finding = checker_for(account).check(claim, language="en")
    results = {each.label: (each.result, f"{each.value / 10**9:.0f}") for each in finding.readings}
    assert results["added over 2016, constant prices"] == ("miss", "595")
    assert results["added over 2014, constant prices"] == ("match", "716")
    assert results["added over 2016, current prices"] == ("match", "798")
    assert "over 2014" in finding.basis


SENTENCES = [
    ("Les pays de l'Alliance doivent aller plus vite. Il veut que ce taux passe à 4 %, pour correspondre à l'effort américain.",
     "2018-07-12", "contradicted", "4 %"),
    ("Les dépenses européennes de défense ont été augmentées de 10 milliards de dollars en 2016, même si elles restent "
     "inférieures au niveau souhaité, soit 2 % du PIB.", "2017-02-15", "supported", "2 % du PIB"),
    ("La rencontre des 29 Etats membres a duré deux jours.", "2018-07-12", "supported", "29 Etats membres"),
    ("Les ministres des 32 pays membres de l'OTAN se sont vus hier.", "2026-02-12", "supported", "32 pays membres"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "day", "verdict", "words"), SENTENCES)
def test_numbers_inside_comparisons_and_matters_of_record(
    text: str, day: str, verdict: str, words: str, extractor: Extractor, account: Account
) -> None:
    findings = {each.claim: each for each in check_claim(text, extractor, account, on=day, lang="fr")}
    found = next(each for claim, each in findings.items() if claim in words)
    assert found.verdict == verdict, found.basis


def test_a_demand_is_not_judged_in_a_report(extractor: Extractor, account: Account) -> None:
    text = "« Chaque membre doit remplir sa promesse d'atteindre jusqu'à 5 % des dépenses », a déclaré Mme Sporsz."
    document = Document(id="a", text=text, sha256="", lang="fr", published=Dating(date="2025-04-03", how="given"))
    assert check_record(extractor.extract(document), document, account) == ()


def test_the_speaker_never_decides(extractor: Extractor, account: Account) -> None:
    rows = [row for row in CLAIMS if not row["by"]]
    for row, other in pairwise(rows):
        asked = {"on": row["date"], "lang": row["lang"]}
        unnamed = check_claim(row["text"], extractor, account, **asked)
        named = check_claim(row["text"], extractor, account, **asked, by=f"Mme {other['text'][:8]}")
        assert [each.verdict for each in unnamed] == [each.verdict for each in named]
        assert [each.readings for each in unnamed] == [each.readings for each in named]


def test_a_forced_reading_is_the_only_one(extractor: Extractor, account: Account) -> None:
    text = "European Allies and Canada have added more than 700 billion dollars to their defence spending."
    asked = "added_spending,EUROPE_CANADA,2015..2024,constant"
    (finding,) = check_claim(text, extractor, account, on="2025-04-03", lang="en", forced=asked)
    assert (finding.verdict, finding.readings[0].weight) == ("supported", 1.0)


def test_an_empty_text_is_refused(extractor: Extractor, account: Account) -> None:
    with pytest.raises(UsageError, match="no claim"):
        check_claim("  ", extractor, account, on="2025-04-03")


def test_an_undated_document_is_judged_by_the_newest_edition(extractor: Extractor, account: Account) -> None:
    text = "NATO has 32 members."
    document = Document(id="a", text=text, sha256="", lang="en")
    record = replace(extractor.extract(document), published=None)
    (finding,) = check_record(record, document, account)
    assert finding.verdict == "supported"
    assert "no date is known" in finding.assumptions[0]


def test_a_record_in_an_unknown_language_has_no_findings(account: Account) -> None:
    assert (
        check_record(Record(document_id="a", sha256="", lang="und"), Document(id="a", text="x", sha256=""), account)
        == ()
    )


def test_a_document_known_to_the_month_is_judged_when_its_meeting_ended(account: Account) -> None:
    met = MeetingMention(span=Span(0, 1), kind="foreign_ministers", meeting_id="F_2025-04-03")
    record = Record(document_id="a", sha256="", lang="fr", meetings=(met,))
    month, day = (Dating(date=each, how="inferred") for each in ("2025-04", "2025-04-12"))
    assert day_of_meeting(record, month, account.pact) == date(2025, 4, 4)
    assert day_of_meeting(record, day, account.pact) is None
    assert day_of_meeting(replace(record, meetings=()), month, account.pact) is None


@pytest.mark.parametrize(
    ("on", "text", "verdicts"),
    [
        # how many belong is not how many reach the target that the sentence also names
        (
            "2022-06-29",
            "Son budget doit atteindre 2 % du PIB, a-t-il dit devant les trente pays membres de l'Otan.",
            {"supported"},
        ),
        (
            "2017-02-15",
            "Parmi les 28 membres de l'Otan, seules la Grèce et l'Estonie respectent ce seuil.",
            {"supported"},
        ),
        ("2025-04-10", "NATO's 32 allies agreed to spend at least 2 percent of GDP on their armies.", {"supported"}),
        (
            "2025-04-10",
            "Spain was last in the 32-nation alliance, giving less than 1.5 percent of its GDP.",
            {"supported"},
        ),
        # what stands in another clause turns nothing round
        (
            "2024-07-10",
            "The number of allies that meet the 2 percent goal has risen to 23 from 10, but Canada does not.",
            {"supported", "not_checkable"},
        ),
        (
            "2024-09-02",
            "Vingt-trois alliés respectent les 2 %, alors qu'ils étaient dix en 2014.",
            {"supported", "contradicted"},
        ),
        # targets, wishes, suppositions and aims say what is asked for, not what is
        (
            "2025-06-23",
            "Au cœur du sommet de l'Otan : l'augmentation du budget de défense à hauteur de 5 % du PIB.",
            set(),
        ),
        ("2025-04-03", "That would more than double NATO's current target of 2 percent.", set()),
        ("2025-03-06", "Elle plaide pour atteindre les 2 % du PIB.", set()),
        (
            "2025-03-06",
            "If Germany spent 2 percent of GDP on defence, it would pay 70 billion euros.",
            {"not_checkable"},
        ),
        ("2018-01-15", "We are one of the few nations in NATO that meet the 2 percent commitment.", set()),
        ("2024-07-11", "She was under pressure to show how Canada will meet its 2 percent commitment.", set()),
        ("2026-07-11", "The United States does not need to meet the 5 percent goal.", set()),
        # one amount in two currencies is said once
        (
            "2025-04-22",
            "She would raise Spain's defence spending by 10.5 billion euros (£8.3bn) this year.",
            {"not_checkable"},
        ),
        (
            "2024-06-17",
            "Two thirds of the defence spending of European allies goes to orders abroad.",
            {"not_checkable"},
        ),
        # words beside the figure, old targets, failures and neighbours
        (
            "2018-07-10",
            "Sept Européens de l'Otan consacreront 2 % du PIB, chiffre qui ne plaît pas.",
            {"not_checkable"},
        ),
        ("2018-07-11", "Last year about $40 billion more was given by NATO.", {"not_checkable"}),
        (
            "2024-03-15",
            "She said in March 2024 that only seven out of 30 NATO countries met the target.",
            {"not_checkable"},
        ),
        ("2024-05-10", "She wants to raise NATO's spending target from 2% to 3% of GDP.", set()),
        ("2025-02-25", "Britain spends 2.3% of GDP on defence, and had set a 2.5% target.", {"supported"}),
        ("2025-01-30", "The alliance's 32 countries set a minimum for defence spending of 2% of GDP.", {"supported"}),
        ("2024-07-01", "Nine nations missed the 2 per cent target in 2024.", {"supported"}),
        ("2018-07-12", "L'Allemagne, plus grand pays de l'UE, ne paie qu'un pour cent de son PIB.", {"contradicted"}),
        (
            "2024-02-15",
            "Vingt des 31 pays de l'Otan atteindront les 2 % du PIB en 2024.",
            {"not_checkable", "supported"},
        ),
        ("2023-07-10", "Three allies that can meet the 2% target are the next.", {"not_checkable"}),
        ("2016-06-10", "L'exercice réunit des forces de 24 pays, dit l'Otan.", {"not_checkable"}),
        # brackets, what is set against the right figure, years of what was made, those left out
        (
            "2025-02-25",
            "Denmark set aside a further 50 billion krone ($7 billion) for its defence budget.",
            {"not_checkable"},
        ),
        ("2025-02-25", "Germany pays 16% of NATO's common budget, not 3% as some say.", {"supported"}),
        (
            "2025-05-15",
            "By the end of 2024, 23 NATO countries had reached the 2% target set back in 2014.",
            {"supported"},
        ),
        (
            "2025-04-28",
            "Germany raised its defence budget by 30% after spending a fund announced in 2022.",
            {"supported"},
        ),
        ("2019-04-03", "We want more from the 27 countries outside of ourselves in NATO.", {"not_checkable"}),
        (
            "2023-11-17",
            "NATO is large, but seven members were spending less than 2 billion dollars.",
            {"not_checkable"},
        ),
        ("2023-07-10", "The allies met. Four of them reach or exceed this target.", {"not_checkable"}),
        # what is ahead behind the figure, aims, another thing that is more, whose figure nobody says
        (
            "2017-05-27",
            "Germany raises its defense spending with the goal of reaching the 2 percent target by 2024.",
            set(),
        ),
        ("2025-02-25", "The rise means £13.4bn more will be spent on defence by Britain.", {"not_checkable"}),
        ("2025-01-15", "Estonia's plan is 3.7% more than the current defence budget.", {"not_checkable"}),
        ("2016-07-09", "That means the majority of allies are still not meeting that 2% mark.", {"supported"}),
    ],
)
def test_running_text_is_held_to_no_more_than_it_says(
    on: str, text: str, verdicts: set[str], extractor: Extractor, account: Account
) -> None:
    document = Document(id="report", text=text, sha256="", published=Dating(date=on, how="given"))
    findings = check_record(extractor.extract(document), document, account)
    assert {finding.verdict for finding in findings} == verdicts


def test_a_text_without_a_date_accuses_nobody(extractor: Extractor, account: Account) -> None:
    text = "Germany spends 1.2 percent of GDP on defence, and the alliance has 28 members."
    document = Document(id="report", text=text, sha256="", lang="en")
    findings = check_record(extractor.extract(document), document, account)
    assert findings and {finding.verdict for finding in findings} == {"not_checkable"}


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        ("Spain is nowhere near 2 percent of GDP.", "supported"),
        ("Un Norvégien paie plus de quatre fois plus qu'un Espagnol pour la défense.", "supported"),
        ("Aucun pays européen ne dépense autant que l'Allemagne pour sa défense.", "supported"),
        ("En euros, les dépenses de défense de la France augmentent chaque année depuis 2014.", "not_checkable"),
    ],
)
def test_far_from_a_share_per_head_and_what_no_reading_reads(
    text: str, verdict: str, extractor: Extractor, account: Account
) -> None:
    findings = check_claim(text, extractor, account, on="2024-11-12")
    assert verdict in {finding.verdict for finding in findings}
    assert "contradicted" not in {finding.verdict for finding in findings}
