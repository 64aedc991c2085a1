"""A dossier made by hand about invented states, with one of everything that a page can show."""

from datetime import date
from decimal import Decimal

from quotepart.dossier.dossier import Board, Checked, Dossier, Point, Series, Standing, Unread
from quotepart.model.amount import Amount, Interval
from quotepart.model.dates import Dating, Period
from quotepart.model.document import Document
from quotepart.model.entry import Figure, MeetingMention, PledgeMention, Quote, Record, Speaker
from quotepart.model.finding import Finding, Input, Now, Reading
from quotepart.model.span import Span

BILLION = Decimal(10**9)
FRENCH = """Accueil   Monde   Vidéos

La Ligue se dit « plus soudée qu’hier » après deux jours à Klow

Klow, le 12 juillet 2018. Au terme d’un sommet tendu, la secrétaire générale de la Ligue, Mme Sporsz, a estimé jeudi \
que « la Ligue est plus soudée qu’hier ». Elle a reçu les vingt-neuf délégations au palais.

« Les membres de l’Est ont augmenté leurs dépenses de défense de 41 milliards de dollars depuis 2017, et ce n’est \
qu’un début », a souligné Mme Sporsz. Selon elle, la Bordurie consacre désormais 1,4 % de son produit intérieur brut \
à sa défense.

Le président bordure, Plekszy-Gladz, a jugé cet effort « très insuffisant » et a demandé que chacun atteigne 4 %, « \
pour correspondre à ce que nous payons ». Seuls cinq membres ont tenu la promesse des 2 %, a-t-il ajouté.

Un diplomate en poste à Klow a affirmé que l’aide à la Zélande dépasserait 20 milliards de dollars d’ici à la fin de \
l’année.

À lire aussi : nos dix recettes pour l’été
"""
ENGLISH = """League ministers meet in Szohôd

SZOHOD — Ministers of the League's thirty members met on Thursday. "We have turned the corner," said Ms Sporsz, the \
League's secretary general. "Twenty-three members now spend at least 2% of GDP on defence."

Borduria pledged to reach 3.5 percent by 2035.
"""
SOURCE = "Ligue, Dépenses de défense 2011–2018, tableau 2"


def at(text, words, nth=0):
    """The span of the ``nth`` place at which ``words`` stand in ``text``."""
    start = -1
    for _ in range(nth + 1):
        start = text.index(words, start + 1)
    return Span(start, start + len(words))


def figure(
    text, words, value, unit, kind="level", *, metric="defence_expenditure", said_by=None, qualifier="exact", years=None
):
    span = at(text, words)
    amount = Amount(value=Decimal(value), unit=unit, qualifier=qualifier)
    start = text.rfind("\n", 0, span.start) + 1
    return Figure(
        span=span,
        amount=amount,
        reach=Interval(amount.value, amount.value),
        kind=kind,
        metric=metric,
        who=("EAST",),
        period=Period(*years) if years else None,
        said_by=said_by,
        sentence=Span(start, text.index("\n", span.end)),
    )


def reading(label, weight, result, value, **more):
    base = {
        "measure": "added_spending",
        "group": "EAST",
        "start": "2017",
        "end": "2018",
        "basis": "constant",
        "known_on": "2018-07-12",
        "edition": "league:2019-06-25",
        "edition_is": "substitute",
        "unit": "USD",
        "formula": "Σ (E[t] − E[2016]), t = 2017…2018",
    }
    amount = None if value is None else Decimal(value)
    return Reading(label=label, weight=weight, result=result, value=amount, **{**base, **more})


def inputs():
    values = {2016: "262.9", 2017: "275.3", 2018: "292.2"}
    return tuple(
        Input(
            member="EAST",
            year=year,
            indicator="defence_expenditure",
            value=Decimal(value) * BILLION,
            unit="USD",
            basis="constant",
            status="estimate" if year == 2018 else "final",
            edition="league:2019-06-25",
            source=SOURCE,
        )
        for year, value in values.items()
    )


def points(first, values, estimates_from=2018):
    return tuple(
        Point(year=first + n, value=Decimal(value), status="estimate" if first + n >= estimates_from else "final")
        for n, value in enumerate(values)
    )


def added_series():
    values = [Decimal(v) * BILLION for v in ("263.1", "258.4", "252.2", "254.6", "262.9", "275.3", "292.2")]
    return Series(
        shape="added",
        label="Dépenses de défense, membres de l’Est, prix constants de 2015",
        unit="USD",
        points=points(2012, values),
        edition="édition du 25 juin 2019",
        source=SOURCE,
        claim=Interval(Decimal("40.5") * BILLION, Decimal("41.5") * BILLION),
        claim_text="41 milliards de dollars",
        claim_years=(2017, 2018),
        base_year=2016,
        base_value=values[4],
    )


def share_series():
    return Series(
        shape="level",
        label="Part de la défense dans le PIB, Bordurie",
        unit="percent_of_gdp",
        points=points(2012, ("1.56", "1.52", "1.47", "1.44", "1.46", "1.48", "1.51")),
        edition="édition du 25 juin 2019",
        source=SOURCE,
        claim=Interval(Decimal("1.35"), Decimal("1.45")),
        claim_text="1,4 %",
        claim_years=(2018, 2018),
        target=Decimal(2),
        target_text="objectif : 2 %",
    )


def count_series():
    return Series(
        shape="count",
        label="Members at or over 2% of GDP",
        unit="count",
        points=points(2014, (3, 5, 5, 4, 6, 7, 9, 8, 7, 10, 18, 31), estimates_from=2024),
        edition="edition of 17 June 2024",
        source=SOURCE,
        claim=Interval(Decimal(23), Decimal(23)),
        claim_text="Twenty-three members",
        claim_years=(2024, 2024),
    )


def french_findings():
    text = FRENCH
    supported = Finding(
        id="a1",
        claim="41 milliards de dollars",
        verdict="supported",
        span=at(text, "41 milliards de dollars"),
        said_by="Mme Sporsz",
        said_on="2018-07-12",
        basis="Membres de l’Est, ajouté en 2017–2018 au-dessus du niveau de 2016, prix constants de 2015, "
        "édition du 25 juin 2019 : 41,7 milliards de dollars ; l’édition la plus récente donne 42,4 milliards.",
        assumptions=(
            "jour de l’affirmation : 12 juillet 2018, indiqué par l’article",
            "année de base 2016 : les annonces de la Ligue de 2017 à 2020 comptent à partir de 2016",
        ),
        readings=(
            reading("ajouté depuis 2016, réel", 0.7, "match", "41.7e9", low=Decimal("40.9e9"), high=Decimal("42.5e9"),
                    inputs=inputs(), why="la Ligue compte ainsi"),
            reading("ajouté depuis 2016, nominal", 0.2, "miss", "62.9e9", basis="current", inputs=inputs()),
            reading("ajouté depuis 2014, réel", 0.1, "no_data", None, reason="no_edition_then", edition=None),
        ),
        flags=("estimate", "rebased", "real_or_nominal"),
        now=Now(verdict="close", edition="league:2026-07-10", value=Decimal("42.4e9"),
                basis="Par l’édition du 10 juillet 2026, ramenée aux prix de 2015 : 42,4 milliards de dollars."),
    )  # fmt: skip
    close = Finding(
        id="a2",
        claim="1,4 %",
        verdict="close",
        span=at(text, "1,4 %"),
        said_by="Mme Sporsz",
        said_on="2018-07-12",
        basis="Bordurie, part de la défense dans le PIB en 2018, édition du 25 juin 2019 : 1,51 %.",
        readings=(
            reading(
                "part du PIB, 2018", 1.0, "near", "1.51", unit="percent_of_gdp", measure="level", inputs=inputs()[:1]
            ),
        ),
        flags=("estimate",),
    )
    contradicted = Finding(
        id="a3",
        claim="cinq membres",
        verdict="contradicted",
        span=at(text, "cinq membres"),
        said_by="Plekszy-Gladz",
        said_on="2018-07-12",
        basis="Membres à 2 % ou plus en 2018, édition du 25 juin 2019 : neuf, et sept en 2017.",
        readings=(reading("nombre à 2 %, 2018", 1.0, "miss", "9", unit="count", measure="count"),),
    )
    depends = Finding(
        id="a4",
        claim="4 %",
        verdict="depends",
        span=at(text, "4 %", 1),
        said_by="Plekszy-Gladz",
        basis="Juste en comptant les pensions, non sans elles.",
        flags=("weights_matter",),
    )
    open_ = Finding(
        id="a5",
        claim="20 milliards de dollars",
        verdict="not_checkable",
        span=at(text, "20 milliards de dollars"),
        said_by="Un diplomate en poste à Klow",
        basis="Une prévision ne se juge pas.",
        reason="forecast",
        settle="le tableau de l’aide à la Zélande de l’année écoulée",
    )
    return (supported, close, contradicted, depends, open_)


def french_checked():
    text = FRENCH
    sporsz = Speaker(name="Mme Sporsz", mention=at(text, "Mme Sporsz"), office="LEAGUE.sg", members=("LEAGUE",))
    gladz = Speaker(name="Plekszy-Gladz", mention=at(text, "Plekszy-Gladz"), members=("BOR",))
    diplomat = Speaker(name="Un diplomate en poste à Klow")
    quotes = (
        Quote(span=at(text, "plus soudée qu’hier"), kind="mixed", act="reassure", confidence=0.6),
        Quote(span=at(text, "la Ligue est plus soudée qu’hier"), kind="direct", speaker=sporsz, cue="a estimé", act="reassure"),
        Quote(
            span=at(text, "Les membres de l’Est ont augmenté leurs dépenses de défense de 41 milliards de dollars depuis 2017, "
                    "et ce n’est qu’un début"),
            kind="direct", speaker=sporsz, cue="a souligné", act="assert",
        ),
        Quote(span=at(text, "la Bordurie consacre désormais 1,4 % de son produit intérieur brut à sa défense"), kind="indirect",
              speaker=sporsz, cue="Selon", act="assert"),
        Quote(span=at(text, "très insuffisant"), kind="mixed", speaker=gladz, cue="a jugé", act="criticise", towards=("EAST",)),
        Quote(span=at(text, "chacun atteigne 4 %"), kind="indirect", speaker=gladz, cue="a demandé", act="demand",
              towards=("EAST",)),
        Quote(span=at(text, "pour correspondre à ce que nous payons"), kind="mixed", speaker=gladz, act="demand"),
        Quote(span=at(text, "l’aide à la Zélande dépasserait 20 milliards de dollars d’ici à la fin de l’année"), kind="indirect",
              speaker=diplomat, cue="a affirmé", act="assert"),
    )  # fmt: skip
    figures = (
        figure(text, "vingt-neuf délégations", 29, "count", "count", metric="members"),
        figure(
            text, "41 milliards de dollars", "41e9", "USD", "cumulative", said_by="Mme Sporsz", years=("2017", "2018")
        ),
        figure(text, "1,4 %", "1.4", "percent_of_gdp", said_by="Mme Sporsz"),
        figure(text, "cinq membres", 5, "count", "count", metric="members", said_by="Plekszy-Gladz"),
        figure(text, "20 milliards de dollars", "20e9", "USD", said_by="Un diplomate en poste à Klow"),
    )
    record = Record(
        document_id="klow-2018.txt",
        sha256="0" * 64,
        lang="fr",
        title="La Ligue se dit « plus soudée qu’hier » après deux jours à Klow",
        published=Dating(date="2018-07-12", how="dateline", span=at(text, "le 12 juillet 2018")),
        quotes=quotes,
        figures=figures,
        pledges=(
            PledgeMention(span=at(text, "a demandé que chacun atteigne 4 %"), who=("LEAGUE",), metric="share", status="demanded",
                          target=Decimal(4), unit="percent_of_gdp"),
        ),
        meetings=(
            MeetingMention(span=at(text, "un sommet tendu"), kind="summit", city="Klow", date="2018-07-11/2018-07-12"),
        ),
        topics=("burden_sharing", "cohesion"),
        furniture=(at(text, "Accueil   Monde   Vidéos"), at(text, "À lire aussi : nos dix recettes pour l’été")),
        notes=("un guillemet n’est jamais fermé",),
    )  # fmt: skip
    document = Document(id="klow-2018.txt", text=text, sha256="0" * 64)
    series = {"a1": added_series(), "a2": share_series()}
    return Checked(document=document, record=record, findings=french_findings(), series=series)


def english_checked():
    text = ENGLISH
    sporsz = Speaker(name="Ms Sporsz", office="LEAGUE.sg", members=("LEAGUE",))
    announced = Finding(
        id="b1",
        claim="Twenty-three members",
        verdict="as_announced",
        span=at(text, "Twenty-three members"),
        said_by="Ms Sporsz",
        said_on="2024-06-20",
        basis="The League announced this on 17 June 2024; no table of that day is at hand.",
        readings=(reading("members at 2%, 2024", 1.0, "match", "23", unit="count", edition_is="announcement"),),
        flags=("estimate", "judged_later"),
    )
    record = Record(
        document_id="szohod.html",
        sha256="1" * 64,
        lang="en",
        title="League ministers meet in Szohôd",
        published=Dating(date="2024-06", how="inferred", evidence=("Ms Sporsz holds office", "the ministers meet in Szohôd")),
        quotes=(
            Quote(span=at(text, "We have turned the corner,"), kind="direct", speaker=sporsz, act="reassure"),
            Quote(span=at(text, "Twenty-three members now spend at least 2% of GDP on defence."), kind="direct", speaker=sporsz),
        ),
        figures=(
            figure(text, "thirty members", 30, "count", "count", metric="members"),
            figure(text, "Twenty-three members", 23, "count", "count", metric="members", said_by="Ms Sporsz"),
            figure(text, "3.5 percent", "3.5", "percent_of_gdp", "target"),
        ),
        pledges=(
            PledgeMention(span=at(text, "Borduria pledged to reach 3.5 percent by 2035"), who=("BOR",), metric="share",
                          status="promised", target=Decimal("3.5"), unit="percent_of_gdp", deadline="2035"),
        ),
        meetings=(MeetingMention(span=at(text, "Ministers of the League's thirty members"), kind="defence_ministers",
                                 city="Szohôd", date="2024-06-20"),),
        topics=("burden_sharing",),
    )  # fmt: skip
    document = Document(id="szohod.html", text=text, sha256="1" * 64)
    return Checked(document=document, record=record, findings=(announced,), series={"b1": count_series()})


def boards():
    standings = (
        Standing(member="SYL", state="kept_estimate", value=Decimal("2.31"), year=2024),
        Standing(member="BOR", state="missed_estimate", value=Decimal("1.51"), year=2024),
        Standing(member="ZEL", state="missed_estimate", value=Decimal("1.98"), year=2024),
        Standing(member="NOV", state="off_track", value=Decimal("1.75"), year=2024),
        Standing(member="SAN", state="not_measurable"),
    )
    terms = {"title": "2 % of GDP for defence", "made_on": "2014-09-05", "unit": "percent_of_gdp", "strength": "aim"}
    return (
        Board(standings=standings, threshold=Decimal(2), deadline=2024, edition="league:2024-06-17", source=SOURCE,
              wording="move towards 2 % within ten years", **terms),
    )  # fmt: skip


NAMES = {
    "EAST": "membres de l’Est", "LEAGUE": "la Ligue", "SYL": "Syldavie", "BOR": "Bordurie", "ZEL": "Zélande", "NOV": "Novovie",
    "SAN": "San Theodoros", "LEAGUE.sg": "secrétaire générale de la Ligue", "defence_expenditure": "dépenses de défense",
}  # fmt: skip


def dossier(*, documents=None, unread=()):
    """A dossier of both reports, or of those given."""
    return Dossier(
        checked=(french_checked(), english_checked()) if documents is None else tuple(documents),
        made_on=date(2026, 7, 20),
        known_on=date(2026, 7, 20),
        pact="La Ligue des six",
        names=NAMES,
        boards=boards(),
        unread=tuple(Unread(id=id, message=message) for id, message in unread),
    )
