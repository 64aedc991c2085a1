"""English: how its verbs are conjugated, and its tables."""

from __future__ import annotations

from collections.abc import Mapping

from quotepart.extraction.languages.language import Language, Tables

_FREQUENT = (
    "the a an of to and in that is was for it with as his her on be at by he she they we you i this had have has "
    "not are but from or were been their which who will would there its more if what when said after than about"
)
_COMMON = frozenset(_FREQUENT.split())

_IRREGULAR = {
    "say": ("said", "said"),
    "tell": ("told", "told"),
    "write": ("wrote", "written"),
    "speak": ("spoke", "spoken"),
    "hold": ("held", "held"),
    "make": ("made", "made"),
    "give": ("gave", "given"),
    "put": ("put", "put"),
    "read": ("read", "read"),
    "let": ("let", "let"),
    "hit": ("hit", "hit"),
    "lay": ("laid", "laid"),
    "swear": ("swore", "sworn"),
    "forbid": ("forbade", "forbidden"),
    "see": ("saw", "seen"),
    "go": ("went", "gone"),
    "think": ("thought", "thought"),
    "know": ("knew", "known"),
    "feel": ("felt", "felt"),
    "mean": ("meant", "meant"),
    "understand": ("understood", "understood"),
    "find": ("found", "found"),
    "foresee": ("foresaw", "foreseen"),
    "break": ("broke", "broken"),
    "take": ("took", "taken"),
    "shoot": ("shot", "shot"),
    "strike": ("struck", "struck"),
    "begin": ("began", "begun"),
    "seek": ("sought", "sought"),
    "choose": ("chose", "chosen"),
}
_DOUBLING = frozenset(
    (
        "admit",
        "refer",
        "quip",
        "vent",
        "chat",
        "plan",
        "rebut",
        "slam",
        "pan",
        "submit",
        "nod",
        "blab",
        "shrug",
        "snap",
        "brag",
        "let",
        "sob",
        "beg",
        "grin",
        "regret",
        "commit",
        "concur",
        "demur",
        "sum",
    )
)
_DOUBLING_IN_BRITAIN = frozenset(("label", "signal", "counsel", "marvel", "quarrel"))
_VOWELS = "aeiou"


def forms(infinitive: str) -> Mapping[str, tuple[str, ...]]:
    """Return the forms of a verb: ``infinitive``, ``present`` (he, they), ``past``, ``participle`` and ``gerund``.

    >>> forms("deny")["past"], forms("say")["gerund"]
    (('denied', 'denied'), ('saying',))
    """
    past, participle = _IRREGULAR.get(infinitive) or (_with_ed(infinitive),) * 2
    doubled = infinitive + infinitive[-1] if infinitive in _DOUBLING_IN_BRITAIN else ""
    return {
        "infinitive": (infinitive,),
        "present": (_with_s(infinitive), infinitive),
        "past": (past, past, *([f"{doubled}ed"] if doubled else [])),
        "participle": (participle, *([f"{doubled}ed"] if doubled else [])),
        "gerund": (_with_ing(infinitive), *([f"{doubled}ing"] if doubled else [])),
    }


def _is_consonant_y(verb: str) -> bool:
    return verb.endswith("y") and verb[-2] not in _VOWELS


def _with_s(verb: str) -> str:
    if _is_consonant_y(verb):
        return verb[:-1] + "ies"
    return verb + ("es" if verb.endswith(("s", "sh", "ch", "x", "z", "o")) else "s")


def _with_ed(verb: str) -> str:
    if _is_consonant_y(verb):
        return verb[:-1] + "ied"
    if verb.endswith("e"):
        return verb + "d"
    return (verb + verb[-1] if verb in _DOUBLING and not verb.endswith("nt") else verb) + "ed"


def _with_ing(verb: str) -> str:
    if verb.endswith("e") and not verb.endswith(("ee", "oe", "ye")):
        return verb[:-1] + "ing"
    return (verb + verb[-1] if verb in _DOUBLING and not verb.endswith("nt") else verb) + "ing"


LANGUAGE = Language(code="en", common=_COMMON, forms=forms, tables=Tables("en"))
