"""What two real statements tell is in those that are written from the record, wherever given."""

import html
import re
from types import ModuleType

import pytest

from gdpr_desktop.core.municipality import Language
from gdpr_desktop.information.statements.building import build
from gdpr_desktop.information.statements.findings import findings_in
from gdpr_desktop.information.statements.html import write_article
from gdpr_desktop.information.statements.markdown import write_markdown
from information.real import ministry, website

ORIGINALS = (ministry, website)


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("original", ORIGINALS, ids=lambda one: one.__name__)
def test_every_fact_of_the_original_is_told(original: ModuleType, language: Language) -> None:
    built = build(original.STATEMENT, original.AROUND, language)
    number = list(Language).index(language)
    facts = [fact if isinstance(fact, str) else fact[number] for fact in original.FACTS]
    page = html.unescape(re.sub(r"<[^>]+>", "", write_article(built)))
    marked = re.sub(r"\\(.)", r"\1", write_markdown(built))
    for text in (built.letter().text(), page, marked):
        assert [fact for fact in facts if fact not in text] == []


@pytest.mark.parametrize("original", ORIGINALS, ids=lambda one: one.__name__)
def test_nothing_that_the_law_asks_for_is_missing(original: ModuleType) -> None:
    found = findings_in(original.STATEMENT, original.AROUND)
    assert [(one.code, one.about) for one in found] == original.LACKS
