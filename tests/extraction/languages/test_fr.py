from __future__ import annotations

import pytest

from quotepart.extraction.languages.fr import LANGUAGE


@pytest.mark.parametrize(
    ("verb", "tense", "forms"),
    [
        ("déclarer", "past", ("déclara", "déclarèrent")),
        ("annoncer", "imperfect", ("annonçait", "annonçaient")),
        ("exiger", "gerund", ("exigeant",)),
        ("rappeler", "present", ("rappelle", "rappellent")),
        ("suggérer", "present", ("suggère", "suggèrent")),
        ("marteler", "future", ("martèlera", "martèleront")),
        ("avertir", "present", ("avertit", "avertissent")),
        ("promettre", "participle", ("promis", "promis", "promise", "promises")),
        ("soutenir", "present", ("soutient", "soutiennent")),
        ("prévenir", "conditional", ("préviendrait", "préviendraient")),
        ("démentir", "participle", ("démenti", "démentis", "démentie", "démenties")),
        ("répondre", "past", ("répondit", "répondirent")),
        ("reconnaître", "participle", ("reconnu", "reconnus", "reconnue", "reconnues")),
        ("reconnaître", "present", ("reconnaît", "reconnaissent", "reconnait")),
        ("craindre", "present", ("craint", "craignent")),
        ("conclure", "present", ("conclut", "concluent")),
    ],
)
def test_conjugation(verb: str, tense: str, forms: tuple[str, ...]) -> None:
    assert LANGUAGE.forms(verb)[tense] == forms
