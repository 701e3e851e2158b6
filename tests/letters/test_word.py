"""The Word file: real styles, the right language and author, nothing that shuts anyone out."""

import hashlib
import io
import re
from dataclasses import replace
from datetime import date
from xml.etree import ElementTree

import pytest
from docx import Document

from gdpr_desktop.core.municipality import Language
from gdpr_desktop.letters import Frame, Letter, forget, render
from gdpr_desktop.letters.blocks import Heading, Paragraph, Picture, Run
from gdpr_desktop.letters.word_styles import W
from letters.samples import MakeTemplate, opened, parts

BODY = (
    "# Brev til {{ name }}\n\n## Del\n\n### Del av del\n\nTekst **feit** og _skrå_.\n\n"
    "1. ein\n2. to\n\nMellom.\n\n1. på nytt\n\n- punkt\n\n- [ ] kryss\n\n"
    "| System | Funn |\n| --- | --- |\n| A | {{ note }} |\n\nEtter.\n\n\\pagebreak\n\n"
    "Ny side. [Lenkje](https://example.no).\n\n\\signature Stad og dato\n"
)
PNG = bytes.fromhex(
    "89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c4890000000d49444154789c6360"
    "606060000000050001a5f645400000000049454e44ae426082"
)


def _q(name: str) -> str:
    return f"{{{W}}}{name}"


@pytest.fixture
def letter(make: MakeTemplate, frame: Frame) -> Letter:
    return render(make(BODY), "nn", {"name": "Kari", "note": "a\nb", "frame": frame})


def _document(letter: Letter) -> ElementTree.Element:
    return ElementTree.fromstring(parts(letter.docx())["word/document.xml"])


def _spacing(paragraph: ElementTree.Element) -> dict[str, int]:
    spacing = paragraph.find(f"{_q('pPr')}/{_q('spacing')}")
    assert spacing is not None
    return {name: int(spacing.get(_q(name), "0")) for name in ("before", "after", "line")}


@pytest.mark.parametrize(("language", "locale"), [("nn", "nn-NO"), ("nb", "nb-NO")])
def test_the_language_stands_in_styles_settings_and_properties(
    make: MakeTemplate, frame: Frame, letterhead: bytes, language: str, locale: str
) -> None:
    for head in (None, letterhead):
        letter = render(make(BODY), language, {"name": "Kari", "frame": frame})
        content = parts(letter.docx(head))
        assert set(re.findall(rb'<w:lang [^>]*?w:val="([^"]*)"', content["word/styles.xml"])) == {
            locale.encode()
        }
        assert f'<w:themeFontLang w:val="{locale}"'.encode() in content["word/settings.xml"]
        assert f"<dc:language>{locale}</dc:language>".encode() in content["docProps/core.xml"]
        assert b"w:lang " not in content["word/document.xml"]


def test_title_is_the_templates_and_author_the_municipality(
    make: MakeTemplate, frame: Frame, letterhead: bytes
) -> None:
    for head in (None, letterhead):
        letter = render(make(BODY), "nb", {"name": "Kari", "frame": frame})
        properties = opened(letter, head).core_properties
        assert properties.title == "Liten mal på bokmål"
        assert properties.author == properties.last_modified_by == "Fjellvik & Vågen kommune"
        assert properties.created is not None
        assert properties.created.date() == date(2026, 11, 22)
        for data in parts(letter.docx(head)).values():
            assert b"python-docx" not in data
            assert b"Dunk" not in data
            assert b"w:rsid" not in data


def test_no_personal_data_stands_outside_the_text(letter: Letter) -> None:
    for name, data in parts(letter.docx()).items():
        if name != "word/document.xml":
            assert b"Kari" not in data


def test_there_is_one_heading_of_level_one_and_no_level_is_skipped(letter: Letter) -> None:
    styles = [p.style.name for p in opened(letter).paragraphs if p.style is not None]
    headings = [name for name in styles if name and name.startswith("Heading")]
    assert headings == ["Heading 1", "Heading 2", "Heading 3"]


def test_lists_are_real_and_every_numbered_list_begins_at_one(letter: Letter) -> None:
    root = _document(letter)
    used = [element.get(_q("val")) for element in root.iter(_q("numId"))]
    assert len(used) == 4
    assert used[0] == used[1] != used[2] != used[3]
    numbering = ElementTree.fromstring(parts(letter.docx())["word/numbering.xml"])
    starts = {
        num.get(_q("numId")): [start.get(_q("val")) for start in num.iter(_q("startOverride"))]
        for num in numbering.iter(_q("num"))
    }
    assert starts[used[0]] == starts[used[2]] == ["1"]
    names = [p.style.name for p in opened(letter).paragraphs if p.style is not None]
    assert names.count("List Number") == 3
    assert names.count("List Bullet") == 1


def test_every_table_has_a_header_row_and_a_style(letter: Letter) -> None:
    (table,) = _document(letter).iter(_q("tbl"))
    rows = list(table.iter(_q("tr")))
    assert [row.find(f"{_q('trPr')}/{_q('tblHeader')}") is not None for row in rows] == [
        True,
        False,
    ]
    assert opened(letter).tables[0].style is not None
    assert opened(letter).tables[0].rows[1].cells[1].text == "a\nb"
    assert not list(table.iter(_q("gridSpan")))


def test_nothing_floats(letter: Letter, letterhead: bytes) -> None:
    for head in (None, letterhead):
        text = parts(letter.docx(head))["word/document.xml"]
        for forbidden in (b"txbxContent", b"framePr", b"wp:anchor", b"v:shape"):
            assert forbidden not in text


def test_the_recipient_stands_in_the_window_however_many_lines(
    make: MakeTemplate, frame: Frame
) -> None:
    bottoms = set()
    for count in range(7):
        shorter = replace(frame, recipient_address=("Ei linje",) * count)
        letter = render(make("# Brev\n"), "nn", {"name": "x", "frame": shorter})
        root = _document(letter)
        lines = [
            p
            for p in root.iter(_q("p"))
            if p.find(f"./*/*[@{_q('val')}='LetterRecipient']") is not None
        ]
        assert len(lines) == count + 1
        page = root.find(f".//{_q('pgMar')}")
        assert page is not None
        top = int(page.get(_q("top"), "0")) + _spacing(lines[0])["before"]
        text = sum(_spacing(line)["line"] for line in lines)
        bottoms.add(top + text + _spacing(lines[-1])["after"])
        assert 44.5 < top / 1440 * 25.4 < 45.5
        assert (top + text) / 1440 * 25.4 < 80
        assert int(page.get(_q("left"), "0")) / 1440 * 25.4 == pytest.approx(25, abs=0.1)
    assert len(bottoms) == 1
    assert bottoms.pop() / 1440 * 25.4 > 75


def test_the_recipient_stands_in_the_window_under_ones_own_letterhead(
    letter: Letter, letterhead: bytes
) -> None:
    document = opened(letter, letterhead)
    first = document.paragraphs[0].paragraph_format.space_before
    margin = document.sections[0].top_margin
    assert first is not None
    assert margin is not None
    assert (first + margin) / 36000 == pytest.approx(45, abs=0.5)


def test_pages_are_numbered_by_word_in_the_letters_language(
    letter: Letter, letterhead: bytes
) -> None:
    for head in (None, letterhead):
        footers = [data for name, data in parts(letter.docx(head)).items() if "footer" in name]
        assert footers
        text = b"".join(footers)
        for expected in (b"Side ", b" PAGE ", b" av ", b" NUMPAGES "):
            assert expected in text


def test_the_page_is_a4_and_headings_stay_with_their_text(letter: Letter) -> None:
    section = opened(letter).sections[0]
    assert section.page_width is not None
    assert section.page_height is not None
    assert (round(section.page_width.mm), round(section.page_height.mm)) == (210, 297)
    for level in (1, 2, 3, 4):
        style = opened(letter).styles[f"Heading {level}"]
        assert style.paragraph_format.keep_with_next  # type: ignore[attr-defined]
    assert b"<w:widowControl/>" in parts(letter.docx())["word/styles.xml"]


def test_links_boxes_and_page_breaks_are_real(letter: Letter) -> None:
    (link,) = [
        link
        for paragraph in opened(letter).paragraphs
        for link in paragraph.hyperlinks
        if link.text == "Lenkje"
    ]
    assert link.url == "https://example.no"
    text = parts(letter.docx())["word/document.xml"].decode()
    assert text.count("<w:pageBreakBefore/>") == 1
    assert text.count("<w14:checkbox ") == 1


def test_the_builtin_letterhead_shows_the_municipality_on_the_first_page(letter: Letter) -> None:
    document = opened(letter)
    assert document.sections[0].different_first_page_header_footer
    lines = [p.text for p in document.sections[0].first_page_header.paragraphs]
    assert lines == [
        "Fjellvik & Vågen kommune",
        "Postboks 14, 6100 Fjellvik · Org.nr. 987 654 321",
        "Telefon 70 00 00 00 · post@fjellvik.example",
    ]


def test_ones_own_letterhead_keeps_its_edges_and_styles_and_loses_its_text(
    letter: Letter, letterhead: bytes
) -> None:
    document = opened(letter, letterhead)
    section = document.sections[0]
    assert section.header.paragraphs[0].text == "FJELLVIK KOMMUNE – eige brevhovud"
    assert section.footer.paragraphs[0].text == "Adresse i botnen"
    assert document.styles["Heading 1"].font.name == "Georgia"  # type: ignore[attr-defined]
    texts = [paragraph.text for paragraph in document.paragraphs]
    assert not any("Gammal" in text for text in texts)
    assert texts == [paragraph.text for paragraph in opened(letter).paragraphs]


def test_the_same_content_gives_the_same_bytes_and_other_content_others(
    make: MakeTemplate, frame: Frame, letterhead: bytes
) -> None:
    for head in (None, letterhead):
        hashes = []
        for name in ("Kari", "Kari", "Ola", "Kari"):
            facts = {"name": name, "note": "x", "frame": frame}
            hashes.append(hashlib.sha256(render(make(BODY), "nn", facts).docx(head)).hexdigest())
            if len(hashes) == 1:
                forget()
        assert hashes[0] == hashes[1] == hashes[3] != hashes[2]


def test_a_letter_from_a_kept_skeleton_is_the_one_that_is_built_afresh(
    make: MakeTemplate, frame: Frame
) -> None:
    body = "# Til {{ name }}\n\n{% if urgent %}\nHast\n{% endif %}\n\n{{ story }}\n\n{{ web }}\n"
    template = make(body)
    facts = [
        {
            "name": f"N{number}",
            "urgent": number % 2,
            "story": "\n\n".join(["a\nb"] * (number % 4)),
            "web": "x.no/&" if number % 3 else "",
            "frame": replace(frame, recipient_address=("Gate",) * (number % 3)),
        }
        for number in range(24)
    ]
    kept = [render(template, "nn", each).docx() for each in facts]
    for each, data in zip(facts, kept, strict=True):
        forget()
        assert render(template, "nn", each).docx() == data


def test_what_is_kept_between_letters_holds_no_value(make: MakeTemplate, frame: Frame) -> None:
    from gdpr_desktop.letters import skeleton

    letter = render(make("# Til {{ name }}\n"), "nn", {"name": "Løynd", "frame": frame})
    letter.docx()
    assert skeleton._skeletons
    assert "Løynd" not in repr(skeleton._skeletons)
    assert "Kari" not in repr(skeleton._skeletons)


def test_many_shapes_do_not_fill_the_memory(make: MakeTemplate) -> None:
    from gdpr_desktop.letters import skeleton

    template = make("# Brev\n\n{% for word in words %}\n- {{ word }}\n{% endfor %}\n")
    for count in range(100):
        render(template, "nn", {"name": "x", "words": ["a"] * count}).docx()
    assert len(skeleton._skeletons) <= 64


def test_a_letter_can_be_built_from_blocks_with_a_picture() -> None:
    content = (
        Heading(level=1, runs=(Run(text="Rapport & tal"),)),
        Picture(data=PNG, alt="Ei «søyle»", width=40, height=20),
        Paragraph(runs=(Run(text="Slutt"),)),
    )
    letter = Letter(
        template="report",
        title="Rapport",
        language=Language.NYNORSK,
        content=content,
        shape=content,
    )
    document = Document(io.BytesIO(letter.docx()))
    (picture,) = document.inline_shapes
    assert round(picture.width.mm) == 40
    assert picture._inline.docPr.get("descr") == "Ei «søyle»"
    assert 'alt="Ei «søyle»"' in letter.html()


def test_the_preview_is_a_page_in_the_letters_language_without_live_markup(
    make: MakeTemplate, frame: Frame
) -> None:
    letter = render(make(BODY), "nb", {"name": "<script>x</script>", "frame": frame})
    page = letter.html()
    assert page.startswith("<!DOCTYPE html>")
    assert '<html lang="nb-NO">' in page
    assert "<script>" not in page
    assert page.count("<h1>") == 1
    assert '<th scope="col">' in page
    assert "<li>ein</li>" in page


def test_greeting_and_names_stay_on_one_page(
    make: MakeTemplate, frame: Frame, letterhead: bytes
) -> None:
    letter = render(make(BODY), "nn", {"name": "Kari", "frame": frame})
    for head in (None, letterhead):
        names = [paragraph.style.name for paragraph in opened(letter, head).paragraphs]
        place = names.index("Letter Closing")
        # two paragraphs: of a longer chain LibreOffice leaves the greeting behind
        assert names[place + 1 :].count("Letter Signature") == 1
        closing, signature = opened(letter, head).paragraphs[place : place + 2]
        assert closing.paragraph_format.keep_with_next
        assert signature.paragraph_format.keep_with_next
        assert signature.paragraph_format.keep_together
        assert len(signature.text.splitlines()) > 1
