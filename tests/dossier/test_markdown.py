import itertools
import re
from dataclasses import replace

import pytest

from quotepart.dossier.markdown import build_markdown, marked_text, table_as_markdown
from quotepart.dossier.safe import escape_markdown
from quotepart.dossier.tables import Head, Table
from quotepart.errors import LanguageError
from quotepart.model.document import Document
from quotepart.model.entry import Record


@pytest.mark.parametrize("language", ["fr", "en"])
def test_everything_a_reader_needs_is_there(sample, language):
    text = build_markdown(sample.dossier(unread=[("x.bin", "binary")]), language=language)
    for finding in sample.french_findings():
        assert escape_markdown(" ".join(finding.basis.split())) in text
    assert "**41 milliards de dollars** (1)" in text
    assert re.search(r"\| membres de l’Est \| 262[.,]9 \| 275[.,]3 \| 292[.,]2 e \|", text)
    assert "x.bin" in text and "San Theodoros" in text and "{" not in text.replace("\\{", "")


def test_headings_are_in_order(sample):
    levels = [
        len(marks) for marks in re.findall(r"^(#+) ", build_markdown(sample.dossier(), language="en"), re.MULTILINE)
    ]
    assert levels[0] == 1 and levels.count(1) == 1
    assert all(second <= first + 1 for first, second in itertools.pairwise(levels))


def test_hostile_text_stays_text(sample):
    text = "# Title\n- item\n1. one\n<script>alert(1)</script> [x](javascript:alert(1)) `c` | a *b* ![i](http://x.y/z.png)\n> q\n"
    checked = replace(
        sample.french_checked(),
        document=Document(id="[a](b)", text=text, sha256=""),
        record=Record(document_id="[a](b)", sha256="", lang="fr", title="<b>*x*"),
        findings=(),
        series={},
    )
    written = build_markdown(sample.dossier(documents=[checked]), language="en")
    assert "\\<script\\>" in written and "\\[x\\](javascript" in written and "\\!\\[i\\](http" in written
    assert not re.search(r"^(> )?(# Title|- item|1\. one)", written, re.MULTILINE)
    assert "# \\<b\\>\\*x\\*" in written


def test_a_table_keeps_its_columns():
    table = Table("c", (Head("a|b"), Head("n", is_number=True)), (("x|y\nz", "1"),))
    assert table_as_markdown(table) == "| a\\|b | n |\n| --- | ---: |\n| x\\|y z | 1 |"


def test_the_text_is_a_block_quotation_in_lines(sample):
    lines = marked_text(sample.french_checked()).split("\n")
    assert lines[0] == "> Accueil   Monde   Vidéos" and all(line.startswith(">") for line in lines)


def test_an_unknown_language_is_refused(sample):
    with pytest.raises(LanguageError):
        build_markdown(sample.dossier(), language="tlh")
