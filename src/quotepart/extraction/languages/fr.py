"""French: how its verbs are conjugated, and its tables."""

from __future__ import annotations

from collections.abc import Mapping

from quotepart.extraction.languages.language import Language, Tables

_FREQUENT = (
    "le la les l un une des du de d en au aux et est sont dans que qu qui pour par sur avec ce cette ces son sa ses "
    "il elle ils elles nous vous je ne pas plus a ont été être mais ou où donc comme leur leurs se s n c y on entre "
    "aussi"
)
_COMMON = frozenset(_FREQUENT.split())

# An irregular family: the ending of the infinitive, then present 3s/3p, stem of the imperfect, past 3s/3p, stem of the
# future, participle, all put in place of the ending.
_FAMILIES = (
    ("mettre", "met", "mettent", "mett", "mit", "mirent", "mettr", "mis"),
    ("dire", "dit", "disent", "dis", "dit", "dirent", "dir", "dit"),
    ("tenir", "tient", "tiennent", "ten", "tint", "tinrent", "tiendr", "tenu"),
    ("venir", "vient", "viennent", "ven", "vint", "vinrent", "viendr", "venu"),
    ("crire", "crit", "crivent", "criv", "crivit", "crivirent", "crir", "crit"),
    ("naître", "naît", "naissent", "naiss", "nut", "nurent", "naîtr", "nu"),
    ("clure", "clut", "cluent", "clu", "clut", "clurent", "clur", "clu"),
    ("faire", "fait", "font", "fais", "fit", "firent", "fer", "fait"),
    ("vouloir", "veut", "veulent", "voul", "voulut", "voulurent", "voudr", "voulu"),
    ("indre", "int", "ignent", "ign", "ignit", "ignirent", "indr", "int"),
    ("prendre", "prend", "prennent", "pren", "prit", "prirent", "prendr", "pris"),
    ("suivre", "suit", "suivent", "suiv", "suivit", "suivirent", "suivr", "suivi"),
    ("mentir", "ment", "mentent", "ment", "mentit", "mentirent", "mentir", "menti"),
    ("sentir", "sent", "sentent", "sent", "sentit", "sentirent", "sentir", "senti"),
    ("sourire", "sourit", "sourient", "souri", "sourit", "sourirent", "sourir", "souri"),
    ("quérir", "quiert", "quièrent", "quér", "quit", "quirent", "querr", "quis"),
    ("ouvrir", "ouvre", "ouvrent", "ouvr", "ouvrit", "ouvrirent", "ouvrir", "ouvert"),
    ("cevoir", "çoit", "çoivent", "cev", "çut", "çurent", "cevr", "çu"),
    ("croire", "croit", "croient", "croy", "crut", "crurent", "croir", "cru"),
    ("savoir", "sait", "savent", "sav", "sut", "surent", "saur", "su"),
    ("voir", "voit", "voient", "voy", "vit", "virent", "verr", "vu"),
    ("battre", "bat", "battent", "batt", "battit", "battirent", "battr", "battu"),
    ("duire", "duit", "duisent", "duis", "duisit", "duisirent", "duir", "duit"),
    ("dre", "d", "dent", "d", "dit", "dirent", "dr", "du"),
)
_DOUBLING = ("appeler", "rappeler", "interpeller", "rejeter", "jeter", "projeter", "épeler")


def forms(infinitive: str) -> Mapping[str, tuple[str, ...]]:
    """Return the third-person and non-finite forms of a verb by tense; finite tenses give singular, then plural,
    and then the singular in the newer spelling where it is another ("reconnait").

    The keys are ``present``, ``imperfect``, ``past``, ``future``, ``conditional``, ``subjunctive``, ``participle``
    (m, m pl., f, f pl.), ``gerund`` and ``infinitive``.

    >>> forms("déclarer")["past"], forms("promettre")["participle"][0]
    (('déclara', 'déclarèrent'), 'promis')
    """
    for ending, *parts in _FAMILIES:
        if infinitive.endswith(ending):
            return _irregular(infinitive, infinitive.removesuffix(ending), parts)
    return _in_er(infinitive) if infinitive.endswith("er") else _in_ir(infinitive)


def _irregular(infinitive: str, root: str, parts: list[str]) -> dict[str, tuple[str, ...]]:
    one, many, imperfect, past_one, past_many, future, participle = (root + part for part in parts)
    present = (one, many, one.replace("î", "i")) if "î" in one else (one, many)
    return _table(infinitive, present, imperfect, (past_one, past_many), future, participle)


def _in_er(infinitive: str) -> dict[str, tuple[str, ...]]:
    stem = infinitive[:-2]
    soft = stem + "e" if stem.endswith("g") else stem[:-1] + "ç" if stem.endswith("c") else stem
    strong = _strong(infinitive, stem)
    future = infinitive if _keeps_acute(stem) else strong + "er"
    return _table(infinitive, (strong + "e", strong + "ent"), soft, (soft + "a", stem + "èrent"), future, stem + "é")


def _keeps_acute(stem: str) -> bool:
    return len(stem) > 1 and "é" in stem[-3:-1]


def _strong(infinitive: str, stem: str) -> str:
    """The stem before a mute e: rappell-, suggèr-, martèl-, emploi-."""
    if infinitive in _DOUBLING and not stem.endswith(("ll", "tt")):
        return stem + stem[-1]
    if stem.endswith(("oy", "uy")):
        return stem[:-1] + "i"
    if len(stem) > 2 and stem[-2] in "eé" and stem[-1] not in "aeiouyé":
        return stem[:-2] + "è" + stem[-1]
    if stem.endswith(("égu", "équ")):
        return stem[:-3] + "è" + stem[-2:]
    return stem


def _in_ir(infinitive: str) -> dict[str, tuple[str, ...]]:
    root = infinitive.removesuffix("r")
    return _table(infinitive, (root + "t", root + "ssent"), root + "ss", (root + "t", root + "rent"), infinitive, root)


def _table(
    infinitive: str, present: tuple[str, ...], imperfect: str, past: tuple[str, str], future: str, participle: str
) -> dict[str, tuple[str, ...]]:
    plural = participle if participle.endswith("s") else participle + "s"
    return {
        "infinitive": (infinitive,),
        "present": present,
        "imperfect": (imperfect + "ait", imperfect + "aient"),
        "past": past,
        "future": (future + "a", future + "ont"),
        "conditional": (future + "ait", future + "aient"),
        "subjunctive": (present[1].removesuffix("ent") + "e", present[1]),
        "participle": (participle, plural, participle + "e", participle + "es"),
        "gerund": (imperfect + "ant",),
    }


LANGUAGE = Language(code="fr", common=_COMMON, forms=forms, tables=Tables("fr"))
