"""What two real statements tell is in those that are written from the record, wherever given."""

import html
import re

import pytest

from gdpr_desktop.core.municipality import Language
from gdpr_desktop.information.statements.building import build
from gdpr_desktop.information.statements.findings import findings_in
from gdpr_desktop.information.statements.html import write_article
from gdpr_desktop.information.statements.markdown import write_markdown
from information.real import ministry, ministry_facts, website, website_facts

ORIGINALS = {"ministry": (ministry, ministry_facts), "website": (website, website_facts)}


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("name", ORIGINALS)
def test_every_fact_of_the_original_is_told(name: str, language: Language) -> None:
    original, told = ORIGINALS[name]
    built = build(original.STATEMENT, original.AROUND, language)
    number = list(Language).index(language)
    facts = [fact if isinstance(fact, str) else fact[number] for fact in told.FACTS]
    page = html.unescape(re.sub(r"<[^>]+>", "", write_article(built)))
    marked = re.sub(r"\\(.)", r"\1", write_markdown(built))
    for text in (built.letter().text(), page, marked):
        assert [fact for fact in facts if fact.casefold() not in text.casefold()] == []


@pytest.mark.parametrize("name", ORIGINALS)
def test_only_what_the_original_leaves_out_is_found_missing(name: str) -> None:
    original, told = ORIGINALS[name]
    found = findings_in(original.STATEMENT, original.AROUND)
    assert [(one.code, one.about) for one in found] == told.LACKS
