"""Statements as HTML and Markdown: whole, accessible, and nothing typed becomes markup."""

import html
import itertools
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gdpr_desktop.core.bilingual import Bilingual, same
from gdpr_desktop.core.municipality import Language
from gdpr_desktop.information.statements.building import build
from gdpr_desktop.information.statements.durations import duration
from gdpr_desktop.information.statements.html import write_article, write_page
from gdpr_desktop.information.statements.markdown import write_markdown
from gdpr_desktop.information.statements.model import PrivacyStatement
from gdpr_desktop.information.statements.parts import Cookie, CookieNeed, OwnText, Part, Place
from gdpr_desktop.information.statements.pasting import pasted_cookies
from information.real import website

VOID = {"meta", "br", "link"}
ATTACK = "<script>alert(1)</script> <img src=x onerror=y> [x](javascript:alert(1)) \"&amp; ' </p>"


class Tree(HTMLParser):
    """Fails on tags that are not closed in order; counts what is there."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.feed(text)
        self.close()
        assert self.open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def of(self, *tags: str) -> list[dict[str, str | None]]:
        """The attributes of these."""
        return [attributes for tag, attributes in self.tags if tag in tags]


@pytest.fixture(scope="module")
def article() -> str:
    return write_article(build(website.STATEMENT, website.AROUND, Language.NYNORSK))


def test_the_article_is_whole_and_accessible(article: str) -> None:
    tree = Tree(article)
    ids = [str(one["id"]) for one in tree.of("h2")]
    assert len(ids) == len(set(ids))
    assert [one["aria-labelledby"] for one in tree.of("section")] == ids
    assert tree.of("article") == [{"lang": "nn"}]
    assert len(tree.of("caption")) == len(tree.of("table")) > 0
    assert {one["scope"] for one in tree.of("th")} == {"col", "row"}
    assert len(tree.of("h1")) == 1
    assert not tree.of("script", "style")
    assert not [one for _tag, one in tree.tags if {"style", "onclick", "class"} & set(one)]
    levels = [int(tag[1]) for tag, _attributes in tree.tags if tag in ("h1", "h2", "h3", "h4")]
    assert all(after <= before + 1 for before, after in itertools.pairwise(levels))


def test_a_page_is_read_by_a_strict_parser() -> None:
    from xml.etree import ElementTree

    page = write_page(build(website.STATEMENT, website.AROUND, Language.BOKMAL))
    tree = Tree(page)
    assert tree.of("html") == [{"lang": "nb"}]
    body = page[page.index("<main>") : page.index("</main>") + 7].replace("<br>", "<br/>")
    assert ElementTree.fromstring(body).tag == "main"


def attacked() -> PrivacyStatement:
    words = same(ATTACK)
    return PrivacyStatement(
        name=words,
        intro=words,
        audience=words,
        parts=(Part(heading=words, text=words, purpose=words, provider=ATTACK),),
        cookies=(Cookie(name=ATTACK, purpose=words, need=CookieNeed.CONSENT),),
        own_texts=(OwnText(place=Place.RIGHTS, heading=words, text=words),),
        web=f"javascript:{ATTACK}",
        record_link="javascript:alert(1)",
    )


def test_nothing_typed_becomes_markup_in_html() -> None:
    page = write_page(build(attacked(), website.AROUND, Language.NYNORSK))
    tree = Tree(page)
    assert not tree.of("script", "img")
    links = [str(one["href"]) for one in tree.of("a")]
    assert [one for one in links if not one.startswith(("https://", "mailto:"))] == []
    assert html.escape("<script>alert(1)</script>", quote=False) in page


def test_nothing_typed_becomes_markup_in_markdown() -> None:
    from markdown_it import MarkdownIt

    made = build(attacked(), website.AROUND, Language.NYNORSK)
    tokens = MarkdownIt("commonmark").enable("table").parse(write_markdown(made))
    flat = [child for token in tokens for child in (token, *(token.children or ()))]
    kinds = {token.type for token in flat}
    assert not kinds & {"html_block", "html_inline", "image", "code_inline"}
    links = [str(token.attrs["href"]) for token in flat if token.type == "link_open"]
    assert [one for one in links if not one.startswith(("https://", "mailto:"))] == []


@pytest.mark.parametrize(
    "typed",
    ["- punkt\n- to", "# Stor\n\n## Liten", "1. ein\n2. to", "> sitat", "a  \nb", "| a |\n| - |"],
)
def test_simple_markdown_in_a_text_is_laid_out(typed: str) -> None:
    statement = PrivacyStatement(
        name=same("X"), own_texts=(OwnText(place=Place.RIGHTS, text=same(typed)),)
    )
    built = build(statement, website.AROUND, Language.NYNORSK)
    Tree(write_article(built))
    assert "Stor" not in typed or "<h3>Stor</h3>" in write_article(built)


@pytest.mark.parametrize(
    ("typed", "nn", "nb"),
    [
        ("30 dager", "30 dagar", "30 dager"),
        ("1 year", "1 år", "1 år"),
        ("Session", "Til du lukkar nettlesaren", "Til du lukker nettleseren"),
        ("når du lukker nettleseren", "Til du lukkar nettlesaren", "Til du lukker nettleseren"),
        ("2 months", "2 månader", "2 måneder"),
        ("så lenge det trengst", "så lenge det trengst", "så lenge det trengst"),
    ],
)
def test_durations_are_understood(typed: str, nn: str, nb: str) -> None:
    assert duration(typed) == Bilingual(nn=nn, nb=nb)


MARKUP = (
    "<html><body><table><tr><th>Cookie</th><th>Formål</th><th>Varighet</th><th>Type</th></tr>"
    "<tr><td><b>_ga</b></td><td>Statistikk &amp; sånt</td><td>2 år</td><td>Samtykke</td></tr>"
    "<tr><td>sid</td><td>Innlogging</td><td>Session</td><td>Nødvendig</td></tr></table></body>"
)


def test_a_table_from_the_web_is_read_by_its_headings() -> None:
    first, second = pasted_cookies("", MARKUP, Language.BOKMAL)
    assert (first.name, first.purpose.nb, first.duration.nn, first.need) == (
        "_ga",
        "Statistikk & sånt",
        "2 år",
        CookieNeed.CONSENT,
    )
    assert (second.name, second.need) == ("sid", CookieNeed.NECESSARY)


def test_what_a_web_page_hides_is_no_cookie_and_takes_no_time() -> None:
    cells = "<td>_ga\x00</td><td>Google <script>track()</script></td>"
    markup = f"<table><tr>{cells}</tr></table>" + "<!--" * 50_000
    (cookie,) = pasted_cookies("", markup, Language.NYNORSK)
    assert (cookie.name, cookie.provider) == ("_ga", "Google")
    assert len(pasted_cookies("x\t" * 50_000, "", Language.NYNORSK)) == 1


def test_lines_from_a_spreadsheet_stand_in_the_usual_order() -> None:
    (cookie,) = pasted_cookies("sid\tVi\tInnlogging\t1 dag\tikkje nødvendig", "", Language.NYNORSK)
    assert cookie == Cookie(
        name="sid",
        provider="Vi",
        purpose=Bilingual(nn="Innlogging"),
        duration=same("1 dag"),
        need=CookieNeed.CONSENT,
    )


def test_the_word_file_says_what_the_statement_says(tmp_path: Path) -> None:
    built = build(replace(website.STATEMENT, parts=()), website.AROUND, Language.NYNORSK)
    assert built.letter().save(tmp_path / "erklæring.docx")  # read back and compared


SIGNS = st.text(alphabet="#-*_[]()<>|`~\\!&:;1. ab\n\t\U000f0001\u202e@/", max_size=60)


@settings(max_examples=40)
@given(typed=SIGNS)
def test_whatever_is_typed_makes_a_whole_file(typed: str) -> None:
    words = same(typed)
    statement = PrivacyStatement(
        name=same("X"),
        rights=words,
        parts=(Part(text=words, purpose=words, tool=typed),),
        cookies=(Cookie(name=typed, purpose=words),),
    )
    built = build(statement, replace(website.AROUND, processors=()), Language.NYNORSK)
    Tree(write_article(built))
    plain = write_markdown(built)
    assert not set(plain) & {"\U000f0001", "\u202e"}
